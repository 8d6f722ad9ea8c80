/** Turns a page so that most of its text stands upright, whatever the file says of its rotation. */
import type { Box } from "../../model/position.ts";
import type { Direction, Glyph, PageInk, Rule } from "../grid/ink.ts";
import type { DrawnGlyph } from "./string.ts";
import { largest } from "../../model/extremes.ts";

/** A page as drawn. */
export interface DrawnPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly DrawnGlyph[];
  readonly rules: readonly Rule[];
  readonly bands: readonly Box[];
}

/** The page as a person holds it. */
export function upright({ number, width, height, glyphs, rules, bands }: DrawnPage): PageInk {
  const turn = mostBaseline(glyphs);
  const sideways = turn === 1 || turn === 3;
  const { slanted, straight } = partSlanted(glyphs);
  return {
    number,
    width: sideways ? height : width,
    height: sideways ? width : height,
    turn: quarter(-turn),
    glyphs: turn === 0 ? straight : straight.map((glyph) => turnGlyph(glyph, turn, width, height)),
    asides: slanted.length === 0 ? [] : [{ rule: "page:watermark", glyphs: turn === 0 ? slanted : slanted.map((glyph) => turnGlyph(glyph, turn, width, height)) }],
    rules: turn === 0 ? rules : rules.map((rule) => turnRule(rule, turn, width, height)),
    bands: turn === 0 ? bands : bands.map(([left, top, right, bottom]) => turnBox({ left, top, right, bottom }, turn, width, height)),
  };
}

/**
 * Words at an odd angle: watermarks, and the words around a seal. Of a circle of characters a few stand straight by chance; they go with the others of
 * their size and colour before and behind them.
 */
function partSlanted(glyphs: readonly DrawnGlyph[]): { slanted: readonly DrawnGlyph[]; straight: readonly DrawnGlyph[] } {
  if (!glyphs.some(({ type }) => type.slanted)) return { slanted: [], straight: glyphs };
  const slanted: DrawnGlyph[] = [];
  const straight: DrawnGlyph[] = [];
  for (const group of alikeInRow(glyphs)) {
    const count = group.filter(({ type }) => type.slanted).length;
    for (const glyph of group) (glyph.type.slanted || 2 * count >= group.length ? slanted : straight).push(glyph);
  }
  return { slanted: slanted.filter(({ text }) => text !== " "), straight };
}

/** Characters of one size and colour that were drawn one after the other. */
function alikeInRow(glyphs: readonly DrawnGlyph[]): DrawnGlyph[][] {
  const groups: DrawnGlyph[][] = [];
  let last: DrawnGlyph | null = null;
  for (const glyph of glyphs) {
    if (last !== null && Math.abs(last.type.size - glyph.type.size) < 0.1 && last.type.tint === glyph.type.tint) groups.at(-1)?.push(glyph);
    else groups.push([glyph]);
    last = glyph;
  }
  return groups;
}

/** Turns boxes like the page. */
export function turnedWith({ width, height, glyphs }: DrawnPage): (box: Box) => Box {
  let turn: Direction | null = null;
  return ([left, top, right, bottom]) => turnBox({ left, top, right, bottom }, (turn ??= mostBaseline(glyphs)), width, height);
}

/** The direction of most of the text, by its length: a few long words in turned header cells do not outweigh short Chinese ones. */
function mostBaseline(glyphs: readonly DrawnGlyph[]): Direction {
  const votes: [number, number, number, number] = [0, 0, 0, 0];
  for (const { text, left, top, right, bottom, type: { baseline, slanted } } of glyphs) {
    if (!slanted && text !== " ") votes[baseline] += baseline % 2 === 0 ? right - left : bottom - top;
  }
  const most = largest(votes);
  return ([0, 1, 2, 3] as const).find((direction) => votes[direction] === most) ?? 0;
}

function turnGlyph(glyph: DrawnGlyph, turn: Direction, width: number, height: number): Glyph {
  const [left, top, right, bottom] = turnBox(glyph, turn, width, height);
  const { text, bold, type } = glyph;
  return { text, left, top, right, bottom, bold, type: { ...type, direction: quarter(type.direction - turn) } };
}

function quarter(turns: number): Direction {
  const directions = [0, 1, 2, 3] as const;
  return directions[(turns + 4) % 4] ?? 0;
}

function turnBox({ left, top, right, bottom }: Pick<DrawnGlyph, "left" | "top" | "right" | "bottom">, turn: Direction, width: number, height: number): Box {
  switch (turn) {
    case 0:
      return [left, top, right, bottom];
    case 1:
      return [top, width - right, bottom, width - left];
    case 2:
      return [width - right, height - bottom, width - left, height - top];
    case 3:
      return [height - bottom, left, height - top, right];
  }
}

function turnRule({ axis, at, from, to }: Rule, turn: Direction, width: number, height: number): Rule {
  const other = axis === "horizontal" ? "vertical" : "horizontal";
  const horizontal = axis === "horizontal";
  switch (turn) {
    case 0:
      return { axis, at, from, to };
    case 1:
      return horizontal ? { axis: other, at, from: width - to, to: width - from } : { axis: other, at: width - at, from, to };
    case 2:
      return horizontal ? { axis, at: height - at, from: width - to, to: width - from } : { axis, at: width - at, from: height - to, to: height - from };
    case 3:
      return horizontal ? { axis: other, at: height - at, from, to } : { axis: other, at, from: height - to, to: height - from };
  }
}
