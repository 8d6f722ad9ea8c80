/** Cuts a document into front matter, tasks and sections: which printed words play which part. */
import type { Context } from "../model/context.ts";
import type { NoticeDocument } from "../model/document.ts";
import type { FrontMatter, NoticeDraft, SectionDraft, TaskDraft } from "../model/draft.ts";
import { placesOf } from "../model/quote.ts";
import type { Steps } from "../model/steps.ts";
import { noticeKindRule, type NoticeKindRule } from "../rules/notice-kinds.ts";
import { openBook, type PartSetting } from "./book.ts";
import { genreOf, isDoubtful, type Genre } from "./genre.ts";
import { findRules } from "./document-rules.ts";
import { forwards } from "./forwarding.ts";
import { frame, type Part } from "./front/frame.ts";
import { isAllocated } from "./item/item.ts";
import { walkPart } from "./walk.ts";
import { tidyTree } from "./outline/tidy.ts";
import { growTree } from "./outline/tree.ts";
import { tellOnce } from "./once.ts";
import { withLegend } from "./legend.ts";
import { meetingDay } from "./meeting.ts";
import { mayHoldTasks } from "./table/task-table.ts";
import { yearLine } from "./year-line.ts";
import { findUntold } from "./untold.ts";
import { unwrap } from "../text/lines.ts";

/** The drafts of one document, each character claimed at most once. */
export function* segment(document: NoticeDocument, context: Context): Steps<NoticeDraft> {
  const { front, ledger, parts } = frame(document, context);
  yield;
  const rule = noticeKindRule(front.title?.text ?? null, front.enclosure?.text ?? null) ?? ruleOfHeadline(document, front);
  const book = openBook(document, context, ledger);
  const genre = genreOf(document, front, rule);
  const scene = { rule, genre, forwards: forwards(document, front, parts), plans: parts.filter(({ kind, label }) => kind === "plan" && label !== null).length, told: yield* toldInTables(document, parts) };
  yield;
  for (const part of parts) {
    const tree = tidyTree(document, growTree(document, part.blocks));
    yield;
    yield* walkPart(tree, settingOf(part, scene), book);
  }
  yield;
  const { tasks: once, told } = tellOnce(book.tasks, document, context);
  const tasks = withLegend(once, book.sections);
  if (book.tasks.length > 0 && isDoubtful(document, front, rule, genre)) {
    context.report("segment/doubtful-genre", { params: { count: String(book.tasks.length) }, place: placesOf(document, book.tasks[0]?.spans ?? []) });
  }
  const untold = tasks.length === 0 && !(genre === "silent" && rule?.outside === true) ? findUntold(book.sections.filter(({ kind }) => !scene.forwards || (kind !== "letter" && kind !== "requirements")), genre) : null;
  if (untold !== null) context.report("segment/untold-allocation", { params: { count: String(untold.count) }, actual: untold.first.text, place: placesOf(document, untold.first.spans) });
  return {
    kind: kindOf(rule, genre, tasks),
    standing: rule?.standing ?? false,
    front,
    period: book.period,
    held: rule?.id === "minutes" ? meetingDay(book.sections) : null,
    yearLine: yearLine(document, front.title),
    tasks,
    sections: [...book.sections, ...told],
    rules: findRules(tasks, book.sections, book.remarks),
    unitLists: book.unitLists,
    claims: book.ledger.claims,
  };
}

/** Longer lines head nothing. */
const longestHeadline = 40;

/** A first line that is no title of a notice may still head a paper of another genre: 第一学期行事历 in a plain table. */
function ruleOfHeadline(document: NoticeDocument, { title }: FrontMatter): NoticeKindRule | null {
  const [first] = document.blocks.filter(({ kind }) => kind !== "furniture");
  if (title !== null || first?.kind !== "paragraph") return null;
  const words = document.text.slice(first.span.start, first.span.end).trim();
  const rule = words.length > longestHeadline ? null : noticeKindRule(words, null);
  return rule?.outside === true ? rule : null;
}

const preambles: Readonly<Record<Part["kind"], SectionDraft["kind"]>> = { letter: "letter", plan: "preamble", attachment: "other" };
const listTitle = /名单|对象|成员单位|参加.{0,12}单位|单位$|一览表/u;

/** What is known of the notice as a whole. */
interface Scene {
  readonly rule: NoticeKindRule | null;
  readonly genre: Genre;
  readonly forwards: boolean;
  /** How many labelled parts are plans. */
  readonly plans: number;
  /** Parts whose own words name nobody, in a notice whose tables allocate: what they list is told in the tables. */
  readonly told: ReadonlySet<Part>;
}

/** The parts that allocate nothing in their paragraphs, where a table of the notice does (conventions/records.md 1 and 8). */
function* toldInTables(document: NoticeDocument, parts: readonly Part[]): Steps<ReadonlySet<Part>> {
  for (const table of parts.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "table"))) {
    if (table.rows > 2 && (yield* mayHoldTasks(document, table))) return new Set(parts.filter((part) => !allocatesInWords(part, document)));
  }
  return new Set();
}

function allocatesInWords({ blocks }: Part, { text }: NoticeDocument): boolean {
  return blocks.some((block) => block.kind === "paragraph" && isAllocated(text.slice(block.span.start, block.span.end)));
}

/** In a letter that forwards a plan, numbered items ask for care with the plan; they are tasks only where they name who does what. */
function settingOf(part: Part, { rule, genre, forwards, plans, told }: Scene): PartSetting {
  const assessed: TaskDraft["kind"] = rule?.kind === "assessment-plan" ? "assessment" : "task";
  const title = part.title === null ? null : unwrap(part.title.text);
  return {
    group: groupOf(part, plans),
    title,
    genre,
    allocates: genre === "allocates" && !(part.kind === "letter" && forwards) && !told.has(part),
    listsUnits: part.kind === "attachment" && title !== null && listTitle.test(title),
    itemKind: part.kind === "attachment" ? assessed : "task",
    tableKind: assessed,
    preamble: preambles[part.kind],
    body: part.kind === "letter" && forwards ? "requirements" : "other",
  };
}

/** The label of an attachment that is one of several; a plan that is the only one needs none. */
function groupOf({ kind, label }: Part, plans: number): string | null {
  if (kind === "letter" || label === null || label === "附件") return null;
  return kind === "attachment" || plans > 1 ? label : null;
}

/** What the title announces; a title that announces nothing, or no work, is corrected by tasks that somebody has to do. */
function kindOf(rule: NoticeKindRule | null, genre: Genre, tasks: readonly TaskDraft[]): NoticeDraft["kind"] {
  const announced = genre === "allocates" || tasks.length > 0 ? (rule?.kind ?? "other") : "other";
  return announced === "other" && tasks.some(isAllocatedTask) ? "task-allocation" : announced;
}

function isAllocatedTask(task: TaskDraft): boolean {
  return task.allocations.length > 0 || task.times.length > 0;
}

