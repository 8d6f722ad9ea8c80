/** What can be said of notices that are linked. The sentences are as in `finding.ts`, which holds all findings. */
export const lineageFindings = {
  "lineage/ambiguous-reference": { severity: "warning", params: ["notice", "count"], zh: "通知“{notice}”提到的“{actual}”在所给的通知里有{count}份都对得上，没有认定是哪一份。", en: "“{actual}” in the notice “{notice}” fits {count} of the notices; none was taken." },
} as const;
