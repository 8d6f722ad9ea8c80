/** Words that a line strikes through: they are no longer in force. */
import type { Box } from "../../model/position.ts";
import type { Glyph, PageInk, Rule } from "./ink.ts";
import { ruleBoxes, type Neighbourhood, type RuleBox } from "./neighbourhood.ts";
import { largest } from "../../model/extremes.ts";

/** A line strikes through a character when it runs between these shares of its height; underlines and the lines of tables run outside. */
const highest = 0.3;
const lowest = 0.73;
/** Such a line goes no further than this beyond the words, in ems: longer ones are lines of tables that words have run into. */
const beyond = 0.8;
/** A strike that leaves out this much between words, in ems, is none. */
const widestGap = 3;
/** Lines that meet another at both ends, within so many points, are sides of boxes. */
const meeting = 1.5;

/** Larger characters than this, in points, fill a page: nobody strikes them. */
const tallest = 2000;

/** A page without the words that a line strikes through, and without those lines; `boxes` are further words that the file itself calls struck. */
export function withoutStruck(ink: PageInk, boxes: readonly Box[] = []): PageInk {
  const struck = new Set<Glyph>();
  const strikes = new Set<Rule>();
  if (ink.rules.length > 0) findStrikes(ink, struck, strikes);
  if (boxes.length > 0) for (const glyph of ink.glyphs) if (boxes.some((box) => isWithin(glyph, box))) struck.add(glyph);
  if (struck.size === 0) return ink;
  return {
    ...ink,
    glyphs: ink.glyphs.filter((glyph) => !struck.has(glyph)),
    rules: ink.rules.filter((rule) => !strikes.has(rule)),
    asides: [...ink.asides, { rule: "page:struck", glyphs: [...struck].filter(({ text }) => text !== " ") }],
  };
}

function isWithin({ left, top, right, bottom, text }: Glyph, [x0, y0, x1, y1]: Box): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return text !== " " && x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

function findStrikes({ glyphs, rules }: PageInk, struck: Set<Glyph>, strikes: Set<Rule>): void {
  const middles = middlesOf(glyphs, rules);
  let sides: Neighbourhood<RuleBox> | null = null;
  for (const rule of rules) {
    const hit = (middles[rule.axis].get(stepOf(rule.at)) ?? []).filter((glyph) => isStruck(glyph, rule));
    if (hit.length === 0 || !isJust(hit, rule) || isSide(rule, (sides ??= ruleBoxes(rules)))) continue;
    strikes.add(rule);
    for (const glyph of hit) struck.add(glyph);
  }
}

/** Height of a step across, in points. */
const step = 2;

function stepOf(at: number): number {
  return Math.floor(at / step);
}

type Middles = Record<Rule["axis"], Map<number, Glyph[]>>;

/** Characters by the steps that a line which strikes through them may lie in; only steps with a line in them are kept. */
function middlesOf(glyphs: readonly Glyph[], rules: readonly Rule[]): Middles {
  const middles: Middles = { horizontal: new Map(), vertical: new Map() };
  for (const { axis, at } of rules) middles[axis].set(stepOf(at), []);
  for (const glyph of glyphs) {
    if (glyph.text === " " || glyph.type.size > tallest) continue;
    const level = glyph.type.direction % 2 === 0;
    const low = level ? glyph.top : glyph.left;
    const height = level ? glyph.bottom - low : glyph.right - low;
    const steps = level ? middles.horizontal : middles.vertical;
    const last = stepOf(low + lowest * height);
    for (let at = stepOf(low + highest * height); at <= last; at++) steps.get(at)?.push(glyph);
  }
  return middles;
}

/** Whether a line runs along the words, through the middle of the character and nearly all its width. */
function isStruck(glyph: Glyph, { axis, at, from, to }: Rule): boolean {
  const level = glyph.type.direction % 2 === 0;
  if (level !== (axis === "horizontal")) return false;
  const [low, high, start, end] = level ? [glyph.top, glyph.bottom, glyph.left, glyph.right] : [glyph.left, glyph.right, glyph.top, glyph.bottom];
  const height = (at - low) / (high - low);
  return height >= highest && height <= lowest && from <= start + 0.2 * (end - start) && to >= end - 0.2 * (end - start);
}

/** Whether a line is as long as the words, and no words lie far apart on it. */
function isJust(hit: readonly Glyph[], { axis, from, to }: Rule): boolean {
  const ends = hit.map((glyph): [number, number] => (axis === "horizontal" ? [glyph.left, glyph.right] : [glyph.top, glyph.bottom])).sort((a, b) => a[0] - b[0]);
  const em = largest(hit.map(({ type }) => type.size));
  let reached = from + (beyond - widestGap) * em;
  for (const [start, end] of ends) {
    if (start - reached > widestGap * em) return false;
    reached = Math.max(reached, end);
  }
  return to - reached <= beyond * em;
}

function isSide({ axis, at, from, to }: Rule, sides: Neighbourhood<RuleBox>): boolean {
  const meets = (end: number): boolean => {
    const box: Box = axis === "horizontal" ? [end - meeting, at - meeting, end + meeting, at + meeting] : [at - meeting, end - meeting, at + meeting, end + meeting];
    return [...sides.near(box)].some(({ rule }) => rule.axis !== axis && Math.abs(rule.at - end) <= meeting && rule.from <= at + meeting && rule.to >= at - meeting);
  };
  return meets(from) && meets(to);
}
