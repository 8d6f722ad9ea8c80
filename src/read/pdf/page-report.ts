/** What is said of one page of a PDF. */
import type { Context } from "../../model/context.ts";
import type { FindingCode } from "../../model/finding.ts";
import { ocrHint, type EngineIdentity } from "../../model/ocr.ts";
import type { Box, Place } from "../../model/position.ts";
import type { PageLayout } from "../grid/page.ts";
import { reportLayout } from "../grid/page-findings.ts";
import { rounded } from "../grid/write.ts";
import type { ScanReading } from "../scan/read-page.ts";
import { reportScan } from "../scan/scan-report.ts";
import type { Annotations } from "./annotations.ts";
import type { WordsFinding } from "./unseen-words.ts";

/** What reading the characters of a page found. */
export interface CharactersRead {
  /** A word is written in a font that is not there or cannot be read. */
  readonly damagedFont: boolean;
  /** Characters that nobody can know. */
  readonly unmapped: number;
  /** Characters of which a Western font hid the Chinese bytes. */
  readonly decoded: number;
  /** Characters restored from numbers of glyphs. */
  readonly shifted: number;
  /** There were more characters than are read. */
  readonly full: boolean;
}

/** Says things of one page, each with its number; sizes and boxes are in points. */
export class PageReport {
  readonly number: number;
  readonly #source: number;
  readonly #context: Context;

  constructor(number: number, source: number, context: Context) {
    this.number = number;
    this.#source = source;
    this.#context = context;
  }

  /** A finding about the page; with its size, the place is all of it. */
  say(code: FindingCode, params: Readonly<Record<string, string>> = {}, size: readonly [width: number, height: number] | null = null): void {
    const place = size === null ? [] : [this.#place(rounded([0, 0, ...size]))];
    this.#context.report(code, { params: { page: String(this.number), ...params }, place });
  }

  characters({ damagedFont, unmapped, decoded, shifted, full }: CharactersRead, size: readonly [number, number]): void {
    if (damagedFont) this.say("pdf/damaged-font");
    if (unmapped > 0) this.say("pdf/no-mapping", { count: String(unmapped) }, size);
    if (decoded > 0) this.say("pdf/repaired-encoding", { count: String(decoded) });
    if (shifted > 0) this.say("pdf/restored-numbers", { count: String(shifted) }, size);
    if (full) this.#context.report("pdf/too-many-characters", { params: { limit: String(this.#context.limits.pageCharacters) } });
  }

  /** Nobody read the words that a person sees. */
  needsOcr(size: readonly [number, number]): void {
    const place = [this.#place(rounded([0, 0, ...size]))];
    this.#context.report("pdf/needs-ocr", { params: { page: String(this.number) }, place, hint: this.#context.options.ocr === undefined ? ocrHint : null });
  }

  /** What an engine made of it. */
  scan(reading: ScanReading, engine: EngineIdentity): void {
    reportScan(reading, this.number, this.#source, engine, this.#context);
  }

  /** What is not read of annotations. */
  annotations({ comments, unread, files }: Annotations): void {
    const params = { page: String(this.number), count: String(comments.length) };
    if (comments.length > 0) this.#context.report("pdf/comments", { params, actual: comments.join("\n") });
    if (unread.length > 0) this.say("pdf/other-annotations", { kinds: unread.join(" ") });
    if (files.length === 0) return;
    this.#context.report("pdf/embedded-files", { params: { count: String(files.length), names: files.join("、") } });
  }

  /** Words that nobody sees; `turned` turns boxes as the page was turned. */
  words(found: readonly WordsFinding[], [width, height]: readonly [number, number], turned: (box: Box) => Box): void {
    for (const { code, count, actual, boxes } of found) {
      const place = boxes.map((box) => this.#place(onPage(turned(box), turned([0, 0, width, height]))));
      this.#context.report(code, { params: { page: String(this.number), count: String(count) }, actual, place });
    }
  }

  /** Struck words, charts and what was too much of a page. */
  layout(layout: PageLayout, manyRules: boolean): void {
    reportLayout(layout, this.#source, this.#context, manyRules);
  }

  #place(bbox: Box): Place {
    return { source: this.#source, kind: "page", page: this.number, bbox };
  }
}

/** A box as far as it lies on the page, in hundredths of a point. */
function onPage(box: Box, [, , width, height]: Box): Box {
  const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most);
  return rounded([within(box[0], width), within(box[1], height), within(box[2], width), within(box[3], height)]);
}
