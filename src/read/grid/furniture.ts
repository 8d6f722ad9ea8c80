/** What belongs to the page and not to the text: page numbers, running heads, marks of the file itself, watermarks. */
import { isPageNumber } from "../../rules/page-furniture.ts";
import type { Line } from "./lines.ts";
import type { PageItem, PageLayout, SetAside } from "./page.ts";

/** A page without its furniture. */
export interface BodyPage {
  readonly layout: PageLayout;
  readonly items: readonly PageItem[];
  readonly furniture: readonly SetAside[];
}

/** Page numbers stand in this outer share of the height, running heads too. */
const outerShare = 0.13;
/** A line on this share of the pages, at one height, is a running head; on fewer than three pages nobody can tell. */
const repeatedShare = 0.6;
const fewestPages = 3;
/** Words that begin something of their own on each page. */
const heading = /^附[件表录]/u;

/** Sets the furniture of all pages aside. */
export function setAside(pages: readonly PageLayout[]): BodyPage[] {
  const repeated = repeatedLines(pages);
  return pages.map((layout) => {
    const items: PageItem[] = [];
    const furniture: SetAside[] = [...layout.asides, ...layout.margins.flatMap(({ rule, lines }) => lines.map((line) => ({ line, rule })))];
    for (const item of layout.items) {
      const rule = item.kind === "line" ? ruleFor(item.line, layout, repeated) : null;
      if (rule === null || item.kind === "table") items.push(item);
      else furniture.push({ line: item.line, rule });
    }
    return { layout, items, furniture };
  });
}

function ruleFor(line: Line, layout: PageLayout, repeated: ReadonlyMap<string, number>): string | null {
  const outer = isOuter(line, layout);
  if (outer && isPageNumber(line.text)) return "page:number";
  if (outer && isRepeated(line, layout, repeated)) return "page:running-head";
  return line.artifact ? "page:artifact" : null;
}

function isOuter(line: Line, { height }: PageLayout): boolean {
  return line.bottom < outerShare * height || line.top > (1 - outerShare) * height;
}

/** How many pages show a line, by its words and its height on the page; headers of columns and of attachments are no such lines. */
function repeatedLines(pages: readonly PageLayout[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const layout of pages) {
    const here = new Set<string>();
    for (const item of layout.items) {
      if (item.kind === "line" && isOuter(item.line, layout) && mayRepeat(item.line)) for (const key of keysOf(item.line, layout)) here.add(key);
    }
    for (const key of here) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const [key, count] of counts) if (count < fewestPages || count < repeatedShare * pages.length) counts.delete(key);
  return counts;
}

function isRepeated(line: Line, layout: PageLayout, repeated: ReadonlyMap<string, number>): boolean {
  return mayRepeat(line) && keysOf(line, layout).some((key) => repeated.has(key));
}

/** Two neighbouring steps of height, so that lines a little apart still share one. */
function keysOf(line: Line, { height }: PageLayout): string[] {
  const words = line.text.replace(/\s+/gu, "").replace(/第\d+页|(?<!\d)\d+(?:[/／]\d+|$)|^\d+/gu, "");
  const fromTop = line.top < height / 2;
  const distance = fromTop ? line.top : height - line.bottom;
  const step = Math.round(distance / 3);
  return [step - 1, step, step + 1].map((at) => `${fromTop ? "t" : "b"}${at}:${words}`);
}

/** Three or more words far apart head the columns of a table, and each attachment has a head of its own. */
function mayRepeat(line: Line): boolean {
  if (heading.test(line.text)) return false;
  return line.text.split(" ").length < 3 || line.end - line.start <= 20 * line.size;
}
