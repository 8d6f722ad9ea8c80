/**
 * What segmenting finds: which printed words play which part. Nothing here is interpreted yet;
 * every value is a quote with its way back to the document.
 */
import type { Place, Span } from "./position.ts";
import type { Quote } from "./quote.ts";
import type { Deadline, Notice, Section, Task } from "./notice.ts";

/** A printed metadata value. `quote` is null when it stands outside the visible text (a meta element, an option). */
export interface Field {
  readonly text: string;
  readonly quote: Quote | null;
  /** Used when `quote` is null. */
  readonly place: readonly Place[];
  /** Where it was found: `body`, `page-record`, `meta:ArticleTitle`, `heading`, `signature` … */
  readonly basis: string;
}

/** Another document that the notice names. */
export interface ReferenceDraft extends Pick<Notice["references"][number], "documentNumber" | "title" | "relation" | "basis"> {
  /** Its title and number as printed. */
  readonly words: Field;
  /** The verb that states the relation; null where none is printed. */
  readonly verb: Field | null;
}

/** The metadata of a notice as printed, each with its evidence (GB/T 9704-2012 and the page around it). */
export interface FrontMatter {
  readonly documentNumber: Field | null;
  readonly title: Field | null;
  readonly issuers: readonly Field[];
  readonly addressees: readonly Field[];
  /** The whole line of addressees, before splitting. */
  readonly addresseesLine: Field | null;
  readonly enclosure: Field | null;
  readonly dateIssued: Field | null;
  readonly datePublished: Field | null;
  /** The words that mark a draft (征求意见稿). */
  readonly draft: Field | null;
  readonly disclosure: Field | null;
  readonly indexNumber: Field | null;
  readonly subjectCategory: readonly Field[];
  readonly validity: Field | null;
  readonly attachments: readonly { readonly label: string; readonly title: string; readonly url: string | null; readonly quote: Quote | null }[];
  readonly references: readonly ReferenceDraft[];
  readonly further: readonly { readonly label: string; readonly field: Field }[];
  /** SiteIDCode and host name of the page, for the jurisdiction. */
  readonly siteIdCode: string | null;
  readonly siteDomain: string | null;
}

/** The role a printed unit list has by its header or label; words inside it may override it. */
export type Role = "lead" | "support" | "responsible" | "people" | "other";

/** A printed unit list or allocation clause. */
export interface AllocationDraft {
  readonly quote: Quote;
  /** By column header or label, null when nothing announces it. */
  readonly role: Role | null;
  /** The header or label as printed: 责任单位, 牵头领导. */
  readonly header: string | null;
  /** `note`: a note gives units of the row another role than its cells do. */
  readonly origin: "cell" | "clause" | "inherited" | "heading" | "subject" | "note";
  /** Roles of names by the marks that they carry: 市数据局▲. */
  readonly marks?: ReadonlyMap<string, Role>;
}

/** A printed time that stands in a place for times: a deadline cell, header, caption, labelled line. */
export interface TimeDraft {
  readonly quote: Quote;
  readonly origin: Deadline["origin"];
  /** When one cell serves several numbered tasks: this task is the `index`-th (from 0) of `of`. */
  readonly share: { readonly index: number; readonly of: number } | null;
  /** What is done at that time, where a cell of its own says it. */
  readonly action?: Quote;
  /** The column says from when, not until when: 开工时间. */
  readonly bound?: "start";
  /** It is a deadline only where it does not lie behind the notice: 2023年6月完成 among remarks. */
  readonly ahead?: true;
}

/** One task as printed. */
export interface TaskDraft {
  readonly kind: Task["kind"];
  readonly number: string | null;
  readonly label: string | null;
  readonly group: string | null;
  readonly part: number | null;
  readonly path: readonly string[];
  readonly heading: string | null;
  readonly text: Quote;
  readonly columns: readonly { readonly header: string | null; readonly quote: Quote }[];
  readonly weight: number | null;
  readonly allocations: readonly AllocationDraft[];
  readonly times: readonly TimeDraft[];
  /** Running text in which further deadlines and doers may stand: the task's text first, other text columns after it. */
  readonly prose: readonly Quote[];
  /** It is a row of a table. */
  readonly table?: true;
  /** All of the task: a row, an item with its bracket. */
  readonly spans: readonly Span[];
}

/** Body text that is no task, as printed. */
export interface SectionDraft {
  readonly kind: Section["kind"];
  readonly path: readonly string[];
  readonly text: Quote;
  readonly allocations: readonly AllocationDraft[];
  readonly spans: readonly Span[];
}

/** A rule for the whole document, as printed. */
export interface RuleDraft {
  readonly kind: Notice["rules"][number]["kind"];
  readonly quote: Quote;
  /** The units that a common-units rule names. */
  readonly units: Quote | null;
  /** Ordinal of the task from which it holds. */
  readonly fromTask: number;
  readonly exceptions: string | null;
}

/** A list of units that is no allocation: 考评对象, 成员单位. */
export interface UnitListDraft {
  readonly title: string;
  readonly quote: Quote;
  /** The label before the list (成员：), null when there is none. */
  readonly label: Quote | null;
}

/** A stretch of the text and the field that took it. Claims of one document do not overlap. */
export interface Claim {
  readonly span: Span;
  /** `notice.title`, `tasks.text`, `sections`, `furniture:page-number` … */
  readonly owner: string;
}

/** All that segmenting found in one document. */
export interface NoticeDraft {
  readonly kind: Notice["kind"];
  /** The text lays down standing rules (条例, 办法): periods in its sections are no deadlines. */
  readonly standing: boolean;
  readonly front: FrontMatter;
  /** 时间安排 of the whole action as printed. */
  readonly period: Quote | null;
  /** The day on which the meeting took place whose minutes these are. */
  readonly held: Quote | null;
  /** A line at the head that names the year of the work. */
  readonly yearLine: Quote | null;
  readonly tasks: readonly TaskDraft[];
  readonly sections: readonly SectionDraft[];
  readonly rules: readonly RuleDraft[];
  readonly unitLists: readonly UnitListDraft[];
  readonly claims: readonly Claim[];
}
