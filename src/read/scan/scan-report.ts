/** What is said of a page that an engine read. */
import type { Context } from "../../model/context.ts";
import type { EngineIdentity } from "../../model/ocr.ts";
import type { Box, Place } from "../../model/position.ts";
import type { Glyph } from "../grid/ink.ts";
import { rounded } from "../grid/write.ts";
import type { ReadLine } from "./characters.ts";
import type { ScanReading } from "./read-page.ts";

/** Reports a page: that it was read and by what, and each doubt with its line. */
export function reportScan(reading: ScanReading, number: number, source: number, { name, version }: EngineIdentity, context: Context): void {
  const page = String(number);
  const { ink, turn, blank, sureGrid, uncertain, gaps, unread } = reading;
  const whole = placeOf([0, 0, ink.width, ink.height]);
  function placeOf(box: Box): Place {
    return { source, kind: "page", page: number, bbox: rounded(box) };
  }
  const placesOf = (glyphs: readonly Glyph[]): Place[] => glyphs.map(({ left, top, right, bottom }) => placeOf([left, top, right, bottom]));
  if (blank) {
    context.report("ocr/blank-page", { params: { page }, place: [whole] });
    return;
  }
  const count = ink.glyphs.length - unread.length;
  context.report("ocr/page-read", { params: { page, engine: `${name} ${version}`, count: String(count) }, place: [whole] });
  if (turn !== 0) context.report("ocr/page-turned", { params: { page, degrees: String(90 * turn) }, place: [whole] });
  if (!sureGrid) context.report("ocr/grid-uncertain", { params: { page }, place: [whole] });
  for (const line of uncertain) {
    const characters = line.uncertain.map(({ glyph, other }) => (other === null ? glyph.text : `${glyph.text}（${other}）`)).join(" ");
    context.report("ocr/uncertain", { params: { page, count: String(line.uncertain.length), characters }, actual: textOf(line), place: placesOf(line.uncertain.map(({ glyph }) => glyph)) });
  }
  for (const line of gaps) context.report("ocr/gap", { params: { page, count: String(line.gaps.length) }, actual: textOf(line), place: placesOf(line.gaps) });
  if (unread.length > 0) context.report("ocr/unread", { params: { page, count: String(unread.length) }, place: unread.map(placeOf) });
}

function textOf({ glyphs }: ReadLine): string {
  return glyphs.map(({ text }) => text).join("");
}
