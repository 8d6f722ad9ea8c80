/** What a site printed below and around an article that was saved with it: labels of downloads, names of files, the makers of the site. */
import { furnitureTexts, type FurnitureText } from "../../rules/furniture.ts";
import { fileName, siteLabel } from "../../rules/site-labels.ts";
import { overlap } from "../../model/position.ts";
import type { TextLine } from "./line.ts";
import { freeLine, type Scene } from "./scene.ts";

/** Takes them as furniture, named by their rows. `from` is the first line of the body, `signed` the line after the signature. */
export function takeSiteTail(scene: Scene, from: number, signed: number | null): void {
  takeLabels(scene, from);
  takeMakers(scene, from, signed);
}

/** Labels wherever they stand in the body, and the files or links right below them. */
function takeLabels(scene: Scene, from: number): void {
  let label: ReturnType<typeof siteLabel> = null;
  for (let index = from; index < scene.lines.length; index++) {
    const line = freeLine(scene, index);
    const own = line === null ? null : siteLabel(line.text);
    if (line !== null && own !== null) {
      scene.ledger.take(line.span, `furniture:${own.id}`);
      label = own;
    } else if (line !== null && label !== null && (fileName.pattern.test(line.text) || (label.links && isLink(scene, line)))) {
      scene.ledger.take(line.span, `furniture:${fileName.id}`);
    } else label = null;
  }
}

/** The whole line is a link. */
function isLink({ document }: Scene, { span }: TextLine): boolean {
  return document.links.some((link) => overlap(link.span, span) && link.span.start <= span.start && link.span.end >= span.end);
}

/**
 * The last lines that a footer of a site explains, where one of them cannot be a part of any notice (备案号, 打印本页), or where they
 * say right below the signature who runs the site.
 */
function takeMakers(scene: Scene, from: number, signed: number | null): void {
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
  for (const { line, rule } of found) {
    if (sure || (below && /^(?:网站)?[主承]办/u.test(line.key))) scene.ledger.take(line.span, `furniture:${rule.id}`);
  }
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
