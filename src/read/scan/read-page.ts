/** Reads a page that is a picture: an engine reads its lines, and the words stand where they stand on the paper. */
import type { Box } from "../../model/position.ts";
import type { LineImage, OcrEngine, ReadCharacter } from "../../model/ocr.ts";
import { unknownCharacter } from "../../text/unknown.ts";
import type { Glyph, PageInk } from "../grid/ink.ts";
import { setLine, type Crop, type ReadLine } from "./characters.ts";
import { layOutScan, type ScanLayout } from "./layout.ts";
import type { Raster } from "./raster.ts";
import type { TextLine } from "./text-lines.ts";
import { turnedRaster, type Turn } from "./turn.ts";
import { addAll } from "../../model/add-all.ts";

/** Room that a line has in its picture: above and below as a share of its height, before and behind it of its em. */
const [above, beside] = [0.1, 0.25];
/** With so few characters that are sure, in so many lines, the page may stand on its head. */
const tried = 5;
const sure = 0.9;
const enoughSure = 0.6;
const fewCharacters = 10;
/** Ink narrower than this share of an em, or less than its square, is dirt or the edge of a line. */
const dirt = 0.12;

/** A page as it was read, upright; points. */
export interface ScanReading {
  readonly ink: Pick<PageInk, "width" | "height" | "glyphs" | "rules">;
  /** By how many quarter turns to the right it was brought upright. */
  readonly turn: Turn;
  readonly blank: boolean;
  /** The ruling lines could be read in several ways. */
  readonly sureGrid: boolean;
  readonly uncertain: readonly ReadLine[];
  readonly gaps: readonly ReadLine[];
  /** Ink that gave no character. */
  readonly unread: readonly Box[];
}

/** What reading a page must be told. */
export interface ScanSetting {
  readonly engine: OcrEngine;
  readonly mostCells: number;
  /** Lets others have the thread, and ends the reading when it is to end. */
  readonly rest: () => Promise<void>;
}

/** Reads a page. Rejects when the engine fails. */
export async function readScan(raster: Raster, setting: ScanSetting): Promise<ScanReading> {
  let [page, turn]: [OpenPage, Turn] = [new OpenPage(layOutScan(raster, setting.mostCells), setting), 0];
  const { count, all } = await page.countSure();
  if (page.layout.lines.length > 1 && (all < fewCharacters || count < enoughSure * all)) [page, turn] = await bestTurn(raster, page, count, setting);
  const { layout } = page;
  const read: ReadLine[] = [];
  const unread: Box[] = [...layout.odd];
  for (const line of layout.lines) {
    const characters = await page.charactersOf(line);
    read.push(setLine(characters, line, page.cropOf(line), layout));
    if (characters.length === 0 && line.right - line.left > dirt * line.em && inkIn(layout, line) > (dirt * line.em) ** 2) unread.push(inPoints(line, layout.scale));
  }
  const unknown = unread.map(([left, top, right, bottom]): Glyph => ({ text: unknownCharacter, left, top, right, bottom, bold: false, type: { size: bottom - top, direction: 0, artifact: false, mark: null, run: null, tint: null } }));
  const { scale } = layout;
  return {
    ink: { width: layout.width / scale, height: layout.height / scale, glyphs: [...read.flatMap(({ glyphs }) => glyphs), ...unknown], rules: layout.rules },
    turn,
    blank: layout.blank,
    sureGrid: layout.sure,
    uncertain: read.filter(({ uncertain }) => uncertain.length > 0),
    gaps: read.filter(({ gaps }) => gaps.length > 0),
    unread,
  };
}

function inPoints({ left, top, right, bottom }: TextLine, scale: number): Box {
  return [left / scale, top / scale, right / scale, bottom / scale];
}

function inkIn({ ink: { width, data } }: ScanLayout, { left, top, right, bottom }: TextLine): number {
  let count = 0;
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) count += data[y * width + x] ?? 0;
  return count;
}

/** The page turned to where most of its characters are sure; so many are as it is. */
async function bestTurn(raster: Raster, upright: OpenPage, sureUpright: number, setting: ScanSetting): Promise<[page: OpenPage, turn: Turn]> {
  let best: [OpenPage, Turn] = [upright, 0];
  let most = sureUpright;
  for (const turn of [2, 1, 3] as const) {
    const page = new OpenPage(layOutScan(turnedRaster(raster, turn), setting.mostCells), setting);
    const { count } = await page.countSure();
    if (count > most) [best, most] = [[page, turn], count];
  }
  return best;
}

/** A page whose lines are read when they are asked for, each once. */
class OpenPage {
  readonly layout: ScanLayout;
  readonly #setting: ScanSetting;
  readonly #read = new Map<TextLine, readonly ReadCharacter[]>();

  constructor(layout: ScanLayout, setting: ScanSetting) {
    this.layout = layout;
    this.#setting = setting;
  }

  async charactersOf(line: TextLine): Promise<readonly ReadCharacter[]> {
    const known = this.#read.get(line);
    if (known !== undefined) return known;
    await this.#setting.rest();
    const [characters = []] = await this.#setting.engine.read([this.#imageOf(this.cropOf(line))]);
    this.#read.set(line, characters);
    return characters;
  }

  /** How many characters of the longest lines are sure, and how many there are. */
  async countSure(): Promise<{ readonly count: number; readonly all: number }> {
    const longest = [...this.layout.lines].sort((a, b) => b.right - b.left - (a.right - a.left)).slice(0, tried);
    const characters: ReadCharacter[] = [];
    for (const line of longest) addAll(characters, await this.charactersOf(line));
    return { count: characters.filter(({ probability }) => probability >= sure).length, all: characters.length };
  }

  /** A line with some paper around it. */
  cropOf({ left, top, right, bottom, roomAbove, roomBelow, em }: TextLine): LineCrop {
    const { width, height } = this.layout;
    const pad = Math.max(1, Math.round(above * (bottom - top)));
    const [from, to] = [Math.max(0, left - Math.round(beside * em)), Math.min(width, right + Math.round(beside * em))];
    const [high, low] = [Math.max(0, top - Math.min(pad, roomAbove)), Math.min(height, bottom + Math.min(pad, roomBelow))];
    return { left: from, top: high, width: to - from, height: low - high };
  }

  #imageOf({ left, top, width, height }: LineCrop): LineImage {
    const { grey, width: across } = this.layout;
    const image = { width, height, grey: new Uint8Array(width * height) };
    for (let y = 0; y < height; y++) image.grey.set(grey.subarray((top + y) * across + left, (top + y) * across + left + width), y * width);
    return image;
  }
}

/** The part of a page that shows a line. */
interface LineCrop extends Crop {
  readonly top: number;
  readonly height: number;
}
