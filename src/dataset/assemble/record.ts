/** The published record of one notice: a reading is chosen, people's corrections are applied, personal numbers are masked. */
import { diagnose } from "../../model/context.ts";
import type { FindingCode } from "../../model/finding.ts";
import type { ParseResult, Task } from "../../model/notice.ts";
import { taskKeyText } from "../../normalise/identity.ts";
import { refusedOverride, staleOverride, type Issue, type NoticeRecord } from "../edition.ts";
import { applyOverrides, fieldOf, type Override } from "../correct/overrides.ts";
import { maskPersonal, type Masked } from "../correct/personal.ts";
import { compareReadings, type Read } from "../gather/readings.ts";

/** People's wishes about what is published. */
export interface Wishes {
  readonly overrides: readonly Override[];
  /** Which id an old one has become. */
  readonly idOf: (id: string) => string;
  readonly redact: boolean;
}

/** A record and what was found in making it. */
export interface Made {
  readonly record: NoticeRecord;
  readonly issues: readonly Issue[];
}

/** Makes the record of a notice from its readings. */
export function makeRecord(reads: readonly [Read, ...Read[]], { overrides, idOf, redact }: Wishes): Made {
  const { chosen, readings, issues } = compareReadings(reads);
  const { id } = chosen.result.notice;
  const corrected = applyOverrides(chosen.result, overrides, idOf);
  const { result, masked } = redact ? maskPersonal(corrected.result) : { result: corrected.result, masked: [] };
  const about = { notice: id, item: chosen.item.item };
  const issue = (code: FindingCode, details: Parameters<typeof diagnose>[1]): Issue => ({ ...diagnose(code, details), ...about });
  return {
    record: { id, readings, result, overrides: corrected.applied },
    issues: [
      ...result.diagnostics.map((diagnostic): Issue => ({ ...diagnostic, ...about })),
      ...issues,
      ...duplicatesIn(result).map(({ task, occurrence }) => issue("dataset/duplicate-task", { params: { occurrence: String(occurrence) }, task: task.id, actual: task.text.slice(0, 40), place: task.place })),
      ...corrected.stale.map(({ override, found }) => {
        const expected = "expected" in override ? override.expected : null;
        return issue(staleOverride, { params: { field: fieldOf(override), expected: String(expected ?? ""), found: String(found ?? "") }, task: override.id.includes("/") ? idOf(override.id) : null });
      }),
      ...corrected.refused.map(({ override, reason }) => issue(refusedOverride, { params: { field: fieldOf(override), reason }, task: override.id.includes("/") ? idOf(override.id) : null })),
      ...overrides.filter((override) => idOf(override.id) !== override.id).map((override) => issue("dataset/override-rekeyed", { params: { old: override.id, id: idOf(override.id) } })),
      ...counted(masked).map((params) => issue("dataset/masked", { params })),
    ],
  };
}

/** Tasks whose key by idnorm/1 stood there before: their ids differ by occurrence alone. */
function duplicatesIn({ tasks }: ParseResult): { readonly task: Task; readonly occurrence: number }[] {
  const seen = new Map<string, number>();
  return tasks.flatMap((task) => {
    const key = taskKeyText(task);
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return occurrence === 1 ? [] : [{ task, occurrence }];
  });
}

function counted(masked: readonly Masked[]): { rule: string; field: string; count: string }[] {
  const counts = new Map<string, number>();
  for (const { rule, field } of masked) counts.set(JSON.stringify([rule, field]), (counts.get(JSON.stringify([rule, field])) ?? 0) + 1);
  return [...counts].map(([key, count]) => {
    const [rule = "", field = ""] = JSON.parse(key) as string[];
    return { rule, field, count: String(count) };
  });
}
