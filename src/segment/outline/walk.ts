/** Walks the outline of a part and tells tasks from sections, in reading order. */
import type { AllocationDraft, SectionDraft, TaskDraft } from "../../model/draft.ts";
import type { Paragraph, Table } from "../../model/document.ts";
import { joinQuotes, partOf, quote, quoteCell, type Quote } from "../../model/quote.ts";
import { readLineLabel } from "../../rules/item-labels.ts";
import { sectionKind, type SectionKind } from "../../rules/sections.ts";
import { isUnitList } from "./unit-list.ts";
import { readTaskTable, type ReadTable } from "../table/task-table.ts";
import type { Book, PartSetting } from "../book.ts";
import { clausesIn } from "../clauses.ts";
import { joinLines } from "../table/entries.ts";
import { cutHeads, type Head } from "./head.ts";
import { allocationBrackets, cutItem, isAllocated, linesOf, type ItemWords } from "./item.ts";
import { cutPhases } from "./phases.ts";
import { childrenOf, paragraphsBelow, type Content, type Node } from "./tree.ts";

/** Where in the outline the walk is. */
interface At {
  readonly path: readonly string[];
  readonly kind: SectionKind | null;
  /** Allocations printed on a heading above: they hold for items that have none of their own. */
  readonly above: readonly AllocationDraft[];
  /** Nothing follows in this part: trailing paragraphs may close it. */
  readonly last: boolean;
}

/** Markers of this rank and deeper only list points inside an item, unless they allocate. */
const pointRank = 4;

/** Walks one part from its top. */
export function walkPart(content: readonly Content[], setting: PartSetting, book: Book): void {
  walkContent(content, { path: [], kind: null, above: [], last: true }, setting, book);
}

function walkContent(content: readonly Content[], at: At, setting: PartSetting, book: Book): void {
  const nodes = childrenOf(content);
  const heads = new Map(cutHeads(book.document, nodes).map((head, index) => [nodes[index], head]));
  let table: ReadTable | null = null;
  let run: Paragraph[] = [];
  const flush = (): void => {
    if (run.length > 0) walkText(run, at, setting, book);
    run = [];
  };
  for (const [index, item] of content.entries()) {
    if (item.kind === "text") {
      run.push(item.paragraph);
      continue;
    }
    if (item.kind === "node" && heads.get(item.node)?.heading === null && isPlain(item.node, at, setting, book)) {
      run.push(...paragraphsIn(item.node));
      continue;
    }
    if (run.length > 0) table = null;
    flush();
    if (item.kind === "table") {
      table = walkTable(item.table, table, at, setting, book);
      continue;
    }
    table = null;
    const head = heads.get(item.node);
    if (head !== undefined) walkNode(item.node, head, { ...at, last: at.last && index === content.length - 1 }, setting, book);
  }
  flush();
}

function walkTable(table: Table, before: ReadTable | null, at: At, setting: PartSetting, book: Book): ReadTable | null {
  const read = readTaskTable(book.document, table, { kind: setting.tableKind, group: setting.group, before }, book.ledger, book.context);
  if (read === null) {
    book.addTable(table, at.path);
    return null;
  }
  for (const task of read.tasks) book.addTask({ ...task, path: [...at.path, ...task.path] });
  for (const note of read.notes) book.addSection({ kind: "other", path: at.path, text: note, allocations: [], spans: note.spans }, false);
  return read.state;
}

/** A numbered paragraph without heading that is no task reads on as body text, its marker included. */
function isPlain(node: Node, at: At, setting: PartSetting, book: Book): boolean {
  if (node.content.some((item) => item.kind === "table") || subtreeAllocated(node, book)) return false;
  return !setting.allocates || isDescribed(at.kind) || setting.listsUnits;
}

/** Sections that describe: their items are no tasks unless they allocate. */
function isDescribed(kind: SectionKind | null): boolean {
  return kind === "aims" || kind === "scope" || kind === "results" || kind === "objects" || kind === "time";
}

function paragraphsIn(node: Node): Paragraph[] {
  return [node.line, ...node.content.flatMap((item) => (item.kind === "text" ? [item.paragraph] : item.kind === "node" ? paragraphsIn(item.node) : []))];
}

/** Paragraphs that open no node: an allocated one is a task, phases are phases, the rest is body text. */
function walkText(paragraphs: readonly Paragraph[], at: At, setting: PartSetting, book: Book): void {
  let plain: Quote[] = [];
  const flush = (): void => {
    if (plain.length > 0) addText(plain, at, setting, book);
    plain = [];
  };
  for (const line of linesOf(book.document, paragraphs)) {
    const phases = cutPhases(line);
    if (phases !== null) {
      if (phases.lead !== null) plain.push(phases.lead);
      flush();
      for (const { label, text, comma } of phases.phases) {
        book.ledger.claim("tasks.label", label.spans);
        book.ledger.claim("tasks.text", comma.spans);
        addItem([text], { kind: "phase", number: null, label: label.text.replace(/[：:，,、]$/u, ""), heading: null, headingQuote: null, weight: null }, at, setting, book);
      }
    } else if (at.kind !== "objects" && allocationBrackets(line.text).length > 0 && line.text.length > 20) {
      flush();
      addItem([line], { kind: taskKind(at, setting), number: null, label: null, heading: null, headingQuote: null, weight: null }, at, setting, book);
    } else plain.push(line);
  }
  flush();
}

/** The list itself stands elsewhere. */
const refersOn = /见附件|附后|另行/u;

function addText(lines: readonly Quote[], at: At, setting: PartSetting, book: Book): void {
  const text = joinQuotes(lines);
  if (at.kind === "time" && book.period === null && /\d/u.test(text.text)) {
    book.period = text;
    book.ledger.claim("notice.period", text.spans);
    return;
  }
  const listTitle = at.path.at(-1) ?? setting.title;
  if (listTitle !== null && (at.kind === "objects" || setting.listsUnits) && !refersOn.test(text.text) && isUnitList(text.text)) {
    book.addUnitList({ title: listTitle, quote: text });
    return;
  }
  book.addSection({ kind: sectionOf(at, setting), path: at.path, text, allocations: [], spans: text.spans });
}

function sectionOf(at: At, setting: PartSetting): SectionDraft["kind"] {
  if (at.kind === "aims") return "aims";
  if (at.kind === "requirements" || at.kind === "safeguards") return "requirements";
  return at.path.length === 0 ? setting.preamble : setting.body;
}

function walkNode(node: Node, head: Head, at: At, setting: PartSetting, book: Book): void {
  const heading = head.heading === null ? null : takeBracket(head.heading);
  const kind = kindOf(heading, at);
  const allocated = subtreeAllocated(node, book);
  const children = childrenOf(node.content);
  const above = heading === null || heading.allocation === null ? at.above : [heading.allocation];
  if (at.kind === "phases" && setting.allocates) return addNode(node, head, heading, { ...at, above }, setting, book, "phase");
  const container = isContainer(node, children, book) || kind === "phases" || (heading !== null && kind !== at.kind && children.length > 0);
  const described = isDescribed(kind) || setting.listsUnits || (kind === "requirements" && at.kind === null);
  if (!container && !(described && !allocated) && (setting.allocates || allocated)) {
    return addNode(node, head, heading, { ...at, above }, setting, book, taskKind({ ...at, kind }, setting));
  }
  const path = [...at.path, headingText(node, heading?.words ?? null)].filter((text) => text !== "");
  claimHead(node, head, heading, "sections.path", book);
  const rest: Content[] = head.rest === null ? [] : [{ kind: "text", paragraph: paragraphOf(node, head.rest) }];
  if (heading?.allocation != null && !allocatedBelow(node, book)) {
    book.addSection({ kind: "other", path, text: partOf(node.words, 0, 0), allocations: above, spans: heading.words.spans }, false);
  }
  const own = takeAllocation(node, book);
  walkContent([...rest, ...own.content], { path, kind, above: own.allocations ?? above, last: at.last }, setting, book);
}

/** What a section is by its heading; below aims, requirements and the like everything stays what its section is. */
function kindOf(heading: Heading | null, { kind }: At): SectionKind | null {
  if (heading === null || (kind !== null && kind !== "work")) return kind;
  return sectionKind(heading.words.text) ?? kind;
}

/** What stands behind a run-in heading, as a paragraph of its own. */
function paragraphOf(node: Node, rest: Quote): Paragraph {
  return { ...node.line, span: { start: rest.spans[0]?.start ?? node.line.span.end, end: rest.spans.at(-1)?.end ?? node.line.span.end }, label: null };
}

interface Heading {
  readonly words: Quote;
  readonly allocation: AllocationDraft | null;
  readonly bracket: Quote | null;
}

/** Takes an allocation bracket off a heading: it holds for all items below. */
function takeBracket(heading: Quote): Heading {
  const bracket = allocationBrackets(heading.text).at(-1);
  if (bracket === undefined) return { words: heading, allocation: null, bracket: null };
  const inner = partOf(heading, bracket.start + 1, bracket.end - 1);
  return {
    words: partOf(heading, 0, bracket.start),
    allocation: { quote: inner, role: null, header: null, origin: "heading" },
    bracket: partOf(heading, bracket.start, heading.text.length),
  };
}

/** A labelled line right below a heading, before the first item, allocates all items below; it is no text of the section. */
function takeAllocation(node: Node, book: Book): { allocations: AllocationDraft[] | null; content: readonly Content[] } {
  const none = { allocations: null, content: node.content };
  if (childrenOf(node.content).length === 0) return none;
  const before = node.content.findIndex((item) => item.kind !== "text");
  const allocations: AllocationDraft[] = [];
  const rest = node.content.filter((item, index) => {
    if (index >= before || item.kind !== "text") return true;
    const line = quote(book.document, item.paragraph.span);
    if (line.text.length > 200 || readLineLabel(line.text)?.meaning.kind !== "units") return true;
    const words = cutItem([line]);
    for (const { owner, quote: part } of words.claims) book.ledger.claim(owner, part.spans);
    allocations.push(...words.parts.flatMap((part) => part.allocations));
    return false;
  });
  return allocations.length === 0 ? none : { allocations: allocations.map((allocation) => ({ ...allocation, origin: "heading" })), content: rest };
}

function headingText(node: Node, heading: Quote | null): string {
  const marker = node.marker === null ? "" : node.marker.text + (node.marker.rule === "chapter" ? " " : "");
  return marker + joinLines(heading?.text ?? "");
}

function claimHead(node: Node, head: Head, heading: Heading | null, owner: string, book: Book): void {
  book.ledger.claim(owner, [...(node.markerQuote?.spans ?? []), ...(heading?.words.spans ?? [])]);
  book.ledger.claim("tasks.assignment", heading?.bracket?.spans ?? []);
  book.ledger.claim("tasks.weight", head.weightQuote?.spans ?? []);
}

/** Whether items stand below that are tasks of their own. */
function isContainer(node: Node, children: readonly Node[], book: Book): boolean {
  if (node.content.some((item) => item.kind === "table")) return true;
  if (linesOf(book.document, paragraphsBelow(node.content)).some((line) => cutPhases(line) !== null)) return true;
  return children.some((child) => (child.marker?.rank ?? 0) < pointRank || subtreeAllocated(child, book));
}

function subtreeAllocated(node: Node, book: Book): boolean {
  return isAllocated(node.words.text) || allocatedBelow(node, book);
}

function allocatedBelow(node: Node, book: Book): boolean {
  return node.content.some((item) => {
    if (item.kind === "text") return isAllocated(quote(book.document, item.paragraph.span).text);
    return item.kind === "node" && subtreeAllocated(item.node, book);
  });
}

function taskKind(at: At, setting: PartSetting): TaskDraft["kind"] {
  if (at.kind === "phases") return "phase";
  return at.kind === "safeguards" ? "safeguard" : setting.itemKind;
}

/** An item as a task: everything below its opening paragraph belongs to its text. */
function addNode(node: Node, head: Head, heading: Heading | null, at: At, setting: PartSetting, book: Book, kind: TaskDraft["kind"]): void {
  const numbered = node.marker?.rule === "digit-dot";
  const printed = node.marker?.text ?? null;
  book.ledger.claim(numbered ? "tasks.number" : "tasks.label", node.markerQuote?.spans ?? []);
  book.ledger.claim("tasks.heading", heading?.words.spans ?? []);
  book.ledger.claim("tasks.assignment", heading?.bracket?.spans ?? []);
  book.ledger.claim("tasks.weight", head.weightQuote?.spans ?? []);
  const { own, closing } = splitClosing([...(head.rest === null ? [] : [head.rest]), ...linesBelow(node, book)], at.last);
  const number = numbered && node.marker !== null ? String(node.marker.value) : null;
  addItem(own, { kind, number, label: numbered ? null : printed, heading: heading === null ? null : joinLines(heading.words.text), headingQuote: heading?.words ?? null, weight: head.weight }, at, setting, book);
  if (closing.length > 0) {
    const text = joinQuotes(closing);
    book.addSection({ kind: "closing", path: [], text, allocations: [], spans: text.spans });
  }
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

const closingWords = /^(?:各(?:地区|地|级|市|省|县|区|乡|镇|有关|相关|部门|单位|责任|成员)|请各|本(?:意见|方案|通知|办法|计划|要点)自|以上(?:任务|工作)|国务院办公厅|.{2,12}(?:办公厅|办公室)(?:要|将|会同))/u;

/** At the end of a part, what follows the last item's allocation, or else paragraphs that address everyone, close the plan. */
function splitClosing(lines: readonly Quote[], last: boolean): { own: readonly Quote[]; closing: readonly Quote[] } {
  if (!last || lines.length === 0) return { own: lines, closing: [] };
  const allocated = lines.findLastIndex((line) => isAllocated(line.text) || readLineLabel(line.text) !== null);
  const addressed = lines.findIndex((line, index) => index > 0 && closingWords.test(line.text));
  const from = allocated >= 0 ? allocated + 1 : addressed >= 0 ? addressed : lines.length;
  return { own: lines.slice(0, from), closing: lines.slice(from) };
}

interface ItemHead {
  readonly kind: TaskDraft["kind"];
  readonly number: string | null;
  readonly label: string | null;
  readonly heading: string | null;
  readonly headingQuote: Quote | null;
  readonly weight: number | null;
}

function addItem(lines: readonly Quote[], head: ItemHead, at: At, setting: PartSetting, book: Book): void {
  const item = cutItem(lines);
  for (const { owner, quote: words } of item.claims) book.ledger.claim(owner, words.spans);
  for (const [index, part] of item.parts.entries()) {
    book.ledger.claim("tasks.text", part.text.spans);
    book.addTask(draftPart(item, index, lines, head, at, setting));
  }
}

function draftPart(item: ItemWords, index: number, lines: readonly Quote[], head: ItemHead, at: At, setting: PartSetting): TaskDraft {
  const part = item.parts[index];
  const text = part?.text ?? { text: "", spans: [] };
  const own = part?.allocations ?? [];
  const headingSays = head.headingQuote !== null && /\d/u.test(head.headingQuote.text) ? [head.headingQuote] : [];
  return {
    kind: head.kind,
    number: head.number,
    label: head.label,
    group: setting.group,
    part: item.parts.length > 1 ? index + 1 : null,
    path: at.path,
    heading: head.heading,
    text,
    columns: item.columns,
    weight: item.weight ?? head.weight,
    allocations: own.length > 0 ? own : at.above.length > 0 ? at.above : clausesIn(text),
    times: item.times,
    prose: [text, ...headingSays],
    spans: item.parts.length > 1 ? [...text.spans, ...own.flatMap((allocation) => allocation.quote.spans)] : [...(head.headingQuote?.spans ?? []), ...lines.flatMap((line) => line.spans)],
  };
}
