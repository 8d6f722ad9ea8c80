/** Watermarks and seals: words over or under the words of the page, told by size, paleness, repetition and what they lie on. */
import { boxAround, type Aside, type Glyph, type PageInk, type Rule, type Type } from "./ink.ts";
import { Neighbourhood, ruleBoxes, type RuleBox } from "./neighbourhood.ts";
import { stretchesOf, type Stretch } from "./stretches.ts";

/** Paler than most words of the page by this much (0 black, 1 white) is pale. */
const paleBy = 0.25;
/** So many times the size of most words is large. */
const largeBy = 1.8;
/** The same words so often on one page are tiles. */
const fewestTiles = 4;
/** A share of a seal's characters lies on words of another colour. */
const sealShare = 0.3;

/** More different ones are none. */
const mostMarks = 50;

/** What words look like beside most words of their page. */
interface Look {
  readonly stretch: Stretch;
  readonly pale: boolean;
  readonly large: boolean;
  readonly red: boolean;
  /** Words, size and colour, by which tiles and other pages are known. */
  readonly key: string;
}

/** How words lie on the others of their page. */
interface Lie {
  /** Characters of other words on or under them. */
  readonly over: number;
  /** Boxes overlap, if only at their edges. */
  readonly touches: boolean;
  /** Own characters that lie on others. */
  readonly own: number;
  /** A ruling line runs through them. */
  readonly crossed: boolean;
}

/** Takes the watermarks off the pages of one file, one after the other; what was one on an earlier page is one again. */
export class Watermarks {
  readonly #known = new Set<string>();

  /** The page without them. */
  takeFrom(ink: PageInk): PageInk {
    const looks = looksOf(ink.glyphs);
    if (looks.length === 0) return ink;
    const found = this.#judge(looks, ink);
    if (found.size === 0) return ink;
    const asides = (["page:watermark", "page:seal"] as const).map((rule): Aside => ({ rule, glyphs: [...found].filter(([, own]) => own === rule).flatMap(([{ stretch }]) => stretch.glyphs) }));
    const taken = new Set(asides.flatMap(({ glyphs }) => glyphs));
    return { ...ink, glyphs: ink.glyphs.filter((glyph) => !taken.has(glyph)), asides: [...ink.asides, ...asides.filter(({ glyphs }) => glyphs.length > 0)] };
  }

  #judge(looks: readonly Look[], ink: PageInk): Map<Look, Aside["rule"]> {
    const { glyphs, rules } = ink;
    const words = new Neighbourhood(glyphs.filter(({ text }) => text.trim() !== ""));
    const lines = ruleBoxes(rules);
    const lies = new Map(looks.map((look) => [look, lieOf(look, words, lines)]));
    const tiles = countTiles(looks, lies, ink);
    const found = new Map<Look, Aside["rule"]>();
    for (const look of looks) {
      const rule = this.#ruleFor(look, lies.get(look) ?? alone, tiles.get(look.key) ?? noTiles);
      if (rule === null) continue;
      found.set(look, rule);
      this.#known.add(look.key);
    }
    const marks = [...new Map([...found.keys()].map((look) => [look.key, look])).values()];
    if (marks.length <= mostMarks) for (const look of looks) if (!found.has(look) && isPart(look, marks)) found.set(look, "page:watermark");
    return found;
  }

  #ruleFor({ stretch, pale, large, red, key }: Look, { over, own, touches, crossed }: Lie, { all, lying, spread, over: printed }: Tiles): Aside["rule"] | null {
    if (large && pale && (touches || crossed || all > 1 || isFaint(stretch))) return "page:watermark";
    if (large && over >= 3 && stretch.glyphs.length > 1) return "page:watermark";
    if (pale && all >= fewestTiles && (printed || lying * 4 >= all || (lying > 0 && spread))) return "page:watermark";
    if (all >= fewestTiles && lying * 2 >= all) return "page:watermark";
    if (red && own >= sealShare * stretch.glyphs.length && over >= 2) return "page:seal";
    return this.#known.has(key) && (pale || large) ? "page:watermark" : null;
  }
}

/** Paler than this, white left out (a banner may lie behind), nothing is meant to be read first. */
const [faintest, palest] = [0.7, 0.96];

/** Whether words are hardly to be seen. */
function isFaint({ glyphs }: Stretch): boolean {
  const tint = glyphs[0]?.type.tint ?? 0;
  return glyphs.length > 1 && lightness(tint) >= faintest && lightness(tint) <= palest;
}

const alone: Lie = { over: 0, own: 0, touches: false, crossed: false };

/** A tile that the edge of the page cuts. */
function isPart({ stretch: { text, glyphs } }: Look, marks: readonly Look[]): boolean {
  const [first] = glyphs;
  return first !== undefined && marks.some(({ stretch }) => stretch.text.includes(text) && stretch.glyphs[0] !== undefined && isLike(stretch.glyphs[0], first));
}

/** Words that look other than most of the page; none where most look alike. */
function looksOf(glyphs: readonly Glyph[]): Look[] {
  const counts = countTypes(glyphs);
  const usual = usualOf(counts);
  const special = new Set([...counts.keys()].filter(({ size, tint }) => tint !== null && (isPale(tint, usual.tint) || size >= largeBy * usual.size || isRed(tint, usual.tint))));
  if (special.size === 0) return [];
  return stretchesOf(glyphs.filter(({ type }) => special.has(type))).flatMap((stretch) => {
    const { size, tint } = stretch.glyphs[0]?.type ?? { size: 0, tint: null };
    if (tint === null) return [];
    return [{ stretch, pale: isPale(tint, usual.tint), large: size >= largeBy * usual.size, red: isRed(tint, usual.tint), key: `${stretch.text} ${Math.round(size)} ${tint}` }];
  });
}

/** A colour of this share of the characters is one of the text; tiles of a watermark may have more than it. */
const textShare = 0.15;

/** How many characters of each string show something; characters of one string follow each other. */
function countTypes(glyphs: readonly Glyph[]): Map<Type, number> {
  const counts = new Map<Type, number>();
  let last: Type | null = null;
  let count = 0;
  for (const { text, type } of glyphs) {
    if (text === " ") continue;
    if (type !== last) {
      if (last !== null) counts.set(last, count);
      last = type;
      count = counts.get(type) ?? 0;
    }
    count++;
  }
  return last === null ? counts : counts.set(last, count);
}

/** The darkest colour that a good part of the characters has, and their usual size. */
function usualOf(counts: ReadonlyMap<Type, number>): { size: number; tint: number } {
  const tints = new Map<number, Map<number, number>>();
  let all = 0;
  for (const [{ size, tint }, count] of counts) {
    all += count;
    const sizes = tints.get(tint ?? 0) ?? new Map<number, number>();
    tints.set(tint ?? 0, sizes);
    sizes.set(size, (sizes.get(size) ?? 0) + count);
  }
  const common = [...tints].filter(([, sizes]) => [...sizes.values()].reduce((sum, count) => sum + count, 0) >= textShare * all);
  const [tint, sizes] = common.sort(([a], [b]) => lightness(a) - lightness(b))[0] ?? [0, new Map<number, number>()];
  return { size: mostOf(sizes), tint };
}

function mostOf(counts: ReadonlyMap<number, number>): number {
  let [best, most] = [0, 0];
  for (const [value, count] of counts) if (count > most) [best, most] = [value, count];
  return best;
}

/** Lightness by the weights of Rec. 601. */
function lightness(tint: number): number {
  return (0.299 * (tint >> 16) + 0.587 * ((tint >> 8) & 255) + 0.114 * (tint & 255)) / 255;
}

function isPale(tint: number, usual: number): boolean {
  return lightness(tint) - lightness(usual) >= paleBy;
}

function isRed(tint: number, usual: number): boolean {
  const [red, green, blue] = [tint >> 16, (tint >> 8) & 255, tint & 255];
  return tint !== usual && red >= 150 && red - Math.max(green, blue) >= 60;
}

function lieOf({ stretch: { glyphs, box } }: Look, words: Neighbourhood<Glyph>, lines: Neighbourhood<RuleBox>): Lie {
  const own = new Set(glyphs);
  const others = [...words.near(box)].filter((glyph) => !own.has(glyph) && !isLike(glyph, glyphs[0]));
  const lying = glyphs.filter((glyph) => others.some((other) => lie(glyph, other)));
  const over = others.filter((other) => glyphs.some((glyph) => lie(glyph, other)));
  const touches = others.some((other) => glyphs.some((glyph) => touch(glyph, other)));
  return { over: over.length, own: lying.length, touches, crossed: [...lines.near(box)].some(({ rule }) => glyphs.some((glyph) => runsThrough(rule, glyph))) };
}

/** Characters of the same kind of mark, of another tile perhaps. */
function isLike({ type }: Glyph, own: Glyph | undefined): boolean {
  return own !== undefined && type.tint === own.type.tint && Math.abs(type.size - own.type.size) < 0.5;
}

/** Whether the middle of one character lies well within the other. */
function lie(a: Glyph, b: Glyph): boolean {
  return holdsMiddle(a, b) || holdsMiddle(b, a);
}

function touch(a: Glyph, b: Glyph): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 0.2 * Math.min(a.right - a.left, b.right - b.left) && down > 0.2 * Math.min(a.bottom - a.top, b.bottom - b.top);
}

function holdsMiddle(outer: Glyph, inner: Glyph): boolean {
  const [x, y] = [(inner.left + inner.right) / 2, (inner.top + inner.bottom) / 2];
  const [dx, dy] = [0.05 * (outer.right - outer.left), 0.08 * (outer.bottom - outer.top)];
  return x > outer.left + dx && x < outer.right - dx && y > outer.top + dy && y < outer.bottom - dy;
}

function runsThrough({ axis, at, from, to }: Rule, { left, top, right, bottom }: Glyph): boolean {
  const [low, high, start, end] = axis === "horizontal" ? [top, bottom, left, right] : [left, right, top, bottom];
  const inset = 0.25 * (high - low);
  return at > low + inset && at < high - inset && from < end && to > start;
}

/** The same words in the same look on one page. */
interface Tiles {
  readonly all: number;
  /** Those that lie on others, or on a line. */
  readonly lying: number;
  /** They stand all over the page. */
  readonly spread: boolean;
  /** One at least has words under it. */
  readonly over: boolean;
}

const noTiles: Tiles = { all: 0, lying: 0, spread: false, over: false };

/** Tiles reach over this share of a page both ways. */
const spreadShare = 0.4;

function countTiles(looks: readonly Look[], lies: ReadonlyMap<Look, Lie>, { width, height }: PageInk): Map<string, Tiles> {
  const byKey = new Map<string, Look[]>();
  for (const look of looks) {
    const same = byKey.get(look.key);
    if (same === undefined) byKey.set(look.key, [look]);
    else same.push(look);
  }
  const tiles = new Map<string, Tiles>();
  for (const [key, same] of byKey) {
    const box = boxAround(same.flatMap(({ stretch }) => stretch.glyphs)) ?? [0, 0, 0, 0];
    const lying = same.filter((look) => {
      const { over, touches, crossed } = lies.get(look) ?? alone;
      return over > 0 || touches || crossed;
    }).length;
    const over = same.some((look) => (lies.get(look) ?? alone).over > 0);
    tiles.set(key, { all: same.length, lying, over, spread: box[2] - box[0] >= spreadShare * width && box[3] - box[1] >= spreadShare * height });
  }
  return tiles;
}
