/** From the entries of page records to fields: by type, by rank, what does not fit kept as printed. */
import type { Field, FrontMatter } from "../../model/draft.ts";
import type { Span } from "../../model/position.ts";
import type { LabelField } from "../../rules/metadata/labels.ts";
import { printLine } from "../../rules/metadata/wording.ts";
import { reading } from "../../text/reading.ts";
import { findDocumentNumbers } from "../../text/document-number.ts";
import { readWrittenDate } from "../../text/written-date.ts";
import type { Entry } from "./page-record.ts";
import { fieldOf, type Scene } from "./scene.ts";
import { smallest } from "../../model/extremes.ts";

type Valued = Exclude<LabelField, "further" | "tool">;

/** Values of the page record by field, best first, and what it says besides. */
export interface RecordFields {
  readonly of: (field: Valued) => readonly Field[];
  readonly further: FrontMatter["further"];
  /** Labelled values whose words stand in none of the settled ones: a record that states a field twice, in two ways. */
  readonly beside: (settled: readonly string[]) => FrontMatter["further"];
}

/** A value with its printed label; the lower rank goes first. */
interface Valuation {
  readonly rank: number;
  readonly label: string;
  readonly field: Field;
}

/** Fields that keep one value. */
const single: ReadonlySet<Valued> = new Set(["title", "issuers", "dateIssued", "datePublished", "documentNumber", "indexNumber", "validity"]);

/** Claims all entries and sorts their values into fields. */
export function takeEntries(scene: Scene, entries: readonly Entry[]): RecordFields {
  const fields = new Map<Valued, Valuation[]>();
  const further: { label: string; field: Field }[] = [];
  const subjects = entries.filter((entry) => entry.row?.field === "subjectCategory" && !isEmpty(entry));
  const bestSubject = smallest(subjects.map((entry) => entry.row?.rank ?? 0));
  for (const entry of entries) {
    const target = targetOf(entry, bestSubject);
    let taken = false;
    for (const span of entry.spans) taken = takeEntry(scene, span, entry, target) || taken;
    if (!taken || target === "tool" || isEmpty(entry)) continue;
    const field = fieldOf(entry.value, "page-record");
    if (target === "further") addOnce(further, furtherOf(entry, field));
    else fields.set(target, [...(fields.get(target) ?? []), { rank: entry.row?.rank ?? 0, label: entry.label, field }]);
  }
  const ranked = (name: Valued): Valuation[] => [...(fields.get(name) ?? [])].sort((a, b) => a.rank - b.rank);
  return {
    of: (name) => ranked(name).map((one) => one.field),
    further,
    beside: (settled) => [...fields.keys()].flatMap((name) => (single.has(name) ? besides(ranked(name), settled) : [])),
  };
}

function besides(values: readonly Valuation[], settled: readonly string[]): FrontMatter["further"] {
  return values.filter(({ field }) => !settled.some((text) => text.includes(reading(field.text)))).map(({ label, field }) => ({ label, field }));
}

/** Takes the words of an entry. The label is the printed name of the field that its value fills, so it is furniture of the record. */
function takeEntry({ ledger }: Scene, span: Span, entry: Entry, target: LabelField): boolean {
  if (!ledger.isFree(span)) return false;
  const owner = ownerOf(target, entry);
  const values = target === "tool" || target === "further" || isEmpty(entry) ? [span] : entry.value.spans.filter((value) => span.start <= value.start && value.end <= span.end);
  let from = span.start;
  for (const value of values) {
    ledger.claim("furniture:field-label", [{ start: from, end: value.start }]);
    ledger.claim(owner, [value]);
    from = value.end;
  }
  ledger.claim("furniture:field-label", [{ start: from, end: span.end }]);
  return true;
}

function targetOf(entry: Entry, bestSubject: number): LabelField {
  const field = entry.row?.field ?? "further";
  if (isEmpty(entry)) return field;
  if (field === "subjectCategory" && entry.row?.rank !== bestSubject) return "further";
  if ((field === "dateIssued" || field === "datePublished") && readWrittenDate(entry.value.text) === null) return "further";
  if (field === "documentNumber" && findDocumentNumbers(entry.value.text).length === 0) return "further";
  if (field === "indexNumber" && readWrittenDate(entry.value.text)?.range[1] === entry.value.text.length) return "further";
  return field;
}

function ownerOf(target: LabelField, entry: Entry): string {
  if (target === "tool") return "furniture:page-tool";
  return isEmpty(entry) ? "furniture:empty-label" : `notice.${target}`;
}

function isEmpty(entry: Entry): boolean {
  return /^(?:无|暂无|空|\/|[-—－]*)$/u.test(entry.value.text.trim());
}

/** A cell without a label may be the line of the printer: X办公厅 2020年6月9日印发. */
function furtherOf(entry: Entry, field: Field): { label: string; field: Field } {
  const printed = entry.label === "" && printLine.pattern.test(reading(field.text));
  return printed ? { label: "印发", field: { ...field, text: field.text.replace(/(?<!\s)\s*印\s*发$/u, "") } } : { label: entry.label, field };
}

function addOnce(further: { label: string; field: Field }[], one: { label: string; field: Field }): void {
  if (!further.some((other) => other.label === one.label && other.field.text === one.field.text)) further.push(one);
}
