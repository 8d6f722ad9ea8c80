/** The words of one item: its text, and the allocations, times and weights printed with it. */
import type { AllocationDraft, TimeDraft } from "../../model/draft.ts";
import type { NoticeDocument, Paragraph } from "../../model/document.ts";
import { joinQuotes, offsetOf, partOf, quote, type Quote } from "../../model/quote.ts";
import { aimLabel, answersLabel, labelAlone, measureLabel, readLineLabel } from "../../rules/item-labels.ts";
import { allocatesOnly, sharedAllocationStart } from "../../rules/shared-allocations.ts";
import { recogniseAllocation } from "../../rules/units/allocation.ts";
import { organiserLabel, surelyUnits } from "../../rules/units/doers.ts";
import { isListed, looksLikeUnit } from "../../rules/units/names.ts";
import { regionPrefix } from "../../rules/units/regions.ts";
import { reading } from "../../text/reading.ts";
import { readWeight } from "../weight.ts";
import { allocationBrackets, isBracketAlone } from "./brackets.ts";
import { cutLabels, headsDuties, mayHoldLabel, type Stretch } from "./labels.ts";
import { cutMembers, memberAllocation, type MemberStretch } from "./members.ts";
import { addAll } from "../../model/add-all.ts";

/** A part of an item with an allocation of its own; most items have one. */
export interface ItemPart {
  readonly text: Quote;
  readonly allocations: readonly AllocationDraft[];
}

/** Words and the field they belong to. */
export interface Owned {
  readonly owner: string;
  readonly quote: Quote;
}

/** An item, cut. */
export interface ItemWords {
  readonly parts: readonly ItemPart[];
  readonly times: readonly TimeDraft[];
  readonly weight: number | null;
  readonly columns: readonly { readonly header: string; readonly quote: Quote }[];
  /** Everything that is neither text nor bracket, with the field it belongs to. */
  readonly claims: readonly Owned[];
}

/** What is found while the lines of an item are read. */
interface Reading {
  readonly text: Quote[];
  readonly allocations: AllocationDraft[];
  readonly times: TimeDraft[];
  readonly columns: { header: string; quote: Quote }[];
  readonly claims: Owned[];
  weight: number | null;
  /** A label for measures stands among the lines: what is labelled as an aim is none of the text then (conventions/records.md 5). */
  readonly measured: boolean;
}

/**
 * Cuts the paragraphs of one item. `lines` are its paragraphs in order, the rest of its opening paragraph first.
 * In a `team` the lists of its members say who does the work; a `headed` item has its words in a heading above the lines.
 */
export function cutItem(lines: readonly Quote[], team = false, headed = false): ItemWords {
  const found: Reading = { text: [], allocations: [], times: [], columns: [], claims: [], weight: null, measured: lines.some((line) => measureLabel.pattern.test(readLineLabel(line.text)?.label ?? "")) };
  for (let index = 0; index < lines.length; index++) {
    const printed = lines[index];
    if (printed === undefined) continue;
    const line = goesOnBelow(printed, lines[index + 1]) ? joinQuotes([printed, ...lines.slice(++index, index + 1)]) : printed;
    const next = lines[index + 1];
    const alone = labelAlone(line.text);
    if (alone !== null && next !== undefined && answersLabel(next.text, alone)) {
      readStretch({ label: alone, words: joinQuotes([line, next]), value: next }, found);
      index++;
      continue;
    }
    const shared = sharedLine(line);
    if (shared !== null) {
      if (shared.before.text !== "") for (const stretch of cutLabels(shared.before)) readStretch(stretch, found);
      found.allocations.push({ quote: shared.clause, role: null, header: null, origin: "clause" });
      found.claims.push({ owner: "tasks.assignment", quote: shared.words });
      continue;
    }
    if ((headed || index > 0) && allocatesAlone(line.text)) {
      found.allocations.push({ quote: partOf(line, 0, line.text.replace(/(?<![。；;\s])[。；;\s]+$/u, "").length), role: null, header: null, origin: "clause" });
      found.claims.push({ owner: "tasks.assignment", quote: line });
      continue;
    }
    const members = team ? cutMembers(line) : null;
    if (members === null) for (const stretch of cutLabels(line)) readStretch(stretch, found);
    else for (const stretch of members) readMembers(stretch, found);
  }
  const { allocations, times, weight, columns, claims } = found;
  const parts = cutBrackets(joinQuotes(found.text), claims);
  return { parts: withLabelled(parts, allocations), times, weight, columns, claims };
}

/** 以上任务由市住建局牵头。 as the last sentence of a line; null where there is none. In brackets it is one of the brackets of the line. */
function sharedLine(line: Quote): { before: Quote; words: Quote; clause: Quote } | null {
  const start = /(?:^|[。；;])\s*(?:以上|上述|本(?:条|项|款|部分|节|章)|该(?:项|部分)|此项)[^。；;]*[。；;]?\s*$/u.exec(line.text);
  if (start === null) return null;
  const from = start.index + (/^[。；;]/u.test(start[0]) ? 1 : 0);
  const words = partOf(line, from, line.text.length);
  if (sharedAllocationStart(words.text) === null) return null;
  return { before: partOf(line, 0, from), words, clause: partOf(words, 0, words.text.replace(/(?<![。；;\s])[。；;\s]+$/u, "").length) };
}

/** The longest line that does nothing but allocate. */
const longestAlone = 160;

/** 市数据局牵头，各县（市、区）配合，9月底前完成。 as a line of its own behind what is to be done: it reads as a bracket would. */
function allocatesAlone(text: string): boolean {
  if (text.length > longestAlone || /^[（(【[〔]|[：:]/u.test(text)) return false;
  const words = text.replace(/(?<![。；;\s])[。；;\s]+$/u, "");
  if (/[。；;]/u.test(words) || !allocatesOnly(words)) return false;
  return recogniseAllocation(words)?.strength === "strong" || isBracketAlone(`（${words}）`);
}

/** 责任单位：县住建局、 with the next unit on the next line. */
export function goesOnBelow(line: Quote, next: Quote | undefined): boolean {
  if (next === undefined || !/[、，,]\s*$/u.test(line.text)) return false;
  const label = readLineLabel(line.text);
  return label?.meaning.kind === "units" && readLineLabel(next.text) === null && answersLabel(next.text, label);
}

function readStretch({ label, words, value }: Stretch, found: Reading): void {
  if (label === null) {
    found.text.push(words);
    return;
  }
  found.columns.push({ header: label.label, quote: value });
  switch (label.meaning.kind) {
    case "units":
      found.allocations.push({ quote: value, role: label.meaning.role, header: label.label, origin: "clause" });
      found.claims.push({ owner: "tasks.assignment", quote: words });
      break;
    case "time":
      found.times.push({ quote: value, origin: "cell", share: null });
      found.claims.push({ owner: "tasks.deadlines", quote: words });
      break;
    case "weight":
      found.weight = readWeight(value.text);
      found.claims.push({ owner: found.weight === null ? "tasks.columns" : "tasks.weight", quote: words });
      break;
    case "note":
      found.claims.push({ owner: "tasks.columns", quote: words });
      break;
    case "text":
      if (found.measured && aimLabel.pattern.test(label.label)) {
        found.claims.push({ owner: "tasks.columns", quote: words });
        break;
      }
      found.text.push(value);
      addAll(found.claims, around(words, value));
  }
}

function readMembers(stretch: MemberStretch, found: Reading): void {
  const { means, label, words, value } = stretch;
  found.columns.push({ header: label, quote: value });
  if (means === "duty") {
    found.text.push(value);
    addAll(found.claims, around(words, value));
  } else {
    found.allocations.push(memberAllocation(stretch));
    found.claims.push({ owner: "tasks.assignment", quote: words });
  }
}

/** The label before a value, and the bracket behind it. */
function around(words: Quote, value: Quote): Owned[] {
  const start = offsetOf(words, value);
  const before = partOf(words, 0, start);
  const behind = partOf(words, start + value.text.length, words.text.length);
  return [before, behind].filter(({ text }) => text !== "").map((part) => ({ owner: "tasks.columns", quote: part }));
}

/** Labelled lines allocate the whole item. */
function withLabelled(parts: readonly ItemPart[], labelled: readonly AllocationDraft[]): ItemPart[] {
  return parts.map((part) => ({ ...part, allocations: [...part.allocations, ...labelled] }));
}

const onlyMarks = /^[。；;，,\s]*$/u;

/** Cuts the text at its allocation brackets; words behind the last one belong to the last part, and brackets without words between them to one part. */
function cutBrackets(text: Quote, claims: Owned[]): ItemPart[] {
  const brackets = allocationBrackets(text.text);
  const parts: { text: Quote; allocations: AllocationDraft[] }[] = [];
  let waiting: AllocationDraft[] = [];
  let from = 0;
  for (const bracket of brackets) {
    const words = partOf(text, from, bracket.start);
    const allocation: AllocationDraft = { quote: partOf(text, bracket.start + 1, bracket.end - 1), role: null, header: null, origin: "clause" };
    claims.push({ owner: "tasks.assignment", quote: partOf(text, bracket.start, bracket.end) });
    const last = parts.at(-1);
    from = bracket.end;
    if (!onlyMarks.test(words.text)) {
      const stop = parts.length === 0 ? 0 : (/^[。；;，,]\s*/u.exec(words.text)?.[0].length ?? 0);
      if (stop > 0) claims.push({ owner: "tasks.text", quote: partOf(words, 0, stop) });
      parts.push({ text: partOf(words, stop, words.text.length), allocations: [...waiting, allocation] });
      waiting = [];
      continue;
    }
    if (words.text !== "") claims.push({ owner: "tasks.text", quote: words });
    if (last === undefined) waiting.push(allocation);
    else last.allocations.push(allocation);
  }
  const rest = partOf(text, from, text.text.length);
  const last = parts.at(-1);
  if (last === undefined) return [{ text: rest, allocations: waiting }];
  if (onlyMarks.test(rest.text)) {
    if (rest.text !== "") claims.push({ owner: "tasks.text", quote: rest });
  } else last.text = joinQuotes([last.text, rest]);
  return parts;
}

/** Whether a text holds an allocation of its own: a bracket or labelled words for units. */
export function isAllocated(text: string): boolean {
  return allocationBrackets(text).length > 0 || (mayHoldLabel(text) && labelsUnits(text)) || labelAlone(text)?.meaning.kind === "units" || sharedLine({ text, spans: [{ start: 0, end: text.length }] }) !== null;
}

function labelsUnits(text: string): boolean {
  if (readLineLabel(text)?.meaning.kind === "units") return true;
  const stretches: Stretch[] = cutLabels({ text, spans: [{ start: 0, end: text.length }] });
  return stretches.some(({ label }) => label?.meaning.kind === "units");
}

/**
 * The same for a text around which nothing allocates: a role word, a label of who answers for it, or a bracket that names a department
 * that the tables know. Marks and measures in brackets (各0.5分, 以米为单位) look like units elsewhere.
 */
export function namesDoer(text: string): boolean {
  const brackets = allocationBrackets(text).some(({ inner }) => recogniseAllocation(inner)?.strength === "strong" || listsDepartment(inner));
  return brackets || (mayHoldLabel(text) && labelsDoer(text));
}

function listsDepartment(inner: string): boolean {
  return reading(inner).split(/[、,;]/u).some((name) => isListed(name) || (regionPrefix(name) !== null && looksLikeUnit(name)) || surelyUnits.pattern.test(name));
}

function labelsDoer(text: string): boolean {
  if (headsDuties(text)) return true;
  return cutLabels({ text, spans: [{ start: 0, end: text.length }] }).some(
    ({ label, value }) => label?.meaning.kind === "units" && label.meaning.role !== "people" && label.meaning.role !== "other" && !organiserLabel.pattern.test(label.label) && value.text !== "",
  );
}

/** Paragraphs as quotes. */
export function linesOf(document: NoticeDocument, paragraphs: readonly Paragraph[]): Quote[] {
  return paragraphs.map((paragraph) => quote(document, paragraph.span));
}
