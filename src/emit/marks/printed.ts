/** Finds where a value was printed among the words that segmenting gave to its field. */
import type { NoticeDocument } from "../../model/document.ts";
import type { Claim } from "../../model/draft.ts";
import { overlap, type Span } from "../../model/position.ts";
import { fold, folded, isBlank } from "../../text/fold.ts";

/** Looks printed values up by the claims of a document. */
export class PrintedValues {
  readonly #document: NoticeDocument;
  readonly #claims: readonly Claim[];
  /** By owners: their words, those joined that follow each other (一、 and 时间安排 are one heading). */
  readonly #runs = new Map<string, readonly Span[]>();
  /** By owners and value: all stretches that read so, in the order of the text. */
  readonly #known = new Map<string, readonly Span[]>();

  constructor(document: NoticeDocument, claims: readonly Claim[]) {
    this.#document = document;
    this.#claims = [...claims].sort((a, b) => a.span.start - b.span.start);
  }

  /**
   * Where a value of a task was printed: within the spans of the task, else nearest before the offset at which its own text begins, else after it.
   * `owners` are the fields whose words may hold it.
   */
  of(value: string, owners: readonly string[], own: readonly Span[], at: number): readonly Span[] {
    const wanted = folded(value);
    if (wanted === "") return [];
    const found = this.#all(wanted, owners);
    const best = found.find((span) => own.some((one) => overlap(one, span))) ?? found.findLast(({ start }) => start <= at) ?? found[0] ?? own.flatMap((span) => this.#within(wanted, span))[0];
    return best === undefined ? [] : [best];
  }

  /** The value alone of the words that hold it: 此件公开发布 of (此件公开发布). All of the words where they read otherwise. */
  narrowed(value: string, spans: readonly Span[]): readonly Span[] {
    const [only] = spans;
    const [inside] = only === undefined || spans.length > 1 ? [] : this.#within(folded(value), only);
    return inside === undefined ? spans : [inside];
  }

  #all(wanted: string, owners: readonly string[]): readonly Span[] {
    const key = `${owners.join()}\n${wanted}`;
    const known = this.#known.get(key) ?? this.#runsOf(owners).flatMap((run) => this.#within(wanted, run));
    this.#known.set(key, known);
    return known;
  }

  #runsOf(owners: readonly string[]): readonly Span[] {
    const known = this.#runs.get(owners.join());
    if (known !== undefined) return known;
    const runs: { start: number; end: number }[] = [];
    for (const { span, owner } of this.#claims) {
      if (!owners.includes(owner)) continue;
      const last = runs.at(-1);
      if (last !== undefined && isBlank(this.#document.text.slice(last.end, span.start))) last.end = span.end;
      else runs.push({ ...span });
    }
    this.#runs.set(owners.join(), runs);
    return runs;
  }

  /** The stretches of a span that read as the folded value; a number is no part of a longer one. */
  #within(wanted: string, span: Span): Span[] {
    const { text, at } = fold(this.#document.text.slice(span.start, span.end));
    const found: Span[] = [];
    for (let start = text.indexOf(wanted); start >= 0; start = text.indexOf(wanted, start + wanted.length)) {
      const here = { start: span.start + at(start), end: span.start + at(start + wanted.length - 1) + 1 };
      const { text: printed } = this.#document;
      const goesOn = [[here.start - 1, here.start], [here.end - 1, here.end]].some((ends) => ends.every((offset) => isDigit(printed, offset)));
      if (!goesOn) found.push(here);
    }
    return found;
  }
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}
