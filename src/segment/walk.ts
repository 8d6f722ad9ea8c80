/** Walks the outline of a part and tells tasks from sections, in reading order. */
import type { Paragraph, Table } from "../model/document.ts";
import { linesIn, partOf, quote, sentencesIn, type Quote } from "../model/quote.ts";
import type { Steps } from "../model/steps.ts";
import { closesAsItem } from "../rules/closings.ts";
import { findLimit } from "../rules/deadlines/grammar.ts";
import { doneForAll, remarkRule, timeForAll } from "../rules/remarks.ts";
import { besideHead, namesPhase, sectionKind, type SectionKind } from "../rules/sections.ts";
import { isWordForUnit } from "../rules/units/headers.ts";
import type { Book, PartSetting } from "./book.ts";
import { joinCutRecord } from "./table/cut-record.ts";
import { clausesIn } from "./clauses.ts";
import { closeTaskTable, mayHoldTasks, readTaskTable, type ReadTable, type TaskTable } from "./table/task-table.ts";
import { listsMembers, rememberAllocated, type Allocated } from "./outline/allocated.ts";
import { isDescribed, type At } from "./outline/at.ts";
import { tellsDuty, walkText } from "./outline/body-text.ts";
import { cutHeads, type Head } from "./outline/head.ts";
import { areOffices, claimHead, headingText, namesOffice, officeHead, readHeading, saysDuty, takeAllocation, unitHead, type Heading } from "./outline/heading.ts";
import { allocationBrackets } from "./item/brackets.ts";
import { addItem, addNode, plainHead, runningNumber, taskKind } from "./outline/task.ts";
import { linesOf } from "./item/item.ts";
import { recogniseTableNote } from "../rules/table-notes.ts";
import { reading } from "../text/reading.ts";
import { givesRoles } from "./table/roles-above.ts";
import { shareAllocations } from "./shared-allocation.ts";
import { timeAbove, timeOver } from "./shared-time.ts";
import { joinSideLists } from "./side-lists.ts";
import { childrenOf, paragraphsBelow, type Content, type Node } from "./outline/tree.ts";
import { addAll } from "../model/add-all.ts";

/** What stays the same while one part is walked. */
interface Walk {
  readonly setting: PartSetting;
  readonly book: Book;
  readonly allocated: Allocated;
}

/** Walks one part from its top. */
export function* walkPart(content: readonly Content[], setting: PartSetting, book: Book): Steps<void> {
  const before = { tasks: book.tasks.length, sections: book.sections.length };
  const walk = { setting, book, allocated: rememberAllocated(book.document, setting.genre) };
  yield* walkContent(content, { path: [], kind: setting.genre === "allocates" && headsDuties(content, book) ? "duties" : null, above: [], time: null, last: true, terse: false, terseBeside: false, offices: false, counted: false, before: book.tasks.length }, walk);
  shareTime(before, book);
  shareAllocations(before.tasks, book.tasks);
}

/** 以上任务完成时限均为…, 所有建议均须于6月底前办结: words of the part, or of the letter before it, that give their time to all tasks without one. */
function shareTime(before: Readonly<Record<"tasks" | "sections", number>>, { tasks, sections }: Book): void {
  const own = sections.slice(before.sections).flatMap(({ text }) => linesIn(text));
  const letter = sections.slice(0, before.sections).flatMap(({ kind, text }) => (kind === "letter" ? linesIn(text) : []));
  const words = own.find(({ text }) => timeForAll.pattern.test(text)) ?? [...own, ...letter].flatMap(sentencesIn).find(({ text }) => doneForAll.pattern.test(text));
  if (words === undefined) return;
  for (const [index, task] of tasks.entries()) if (index >= before.tasks && task.times.length === 0) tasks[index] = { ...task, times: [{ quote: words, origin: "notice", share: null }] };
}

/** A caption over a table has at most so many lines, and as many notes stand below it. */
const captionLines = 2;
const noteLines = 6;

function* walkContent(given: readonly Content[], at: At, walk: Walk): Steps<void> {
  const content = joinSideLists(joinCutRecords(given, walk), walk.book.document, walk.book.ledger);
  const nodes = childrenOf(content);
  const heads = new Map(cutHeads(walk.book.document, nodes).map((head, index) => [nodes[index], head]));
  const phases = at.kind === null || at.kind === "work" ? phasesAmong(nodes, walk) : new Set<Node>();
  const beside = besideWork(nodes, at, walk);
  const terse = nodes.length < 2 ? at.terseBeside : nodes.slice(0, -1).every((node) => node.content.length === 0);
  const terseBeside = nodes.length >= 2 && nodes.slice(0, -1).every(({ content }) => childrenOf(content).length > 0 && childrenOf(content).every((child) => child.content.length === 0));
  const counted = nodes.length >= 2 && nodes.every(({ marker }, index) => marker !== null && marker.value === (nodes[0]?.marker?.value ?? 0) + index);
  const offices = walk.setting.genre === "allocates" && areOffices([...heads.values()]);
  let table: ReadTable | null = null;
  let run: Paragraph[] = [];
  let above: Quote[] = [];
  const notes = new Set<Paragraph>();
  const flush = (): void => {
    if (run.length > 0) walkText(run, at, walk.setting, walk.book);
    above = linesOf(walk.book.document, run).slice(-captionLines);
    run = [];
  };
  for (const [index, item] of content.entries()) {
    if (item.kind === "text") {
      if (notes.has(item.paragraph)) addNote(item.paragraph, at, walk);
      else run.push(item.paragraph);
      continue;
    }
    if (item.kind === "node" && (explains(item.node, walk) || (heads.get(item.node)?.heading === null && isPlain(item.node, at, walk)))) {
      addAll(run, paragraphsIn(item.node));
      continue;
    }
    if (run.length > 0 || item.kind === "node") table = closeTable(table, at, walk);
    const given = item.kind === "table" ? takeGiven(run, walk) : [];
    flush();
    if (item.kind === "table") {
      for (const paragraph of given) addNote(paragraph, at, walk);
      addAll(above, linesOf(walk.book.document, given));
      const below = notesBelow(content, index, walk);
      for (const { paragraph, note } of below) if (note) notes.add(paragraph);
      yield;
      table = yield* walkTable(item.table, table, { ...at, time: timeAbove(above) ?? at.time }, above, below.flatMap(({ lines }) => lines), walk);
      above = [];
      continue;
    }
    const head = heads.get(item.node);
    if (head !== undefined) yield* walkNode(item.node, head, { ...at, kind: phases.has(item.node) ? "phases" : beside.has(item.node) ? "beside" : at.kind, terse, terseBeside, offices, counted, last: at.last && index === content.length - 1 }, walk);
  }
  closeTable(table, at, walk);
  flush();
}

/** Takes the lines right above a table that say who does its rows: they are no items of their own. */
function takeGiven(run: Paragraph[], { book, setting }: Walk): Paragraph[] {
  if (setting.genre === "silent") return [];
  const others = run.findLastIndex(({ span }) => !givesRoles(quote(book.document, span).text));
  return run.splice(others + 1, run.length);
}

/** （一）动员部署阶段（…）, （二）集中整治阶段（…）: items that count phases, whatever stands above them. One that has tasks below it is a heading. */
function phasesAmong(nodes: readonly Node[], { allocated }: Walk): ReadonlySet<Node> {
  const named = nodes.filter((node) => node.marker !== null && namesPhase(node.words.text));
  if (named.length >= 2 && named.every(({ content }) => areTold(childrenOf(content)))) return new Set();
  const phases = named.filter((node) => childrenOf(node.content).filter((child) => allocated.within(child)).length < 2 && !holdsTable(node));
  return new Set(phases.length >= 2 ? phases : []);
}

/** Points that each say in their first sentence who does them are tasks of their own. */
function areTold(points: readonly Node[]): boolean {
  return points.length >= 2 && points.every(({ words }) => clausesIn(words).length > 0);
}

/**
 * 一、禁烧范围, 五、资金来源: top sections of plain paragraphs that name nobody and no limit, where other sections hold items that are allocated;
 * none where such a section says who does something until when.
 */
function besideWork(nodes: readonly Node[], at: At, { setting, allocated, book }: Walk): ReadonlySet<Node> {
  if (setting.genre !== "allocates" || at.path.length > 0 || at.kind !== null) return new Set();
  const plain = nodes.filter((node) => node.marker !== null && childrenOf(node.content).length === 0 && !holdsTable(node));
  const beside = plain.filter(({ words, content }) => content.length > 0 && besideHead.pattern.test(reading(words.text)) && (sectionKind(words.text) ?? "work") === "work");
  if (beside.length === 0) return new Set();
  const lines = (node: Node): Quote[] => [node.words, ...linesOf(book.document, paragraphsBelow(node.content))];
  const names = (line: Quote): boolean => clausesIn(line).length > 0;
  const told = (node: Node): boolean => allocated.within(node) || lines(node).some(names);
  if (!nodes.some(({ content }) => childrenOf(content).some(told))) return new Set();
  if (plain.some((node) => allocated.within(node) || lines(node).some((line) => findLimit(line.text) >= 0 && names(line)))) return new Set();
  return new Set(beside.filter((node) => lines(node).every((line) => findLimit(line.text) < 0 && !names(line))));
}

/** Tables between which a record was cut by hand become one. */
function joinCutRecords(content: readonly Content[], { book }: Walk): readonly Content[] {
  if (!content.some(({ kind }) => kind === "table")) return content;
  const joined: Content[] = [];
  for (const item of content) {
    const before = joined.at(-1);
    const both = before?.kind === "table" && item.kind === "table" ? joinCutRecord(book.document, before.table, item.table) : null;
    if (both === null) joined.push(item);
    else joined[joined.length - 1] = { kind: "table", table: both };
  }
  return joined;
}

/** The lines right below a table; `note`: a paragraph that is marked as a note, and nothing else. */
function notesBelow(content: readonly Content[], table: number, { book }: Walk): { paragraph: Paragraph; lines: Quote[]; note: boolean }[] {
  const found: { paragraph: Paragraph; lines: Quote[]; note: boolean }[] = [];
  let first = table + 1;
  while (content[first]?.kind === "table") first++;
  for (const item of content.slice(first, first + noteLines)) {
    if (item.kind !== "text") break;
    const lines = linesOf(book.document, [item.paragraph]);
    found.push({ paragraph: item.paragraph, lines, note: lines.some(({ text }) => recogniseTableNote(text) === "note") });
  }
  return found;
}

function addNote(paragraph: Paragraph, at: At, { book }: Walk): void {
  const text = quote(book.document, paragraph.span);
  book.addSection({ kind: "other", path: at.path, text, allocations: [], spans: text.spans });
}

function* walkTable(table: Table, before: ReadTable | null, at: At, above: readonly Quote[], below: readonly Quote[], walk: Walk): Steps<ReadTable | null> {
  const { setting, book } = walk;
  const read = yield* readTaskTable(book.document, table, { kind: setting.tableKind, genre: setting.genre, group: setting.group, time: at.time, given: at.above, above, below, before }, book.ledger, book.context);
  if (read?.state.frame.carried !== before?.frame.carried) closeTable(before, at, walk);
  if (read === null) {
    book.addTable(table, at.path, yield* mayHoldTasks(book.document, table, setting.genre));
    return null;
  }
  addAll(book.remarks, read.above.map((words) => ({ words, fromTask: null })));
  const first = book.tasks.length + 1;
  addAll(book.remarks, [...read.notes, ...below].map((words) => ({ words, fromTask: first })));
  addRows(read, at, book);
  return read.state;
}

/** Nothing goes on from this table any more. */
function closeTable(table: ReadTable | null, at: At, { book }: Walk): null {
  if (table !== null) addRows(closeTaskTable(table, book.document, book.ledger, book.context), at, book);
  return null;
}

function addRows({ tasks, notes }: Pick<TaskTable, "tasks" | "notes">, at: At, book: Book): void {
  for (const task of tasks) book.addTask({ ...task, path: [...at.path, ...task.path] });
  for (const note of notes) book.addSection({ kind: "other", path: at.path, text: note, allocations: [], spans: note.spans }, false);
}

/** A numbered paragraph without heading that is no task reads on as body text, its marker included. */
function isPlain(node: Node, at: At, { setting, allocated }: Walk): boolean {
  if (holdsTable(node) || allocated.within(node) || at.above.length > 0) return false;
  return !setting.allocates || isDescribed(at.kind) || setting.listsUnits;
}

/** A definition: nobody is asked to do anything. */
function explains(node: Node, { allocated }: Walk): boolean {
  return !holdsTable(node) && childrenOf(node.content).length === 0 && !allocated.within(node) && remarkRule(node.words.text)?.opens === false;
}

function holdsTable(node: Node): boolean {
  return node.content.some((item) => item.kind === "table" || (item.kind === "node" && holdsTable(item.node)));
}

function paragraphsIn(node: Node): Paragraph[] {
  return [node.line, ...node.content.flatMap((item) => (item.kind === "text" ? [item.paragraph] : item.kind === "node" ? paragraphsIn(item.node) : []))];
}

function* walkNode(node: Node, cut: Head, at: At, walk: Walk): Steps<void> {
  yield;
  const { setting, book, allocated } = walk;
  const named = unitHead(node.words);
  const office = setting.genre === "allocates" ? officeHead(node.words) : null;
  const head = office ?? named ?? cut;
  const heading = head.heading === null ? null : readHeading(head.heading, at.kind, office !== null || (at.offices && namesOffice(head.heading.text)));
  const kind = kindOf(heading, at);
  if (closesAsItem(node.words.text) && node.content.length === 0 && !allocated.within(node)) {
    addClosing(quote(book.document, node.line.span), book);
    return;
  }
  if (isBareHeading(node, at) && !allocated.within(node)) {
    walk.book.addSection({ kind: "other", path: [], text: quote(book.document, node.line.span), allocations: [], spans: [node.line.span] });
    return;
  }
  const above = heading?.allocation == null || setting.genre === "silent" ? at.above : [heading.allocation];
  if (at.kind === "phases" && (setting.allocates || (setting.genre === "allocates" && setting.body === "requirements"))) {
    addNode(node, head, heading, { ...at, above }, setting, book, "phase");
    return;
  }
  if (allocated.besideTable(node)) {
    addNode({ ...node, content: node.content.filter((item) => item.kind !== "table") }, head, heading, { ...at, above }, setting, book, taskKind({ ...at, kind }, setting));
    yield* walkContent(node.content.filter((item) => item.kind === "table"), { ...at, path: [...at.path, headingText(node, heading?.words ?? null)], above: [] }, walk);
    return;
  }
  if (!isSection(node, head.weight !== null, heading, kind, at, walk) && (setting.allocates || allocated.within(node) || at.above.length > 0 || (kind === "duties" && setting.genre !== "silent" && (named !== null || (head.rest !== null && tellsDuty(head.rest, setting.genre)))))) {
    addNode(node, head, heading, { ...at, above }, setting, book, kind === "scope" ? "assessment" : taskKind({ ...at, kind }, setting));
    return;
  }
  const own = ownAllocation(node, head, heading, walk);
  const path = [...at.path, own ?? headingText(node, heading?.words ?? null)].filter((text) => text !== "");
  if (own === null) claimHead(node, heading, book);
  else addOwn(node, head, at, setting, book);
  if (head.weightQuote !== null) book.addSection({ kind: "other", path, text: head.weightQuote, allocations: [], spans: head.weightQuote.spans });
  const rest: Content[] = head.rest === null || own !== null ? [] : [{ kind: "text", paragraph: paragraphOf(node, head.rest) }];
  const taken = setting.genre === "silent" ? { allocations: null, content: node.content } : takeAllocation(node, book);
  const before = { tasks: book.tasks.length, sections: book.sections.length, unitLists: book.unitLists.length };
  const time = (heading === null ? null : timeOfHeading(node, heading, at, book)) ?? at.time;
  yield* walkContent([...rest, ...taken.content], { ...at, path, time, kind: listsDuties(node, book) ? "duties" : kind, above: taken.allocations ?? above }, walk);
  const allocatesNone = heading?.bracket != null && book.tasks.length === before.tasks;
  if (heading !== null && (allocatesNone || !serves(path, at.path.length, before, book))) {
    const text = partOf(node.words, 0, 0);
    book.addSection({ kind: "other", path, text, allocations: heading.bracket === null ? [] : above, spans: heading.words.spans }, false);
  }
}

/** The time a heading gives to all below it; in 七、八月份重点工作 the number belongs to it, where it counts no list. */
function timeOfHeading(node: Node, heading: Heading, { counted }: At, book: Book): Quote | null {
  const line = quote(book.document, node.line.span);
  return (!counted && line.text.trimEnd().endsWith(heading.words.text.trimEnd()) ? timeOver(line) : null) ?? timeOver(heading.words);
}

/** The longest words of an item that still stand in the path of its points. */
const longestInPath = 60;

/** 4.X。（甲局） over points with allocations of their own is a record with its number; as it stands in the path of its points, null where it is none. */
function ownAllocation(node: Node, { rest }: Head, heading: Heading | null, { setting, allocated }: Walk): string | null {
  if (heading !== null || rest === null || setting.genre !== "allocates" || node.marker === null || childrenOf(node.content).length === 0) return null;
  const [bracket] = allocationBrackets(rest.text);
  if (bracket === undefined || !allocated.below(node)) return null;
  const words = rest.text.slice(0, bracket.start);
  return headingText(node, words.length > longestInPath ? null : partOf(rest, 0, bracket.start));
}

function addOwn(node: Node, { rest }: Head, at: At, setting: PartSetting, book: Book): void {
  const number = runningNumber(node.marker);
  const numbered = number !== null;
  book.ledger.claim(numbered ? "tasks.number" : "tasks.label", node.markerQuote?.spans ?? []);
  const head = { ...plainHead(taskKind(at, setting), numbered ? null : (node.marker?.text ?? null)), number };
  addItem(rest === null ? [] : [rest], head, at, setting, book);
}

/** Whether what was found below a heading keeps its words: in a path, or as the title of a list. */
function serves(path: readonly string[], depth: number, before: Readonly<Record<"tasks" | "sections" | "unitLists", number>>, book: Book): boolean {
  const own = path[depth];
  const keeps = (found: { readonly path: readonly string[] }): boolean => found.path[depth] === own;
  if (own === undefined || book.tasks.slice(before.tasks).some(keeps) || book.sections.slice(before.sections).some(keeps)) return true;
  return path.length === depth + 1 && book.unitLists.slice(before.unitLists).some(({ title }) => title === own);
}

/** A node that holds tasks, describes, or asks for care is a section; any other is a task itself. */
function isSection(node: Node, weighted: boolean, heading: Heading | null, kind: SectionKind | null, at: At, { setting, book, allocated }: Walk): boolean {
  const opensKind = heading !== null && kind !== at.kind && (childrenOf(node.content).length > 0 || kind === "duties");
  if (allocated.isContainer(node) || kind === "phases" || opensKind) return true;
  if (listsMembers(book.document, node) || listsDuties(node, book)) return true;
  const described = isDescribed(kind) || setting.listsUnits || (kind === "requirements" && at.kind === null);
  return described && !allocated.within(node) && !(kind === "scope" && weighted && setting.allocates);
}

/** 各乡镇：负责…, 县公安局：负责…: paragraphs below a heading, each headed by its unit. */
function listsDuties(node: Node, book: Book): boolean {
  return headsDuties(node.content, book);
}

function headsDuties(content: readonly Content[], book: Book): boolean {
  const paragraphs = paragraphsBelow(content);
  return paragraphs.length >= 2 && linesOf(book.document, paragraphs).filter(isDuty).length * 2 > paragraphs.length;
}

/** 收货单位：某公司 is a label with its value, 建设单位：负责… a duty. */
function isDuty(line: Quote): boolean {
  const head = unitHead(line);
  return head !== null && (!isWordForUnit(reading(head.heading?.text ?? "").slice(0, -1)) || saysDuty(head.rest?.text ?? ""));
}

/** 二、工作安排 with nothing below it: a heading whose text is lost or stands elsewhere says nothing to do. */
function isBareHeading(node: Node, at: At): boolean {
  const { marker, words, content } = node;
  return at.path.length === 0 && content.length === 0 && marker !== null && marker.rank <= 1 && words.text.length <= 12 && !/[。；;，,：:]/u.test(words.text);
}

function addClosing(line: Quote, book: Book): void {
  book.addSection({ kind: "closing", path: [], text: line, allocations: [], spans: line.spans });
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
