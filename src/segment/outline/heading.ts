/** The heading of a node: its own words, and an allocation printed on it or right below it. */
import type { AllocationDraft } from "../../model/draft.ts";
import { partOf, quote, type Quote } from "../../model/quote.ts";
import { dutiesOfUnit, headAllocation } from "../../rules/shared-allocations.ts";
import { readLineLabel } from "../../rules/item-labels.ts";
import { sectionKind, type SectionKind } from "../../rules/sections.ts";
import { areDoers } from "../../rules/sentence-subjects.ts";
import { unitEnding } from "../../rules/units/endings.ts";
import { reading } from "../../text/reading.ts";
import type { Book } from "../book.ts";
import { joinLines } from "../../text/lines.ts";
import { allocationBrackets, isBracketAlone } from "../item/brackets.ts";
import type { Head } from "./head.ts";
import { cutItem } from "../item/item.ts";
import { isGeneric, isUnitName, namesDoers, namesFirms } from "../item/unit-name.ts";
import { childrenOf, type Content, type Node } from "./tree.ts";
import { addAll } from "../../model/add-all.ts";

export interface Heading {
  readonly words: Quote;
  /** Who does all that stands below. */
  readonly allocation: AllocationDraft | null;
  readonly bracket: Quote | null;
}

/** Takes an allocation bracket off a heading; a heading that is nothing but the name of a unit allocates too. `office`: it is known to be one. */
export function readHeading(heading: Quote, within: SectionKind | null, office = false): Heading {
  const bracket = allocationBrackets(heading.text).at(-1);
  if (bracket === undefined) {
    const clause = headAllocation(heading.text);
    if (clause !== null) return { words: heading, allocation: byHeading(partOf(heading, ...clause), null), bracket: null };
    const unit = dutiesOfUnit.pattern.exec(heading.text)?.groups?.["unit"] ?? "";
    if (isUnitName(reading(unit))) return { words: heading, allocation: byHeading(partOf(heading, 0, unit.length), "responsible"), bracket: null };
    const name = partOf(heading, 0, heading.text.replace(/[：:。]$/u, "").length);
    const words = reading(name.text);
    const named = office || (servedBy.test(words) && areDoers(words)) || (within === "duties" ? namesDoers(words) : isUnitName(words)) || (/[：:]$/u.test(heading.text) && namesFirms(words));
    return { words: heading, allocation: named ? byHeading(name, "responsible") : null, bracket: null };
  }
  return {
    words: partOf(heading, 0, bracket.start),
    allocation: byHeading(partOf(heading, bracket.start + 1, bracket.end - 1), null),
    bracket: partOf(heading, bracket.start, heading.text.length),
  };
}

/** 供电、通信、燃气等单位: fields before the one word that they share. */
const servedBy = /、[^、]{2,12}等(?:有关|相关)?(?:单位|部门|企业)$/u;

function byHeading(words: Quote, role: AllocationDraft["role"]): AllocationDraft {
  return { quote: words, role, header: null, origin: "heading" };
}

const nameAndColon = /^[^：:。；;，,！？\n]{2,60}[：:]/u;

/** 县公安局：负责…: an item that begins with the name of its unit is headed by it. */
export function unitHead(words: Quote): Head | null {
  const end = nameAndColon.exec(words.text)?.[0].length;
  if (end === undefined || !areDoers(reading(words.text.slice(0, end - 1)))) return null;
  const rest = partOf(words, end, words.text.length);
  return { heading: partOf(words, 0, end), weight: null, weightQuote: null, rest: rest.text === "" ? null : rest };
}

/** 招生就业处：负责…, 动力车间：做好…: an office inside a body, which only the duty behind its name shows. */
export function officeHead(words: Quote): Head | null {
  const end = nameAndColon.exec(words.text)?.[0].length ?? 0;
  const name = reading(words.text.slice(0, Math.max(0, end - 1)));
  if (!/^[\u4e00-\u9fff、]{2,24}$/u.test(name) || isGeneric(name) || !duty.test(words.text.slice(end, end + 10))) return null;
  return name.split("、").every((one) => unitEnding(one) !== null) ? { heading: partOf(words, 0, end), weight: null, weightQuote: null, rest: partOf(words, end, words.text.length) } : null;
}

/** 一、信息科 … 二、医务科 …: headings that for the most part name offices name who does what stands below them. */
export function areOffices(heads: readonly Head[]): boolean {
  const named = heads.filter(({ heading }) => heading !== null && namesOffice(heading.text)).length;
  return named >= 2 && named * 10 >= heads.length * 6;
}

/** Whether a heading is nothing but the names of offices, which its equals show to be meant. */
export function namesOffice(heading: string): boolean {
  const name = reading(heading).replace(/[：:。]$/u, "");
  if (!/^[\u4e00-\u9fff、()]{2,40}$/u.test(name) || sectionKind(name) !== null || (isGeneric(name) && !namesFirms(name))) return false;
  return areDoers(name) || name.split("、").every((one) => unitEnding(one) !== null);
}

/** Whether words say what somebody has to do, as behind the name of a unit. */
export function saysDuty(text: string): boolean {
  return duty.test(text);
}

const duty = /^\s*(?:主要|具体|全面)?(?:负责|牵头|做好|承担|协助|配合|会同|保障|落实|组织|开展|抓好|加强|指导|协调|监督|承办|提供)/u;

/** Labelled lines or a bracket right below a heading, before the first item, allocate all items below; they are no text of the section. */
export function takeAllocation(node: Node, book: Book): { allocations: AllocationDraft[] | null; content: readonly Content[] } {
  const none = { allocations: null, content: node.content };
  if (childrenOf(node.content).length === 0) return none;
  const before = node.content.findIndex((item) => item.kind !== "text");
  const allocations: AllocationDraft[] = [];
  const rest = node.content.filter((item, index) => {
    if (index >= before || item.kind !== "text") return true;
    const line = quote(book.document, item.paragraph.span);
    const label = readLineLabel(line.text);
    if (line.text.length > 200 || (label?.meaning.kind !== "units" && !isBracketAlone(line.text))) return true;
    const words = cutItem([line]);
    const end = label?.meaning.kind === "units" ? label.end : 0;
    book.ledger.claim("furniture:field-label", partOf(line, 0, end).spans);
    for (const { owner, quote: part } of words.claims) for (const span of part.spans) book.ledger.claim(owner, [{ start: Math.max(span.start, partOf(line, end, line.text.length).spans[0]?.start ?? 0), end: span.end }]);
    addAll(allocations, words.parts.flatMap((part) => part.allocations));
    return false;
  });
  return allocations.length === 0 ? none : { allocations: allocations.map((allocation) => ({ ...allocation, origin: "heading" })), content: rest };
}

/** A heading as it stands in the path: with its marker, on one line. */
export function headingText(node: Node, heading: Quote | null): string {
  const marker = node.marker === null ? "" : node.marker.text + (node.marker.rule === "chapter" ? " " : "");
  return marker + joinLines(heading?.text ?? "");
}

/** Claims marker, heading and bracket of a section. */
export function claimHead(node: Node, heading: Heading | null, book: Book): void {
  book.ledger.claim("sections.path", [...(node.markerQuote?.spans ?? []), ...(heading?.words.spans ?? [])]);
  book.ledger.claim("tasks.assignment", heading?.bracket?.spans ?? []);
}
