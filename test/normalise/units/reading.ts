/** Short ways to read a list in tests. */
import { parseAssignment, type AssignmentContext, type AssignmentReading } from "../../../src/normalise/units/assignment.ts";
import { readUnitHeader } from "../../../src/rules/units/headers.ts";

export const plain: AssignmentContext = { role: null, header: null, otherRoles: [], dateIssued: null, year: null, jurisdiction: null };

/** Reads with the default role of a column header. */
export function readIn(header: string | null, text: string, otherHeaders: readonly string[] = []): AssignmentReading {
  const roleOf = (words: string) => readUnitHeader(words)?.role ?? null;
  const otherRoles = otherHeaders.map(roleOf).filter((role) => role !== null);
  return parseAssignment(text, { ...plain, header, role: header === null ? null : roleOf(header), otherRoles });
}

/** The answer in one line: `牵头 甲、乙；配合 丙；负责 丁；其他 戊（指导）；等；按职责`. */
export function brief({ members, openEnded, byDuty }: Pick<AssignmentReading, "members" | "openEnded" | "byDuty">): string {
  const named = { lead: "牵头", support: "配合", responsible: "负责", other: "其他" } as const;
  const parts: string[] = [];
  for (const role of ["lead", "support", "responsible", "other"] as const) {
    const units = members.filter((member) => member.role === role);
    if (units.length > 0) parts.push(`${named[role]} ${units.map((unit) => unit.text + (role === "other" ? `[${unit.roleWord ?? ""}]` : "")).join("|")}`);
  }
  return [...parts, ...(openEnded ? ["等"] : []), ...(byDuty ? ["按职责"] : [])].join("；");
}
