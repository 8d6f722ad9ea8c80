/** Since when and until when a value was published. */
import type { Statement } from "../edition.ts";
import type { NoticeValues, Values } from "../fields.ts";

/** Composites say again what other fields say; the history of a task is that of its fields. */
const unsaid: ReadonlySet<string> = new Set(["columns"]);

/** What is needed beside the values that hold. */
interface History {
  readonly version: string;
  /** Statements of the version before about the notice. */
  readonly earlier: readonly Statement[];
  /** Which id an old one has become. */
  readonly idOf: (id: string) => string;
}

/** The statements about one notice: what holds, in reading order; then what held once. `now` is null when the notice is gone. */
export function statementsOf(notice: string, now: NoticeValues | null, { version, earlier, idOf }: History): Statement[] {
  const since = new Map<string, string>();
  for (const { task, field, value, firstSeen } of earlier) {
    const key = keyOf(task === null ? null : idOf(task), field, value);
    const before = since.get(key);
    if (before === undefined || firstSeen < before) since.set(key, firstSeen);
  }
  const said = (task: string | null, values: Values): Statement[] =>
    Object.entries(values).flatMap(([field, value]) => {
      if (value === null || unsaid.has(field)) return [];
      return [{ notice, task, field, value, firstSeen: since.get(keyOf(task, field, value)) ?? version, lastSeen: version }];
    });
  const current = now === null ? [] : [...said(null, now.values), ...now.tasks.flatMap(({ id, values }) => said(id, values))];
  const holds = new Set(current.map(({ task, field, value }) => keyOf(task, field, value)));
  const past = earlier.filter(({ task, field, value }) => !holds.has(keyOf(task, field, value)));
  return [...current, ...past.map((statement) => ({ ...statement, notice }))];
}

function keyOf(task: string | null, field: string, value: unknown): string {
  return JSON.stringify([task, field, value]);
}
