/** Chooses the value of each field: text of the document before the record of the page before meta elements. */
import type { Field, FrontMatter } from "../../model/draft.ts";
import { partOf, quote } from "../../model/quote.ts";
import { reading } from "../../text/reading.ts";
import { readDocumentNumber, sameNumber } from "../../text/document-number.ts";
import { readWrittenDate } from "../../text/written-date.ts";
import { splitAddressees } from "./addressees.ts";
import type { Attached } from "./attachments.ts";
import type { Body } from "./body.ts";
import { compare } from "./differences.ts";
import { issuersOf } from "./issuers.ts";
import { fromMeta, metaValue } from "./meta.ts";
import type { Head } from "./opening.ts";
import type { RecordFields } from "./record-fields.ts";
import { fieldOf, type Scene } from "./scene.ts";
import { draftWords, sameTitle } from "./title.ts";
import { unwrap } from "../../text/lines.ts";

/** All front matter but the references, which are sought in what is left of the text. */
export type Settled = Omit<FrontMatter, "references">;

/** Text of the document before the record of the page before meta elements. */
export function settle(scene: Scene, record: RecordFields, head: Head, body: Body, note: Field | null, further: FrontMatter["further"]): Settled {
  const titles = [...head.titles, ...(body.ownTitle === null ? [] : [fieldOf(body.ownTitle, "body")]), ...head.stated];
  const numbers = [head.number, ...record.of("documentNumber")].filter((field) => field !== null);
  const signed = body.signature?.date ?? null;
  const dates = [signed === null ? null : fieldOf(signed, "signature"), head.date, ...record.of("dateIssued")].filter((field) => field !== null);
  compare(scene, "title", titles, sameTitle);
  compare(scene, "documentNumber", numbers, sameOwnNumber);
  compare(scene, "dateIssued", dates, (a, b) => readWrittenDate(a)?.iso === readWrittenDate(b)?.iso);
  const title = titles[0] ?? null;
  if (title === null) scene.context.report("notice/title-missing");
  const marked = titles.find((field) => draftWords(field.text) !== null) ?? null;
  const draft = marked === null ? null : draftWords(marked.text);
  const number = bestNumber(numbers);
  const issuers = issuersOf(scene, record, head, body, title);
  const published = record.of("datePublished")[0] ?? fromMeta(scene.document, "PubDate")[0] ?? null;
  const [indexNumber = null] = record.of("indexNumber");
  const [validity = null] = record.of("validity");
  const chosen = [title, number, ...issuers, dates[0] ?? null, published, indexNumber, validity].flatMap((field) => (field === null ? [] : [reading(field.text)]));
  const disclosures = [note, ...record.of("disclosure")].filter((field) => field !== null);
  return {
    documentNumber: number,
    title,
    issuers,
    addressees: head.addresseesLine === null ? [] : splitAddressees(head.addresseesLine).map((part) => fieldOf(part, "body")),
    addresseesLine: head.addresseesLine === null ? null : fieldOf(head.addresseesLine, "body", unwrap(head.addresseesLine.text).replace(/(?<![\s:：])[\s:：]+$/u, "")),
    enclosure: body.ownTitle !== null && body.plans.length > 0 ? null : enclosureOf(scene, body),
    dateIssued: dates[0] ?? null,
    datePublished: published,
    draft: draft === null || marked === null ? null : partField(marked, ...draft),
    disclosure: disclosures[0] ?? null,
    indexNumber,
    subjectCategory: unique(record.of("subjectCategory")),
    validity,
    attachments: withShownFiles(attachmentsOf(body), scene),
    siteIdCode: metaValue(scene.document, "SiteIDCode"),
    siteDomain: metaValue(scene.document, "SiteDomain"),
    further: [...further, ...record.beside(chosen), ...(note === null ? [] : record.of("disclosure").map((field) => ({ label: "公开方式", field })))],
  };
}

function enclosureOf(scene: Scene, body: Body): Field | null {
  const [first, ...others] = body.enclosures;
  if (first === undefined) return null;
  const spans = body.enclosures.flatMap((one) => one.spans);
  if (others.length > 0) return fieldOf(quote(scene.document, ...spans), "body", body.enclosures.map((one) => one.text).join("、"));
  return fieldOf(first, "body");
}

/** An order whose number is printed without 机关代字 takes the record's form of it. */
function bestNumber(numbers: readonly Field[]): Field | null {
  const [first] = numbers;
  if (first === undefined) return null;
  const own = readDocumentNumber(first.text);
  if (own !== null && own.year !== null) return first;
  return numbers.find((field) => field.basis === "page-record" && readDocumentNumber(field.text)?.serial === own?.serial) ?? first;
}

function sameOwnNumber(a: string, b: string): boolean {
  const [x, y] = [readDocumentNumber(a), readDocumentNumber(b)];
  return sameNumber(a, b) || (x !== null && y !== null && x.year === null && y.year === null && x.serial === y.serial);
}

function attachmentsOf(body: Body): Settled["attachments"] {
  const listed = body.listed.map(({ label, title, url }) => ({ label, title: unwrap(title.text), url, quote: title }));
  const plan = (one: Attached): boolean => one.label === "附件" && body.plans.some((run) => one.from < run.from && run.from <= one.to);
  const printed = body.attached
    .filter((one) => one.title !== null && !plan(one) && !listed.some((other) => other.label === one.label))
    .map((one) => ({ label: one.label, title: unwrap(one.title?.text ?? ""), url: null, quote: one.title }));
  return [...listed, ...printed].filter(({ label, title }, index, all) => all.findIndex((other) => other.label === label && reading(other.title) === reading(title)) === index);
}

/** Files that the page shows in a frame and names nowhere are attachments too. */
function withShownFiles(printed: Settled["attachments"], { document }: Scene): Settled["attachments"] {
  const shown = (document.files ?? []).filter(({ target }, i, all) => !printed.some(({ url }) => url === target) && all.findIndex((other) => other.target === target) === i);
  return [...printed, ...shown.map(({ target, title }) => ({ label: "附件", title, url: target, quote: null }))];
}

function partField(field: Field, start: number, end: number): Field {
  const text = field.text.slice(start, end);
  if (field.quote === null) return { ...field, text };
  const at = field.quote.text.indexOf(text);
  return at === -1 ? { ...field, text } : fieldOf(partOf(field.quote, at, at + text.length), field.basis);
}

function unique(fields: readonly Field[]): Field[] {
  return fields.filter((field, i) => fields.findIndex((other) => reading(other.text) === reading(field.text)) === i);
}
