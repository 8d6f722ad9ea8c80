/** Other documents that a notice names, and what it does with them. They stand inside running text and take no claim of their own. */
import type { Block, NoticeDocument } from "../../model/document.ts";
import type { Field, FrontMatter } from "../../model/draft.ts";
import { paragraphsOf, partOf, quote, type Quote } from "../../model/quote.ts";
import { namedDocument, relationRows, shortestTitle } from "../../rules/metadata/relations.ts";
import { numberKey } from "../../text/document-number.ts";
import { unwrap } from "../../text/lines.ts";
import { reading } from "../../text/reading.ts";
import { mentionsIn, type Mention } from "./mentions.ts";
import type { Settled } from "./settle.ts";
import { titleKey } from "../../text/title.ts";

type Reference = FrontMatter["references"][number];

/** What is left of a document without its frame is where others are named. */
export function findReferences(document: NoticeDocument, blocks: readonly Block[], front: Settled): Reference[] {
  const list = openList(front);
  if (front.title !== null) for (const one of inTitle(front.title)) list.add(one);
  for (const paragraph of paragraphsOf(blocks)) {
    const words = quote(document, paragraph.span);
    if (!/[号號》]/u.test(words.text)) continue;
    for (const mention of mentionsIn(words.text)) list.add(referenceOf(mention, (start, end) => fieldAt(words, start, end)));
  }
  return list.all();
}

/** Documents named in the notice's own title. Inside 《》 titles stand in 〈〉, and here the outer marks are the title's own. */
function inTitle(title: Field): Reference[] {
  const words = title.quote;
  const text = words?.text ?? title.text;
  const marked = text.includes("《") ? text : text.replace(/[〈<＜]/gu, "《").replace(/[〉>＞]/gu, "》");
  const at = (start: number, end: number): Field => (words === null ? { ...title, text: text.slice(start, end) } : fieldAt(words, start, end));
  const mentions = mentionsIn(marked);
  return (mentions.length > 0 ? mentions : forwarded(text)).map((mention) => referenceOf(mention, at));
}

/** 转发国务院办公厅关于…的通知的通知: named without marks. */
function forwarded(text: string): Mention[] {
  const row = relationRows.find(({ relation }) => relation === "transmits");
  const verb = /转发|批转/u.exec(text);
  if (row === undefined || verb === null) return [];
  const start = verb.index + 2;
  const named = text.slice(start).trimEnd();
  const title = endOfDocument.test(named.slice(0, -"的通知".length)) && named.endsWith("的通知") ? named.slice(0, -"的通知".length) : named;
  if (!title.includes("关于") || !endOfDocument.test(title)) return [];
  return [{ number: null, title, start, end: start + title.length, stated: { row, start: verb.index, end: start } }];
}

const endOfDocument = /的(?:通知|意见|决定|通报|方案|函)$/u;

function referenceOf({ number, title, start, end, stated }: Mention, at: (start: number, end: number) => Field): Reference {
  return {
    documentNumber: number?.text ?? null,
    title: title === null ? null : unwrap(title).trim(),
    relation: stated?.row.relation ?? "cites",
    basis: stated === null || (stated.row.relation === null && number !== null) ? "named" : stated.row.id,
    words: at(start, end),
    verb: stated === null || stated.end === stated.start ? null : at(stated.start, stated.end),
  };
}

function fieldAt(words: Quote, start: number, end: number): Field {
  const part = partOf(words, start, end);
  return { text: part.text, quote: part, place: [], basis: "body" };
}

/** Of several mentions of one document the one that says most holds. */
const weight: Readonly<Record<Reference["relation"], number>> = { cites: 0, implements: 1, transmits: 2, supplements: 3, amends: 4, repeals: 5 };

interface List {
  readonly add: (reference: Reference) => void;
  readonly all: () => Reference[];
}

/** Each document once, in order of its first mention with a number, else of its first mention: equal numbers, or where one of two has none, equal titles. */
function openList(front: Settled): List {
  const listed = new Set<Entry>();
  const byNumber = new Map<string, Entry>();
  const byTitle = new Map<string, Entry>();
  const own = new Set([front.title, front.enclosure].flatMap((field) => (field === null ? [] : [titleKey(field.text)])));
  for (const { title } of front.attachments) own.add(titleKey(title));
  const ownNumber = front.documentNumber === null ? null : numberKey(front.documentNumber.text);

  const isOther = ({ documentNumber, title, basis, relation }: Reference): boolean => {
    if (documentNumber !== null) return numberKey(documentNumber) !== ownNumber;
    if (title === null || basis === "being-made") return false;
    if (relation === "transmits") return true;
    if (own.has(titleKey(title))) return false;
    if (relation !== "cites" && relation !== "implements") return true;
    const words = reading(title);
    return words.length >= shortestTitle && namedDocument.test(words);
  };
  const knownOf = (number: string | null, title: string | null): Entry | undefined => {
    const same = number === null ? undefined : byNumber.get(number);
    const named = title === null ? undefined : byTitle.get(title);
    return same ?? (number === null || named?.reference.documentNumber === null ? named : undefined);
  };
  return {
    add: (reference) => {
      if (!isOther(reference)) return;
      const number = reference.documentNumber === null ? null : numberKey(reference.documentNumber);
      const title = reference.title === null ? null : titleKey(reference.title);
      const entry = knownOf(number, title) ?? { reference };
      const numbered = number !== null && entry.reference.documentNumber === null;
      if (numbered) listed.delete(entry);
      entry.reference = numbered ? stronger(reference, entry.reference) : stronger(entry.reference, reference);
      listed.add(entry);
      if (number !== null && !byNumber.has(number)) byNumber.set(number, entry);
      if (title !== null && !byTitle.has(title)) byTitle.set(title, entry);
    },
    all: () => [...listed].map(({ reference }) => reference),
  };
}

interface Entry {
  reference: Reference;
}

function stronger(kept: Reference, other: Reference): Reference {
  const title = kept.title ?? other.title;
  if (weight[other.relation] <= weight[kept.relation]) return { ...kept, title };
  return { ...other, documentNumber: kept.documentNumber ?? other.documentNumber, title };
}
