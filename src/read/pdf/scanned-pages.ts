/** Pages of a PDF that are pictures: their pictures are decoded in a second opening of the file, which files without such pages never need. */
import type { Context } from "../../model/context.ts";
import type { EngineIdentity, OcrEngine } from "../../model/ocr.ts";
import { reasonOf } from "../../text/reason.ts";
import type { Glyph, PageInk } from "../grid/ink.ts";
import type { Matrix } from "../grid/matrix.ts";
import { straightenedGlyphs } from "../scan/layer.ts";
import { rulesOnPage } from "../scan/layout.ts";
import { finestScan, rasterOf, type Raster } from "../scan/raster.ts";
import { readScan, type ScanReading } from "../scan/read-page.ts";
import { operatorsOf, pictureSettings, type Library, type LibraryDocument, type LibraryTask } from "./library.ts";
import { picturesOf } from "./page-pictures.ts";
import type { PageReport } from "./page-report.ts";
import { upright, type DrawnPage } from "./upright.ts";

/** A page that is a picture: one without words, or with those that a program read in it. */
export type PictureKind = "bare" | "layered";

/** A page as the file draws it: from its own space, whose origin is at the lower left, to points from the top left. */
export interface Sheet {
  readonly matrix: Matrix;
  readonly size: readonly [width: number, height: number];
}

/** Ruling lines alone are seen as well when a picture is coarser, in dots an inch. */
const finestForRules = 150;

/** Characters of the file itself that were not read in the picture as well: what a program that scans prints on it. */
function besides(printed: readonly Glyph[], read: readonly Glyph[]): Glyph[] {
  return printed.filter(({ left, right, top, bottom }) => {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return !read.some((other) => x >= other.left && x <= other.right && y >= other.top && y <= other.bottom);
  });
}

/** Opens the pictures of one file when they are asked for. */
export class ScannedPages {
  /** What read pages, null while none did. */
  engine: EngineIdentity | null = null;
  readonly #pdf: Library;
  readonly #bytes: Uint8Array;
  readonly #context: Context;
  #task: LibraryTask | null = null;

  constructor(pdf: Library, bytes: Uint8Array, context: Context) {
    this.#pdf = pdf;
    this.#bytes = bytes;
    this.#context = context;
  }

  /** What a page shows: read by the engine that was asked for; else its ruling lines, and between them the words that another program left on it. */
  async inkOf(kind: PictureKind, drawn: DrawnPage, sheet: Sheet, report: PageReport): Promise<PageInk> {
    const { ocr } = this.#context.options;
    const read = ocr === undefined ? null : await this.#read(ocr, kind, drawn, sheet, report);
    if (read !== null) return read;
    if (kind === "layered") return this.#layered(drawn, sheet, report);
    report.needsOcr(sheet.size);
    return upright(drawn);
  }

  async close(): Promise<void> {
    await this.#task?.destroy();
  }

  /** Null when the page could not be read, which was said. */
  async #read(engine: OcrEngine, kind: PictureKind, drawn: DrawnPage, sheet: Sheet, report: PageReport): Promise<PageInk | null> {
    const raster = await this.#raster(report.number, sheet, finestScan);
    if (raster === null) return null;
    const reading = await this.#scan(raster, engine, report);
    if (reading === null) return null;
    const { name, version, model } = engine;
    this.engine = { name, version, model };
    report.scan(reading, this.engine);
    const { ink, turn } = reading;
    const page: PageInk = { number: drawn.number, asides: [], bands: [], ...ink, turn };
    if (turn !== 0) return page;
    const printed = upright(drawn);
    if (printed.width !== page.width) return page;
    const rules = [...page.rules, ...printed.rules];
    return kind === "layered" ? { ...page, rules } : { ...page, glyphs: [...page.glyphs, ...besides(printed.glyphs, page.glyphs)], asides: printed.asides, rules };
  }

  async #scan(raster: Raster, engine: OcrEngine, report: PageReport): Promise<ScanReading | null> {
    try {
      return await readScan(raster, { engine, mostCells: this.#context.limits.cells, rest: this.#context.rest });
    } catch (error) {
      report.say("ocr/failed", { reason: reasonOf(error) });
      return null;
    }
  }

  /** The words of a layer stand between the lines of the picture, both put straight. */
  async #layered(drawn: DrawnPage, sheet: Sheet, report: PageReport): Promise<PageInk> {
    report.say("pdf/ocr-layer", {}, sheet.size);
    const raster = await this.#raster(report.number, sheet, finestForRules);
    if (raster === null) return upright(drawn);
    const { rules, skew, sure } = rulesOnPage(raster, this.#context.limits.cells);
    if (!sure) report.say("ocr/grid-uncertain", {}, sheet.size);
    return upright({ ...drawn, glyphs: straightenedGlyphs(drawn.glyphs, sheet.size, skew), rules: [...drawn.rules, ...rules] });
  }

  /** The page as a picture, no finer than so many dots an inch; null when it cannot be decoded or shows no pictures. */
  async #raster(number: number, { matrix, size: [width, height] }: Sheet, finest: number): Promise<Raster | null> {
    const page = await this.#open()
      .then((document) => document.getPage(number))
      .catch(() => null);
    if (page === null) return null;
    try {
      const pictures = await picturesOf(page, await operatorsOf(page), this.#pdf.operators, matrix);
      return pictures.length === 0 ? null : rasterOf(pictures, width, height, finest);
    } catch {
      return null;
    } finally {
      page.cleanup();
    }
  }

  #open(): Promise<LibraryDocument> {
    this.#task ??= this.#pdf.open(this.#bytes, pictureSettings);
    return this.#task.promise;
  }
}
