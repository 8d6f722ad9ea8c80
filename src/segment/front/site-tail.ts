/** What a site printed below and around an article that was saved with it: labels of downloads, names of files, the makers of the site. */
import { furnitureTexts, type FurnitureText } from "../../rules/furniture.ts";
import { fileName, siteLabel } from "../../rules/site-labels.ts";
import { recogniseAllocation } from "../../rules/units/allocation.ts";
import { readUnitHeader } from "../../rules/units/headers.ts";
import { overlap } from "../../model/position.ts";
import type { Line, TextLine } from "./line.ts";
import { freeLine, type Scene } from "./scene.ts";

/** Takes them as furniture, named by their rows. `from` is the first line of the body, `signed` the line after the signature. */
export function takeSiteTail(scene: Scene, from: number, signed: number | null): void {
  takeMakers(scene, from, signed, takeLabels(scene, from));
}

/** Labels wherever they stand in the body, and the files or links right below them. Gives the indexes of the lines taken. */
function takeLabels(scene: Scene, from: number): ReadonlySet<number> {
  const taken = new Set<number>();
  let label: ReturnType<typeof siteLabel> = null;
  for (let index = from; index < scene.lines.length; index++) {
    const line = freeLine(scene, index);
    const own = line === null ? null : siteLabel(line.text);
    if (line !== null && own !== null) {
      scene.ledger.take(line.span, `furniture:${own.id}`);
      taken.add(index);
      label = own;
    } else if (line !== null && label !== null && (fileName.pattern.test(line.text) || (label.links && isLink(scene, line)))) {
      scene.ledger.take(line.span, `furniture:${fileName.id}`);
      taken.add(index);
    } else label = null;
  }
  return taken;
}

/** The whole line is a link. */
function isLink({ document }: Scene, { span }: TextLine): boolean {
  return document.links.some((link) => overlap(link.span, span) && link.span.start <= span.start && link.span.end >= span.end);
}

/**
 * The last lines that a footer of a site explains, where one of them cannot be a part of any notice (备案号, 打印本页), or where they
 * say who runs the site right below the signature, the labels of downloads, a table, or an item that has its units.
 */
function takeMakers(scene: Scene, from: number, signed: number | null, labels: ReadonlySet<number>): void {
  const found: { readonly line: TextLine; readonly rule: FurnitureText; readonly index: number }[] = [];
  for (let index = scene.lines.length - 1; index >= from; index--) {
    const line = freeLine(scene, index);
    const rule = line === null ? null : footRule(line.text);
    if (line === null || rule === null) break;
    found.push({ line, rule, index });
  }
  const sure = found.some(({ rule }) => !rule.outside) || (found[0] !== undefined && standsAboveRecord(scene, found[0].line));
  const first = found.at(-1)?.index ?? scene.lines.length;
  const below = signed !== null && first >= signed && !scene.lines.slice(signed, first).some((line) => scene.ledger.isFree(line.span));
  const closed = labels.has(first - 1) || (endsAllocation(scene.lines[first - 1]) && !scene.lines.slice(from, first).some(isMaker));
  for (const { line, rule } of found) {
    if (sure || (below && isMaker(line)) || (closed && found.some((one) => isMaker(one.line)))) scene.ledger.take(line.span, `furniture:${rule.id}`);
  }
}

function isMaker(line: Line): boolean {
  return line.kind === "text" && /^(?:网站|本站)?(?:[主承]办|主管.{0,60}主办)/u.test(line.key);
}

/** A table, a label of units with its value, or a line whose last bracket says who does it: nobody is to be told any more. */
function endsAllocation(line: Line | undefined): boolean {
  if (line?.kind !== "text") return line?.kind === "table";
  const label = /^([^:]{2,10}):./u.exec(line.key)?.[1];
  if (label !== undefined && readUnitHeader(label) !== null) return true;
  const inner = /[（(]([^（()）]{2,80})[）)][。；;]?$/u.exec(line.text)?.[1];
  return inner !== undefined && recogniseAllocation(inner) !== null;
}

/** The reader of the page has named the line below: 备案号, 网站标识码, browsers that suit the site. */
function standsAboveRecord({ document }: Scene, { span }: TextLine): boolean {
  const next = document.blocks.find((block) => block.span.start >= span.end);
  return next?.kind === "furniture" && (next.rule === "text:site-record" || next.rule === "text:old-browser");
}

function footRule(text: string): FurnitureText | null {
  const words = text.replace(/\s+/gu, " ");
  return furnitureTexts.find(({ longest, pattern }) => words.length <= longest && pattern.test(words)) ?? null;
}
