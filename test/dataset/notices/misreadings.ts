/** Where a result says something else than the truth. */
import { flatten } from "../../../src/emit/flatten.ts";
import type { ParseResult, Task } from "../../../src/model/notice.ts";
import type { Fields, NoticeView } from "./view.ts";

/** What no flat column holds. */
const composites = new Set(["units", "deadlines", "columns", "sections"]);

/** One line for each difference; none when the notice was read as meant. */
export function misreadings(result: ParseResult, view: NoticeView): string[] {
  const found: string[] = [];
  const compare = (where: string, is: unknown, meant: unknown): void => {
    if (is !== meant) found.push(`${view.id} ${where}: ${JSON.stringify(is)} for ${JSON.stringify(meant)}`);
  };
  const { notices, tasks } = flatten(result, 1);
  compare("id", result.notice.id, view.id);
  for (const [field, meant] of Object.entries(view.fields)) if (!composites.has(field)) compare(field, notices[0]?.[field as "title"], meant);
  const meant = [...view.tasks.values()];
  if (tasks.length !== meant.length) return found;
  for (const [i, row] of tasks.entries()) {
    const one = meant.find(({ id }) => id === row.taskId);
    if (one === undefined) compare(`task ${i + 1} id`, row.taskId, meant[i]?.id);
    const fields = one?.fields ?? meant[i]?.fields ?? {};
    const is: Fields = { ...(row as unknown as Fields), ...(result.tasks[i] === undefined ? {} : printedUnits(result.tasks[i])) };
    for (const [field, value] of Object.entries(fields)) if (!composites.has(field)) compare(`task ${i + 1} ${field}`, is[field], value);
  }
  for (const { text } of result.coverage.unclaimed) compare("unclaimed", text, "");
  for (const { code, severity } of result.diagnostics) if (severity !== "info") compare("diagnostics", code, undefined);
  return found;
}

function printedUnits({ assignment }: Task): Fields {
  const list = (units: Task["assignment"]["lead"]): string | null => (units.length === 0 ? null : units.map(({ text }) => text).join("；"));
  return { lead: list(assignment.lead), support: list(assignment.support), responsible: list(assignment.responsible) };
}
