/** Makes tasks of items: a numbered one with all that stands below it, a paragraph, a phase. */
import type { TaskDraft } from "../../model/draft.ts";
import type { Table } from "../../model/document.ts";
import { joinQuotes, placesOf, quote, quoteCell, type Quote } from "../../model/quote.ts";
import { closes, closesAsItem, keepingTogether, listsAttendance, speaksOfAll } from "../../rules/closings.ts";
import { answersLabel, labelAlone, readLineLabel } from "../../rules/item-labels.ts";
import { findLimit } from "../../rules/deadlines/grammar.ts";
import type { Marker } from "../../rules/markers.ts";
import { readUnitHeader } from "../../rules/units/headers.ts";
import type { Book, PartSetting } from "../book.ts";
import { clausesIn } from "../clauses.ts";
import { joinLines } from "../../text/lines.ts";
import type { At } from "./at.ts";
import { bulletRule } from "./bullets.ts";
import type { Head } from "./head.ts";
import type { Heading } from "./heading.ts";
import { cutCounted } from "../item/counted.ts";
import { cutItem, goesOnBelow, isAllocated, linesOf, type ItemWords } from "../item/item.ts";
import type { Node } from "./tree.ts";

/** What an item is by its marker and heading. */
export interface ItemHead {
  readonly kind: TaskDraft["kind"];
  readonly number: string | null;
  readonly label: string | null;
  readonly heading: Quote | null;
  readonly weight: number | null;
  /** A working team: the lists of its members say who does it. */
  readonly team: boolean;
  /** The heading is all of its opening paragraph: the lines stand below it. */
  readonly above?: boolean;
}

/** An item without marker and heading. */
export function plainHead(kind: TaskDraft["kind"], label: string | null = null): ItemHead {
  return { kind, number: null, label, heading: null, weight: null, team: false };
}

/** What items are where the walk is. */
export function taskKind(at: At, setting: PartSetting): TaskDraft["kind"] {
  if (at.kind === "phases") return "phase";
  return (at.kind === "safeguards" || at.kind === "requirements") && setting.itemKind === "task" ? "safeguard" : setting.itemKind;
}

/** The running number that a marker prints: 3 of 3. and of 3、, 1.2 where items are counted below their headings; null for any other marker. */
export function runningNumber(marker: Marker | null): string | null {
  if (marker?.rule === "digit-pair") return /^\d{1,2}[-—–－.．]\d{1,2}/u.exec(marker.text)?.[0] ?? null;
  return marker?.rule === "digit-dot" ? String(marker.value) : null;
}

/** An item as a task: everything below its opening paragraph belongs to its text. */
export function addNode(node: Node, head: Head, heading: Heading | null, at: At, setting: PartSetting, book: Book, kind: TaskDraft["kind"]): void {
  const number = runningNumber(node.marker);
  const numbered = number !== null;
  const printed = node.marker?.text ?? null;
  book.ledger.claim(numbered ? "tasks.number" : "tasks.label", node.markerQuote?.spans ?? []);
  book.ledger.claim("tasks.assignment", heading?.bracket?.spans ?? []);
  book.ledger.claim("tasks.weight", head.weightQuote?.spans ?? []);
  const { own, closing } = splitClosing([...(head.rest === null ? [] : [head.rest]), ...linesBelow(node, book)], at, head.rest === null ? head.heading : null);
  addItem(own, { kind, number, label: numbered || node.marker?.rule === bulletRule ? null : printed, heading: heading?.words ?? null, weight: head.weight, team: isTeam(node, heading), above: head.heading !== null && head.rest === null }, at, setting, book);
  if (closing.length > 0) {
    const text = joinQuotes(closing);
    book.addSection({ kind: "closing", path: [], text, allocations: [], spans: text.spans });
  }
}

function isTeam(node: Node, heading: Heading | null): boolean {
  return node.marker?.rule === "team" || /(?:组|队|专班)[：:。]?$/u.test(heading?.words.text ?? "");
}

/** All paragraphs below an item in order, those of its points with their markers. */
function linesBelow(node: Node, book: Book): Quote[] {
  return node.content.flatMap((item): Quote[] => {
    if (item.kind === "text") return linesOf(book.document, [item.paragraph]);
    if (item.kind === "table") return cellLines(item.table, book);
    return [quote(book.document, item.node.line.span), ...linesBelow(item.node, book)];
  });
}

function cellLines(table: Table, book: Book): Quote[] {
  return table.cells.map((cell) => quoteCell(book.document, cell));
}

/** A labelled line that goes on with the item: 推进计划：…. */
const ownLabel = /^(?!(?:请|各|附|注|备注|联系|抄送))[\u4e00-\u9fff]{2,8}[：:]/u;

/** `bare`: the heading in which the item stands alone, so that the first line may close the part too. At the end of a part, what follows the last item's allocation, or else paragraphs that address everyone, close the plan. */
function splitClosing(lines: readonly Quote[], { last, terse, above }: At, bare: Quote | null): { own: readonly Quote[]; closing: readonly Quote[] } {
  if (!last || lines.length === 0) return { own: lines, closing: [] };
  const allocated = lines.findLastIndex((line, index) => (isAllocated(line.text) && !listsAttendance(line.text)) || readLineLabel(line.text) !== null || isAnswer(line, lines[index - 1]));
  const tells = terse && bare !== null && bare.text.endsWith("。") && (clausesIn(bare).length > 0 || (above.length > 0 && findLimit(bare.text) >= 0));
  const closesHere = (line: Quote, index: number): boolean => {
    if (index === 0 && bare === null) return false;
    if (terse && keepingTogether.pattern.test(line.text)) return true;
    if (index === 0 && !terse) return closesAsItem(line.text) || speaksOfAll(line.text) || listsAttendance(line.text);
    return closes(line.text) || (index === 0 && tells && findLimit(line.text) < 0 && clausesIn(line).every(({ quote }) => /^(?:各|全|有关|相关)/u.test(quote.text)));
  };
  const addressed = lines.findIndex(closesHere);
  const asked = lines.findIndex((line, index) => index > 0 && index === lines.length - 1 && /^(?:有关|工作|几点|活动|具体)?要求\s*[：:]/u.test(line.text));
  if (asked > 0) return { own: lines.slice(0, asked), closing: lines.slice(asked) };
  const behind = lines.findIndex((line, index) => index > allocated && (!ownLabel.test(line.text) || listsAttendance(line.text)));
  const from = allocated >= 0 ? (behind < 0 ? lines.length : behind) : addressed >= 0 ? addressed : lines.length;
  return { own: lines.slice(0, from), closing: lines.slice(from) };
}

/** What stands below a label that is alone on its line. */
function isAnswer(line: Quote, above: Quote | undefined): boolean {
  if (above !== undefined && goesOnBelow(above, line)) return true;
  const label = above === undefined ? null : labelAlone(above.text);
  return label !== null && answersLabel(line.text, label);
}

/** Cuts the paragraphs of an item and adds its tasks. An item that is all heading has its heading for a text. */
export function addItem(lines: readonly Quote[], head: ItemHead, at: At, setting: PartSetting, book: Book): void {
  const cut = cutItem(lines, head.team, head.above);
  const bare = head.heading !== null && cut.parts.length === 1 && cut.parts[0]?.text.text === "";
  const item = bare ? { ...cut, parts: cut.parts.map((part) => ({ ...part, text: head.heading ?? part.text })) } : { ...cut, parts: cut.parts.flatMap(cutCounted) };
  const own = bare ? { ...head, heading: null } : head;
  book.ledger.claim("tasks.heading", own.heading?.spans ?? []);
  for (const { owner, quote: words } of item.claims) book.ledger.claim(owner, words.spans);
  reportRepeated(item, book);
  for (const [index, part] of item.parts.entries()) {
    book.ledger.claim("tasks.text", part.text.spans);
    book.addTask(draftPart(item, index, lines, own, at, setting));
  }
}

/** 责任单位 twice in one item: several tasks stand in it whose numbers were not known. */
function reportRepeated({ columns }: ItemWords, book: Book): void {
  const repeated = columns.find(({ header }, index) => readUnitHeader(header) !== null && columns.findIndex((other) => other.header === header) < index);
  if (repeated !== undefined) book.context.report("task/several-allocations", { params: { label: repeated.header }, actual: repeated.quote.text, place: placesOf(book.document, repeated.quote.spans) });
}

/** A heading that may say until when: 年底前推广午间就餐服务。 */
const mayTellTime = /\d|年[底内末]|月底|季度|半年|全年|[节期季]前/u;

function draftPart(item: ItemWords, index: number, lines: readonly Quote[], head: ItemHead, at: At, setting: PartSetting): TaskDraft {
  const part = item.parts[index];
  const text = part?.text ?? { text: "", spans: [] };
  const own = part?.allocations ?? [];
  const headingSays = head.heading !== null && mayTellTime.test(head.heading.text) ? [head.heading] : [];
  const several = item.parts.length > 1;
  return {
    kind: at.kind === "requirements" && own.length > 0 ? setting.itemKind : head.kind,
    number: head.number,
    label: head.label,
    group: setting.group,
    part: several ? index + 1 : null,
    path: at.path,
    heading: head.heading === null ? null : joinLines(head.heading.text),
    text,
    columns: item.columns,
    weight: item.weight ?? head.weight,
    allocations: own.length > 0 ? own : sentencesOf(head, text, at),
    times: item.times.length === 0 && at.time !== null ? [{ quote: at.time, origin: "header", share: null }] : item.times,
    prose: [text, ...headingSays],
    spans: several ? [...text.spans, ...own.flatMap((allocation) => allocation.quote.spans)] : uniqueSpans([...(head.heading?.spans ?? []), ...text.spans, ...lines.flatMap((line) => line.spans)]),
  };
}

/** Who does an item without an allocation of its own: whom the headings above name, else its own heading and its sentences. */
function sentencesOf({ heading }: ItemHead, text: Quote, { above }: At): At["above"] {
  const named = above.length > 0 || heading === null ? above : clausesIn(heading);
  return named.length > 0 ? withHelpers(named, text) : clausesIn(text);
}

/** What the unit of a heading does, in the words below it: 牵头组织抢险. */
const leads = /^(?:负责|主要|具体)?牵头(?!单位|部门|领导|人)/u;

/** Who helps with an item below a heading that allocates it is told in its own words; who leads it there, leads it. */
function withHelpers(above: At["above"], text: Quote): At["above"] {
  if (leads.test(text.text) && above.length === 1) return above.map((one) => (one.role === "responsible" && one.header === null ? { ...one, role: "lead" } : one));
  const own = clausesIn(text);
  if (own.some(({ role, origin }) => origin === "clause" || role === "lead")) return own;
  return [...above, ...own.filter(({ role }) => role === "support")];
}

function uniqueSpans(spans: TaskDraft["spans"]): TaskDraft["spans"] {
  const whole = spans.filter((span, index) => !spans.some((other, i) => i !== index && other.start <= span.start && span.end <= other.end && (other.end - other.start > span.end - span.start || i < index)));
  return [...whole].sort((a, b) => a.start - b.start);
}
