/** Paragraphs that open no node: tasks where they allocate, phases, lists of units and members, or body text. */
import type { Paragraph } from "../../model/document.ts";
import type { SectionDraft } from "../../model/draft.ts";
import { joinQuotes, offsetOf, partOf, type Quote } from "../../model/quote.ts";
import { readMarker } from "../../rules/markers.ts";
import { recogniseAllocation } from "../../rules/units/allocation.ts";
import { isWordForUnit } from "../../rules/units/headers.ts";
import { reading } from "../../text/reading.ts";
import type { Book, PartSetting } from "../book.ts";
import type { Genre } from "../genre.ts";
import { subjectsIn } from "../subjects.ts";
import { isDescribed, type At } from "./at.ts";
import { allocationBrackets } from "../item/brackets.ts";
import { unitHead } from "./heading.ts";
import { linesOf, namesDoer } from "../item/item.ts";
import { cutMembers, namesUnits } from "../item/members.ts";
import { cutPhases, type InlinePhases } from "./phases.ts";
import { addItem, plainHead, taskKind } from "./task.ts";
import { isUnitList } from "./unit-list.ts";

/** A paragraph shorter than this is no task, unless a bracket with a role word or label ends it. */
const shortestTask = 20;

/** An allocated paragraph is a task, phases are phases, the rest is body text. */
export function walkText(paragraphs: readonly Paragraph[], at: At, setting: PartSetting, book: Book): void {
  if (setting.genre === "silent") return addText(linesOf(book.document, paragraphs), at, setting, book);
  let plain: Quote[] = [];
  const flush = (): void => {
    if (plain.length > 0) addText(plain, at, setting, book);
    plain = [];
  };
  for (const line of linesOf(book.document, paragraphs)) {
    const phases = cutPhases(line);
    const duty = at.kind === "duties" ? unitHead(line) : null;
    if (phases !== null) {
      if (phases.lead !== null) plain.push(phases.lead);
      flush();
      addPhases(phases, at, setting, book);
    } else if (duty !== null) {
      flush();
      const allocation = { quote: partBeforeColon(duty.heading), role: "responsible", header: null, origin: "heading" } as const;
      addItem(duty.rest === null ? [] : [duty.rest], { ...plainHead(taskKind(at, setting)), heading: duty.heading }, { ...at, above: allocation.quote === null ? [] : [{ ...allocation, quote: allocation.quote }] }, setting, book);
    } else if (isTask(line, at, setting)) {
      flush();
      addItem([line], plainHead(taskKind(at, setting)), at, setting, book);
    } else plain.push(line);
  }
  flush();
}

function partBeforeColon(heading: Quote | null): Quote | null {
  const last = heading?.spans.at(-1);
  if (heading === null || last === undefined) return null;
  return { text: heading.text.slice(0, -1), spans: [...heading.spans.slice(0, -1), { start: last.start, end: last.end - 1 }] };
}

function isTask(line: Quote, at: At, { genre }: PartSetting): boolean {
  if (at.kind === "objects" || readMarker(line.text)?.rule === "article") return false;
  const brackets = allocationBrackets(line.text);
  const long = line.text.length > shortestTask || brackets.some(({ start, inner }) => start > 0 && recogniseAllocation(inner)?.strength === "strong");
  if (brackets.length > 0 && long) return genre === "allocates" || namesDoer(line.text);
  return at.kind === "duties" && tellsDuty(line, genre);
}

/** Whether words below 任务分工, 部门职责 say who does something. */
export function tellsDuty(line: Quote, genre: Genre): boolean {
  return subjectsIn(line).some(({ quote }) => genre === "allocates" || (genre === "printed" && namesSomebody(quote.text)));
}

/** Words for a unit (管理单位) name nobody. */
function namesSomebody(words: string): boolean {
  return !reading(words).split(/[、,和及与]/u).every(isWordForUnit);
}

function addPhases({ phases }: InlinePhases, at: At, setting: PartSetting, book: Book): void {
  for (const { label, text, comma } of phases) {
    book.ledger.claim("tasks.label", label.spans);
    book.ledger.claim("tasks.text", comma.spans);
    addItem([text], plainHead("phase", label.text.replace(/[：:，,、]$/u, "")), at, setting, book);
  }
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
    book.addUnitList({ title: listTitle, quote: text, label: null });
    return;
  }
  const rest = lines.filter((line) => !addMembers(line, listTitle, book));
  if (rest.length === 0) return;
  const kept = joinQuotes(rest);
  book.addSection({ kind: sectionOf(at, setting, book), path: at.path, text: kept, allocations: [], spans: kept.spans });
}

/** 成员：县发改局、县财政局: the members of a leading group are a list of units. */
function addMembers(line: Quote, title: string | null, book: Book): boolean {
  const stretches = cutMembers(line);
  if (stretches?.length !== 1) return false;
  const [members] = stretches;
  if (members?.means !== "members" || !namesUnits(members.value.text)) return false;
  const label = partOf(members.words, 0, offsetOf(members.words, members.value));
  book.addUnitList({ title: title ?? members.label, quote: members.value, label });
  book.ledger.claim("notice.unitLists", label.spans);
  return true;
}

function sectionOf(at: At, setting: PartSetting, book: Book): SectionDraft["kind"] {
  if (at.kind === "aims") return "aims";
  if (at.kind === "requirements" || at.kind === "safeguards") return "requirements";
  if (at.path.length > 0) return setting.body;
  return book.tasks.length > at.before && !isDescribed(at.kind) ? "closing" : setting.preamble;
}
