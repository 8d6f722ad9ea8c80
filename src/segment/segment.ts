/** Cuts a document into front matter, tasks and sections: which printed words play which part. */
import type { Context } from "../model/context.ts";
import type { NoticeDocument } from "../model/document.ts";
import type { NoticeDraft, SectionDraft, TaskDraft } from "../model/draft.ts";
import { noticeKindRule, type NoticeKindRule } from "../rules/notice-kinds.ts";
import { openBook, type PartSetting } from "./book.ts";
import { openLedger } from "./claims.ts";
import { findRules } from "./document-rules.ts";
import { frame, type Part } from "./front/frame.ts";
import { walkPart } from "./outline/walk.ts";
import { growTree } from "./outline/tree.ts";

/** The drafts of one document, each character claimed at most once. */
export function segment(document: NoticeDocument, context: Context): NoticeDraft {
  const { front, claims, parts } = frame(document, context);
  const rule = noticeKindRule(front.title?.text ?? null, front.enclosure?.text ?? null);
  const book = openBook(document, context, openLedger(claims));
  const forwards = front.enclosure !== null || parts.some(({ kind }) => kind === "plan");
  for (const part of parts) walkPart(growTree(document, part.blocks), settingOf(part, rule, forwards), book);
  return {
    kind: rule?.kind ?? (book.tasks.some(isAllocatedTask) ? "task-allocation" : "other"),
    front,
    period: book.period,
    tasks: book.tasks,
    sections: book.sections,
    rules: findRules(book.tasks, book.sections),
    unitLists: book.unitLists,
    claims: book.ledger.claims,
  };
}

const preambles: Readonly<Record<Part["kind"], SectionDraft["kind"]>> = { letter: "letter", plan: "preamble", attachment: "other" };
const listTitle = /名单|对象|成员单位|参加.{0,12}单位|单位$|一览表/u;

/** In a letter that forwards a plan, numbered items ask for care with the plan; they are tasks only where they name who does what. */
function settingOf(part: Part, rule: NoticeKindRule | null, forwards: boolean): PartSetting {
  const assessed: TaskDraft["kind"] = rule?.kind === "assessment-plan" ? "assessment" : "task";
  const title = part.title?.text.replace(/\s*\n\s*/gu, "") ?? null;
  return {
    group: part.kind === "attachment" ? part.label : null,
    title,
    allocates: (rule?.allocates ?? false) && !(part.kind === "letter" && forwards),
    listsUnits: part.kind === "attachment" && title !== null && listTitle.test(title),
    itemKind: part.kind === "attachment" ? assessed : "task",
    tableKind: assessed,
    preamble: preambles[part.kind],
    body: part.kind === "letter" && forwards ? "requirements" : "other",
  };
}

function isAllocatedTask(task: TaskDraft): boolean {
  return task.allocations.length > 0 || task.times.length > 0;
}

