/** Whether the letter only forwards a plan, or holds what is to be done itself. */
import type { NoticeDocument, Paragraph } from "../model/document.ts";
import type { FrontMatter } from "../model/draft.ts";
import { partOf, quote, type Quote } from "../model/quote.ts";
import { findAllocationSentences } from "../rules/allocation-sentences.ts";
import { readMarker } from "../rules/markers.ts";
import { sectionKind } from "../rules/sections.ts";
import { collectiveForm } from "../rules/units/collectives.ts";
import { reading } from "../text/reading.ts";
import { simplify } from "../text/traditional.ts";
import type { Part } from "./front/frame.ts";
import { isAllocated } from "./item/item.ts";
import { subjectsIn } from "./subjects.ts";

/** An attachment that holds the tasks, so that the letter only asks for care with them. */
const allocationTable = /(?:任务|责任|事项|工作).{0,8}(?:分解|分工|清单|台账)|(?:分解|分工)表/u;

/** A letter forwards a plan that is printed below it or attached, or that it names without holding it: its headings are not those of a plan. */
export function forwards(document: NoticeDocument, { enclosure, attachments }: FrontMatter, parts: readonly Part[]): boolean {
  if (parts.some(({ kind }) => kind === "plan")) return true;
  if (enclosure === null && !(attachments.some(({ title }) => allocationTable.test(title)) && parts.some((part) => speaksOfUnitsElsewhere(document, part)))) return false;
  const letters = parts.filter(({ kind }) => kind === "letter");
  if (letters.some((part) => holdsPlan(document, part))) return false;
  return attachments.length > 0 || !letters.some((part) => tellsDoers(document, part));
}

/** 各责任单位要…: the units are named in the attached table. */
function speaksOfUnitsElsewhere(document: NoticeDocument, part: Part): boolean {
  return part.kind === "letter" && paragraphsOf(part).some(({ span }) => /各?(?:牵头|责任|承办|主办)(?:责任)?(?:单位|部门)要/u.test(simplify(document.text.slice(span.start, span.end))));
}

function holdsPlan(document: NoticeDocument, part: Part): boolean {
  return paragraphsOf(part).some(({ span }) => {
    const text = document.text.slice(span.start, span.end);
    const kind = text.length < 40 ? sectionKind(text.slice(readMarker(text)?.end ?? 0)) : null;
    return kind === "work" || kind === "phases" || kind === "duties" || (readMarker(text) !== null && isAllocated(text));
  });
}

/** Most numbered items of a letter say who does what: 一、市商务局牵头…; where it only asks for care with a plan, few name anybody. */
function tellsDoers(document: NoticeDocument, part: Part): boolean {
  const items = paragraphsOf(part).filter((paragraph) => isItem(document, paragraph)).map(({ span }) => quote(document, span));
  return items.filter(tellsDoer).length * 2 > items.length;
}

/** A numbered paragraph that says something; a heading alone has no mark in it. */
function isItem(document: NoticeDocument, { span, label }: Paragraph): boolean {
  const text = document.text.slice(span.start, span.end);
  return (label !== null || readMarker(text) !== null) && /[，,。；;：:]/u.test(text);
}

/** A unit by its own name is told what to do; 各县区, 有关部门 are asked in general. */
function tellsDoer(item: Quote): boolean {
  if (findAllocationSentences(item.text).length > 0) return true;
  const words = partOf(item, readMarker(item.text)?.end ?? 0, item.text.length);
  return subjectsIn(words).some(({ quote: doers, role }) => role === "lead" || withoutBrackets(doers.text).split("、").some((name) => collectiveForm(name) === null));
}

/** 各县（市、区） is one class of units. */
function withoutBrackets(doers: string): string {
  return reading(doers).replace(/\([^()]*\)/gu, "");
}

function paragraphsOf({ blocks }: Part): Paragraph[] {
  return blocks.filter((block) => block.kind === "paragraph");
}
