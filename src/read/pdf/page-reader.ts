/** Reads the pages of a PDF, one after the other: what each draws, which of it is words, and how they are laid out. */
import type { Context } from "../../model/context.ts";
import type { Box } from "../../model/position.ts";
import { headerOf } from "../grid/column-header.ts";
import type { PageInk } from "../grid/ink.ts";
import { layOutPage, type PageLayout } from "../grid/page.ts";
import { withoutStruck } from "../grid/strikes.ts";
import { needsTags, type TaggedTable } from "../grid/tagged.ts";
import { Watermarks } from "../grid/watermarks.ts";
import { hasNoText } from "../grid/wordless.ts";
import { putActualText } from "./actual-text.ts";
import { sortAnnotations, type Annotations } from "./annotations.ts";
import { fontFrom, type Font } from "./fonts.ts";
import { shiftNumbers } from "./glyph-numbers.ts";
import { interpret, type Drawing } from "./interpreter.ts";
import { markInvented } from "./invented-encodings.ts";
import { layersOf } from "./layers.ts";
import { operatorsOf, type Library, type LibraryDocument, type LibraryPage, type OperatorList } from "./library.ts";
import { mostOperators } from "./limits.ts";
import { markUnmapped } from "./mapping.ts";
import { matrixFrom } from "../grid/matrix.ts";
import { PageReport } from "./page-report.ts";
import { repair, type Repaired } from "./repair.ts";
import { isReadByProgram } from "./scan.ts";
import type { PictureKind, ScannedPages, Sheet } from "./scanned-pages.ts";
import { strikeBoxes } from "./strike-outs.ts";
import { tablesOf } from "./structure.ts";
import { setTyped } from "./typed-words.ts";
import { markCodes } from "./unmapped.ts";
import { unseenWords } from "./unseen-words.ts";
import { turnedWith, upright } from "./upright.ts";
import { judgeVisibility } from "./visibility.ts";
import { addAll } from "../../model/add-all.ts";

/** More pieces of lines than this make a picture. */
const mostRules = 50_000;

/** Pages are asked for so many ahead: the library waits for decompression while this one is laid out. */
const pagesAhead = 3;

/** A page and what it draws. */
interface Fetched {
  readonly page: LibraryPage;
  readonly list: OperatorList;
}

/** A file that was opened. */
interface OpenFile {
  readonly pdf: Library;
  readonly document: LibraryDocument;
  readonly scans: ScannedPages;
}

/** Reads the pages of one document. */
export class PageReader {
  readonly #pdf: Library;
  readonly #document: LibraryDocument;
  readonly #scans: ScannedPages;
  readonly #source: number;
  readonly #context: Context;
  readonly #fonts = new Map<string, Font>();
  /** By font, what turns its glyph numbers into characters. */
  readonly #offsets = new Map<string, number>();
  /** Fonts whose encoding means nothing, as earlier pages proved. */
  readonly #invented = new Set<string>();
  readonly #watermarks = new Watermarks();
  /** A line was found that heads columns by its words: gutters over all pages tell more than tags page by page. */
  #worded = false;
  /** Boxes of the characters of each page, kept for pictures. */
  readonly glyphs = new Map<number, readonly Box[]>();

  constructor({ pdf, document, scans }: OpenFile, source: number, context: Context) {
    this.#pdf = pdf;
    this.#document = document;
    this.#scans = scans;
    this.#source = source;
    this.#context = context;
  }

  /** All pages that can be read, in order. */
  async read(): Promise<PageLayout[]> {
    const { numPages } = this.#document;
    const limit = this.#context.limits.pages;
    if (numPages > limit) this.#context.report("pdf/too-many-pages", { params: { pages: String(numPages), limit: String(limit) } });
    const layouts: PageLayout[] = [];
    const last = Math.min(numPages, limit);
    const ahead: Promise<Fetched | null>[] = [];
    for (let number = 1; number <= last; number++) {
      while (ahead.length < pagesAhead && number + ahead.length <= last) ahead.push(this.#fetch(number + ahead.length));
      const fetched = (await ahead.shift()) ?? null;
      await this.#context.rest();
      const report = new PageReport(number, this.#source, this.#context);
      const layout = fetched === null ? null : await this.#page(fetched, report);
      if (layout === null) report.say("pdf/damaged-page");
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

  async #page({ page, list }: Fetched, report: PageReport): Promise<PageLayout | null> {
    try {
      if (list.cut) report.say("pdf/page-too-long", { limit: String(mostOperators) });
      if (list.damaged) report.say("pdf/damaged-contents");
      return await this.#layOut(page, list, report);
    } catch {
      return null;
    } finally {
      page.cleanup();
    }
  }

  async #layOut(page: LibraryPage, list: OperatorList, report: PageReport): Promise<PageLayout> {
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const sheet: Sheet = { matrix: matrixFrom([...transform]), size: [width, height] };
    const drawing = await this.#draw(page, list, sheet);
    const annotations = sortAnnotations(await page.getAnnotations().catch(() => []));
    const { glyphs, hidden, picture } = this.#characters(drawing, annotations, sheet, report);
    const manyRules = drawing.rules.length >= mostRules;
    const drawn = { number: report.number, width, height, glyphs, rules: manyRules ? [] : drawing.rules, bands: manyRules ? [] : drawing.bands };
    const turned = turnedWith(drawn);
    const ink = withoutStruck(this.#watermarks.takeFrom(picture === null ? upright(drawn) : await this.#scans.inkOf(picture, drawn, sheet, report)), strikeBoxes(annotations.struck, sheet.matrix).map(turned));
    report.words(unseenWords(drawing.glyphs, hidden, ink.asides), sheet.size, turned);
    if (this.#context.pictures) this.glyphs.set(report.number, boxesIn(ink));
    const layout = await this.#tables(page, ink);
    report.layout(layout, manyRules);
    return layout;
  }

  /** What a page draws, and which of its characters a person sees. */
  async #draw(page: LibraryPage, list: OperatorList, { matrix, size: [width, height] }: Sheet): Promise<Drawing> {
    const { operators } = this.#pdf;
    const isOff = await layersOf(this.#document, list, operators);
    const mostGlyphs = this.#context.limits.pageCharacters;
    const drawing = interpret(list, operators, { matrix, width, height, fontOf: (id) => this.#font(page, id), mostGlyphs, mostRules, isOff });
    judgeVisibility(drawing, width, height);
    return drawing;
  }

  /** The characters of a page and the words typed into it, as people would write them; characters that nobody can know become U+FFFD. */
  #characters(drawing: Drawing, annotations: Annotations, { matrix, size }: Sheet, report: PageReport): Characters {
    const { glyphs: drawn, damagedFont } = drawing;
    const shifted = shiftNumbers(drawn, this.#offsets);
    markCodes(drawn);
    markInvented(drawn, this.#invented);
    const contradicted = putActualText(drawn, drawing.actualTexts);
    if (contradicted > 0) report.say("pdf/other-actual-text", { count: String(contradicted) }, size);
    report.annotations(annotations);
    addAll(drawn, setTyped(annotations.typed, matrix, drawn, (drawn.at(-1)?.type.run ?? 0) + 1));
    const { glyphs, hidden, decoded } = repair(drawn);
    const unmapped = markUnmapped(glyphs);
    const full = drawn.length >= this.#context.limits.pageCharacters;
    const picture = hasNoText({ pictures: drawing.areas.pictures.map(({ box }) => box), shapes: drawing.shapes }, glyphs, ...size) ? "bare" : isReadByProgram(drawing, glyphs, ...size) ? "layered" : null;
    report.characters({ damagedFont, unmapped, decoded, shifted, full }, size);
    return { glyphs, hidden, picture };
  }

  /** Lays out a page, by the tables that a tagged file states where it needs them. */
  async #tables(page: LibraryPage, ink: PageInk): Promise<PageLayout> {
    const { cells } = this.#context.limits;
    const plain = layOutPage(ink, cells);
    const tagged = await this.#tagged(page, plain);
    return tagged.length === 0 ? plain : layOutPage(ink, cells, tagged);
  }

  /** The tables that a tagged file states, asked for only where words stand in columns and nothing else tells why. */
  async #tagged(page: LibraryPage, { items }: PageLayout): Promise<TaggedTable[]> {
    const lines = items.flatMap((item) => (item.kind === "line" ? [item.line] : []));
    this.#worded ||= lines.some((line) => headerOf(line) !== null);
    if (this.#worded || !needsTags(lines)) return [];
    return tablesOf(await page.getStructTree().catch(() => null));
  }

  #font(page: LibraryPage, id: string): Font {
    const known = this.#fonts.get(id);
    if (known !== undefined) return known;
    const font = fontFrom(page.commonObjs.has(id) ? page.commonObjs.get(id) : null);
    this.#fonts.set(id, font);
    return font;
  }
}

/** The characters of a page, and whether it is a picture: one without words, or with those that a program read in it. */
interface Characters extends Pick<Repaired, "glyphs" | "hidden"> {
  readonly picture: PictureKind | null;
}

/** Boxes of the characters of a page, those set aside among them. */
function boxesIn({ glyphs, asides }: PageInk): Box[] {
  const shown = [...glyphs, ...asides.flatMap((aside) => aside.glyphs)].filter(({ text }) => text !== " ");
  return shown.map(({ left, top, right, bottom }) => [left, top, right, bottom]);
}
