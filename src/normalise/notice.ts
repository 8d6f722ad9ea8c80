/** The metadata of a notice as the contract wants it, each value with its evidence. */
import type { Context } from "../model/context.ts";
import type { NoticeDocument } from "../model/document.ts";
import type { Field, FrontMatter, NoticeDraft, ReferenceDraft } from "../model/draft.ts";
import type { Notice } from "../model/notice.ts";
import type { Place } from "../model/position.ts";
import { placesOf, type Quote } from "../model/quote.ts";
import { readDocumentNumber } from "../text/document-number.ts";
import { readWrittenDate } from "../text/written-date.ts";
import { withoutDoubtfulFront } from "./doubtful.ts";
import { settleJurisdiction, type SettledJurisdiction } from "./jurisdiction.ts";
import { periodInTitle, singleYear } from "./title-years.ts";
import { workYearOf } from "./work-year.ts";

/** Every field of a notice that its front matter settles. */
export type NoticeFront = Omit<Notice, "id" | "kind" | "rules" | "sections" | "unitLists">;

/**
 * Metadata as the contract wants it, with evidence under the names of the fields.
 * `period` is the printed 时间安排 when the caller found one, `held` the day of a meeting: the reading of the period is the caller's, a range of years in the title is read here.
 */
export function normaliseFront(read: FrontMatter, { period, held, yearLine }: Pick<NoticeDraft, "period" | "held" | "yearLine">, document: NoticeDocument, context: Context): NoticeFront {
  const front = withoutDoubtfulFront(read, document, context);
  const issued = dateOf(front.dateIssued) ?? context.options.issued ?? null;
  const published = dateOf(front.datePublished);
  const documentNumber = numberOf(front.documentNumber, document, context);
  const workYear = workYearOf({ front, yearLine: yearLine?.text ?? null, period: period?.text ?? null, documentNumber, issued, held: held === null ? null : (readWrittenDate(held.text)?.iso ?? null), published, option: context.options.year ?? null });
  const place = settleJurisdiction(front, { number: documentNumber, year: yearOf(issued) ?? workYear?.year ?? null, option: context.options.region ?? null });
  const ownPeriod = period === null ? periodInTitle(front.title, document) : null;
  return {
    documentNumber,
    title: front.title?.text ?? null,
    issuers: front.issuers.map((field) => field.text),
    addressees: front.addressees.map((field) => field.text),
    enclosure: front.enclosure?.text ?? null,
    dateIssued: issued,
    datePublished: published,
    draft: front.draft !== null,
    disclosure: front.disclosure?.text ?? null,
    period: ownPeriod,
    workYear,
    jurisdiction: place?.jurisdiction ?? null,
    indexNumber: front.indexNumber?.text ?? null,
    subjectCategory: front.subjectCategory.map((field) => field.text),
    validity: front.validity?.text ?? null,
    attachments: front.attachments.map(({ label, title, url }) => ({ label, title, url })),
    references: front.references.map((reference) => referenceOf(reference, document)),
    further: front.further.map(({ label, field }) => ({ label, text: field.text })),
    evidence: { ...evidenceOf(front, document, context), ...evidenceOfInferences(front, { workYear, place, period: ownPeriod, held: singleYear(yearLine?.text ?? "") === null ? (held ?? period) : yearLine }, document) },
  };
}

function referenceOf({ documentNumber, title, relation, basis, words, verb }: ReferenceDraft, document: NoticeDocument): Notice["references"][number] {
  const printed = verb === null ? null : { text: verb.text, place: placesOfField(verb, document) };
  return { documentNumber, title, relation, text: words.text, verb: printed, basis, place: placesOfField(words, document) };
}

function numberOf(field: Field | null, document: NoticeDocument, context: Context): Notice["documentNumber"] {
  const number = field === null ? null : readDocumentNumber(field.text);
  if (field === null || number === null) return null;
  if (number.repaired) {
    const params = { year: String(number.year), serial: String(number.serial) };
    context.report("notice/number-repaired", { params, actual: number.text, place: placesOfField(field, document) });
  }
  const { text, agencyCode, year, serial } = number;
  return { text, agencyCode, year, serial };
}

function yearOf(date: string | null): number | null {
  return date === null ? null : Number(date.slice(0, 4));
}

function dateOf(field: Field | null): string | null {
  return field === null ? null : (readWrittenDate(field.text)?.iso ?? null);
}

type Evidence = Notice["evidence"];

function evidenceOf(front: FrontMatter, document: NoticeDocument, context: Context): Evidence {
  const evidence: Evidence = {};
  const put = (name: string, fields: readonly (Field | null)[]): void => {
    const filled = fields.filter((field) => field !== null);
    const [first] = filled;
    if (first === undefined) return;
    evidence[name] = {
      text: filled.map((field) => field.text).join("、"),
      place: filled.flatMap((field) => placesOfField(field, document)),
      basis: first.basis,
    };
  };
  put("documentNumber", [front.documentNumber]);
  put("title", [front.title]);
  put("issuers", front.issuers);
  put("addressees", front.addresseesLine === null ? front.addressees : [front.addresseesLine]);
  put("enclosure", [front.enclosure]);
  put("dateIssued", [front.dateIssued]);
  put("datePublished", [front.datePublished]);
  put("draft", [front.draft]);
  put("disclosure", [front.disclosure]);
  put("indexNumber", [front.indexNumber]);
  put("subjectCategory", front.subjectCategory);
  put("validity", [front.validity]);
  put("attachments", front.attachments.flatMap(({ title, quote }) => (quote === null ? [] : [quoted(quote, title)])));
  put("references", front.references.map(({ words }) => words));
  put("further", front.further.map(({ field }) => field));
  if (evidence["dateIssued"] === undefined && context.options.issued !== undefined) {
    evidence["dateIssued"] = { text: context.options.issued, place: [], basis: "option" };
  }
  return evidence;
}

interface Inferences {
  readonly workYear: Notice["workYear"];
  readonly place: SettledJurisdiction | null;
  readonly period: Notice["period"];
  readonly held: Quote | null;
}

function evidenceOfInferences(front: FrontMatter, { workYear, place, period, held }: Inferences, document: NoticeDocument): Evidence {
  const evidence: Evidence = {};
  if (workYear !== null) {
    const { title, enclosure, documentNumber, dateIssued, datePublished } = front;
    const field = { title, text: singleYear(enclosure?.text ?? "") === null && held !== null ? quoted(held, held.text) : enclosure, documentNumber, dateIssued, datePublished, option: null }[workYear.basis];
    evidence["workYear"] = { text: field?.text ?? String(workYear.year), place: field === null ? [] : placesOfField(field, document), basis: workYear.basis };
  }
  if (place !== null) {
    evidence["jurisdiction"] = { text: place.text, place: place.field === null ? [] : placesOfField(place.field, document), basis: place.jurisdiction.basis };
  }
  if (period !== null) evidence["period"] = { text: period.text, place: period.place, basis: "title" };
  return evidence;
}

function quoted(words: Quote, text: string): Field {
  return { text, quote: words, place: [], basis: "body" };
}

function placesOfField(field: Field, document: NoticeDocument): Place[] {
  return field.quote === null ? [...field.place] : placesOf(document, field.quote.spans);
}
