/** Reads a PDF: opens it, lays out page after page, and composes the document. */
import type { Context } from "../../model/context.ts";
import type { FindingCode } from "../../model/finding.ts";
import type { NoticeDocument } from "../../model/document.ts";
import type { InputFile } from "../../model/reader.ts";
import type { Box } from "../../model/position.ts";
import { headerOf } from "../grid/column-header.ts";
import { compose } from "../grid/compose.ts";
import { drawPages } from "../grid/drawing.ts";
import type { JoinedTable } from "../grid/join.ts";
import { layOutPage, type PageLayout } from "../grid/page.ts";
import { withoutStruck } from "../grid/strikes.ts";
import { needsTags, type TaggedTable } from "../grid/tagged.ts";
import { rounded } from "../grid/write.ts";
import { Watermarks } from "../grid/watermarks.ts";
import { putActualText } from "./actual-text.ts";
import { sortAnnotations } from "./annotations.ts";
import { reportFilesInside } from "./files-inside.ts";
import { fontFrom, type Font } from "./fonts.ts";
import { interpret, type Drawing } from "./interpreter.ts";
import { layersOf } from "./layers.ts";
import { library, operatorsOf, type Library, type LibraryDocument, type LibraryPage, type LibraryTask, type OperatorList } from "./library.ts";
import { mostOperators } from "./limits.ts";
import { markUnmapped, unknownCharacter } from "./mapping.ts";
import { matrixFrom, type Matrix } from "./matrix.ts";
import { checkPacked } from "./packed.ts";
import { repair } from "./repair.ts";
import { shiftNumbers } from "./glyph-numbers.ts";
import { hasNoText } from "./scan.ts";
import type { DrawnGlyph } from "./string.ts";
import { strikeOutsOf } from "./strike-outs.ts";
import { tablesOf } from "./structure.ts";
import { setTyped } from "./typed-words.ts";
import { markCodes } from "./unmapped.ts";
import { unseenWords, type WordsFinding } from "./unseen-words.ts";
import { turnedWith, upright, type DrawnPage } from "./upright.ts";
import { judgeVisibility } from "./visibility.ts";

/** Reads a PDF file. Null result: nothing was readable, and a diagnostic says why. */
export async function readPdf(file: InputFile, source: number, context: Context): Promise<NoticeDocument | null> {
  const pdf = await library();
  const task = pdf.open(file.bytes);
  try {
    const document = await opened(task, context);
    if (document === null) return null;
    reportPacked(file.bytes, context);
    await reportFilesInside(document, context);
    const reader = new PageReader(pdf, document, source, context);
    const { tables, pages, ...written } = compose(await reader.read(), source, context.limits.cells);
    if (written.text.replaceAll(unknownCharacter, "").trim() === "") {
      if (!context.diagnostics.some(({ code, severity }) => code.startsWith("pdf/") && severity === "error")) context.report("pdf/no-text");
      return null;
    }
    for (const table of tables) reportTable(table, source, context);
    const read: NoticeDocument = { source, ...written, meta: [], links: [], pages: document.numPages, charset: null };
    return context.pictures ? { ...read, drawing: drawPages(pages, reader.glyphs) } : read;
  } finally {
    await task.destroy();
  }
}

async function opened(task: LibraryTask, context: Context): Promise<LibraryDocument | null> {
  try {
    const document = await task.promise;
    if (document.numPages > 0) return document;
    context.report("pdf/no-pages");
  } catch (error) {
    const locked = error instanceof Error && error.name === "PasswordException";
    context.report(locked ? "pdf/encrypted" : "pdf/damaged");
  }
  return null;
}

/** More pieces of lines than this make a picture. */
const mostRules = 50_000;

/** Pages are asked for so many ahead: the library waits for decompression while this one is laid out. */
const pagesAhead = 3;

/** A page and what it draws. */
interface Fetched {
  readonly page: LibraryPage;
  readonly list: OperatorList;
}

class PageReader {
  readonly #pdf: Library;
  readonly #document: LibraryDocument;
  readonly #source: number;
  readonly #context: Context;
  readonly #fonts = new Map<string, Font>();
  /** By font, what turns its glyph numbers into characters. */
  readonly #offsets = new Map<string, number>();
  readonly #watermarks = new Watermarks();
  /** A line was found that heads columns by its words: gutters over all pages tell more than tags page by page. */
  #worded = false;
  /** Boxes of the characters of each page, kept for pictures. */
  readonly glyphs = new Map<number, readonly Box[]>();

  constructor(pdf: Library, document: LibraryDocument, source: number, context: Context) {
    this.#pdf = pdf;
    this.#document = document;
    this.#source = source;
    this.#context = context;
  }

  async read(): Promise<PageLayout[]> {
    const { numPages } = this.#document;
    const limit = this.#context.limits.pages;
    if (numPages > limit) this.#context.report("pdf/too-many-pages", { params: { pages: String(numPages), limit: String(limit) } });
    const layouts: PageLayout[] = [];
    const last = Math.min(numPages, limit);
    const ahead: Promise<Fetched | null>[] = [];
    for (let number = 1; number <= last; number++) {
      while (ahead.length < pagesAhead && number + ahead.length <= last) ahead.push(this.#fetch(number + ahead.length));
      const fetched = await ahead.shift();
      const layout = fetched === undefined || fetched === null ? null : await this.#page(fetched, number);
      if (layout === null) this.#context.report("pdf/damaged-page", { params: { page: String(number) } });
      else layouts.push(layout);
    }
    return layouts;
  }

  async #fetch(number: number): Promise<Fetched | null> {
    try {
      const page = await this.#document.getPage(number);
      return { page, list: await operatorsOf(page) };
    } catch {
      return null;
    }
  }

  async #page({ page, list }: Fetched, number: number): Promise<PageLayout | null> {
    try {
      if (list.cut) this.#say("pdf/page-too-long", number, { limit: String(mostOperators) });
      if (list.damaged) this.#say("pdf/damaged-contents", number, {});
      return await this.#layOut(page, list, number);
    } catch {
      return null;
    } finally {
      page.cleanup();
    }
  }

  async #layOut(page: LibraryPage, list: OperatorList, number: number): Promise<PageLayout> {
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const mostGlyphs = this.#context.limits.pageCharacters;
    const matrix = matrixFrom([...transform]);
    const setting = { matrix, width, height, fontOf: (id: string) => this.#font(page, id), mostGlyphs, mostRules, isOff: await layersOf(this.#document, list, this.#pdf.operators) };
    const drawing = interpret(list, this.#pdf.operators, setting);
    judgeVisibility(drawing, width, height);
    const shifted = shiftNumbers(drawing.glyphs, this.#offsets);
    markCodes(drawing.glyphs);
    const contradicted = putActualText(drawing.glyphs, drawing.actualTexts);
    if (contradicted > 0) this.#say("pdf/other-actual-text", number, { count: String(contradicted) }, [width, height]);
    drawing.glyphs.push(...(await this.#typed(page, number, drawing, setting.matrix)));
    const { glyphs, hidden, decoded } = repair(drawing.glyphs);
    const unmapped = markUnmapped(glyphs);
    this.#report(number, drawing, { decoded, shifted, unmapped, needsOcr: hasNoText(drawing, glyphs, width, height) }, [width, height]);
    const crowded = drawing.rules.length >= mostRules;
    const drawn = { number, width, height, glyphs, rules: crowded ? [] : drawing.rules };
    const strikeOuts = await strikeOutsOf(page, matrix);
    const ink = withoutStruck(this.#watermarks.takeFrom(upright(drawn)), strikeOuts.length === 0 ? [] : strikeOuts.map(turnedWith(drawn)));
    this.#reportWords(drawn, unseenWords(drawing.glyphs, hidden, ink.asides));
    if (this.#context.pictures) this.glyphs.set(number, [...ink.glyphs, ...ink.asides.flatMap(({ glyphs: aside }) => aside)].filter(({ text }) => text !== " ").map(({ left, top, right, bottom }) => [left, top, right, bottom]));
    const plain = layOutPage(ink, this.#context.limits.cells);
    const tagged = await this.#tagged(page, plain);
    const layout = tagged.length === 0 ? plain : layOutPage(ink, this.#context.limits.cells, tagged);
    this.#reportStruck(layout);
    if (crowded || layout.crowded) this.#say("pdf/too-many-lines", number, {});
    if (layout.charts.length > 0) this.#context.report("table/chart", { params: { page: String(number), count: String(layout.charts.length) }, place: layout.charts.map((box) => ({ source: this.#source, kind: "page" as const, page: number, bbox: rounded(box) })) });
    if (layout.oversized) this.#context.report("limit/cells", { params: { limit: String(this.#context.limits.cells) } });
    return layout;
  }

  #reportStruck({ number, asides }: PageLayout): void {
    const lines = asides.flatMap(({ line, rule }) => (rule === "page:struck" ? [line] : []));
    if (lines.length === 0) return;
    const place = lines.map(({ left, top, right, bottom }) => ({ source: this.#source, kind: "page" as const, page: number, bbox: onPage([left, top, right, bottom], [0, 0, Infinity, Infinity]) }));
    this.#context.report("pdf/struck-text", { params: { page: String(number), count: String(lines.reduce((sum, { text }) => sum + text.length, 0)) }, actual: lines.map(({ text }) => text).join(" "), place });
  }

  /** The tables that a tagged file states, asked for only where words stand in columns and nothing else tells why. */
  async #tagged(page: LibraryPage, { items }: PageLayout): Promise<TaggedTable[]> {
    const lines = items.flatMap((item) => (item.kind === "line" ? [item.line] : []));
    this.#worded ||= lines.some((line) => headerOf(line) !== null);
    if (this.#worded || !needsTags(lines)) return [];
    return tablesOf(await page.getStructTree().catch(() => null));
  }

  /** Words that stand in form fields and notes; what is not read of annotations is said. */
  async #typed(page: LibraryPage, number: number, { glyphs }: Drawing, matrix: Matrix): Promise<DrawnGlyph[]> {
    const { typed, comments, unread, files } = sortAnnotations(await page.getAnnotations().catch(() => []));
    if (comments.length > 0) this.#context.report("pdf/comments", { params: { page: String(number), count: String(comments.length) }, actual: comments.join("\n") });
    if (unread.length > 0) this.#say("pdf/other-annotations", number, { kinds: unread.join(" ") });
    if (files.length > 0) this.#context.report("pdf/embedded-files", { params: { count: String(files.length), names: files.join("、") } });
    return setTyped(typed, matrix, glyphs, (glyphs.at(-1)?.type.run ?? 0) + 1);
  }

  #font(page: LibraryPage, id: string): Font {
    const known = this.#fonts.get(id);
    if (known !== undefined) return known;
    const font = fontFrom(page.commonObjs.has(id) ? page.commonObjs.get(id) : null);
    this.#fonts.set(id, font);
    return font;
  }

  #report(number: number, drawing: Drawing, { decoded, shifted, unmapped, needsOcr }: { decoded: number; shifted: number; unmapped: number; needsOcr: boolean }, [width, height]: [number, number]): void {
    if (drawing.damagedFont) this.#say("pdf/damaged-font", number, {});
    if (needsOcr) this.#say("pdf/needs-ocr", number, {}, [width, height]);
    if (unmapped > 0) this.#say("pdf/no-mapping", number, { count: String(unmapped) }, [width, height]);
    if (decoded > 0) this.#say("pdf/repaired-encoding", number, { count: String(decoded) });
    if (shifted > 0) this.#say("pdf/restored-numbers", number, { count: String(shifted) }, [width, height]);
    const limit = this.#context.limits.pageCharacters;
    if (drawing.glyphs.length >= limit) this.#context.report("pdf/too-many-characters", { params: { limit: String(limit) } });
  }

  #reportWords(page: DrawnPage, found: readonly WordsFinding[]): void {
    if (found.length === 0) return;
    const turned = turnedWith(page);
    for (const { code, count, actual, boxes } of found) {
      const place = boxes.map((box) => ({ source: this.#source, kind: "page" as const, page: page.number, bbox: onPage(turned(box), turned([0, 0, page.width, page.height])) }));
      this.#context.report(code, { params: { page: String(page.number), count: String(count) }, actual, place });
    }
  }

  #say(code: FindingCode, page: number, params: Readonly<Record<string, string>>, size: readonly [number, number] = [0, 0]): void {
    const round = (value: number): number => Math.round(value * 100) / 100;
    const place = { source: this.#source, kind: "page" as const, page, bbox: [0, 0, round(size[0]), round(size[1])] as [number, number, number, number] };
    this.#context.report(code, { params: { page: String(page), ...params }, place: size[0] > 0 ? [place] : [] });
  }
}

/** A box as far as it lies on the page, in hundredths of a point. */
function onPage(box: Box, [, , width, height]: Box): Box {
  const round = (value: number, most: number): number => Math.round(Math.min(Math.max(value, 0), most) * 100) / 100;
  return [round(box[0], width), round(box[1], height), round(box[2], width), round(box[3], height)];
}

/** Names no more objects than this. */
const mostNamed = 10;

function reportPacked(bytes: Uint8Array, context: Context): void {
  const { broken, altered } = checkPacked(bytes);
  for (const [code, objects] of [["pdf/damaged-data", broken], ["pdf/altered-data", altered]] as const) {
    if (objects.length > 0) context.report(code, { params: { count: String(objects.length), objects: objects.slice(0, mostNamed).join(" ") } });
  }
}

function reportTable({ irregular, unjoined, full, method, parts, doubtful, crowded, confidence }: JoinedTable, source: number, context: Context): void {
  const place = parts.map(({ page, bbox }) => ({ source, kind: "page" as const, page, bbox }));
  const page = String(parts[0]?.page ?? 0);
  if (irregular > 0) context.report("table/irregular-cell", { params: { count: String(irregular) }, place });
  if (full) context.report("table/full", { params: { page, limit: String(context.limits.cells) }, place });
  else if (unjoined) context.report("table/unjoined-part", { params: { page }, place });
  if (method === "unruled" || method === "part-ruled") context.report("table/unruled", { params: { page }, place });
  if (doubtful) context.report("table/doubtful-grid", { params: { page, confidence: confidence.toFixed(2) }, place });
  if (crowded.length > 0) context.report("table/crowded-cell", { params: { count: String(crowded.length) }, place: crowded.map(({ page: number, bbox }) => ({ source, kind: "page" as const, page: number, bbox: rounded(bbox) })) });
}
