/** What a document is as a whole: whether its numbered items and tables may be tasks, and on what evidence. */
import type { NoticeDocument } from "../model/document.ts";
import type { FrontMatter } from "../model/draft.ts";
import { partOf, quote, type Quote } from "../model/quote.ts";
import { isForeign } from "../rules/foreign-words.ts";
import { readMarker } from "../rules/markers.ts";
import type { NoticeKindRule } from "../rules/notice-kinds.ts";
import { recogniseAllocation } from "../rules/units/allocation.ts";
import { isListed } from "../rules/units/names.ts";
import { simplify } from "../text/traditional.ts";
import { reading } from "../text/reading.ts";
import { hasFrame, isOfFirm, isOfInstitution, isPrivate, mayBeOfFirm, opensWithRegion } from "./maker.ts";
import { isAllocated, namesDoer } from "./item/item.ts";
import { clausesIn } from "./clauses.ts";
import { subjectsIn } from "./subjects.ts";

/**
 * - `allocates`: a notice that allocates; its numbered measures are tasks also where they name nobody.
 * - `printed`: nothing around the items says so; only what prints who does it, or until when, is a task.
 * - `silent`: a paper of another genre (a contract, a curriculum, a form, a plan of a firm); only a table that is full of evidence holds tasks.
 */
export type Genre = "allocates" | "printed" | "silent";

/** So many places that name who does it make an allocation of any paper that is not of another genre by its title. */
const several = 2;

/** The genre of a document, by its title, its frame and the words in it. */
export function genreOf(document: NoticeDocument, front: FrontMatter, rule: NoticeKindRule | null): Genre {
  if (rule?.outside === true || (rule?.id === "no-work" && tellsResults.test(reading(front.title?.text ?? ""))) || (rule?.itself !== true && isOfFirm(document, front))) return "silent";
  const lays = rule?.allocates === true;
  const framed = lays && isFramed(front);
  if (framed && rule.loose !== true) return "allocates";
  const printed = countLines(document, (line) => namesDoer(line.text) || namesAgency(line));
  if (lays && (printed > 0 || (rule.id === "minutes" && countLines(document, agrees) > 0))) return "allocates";
  if (printed < several && !allocatesInside(front, rule) && isForeign(simplify(document.text))) return "silent";
  if (rule?.itself === true && (!isPrivate(front) || allocatesInside(front, rule))) return "allocates";
  const plan = lays && (framed ? rule.kind === "action-plan" : countLines(document, (line) => isAllocated(line.text)) >= several);
  return plan ? "allocates" : "printed";
}

/** A number, addressees or an enclosed plan make a notice; a title alone does where a public body or its region stands in it. */
function isFramed(front: FrontMatter): boolean {
  return hasFrame(front) || (opensWithRegion(front) && !isPrivate(front));
}

/** A title of what was done: 关于重点任务完成情况的通报. */
const tellsResults = /(?:完成|落实|进展|推进|办理|整改)(?:进展)?情况的?(?:通报|报告|汇报|公示|公告|总结)/u;

/** Whether a document that holds tasks may be a paper of another genre: by its looks where nothing allocates, or by a firm in a title that does not say so. */
export function isDoubtful(document: NoticeDocument, front: FrontMatter, rule: NoticeKindRule | null, genre: Genre): boolean {
  return (genre !== "allocates" && isOdd(document, front, rule)) || (rule?.itself !== true && mayBeOfFirm(document, front));
}

/** Whether it looks like a paper of another genre, tells what was done, or binds the people of one body only. */
function isOdd(document: NoticeDocument, front: FrontMatter, rule: NoticeKindRule | null): boolean {
  return tellsResults.test(reading(front.title?.text ?? "")) || (!allocatesInside(front, rule) && (isPrivate(front) || isForeign(simplify(document.text))));
}

/** A school or hospital of the state whose title says that work is allocated. */
function allocatesInside(front: FrontMatter, rule: NoticeKindRule | null): boolean {
  return rule?.itself === true && rule.kind === "task-allocation" && isOfInstitution(front);
}

/** 二是由城建办负责…: what a meeting agreed on names who does it, whatever the office is called. */
function agrees(line: Quote): boolean {
  return clausesIn(line).some(({ origin, quote: clause }) => origin === "clause" && recogniseAllocation(clause.text)?.strength === "strong");
}

/** How many paragraphs say so, at most {@link several}. */
function countLines(document: NoticeDocument, says: (line: Quote) => boolean): number {
  let count = 0;
  for (const block of document.blocks) {
    if (block.kind === "paragraph" && says(quote(document, block.span))) count++;
    if (count >= several) break;
  }
  return count;
}

/** A numbered paragraph in which a listed department is told what to do. Articles and contracts say what is always so. */
function namesAgency(line: Quote): boolean {
  const marker = readMarker(line.text);
  if (marker === null || marker.rule === "article" || /[甲乙]方/u.test(line.text)) return false;
  return subjectsIn(partOf(line, marker.end, line.text.length)).some(({ quote: doer }) => reading(doer.text).split(/[、和及与]/u).some(isListed));
}
