/** From what an engine read of a line to characters with boxes on the page. */
import type { Glyph, Type } from "../grid/ink.ts";
import type { ReadCharacter } from "../../model/ocr.ts";
import { unknownCharacter } from "../../text/unknown.ts";
import type { TextLine } from "./text-lines.ts";
import type { Ink } from "./threshold.ts";

/** Characters less likely than this are doubtful; digits more easily, since one wrong figure looks like a right one. Measured: docs/ocr.md. */
const sureEnough = 0.8;
const sureFigure = 0.9;
/** Half the width of a character of Latin or Chinese type, and what may be between neighbours without a character, in ems. */
const [halfLatin, halfChinese, between] = [0.28, 0.55, 0.35];
/** Characters touch up to this distance, in ems. */
const nearest = 1.6;
/** Ink between neighbours that is less than this share of an em, squared, is dirt. */
const leastInk = 0.1;
/** Ink between neighbours that is so wide, in ems, is a character; less is a mark. */
const wideInk = 0.45;

/** What never stands in a notice, and what it is. */
const never: Readonly<Record<string, string>> = { "丶": "、", "°": "。" };
/** Marks that are one mark to a reader: which of them stands there is no doubt worth a look. */
const alike = [/^[-\u2010-\u2015\uff0d]$/u, /^[[\u3014\uff3b]$/u, /^[\]\u3015\uff3d]$/u];
/** The year of a document number between brackets of two kinds: it has one kind. */
const mixedYear = /(?:\[(?=\d{4}〕)|〔(?=\d{4}\]))(\d{4})[\]〕]/gu;

/** A line of text as it was read; boxes in points of the page put straight. */
export interface ReadLine {
  readonly glyphs: readonly Glyph[];
  /** Characters that are less sure than they should be. */
  readonly uncertain: readonly { readonly glyph: Glyph; readonly other: string | null }[];
  /** Places between characters where ink was passed over. */
  readonly gaps: readonly Glyph[];
}

/** The crop that an engine was given: first column and width, in pixels. */
export interface Crop {
  readonly left: number;
  readonly width: number;
}

/** A character and its middle along the line, in pixels. */
interface Placed {
  readonly text: string;
  readonly middle: number;
  readonly read: ReadCharacter;
}

/** Sets the characters of a line on the page. */
export function setLine(read: readonly ReadCharacter[], line: TextLine, crop: Crop, { ink, scale }: { readonly ink: Ink; readonly scale: number }): ReadLine {
  const { em } = line;
  const texts = amended(read);
  const placed = read.map((character, i): Placed => ({ text: texts[i] ?? character.text, middle: crop.left + ((character.from + character.to) / 2) * crop.width, read: character }));
  const usual: Type = { size: Math.round((2 * em) / scale) / 2, direction: 0, artifact: false, mark: null, run: null, tint: null };
  const glyphs: Glyph[] = [];
  const uncertain: { glyph: Glyph; other: string | null }[] = [];
  const gaps: Glyph[] = [];
  const box = (left: number, right: number): Pick<Glyph, "left" | "top" | "right" | "bottom"> => ({ left: left / scale, right: right / scale, top: line.top / scale, bottom: line.bottom / scale });
  for (const [i, { text, middle, read: one }] of placed.entries()) {
    const [before, after] = [placed[i - 1]?.middle, placed[i + 1]?.middle];
    const missed = before === undefined ? null : inkBetween(ink, line, before + halfOf(placed[i - 1]?.text ?? "") * em, middle - halfOf(text) * em, isLatin(text) && isLatin(placed[i - 1]?.text ?? ""));
    if (missed !== null) {
      const gap: Glyph = { text: unknownCharacter, ...box(missed[0], missed[1]), bold: false, type: { ...usual, doubt: { other: null, probability: 0 } } };
      gaps.push(gap);
      if (missed[1] - missed[0] >= wideInk * em) glyphs.push(gap);
    }
    const half = /[\u0020-\u007e]/u.test(text) ? em / 3 : em / 2;
    const left = before === undefined ? Math.max(line.left, middle - half) : middle - before <= nearest * em ? (before + middle) / 2 : middle - half;
    const right = after === undefined ? Math.min(line.right, Math.max(middle + half, left + 1)) : after - middle <= nearest * em ? (middle + after) / 2 : middle + half;
    const other = one.other === null ? null : (never[one.other.text] ?? one.other.text);
    const isSure = sureness(text, other, one) >= (/\d/u.test(text) ? sureFigure : sureEnough);
    const doubt = missed !== null ? { other, probability: 0 } : isSure ? null : { other, probability: one.probability };
    const glyph: Glyph = { text, ...box(left, Math.max(right, left + 1)), bold: false, type: doubt === null ? usual : { ...usual, doubt } };
    glyphs.push(glyph);
    if (!isSure) uncertain.push({ glyph, other });
  }
  return { glyphs, uncertain, gaps };
}

/** How sure a character is; its own form in another width is no other character. */
function sureness(text: string, other: string | null, { probability, other: second }: ReadCharacter): number {
  return other !== null && second !== null && areAlike(text, other) ? probability + second.probability : probability;
}

function areAlike(one: string, other: string): boolean {
  return one.normalize("NFKC") === other.normalize("NFKC") || alike.some((marks) => marks.test(one) && marks.test(other));
}

/** The texts of characters, those amended that never stand so in a notice. */
function amended(read: readonly ReadCharacter[]): string[] {
  const texts = read.map(({ text }) => never[text] ?? text);
  if (texts.every((text) => text.length === 1)) for (const { index, 0: found } of texts.join("").matchAll(mixedYear)) [texts[index], texts[index + found.length - 1]] = ["〔", "〕"];
  return texts;
}

function isLatin(text: string): boolean {
  return /^[\u0021-\u007e]/u.test(text);
}

function halfOf(text: string): number {
  return isLatin(text) ? halfLatin : halfChinese;
}

/** The first and last column of ink between the ends of two neighbours; null when they are near or there is none. `apart`: what reaches in from outside belongs to the neighbours. */
function inkBetween({ width, data }: Ink, { top, bottom, em }: TextLine, before: number, after: number, apart: boolean): [number, number] | null {
  if (after - before <= between * em) return null;
  const inkAt = (x: number): number => {
    let black = 0;
    for (let at = top * width + x; at < bottom * width + x; at += width) black += data[at] ?? 0;
    return black;
  };
  let [first, last] = [Math.ceil(before), Math.ceil(after) - 1];
  while (apart && first <= last && inkAt(first) > 0) first++;
  while (apart && last >= first && inkAt(last) > 0) last--;
  let [from, to, count] = [-1, -1, 0];
  for (let x = first; x <= last; x++) {
    const black = inkAt(x);
    if (black === 0) continue;
    if (from < 0) from = x;
    to = x + 1;
    count += black;
  }
  return from < 0 || count < (leastInk * em) ** 2 ? null : [from, to];
}
