/**
 * A parser of before: it reads some notices worse than the real one, in ways that a parser has of being wrong.
 * The same is done to the truth, so that what must change when the better parser comes is known.
 */
import { taskIds } from "../../../src/normalise/identity.ts";
import { sha256 } from "../../../src/text/digest.ts";
import type { ParseResult, Task } from "../../../src/model/notice.ts";
import { withIds, type Fields, type NoticeView } from "./view.ts";

/** What it does; more than half of the notices it reads well. */
const faults = ["support", "missed", "marker", "time", "title"] as const;
export type Fault = (typeof faults)[number];

export function faultOf(id: string): Fault | null {
  return faults[Number.parseInt(sha256(id).slice(0, 6), 16) % 12] ?? null;
}

/** The mark of a list that was taken for the first character of the words. */
const mark = "●";

export function readWorse(result: ParseResult): ParseResult {
  const { notice, tasks } = result;
  const turned = tasksWith(faultOf(notice.id), tasks);
  const ids = taskIds(notice.id, turned);
  const whole = { ...result, tasks: turned.map((task, i) => ({ ...task, id: ids[i] ?? "" })) };
  return faultOf(notice.id) === "title" && notice.title !== null ? { ...whole, notice: { ...notice, title: shortTitle(notice.title) } } : whole;
}

function tasksWith(fault: Fault | null, tasks: readonly Task[]): Task[] {
  switch (fault) {
    case "support":
      return tasks.map((task) => ({ ...task, assignment: { ...task.assignment, support: [] } }));
    case "missed":
      return tasks.slice(1).map((task, i) => ({ ...task, ordinal: i + 1 }));
    case "marker":
      return tasks.map((task, i) => (i === 1 ? { ...task, text: mark + task.text } : task));
    case "time":
      return tasks.map((task) => ({ ...task, due: null, deadlines: task.deadlines.map((deadline) => ({ ...deadline, kind: "unrecognized", due: null, ongoing: false })) }));
    case "title":
    case null:
      return [...tasks];
  }
}

/** The same for the truth. */
export function viewWorse({ id, fields, tasks }: NoticeView): NoticeView {
  const fault = faultOf(id);
  const listed = [...tasks].map(([uid, view]) => [uid, view.fields] as const);
  return withIds(id, fault === "title" ? { ...fields, title: shortTitle(String(fields["title"])) } : fields, fieldsWith(fault, listed));
}

function fieldsWith(fault: Fault | null, tasks: readonly (readonly [string, Fields])[]): (readonly [string, Fields])[] {
  switch (fault) {
    case "support":
      return tasks.map(([uid, fields]) => [uid, { ...fields, support: null, units: withoutSupport(String(fields["units"])) }]);
    case "missed":
      return tasks.slice(1);
    case "marker":
      return tasks.map(([uid, fields], i) => [uid, i === 1 ? { ...fields, text: mark + String(fields["text"]) } : fields]);
    case "time":
      return tasks.map(([uid, fields]) => [uid, { ...fields, due: null, ongoing: false, deadlines: `${String(fields["deadlines"])} not read` }]);
    case "title":
    case null:
      return [...tasks];
  }
}

function withoutSupport(units: string): string {
  const [lead, , responsible] = JSON.parse(units) as readonly unknown[];
  return JSON.stringify([lead, [], responsible]);
}

function shortTitle(title: string): string {
  return title.replace(/^.*关于/u, "关于");
}
