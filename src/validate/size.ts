/**
 * A result has a size. One word of a file may stand in thousands of fields (a merged cell beside every row, a heading above every task), so that
 * a small file gives more than a machine can hold. Beyond the limit what is repeated is shortened first, then long lists, then tasks are left out.
 */
import type { Context } from "../model/context.ts";
import type { TaskDraft } from "../model/draft.ts";
import type { Diagnostic, Notice, Task } from "../model/notice.ts";
import type { Span } from "../model/position.ts";
import { firstOf, shorten, weigh, type Measure } from "../model/size.ts";

/** What was read, before its words are counted. */
interface Parts {
  readonly notice: Notice;
  readonly tasks: readonly Task[];
}

/** What is taken away, more and more. */
const measures: readonly Measure[] = [
  { words: 200, entries: Infinity },
  { words: 200, entries: 1_000 },
  { words: 40, entries: 100 },
];

/** The notice and its tasks within the limit; what had to be taken away is reported. Each word still stands where it stood first. */
export function boundSize(parts: Parts, context: Context): { readonly notice: Notice; readonly tasks: Task[] } {
  const limit = context.limits.resultCharacters;
  if (sizeOf(parts) <= limit) return { notice: parts.notice, tasks: [...parts.tasks] };
  let [bounded, taken] = [parts, 0];
  for (const measure of measures) {
    const shorter = shorten(parts, measure);
    [bounded, taken] = [shorter.value, shorter.taken];
    if (sizeOf(bounded) <= limit) break;
  }
  const tasks = firstOf(bounded.tasks, limit - weigh(bounded.notice), sizeOfTask);
  context.report("limit/result", { params: { limit: String(limit), shortened: String(taken), left: String(parts.tasks.length - tasks.length) } });
  return { notice: bounded.notice, tasks };
}

/** What is lost beside the spans in `lost`: the words of tasks that were left out, unless they are those of a task that stands too. In the order of the text. */
export function withLeftOut(lost: readonly Span[], tasks: readonly Pick<TaskDraft, "spans">[], kept: number): readonly Span[] {
  if (kept === tasks.length) return lost;
  const known = new Set(tasks.slice(0, kept).flatMap(({ spans }) => spans.map(keyOf)));
  const out = tasks.slice(kept).flatMap(({ spans }) => spans.filter((span) => !known.has(keyOf(span))));
  const joined: Span[] = [];
  for (const span of [...lost, ...out].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(span.start, joined.at(-1)?.end ?? 0);
    if (start < span.end) joined.push({ start, end: span.end });
  }
  return joined;
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

/** Findings within the limit: the printed words of each are shortened, and those beyond it are left out, which the last one says. */
export function boundFindings(findings: readonly Diagnostic[], context: Context): readonly Diagnostic[] {
  const limit = context.limits.resultCharacters;
  if (weigh(findings) <= limit) return findings;
  const { value, taken } = shorten(findings, { words: 40, entries: Infinity });
  const kept = firstOf(value, limit, weigh);
  context.report("limit/result", { params: { limit: String(limit), shortened: String(taken), left: String(findings.length - kept.length) } });
  return [...kept, ...context.diagnostics.slice(-1)];
}

function sizeOf({ notice, tasks }: Parts): number {
  return weigh(notice) + tasks.reduce((sum, task) => sum + sizeOfTask(task), 0);
}

/** Its length as JSON, and what the flat tables repeat of it: its words beside each of its units. */
function sizeOfTask(task: Task): number {
  const { lead, support, responsible, others } = task.assignment;
  return weigh(task) + task.text.length * (lead.length + support.length + responsible.length + others.length);
}
