/** The marks of a result: for every field of every task and of the notice one box a printed line, or the ranges of elements. */
import type { NoticeDocument } from "../model/document.ts";
import type { Field, NoticeDraft, TaskDraft } from "../model/draft.ts";
import type { Mark, Marks } from "../model/marks.ts";
import type { ParseResult, Task } from "../model/notice.ts";
import type { Place, Span } from "../model/position.ts";
import { spansOf } from "../model/quote.ts";
import { markOfPlace, marksOfSpans } from "./marks/lines.ts";
import { PrintedValues } from "./marks/printed.ts";

/** What a run knew when it ended; `document` and `draft` are null when nothing was readable. */
export interface Marked {
  readonly document: NoticeDocument | null;
  readonly draft: NoticeDraft | null;
  readonly result: ParseResult;
}

type Fields = Record<string, Mark[]>;

/** Where every value of a result stands. Only within the run that made the result: units, deadlines and people remember the words they were read from. */
export function marksOf({ document, draft, result }: Marked): Marks {
  const at = markerOf(document);
  const { coverage, diagnostics } = result;
  const common = { unclaimed: coverage.unclaimed.map((piece) => at.places([piece.place], spansOf(piece))), diagnostics: diagnostics.map(({ place }) => at.places(place)) };
  if (document === null || draft === null) return { pages: [], tasks: [], notice: {}, ...common };
  const printed = new PrintedValues(document, draft.claims);
  return {
    pages: (document.sheets ?? []).map(({ source, page, width, height, turn }) => ({ source, page, width, height, turn })),
    tasks: result.tasks.flatMap((task, i) => {
      const own = draft.tasks[i];
      return own === undefined ? [] : [taskMarks(task, own, at, printed)];
    }),
    notice: noticeMarks(draft, result, at, printed),
    ...common,
  };
}

/** Makes marks of spans and places, each once: merged headings stand beside many rows. */
interface Marker {
  readonly spans: (spans: readonly Span[]) => Mark[];
  /** By the spans that places came from; the hulls themselves where nobody knows them. */
  readonly places: (places: readonly Place[], from?: readonly Span[] | null) => Mark[];
}

function markerOf(document: NoticeDocument | null): Marker {
  const known = new Map<string, Mark[]>();
  const spans = (wanted: readonly Span[]): Mark[] => {
    if (document === null) return [];
    const key = wanted.map(({ start, end }) => `${start}-${end}`).join();
    const marks = known.get(key) ?? marksOfSpans(document, wanted);
    known.set(key, marks);
    return marks;
  };
  return {
    spans,
    places: (places, from = spansOf(places)) => {
      const marks = from === null ? [] : spans(from);
      return marks.length > 0 ? marks : places.map(markOfPlace);
    },
  };
}

function taskMarks(task: Task, draft: TaskDraft, at: Marker, printed: PrintedValues): Fields {
  const begin = draft.text.spans[0]?.start ?? draft.spans[0]?.start ?? 0;
  const find = (value: string | null, ...owners: readonly string[]): Mark[] => (value === null ? [] : at.spans(printed.of(value, owners, draft.spans, begin)));
  const { lead, support, responsible, others, people } = task.assignment;
  return filled({
    row: at.spans(draft.spans),
    text: at.spans(draft.text.spans),
    number: find(task.number, "tasks.number", "tasks.label"),
    label: find(task.label, "tasks.label", "tasks.number"),
    group: find(task.group, "tasks.group", "tasks.path", "sections.path", "notice.attachments"),
    heading: find(task.heading, "tasks.heading", "tasks.path"),
    weight: find(task.weight === null ? null : String(task.weight), "tasks.weight", "tasks.columns"),
    ...numbered("path", task.path, (heading) => find(heading, "tasks.path", "sections.path", "tasks.heading", "tasks.group")),
    ...numbered("columns", draft.columns, ({ quote }) => at.spans(quote.spans)),
    assignment: at.places(task.assignment.place),
    ...numbered("lead", lead, ({ place }) => at.places(place)),
    ...numbered("support", support, ({ place }) => at.places(place)),
    ...numbered("responsible", responsible, ({ place }) => at.places(place)),
    ...numbered("others", others, ({ unit }) => at.places(unit.place)),
    ...numbered("people", people, (person) => at.spans(spansOf(person) ?? [])),
    ...numbered("deadlines", task.deadlines, ({ place }) => at.places(place)),
  });
}

function noticeMarks({ front, rules, sections, unitLists }: NoticeDraft, { notice }: ParseResult, at: Marker, printed: PrintedValues): Fields {
  const field = (value: Field | null): Mark[] => (value === null ? [] : value.quote === null ? value.place.map(markOfPlace) : at.spans(printed.narrowed(value.text, value.quote.spans)));
  const names = ["documentNumber", "title", "enclosure", "dateIssued", "datePublished", "draft", "disclosure", "indexNumber", "validity"] as const;
  return filled({
    ...Object.fromEntries(names.map((name) => [name, field(front[name])])),
    period: at.places(notice.period?.place ?? []),
    ...numbered("issuers", front.issuers, field),
    ...numbered("addressees", front.addressees, field),
    ...numbered("subjectCategory", front.subjectCategory, field),
    ...numbered("attachments", front.attachments, ({ quote }) => at.spans(quote?.spans ?? [])),
    ...numbered("references", front.references, (reference) => field(reference.words)),
    ...numbered("rules", rules, ({ quote }) => at.spans(quote.spans)),
    ...numbered("sections", sections, ({ text }) => at.spans(text.spans)),
    ...numbered("unitLists", unitLists, ({ quote }) => at.spans(quote.spans)),
    ...numbered("further", front.further, ({ field: value }) => field(value)),
  });
}

function numbered<T>(name: string, values: readonly T[], marks: (value: T) => Mark[]): Fields {
  return Object.fromEntries(values.map((value, i) => [`${name}.${i}`, marks(value)]));
}

function filled(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, marks]) => marks.length > 0));
}
