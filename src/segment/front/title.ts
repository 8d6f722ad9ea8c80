/** The title: one line or several, printed once or more often. */
import { draftMark, genre, organ } from "../../rules/metadata/wording.ts";
import { blanksRepeat } from "../../rules/table-notes.ts";
import { findSharedTime } from "../../rules/shared-times.ts";
import { quoteCell, type Quote } from "../../model/quote.ts";
import { folded } from "../../text/fold.ts";
import { simplify } from "../../text/traditional.ts";
import { findDocumentNumbers, readDocumentNumber } from "../../text/document-number.ts";
import { readOnlyDate } from "../../text/written-date.ts";
import { isPlaceOnSite, isProse, type Line, type TextLine } from "./line.ts";
import { freeLine, type Scene } from "./scene.ts";
import { bareTitle, titleKey } from "../../text/title.ts";

/** Neighbouring lines that make one title. */
export interface TitleRun {
  readonly lines: readonly TextLine[];
  readonly from: number;
  readonly to: number;
  /** Folded words of all lines. */
  readonly key: string;
}

const mostLines = 6;

/** Titles among the lines `[from, to)`: those that a page record or meta element names, else those that end as titles do. */
export function titlesIn(scene: Scene, from: number, to: number, known: readonly string[]): TitleRun[] {
  const wanted = known.map(bareTitle);
  const runs: TitleRun[] = [];
  let index = from;
  while (index < to) {
    const run = runAt(scene, index, to, (lines) => wanted.includes(bareTitle(keyOf(lines)))) ?? completeRun(scene, index, to);
    if (run !== null) runs.push(run);
    index = run === null ? index + 1 : run.to;
  }
  return runs;
}

/** The first place among the lines `[from, to)` where a given title is printed on lines of its own. */
export function titlePrinted(scene: Scene, from: number, to: number, title: string): TitleRun | null {
  const wanted = titleKey(title);
  if (wanted.length < 4) return null;
  for (let index = from; index < to; index++) {
    if ((freeLine(scene, index)?.key.length ?? Infinity) > wanted.length + 12) continue;
    const run = runAt(scene, index, to, (lines) => bareTitle(keyOf(lines)) === wanted);
    if (run !== null) return run;
  }
  return null;
}

/** The first lines that stand out as a title, when none ends as titles do. */
export function prominentRun(scene: Scene, from: number, to: number): TitleRun | null {
  for (let index = from; index < to; index++) {
    const lines: TextLine[] = [];
    for (let i = index; i < to && lines.length < mostLines; i++) {
      const line = titleLine(scene, i);
      if (line === null || !line.prominent || isNamed(line.key) || (lines.length > 0 && findSharedTime(line.text) !== null)) break;
      lines.push(line);
    }
    if (lines.length > 0 && keyOf(lines).length >= 3) return runOf(lines, index);
  }
  return null;
}

/** The first row of the table that the document begins with, where it is a title over the width. */
export function titleInTable({ document, lines }: Scene): Quote | null {
  const [first] = lines;
  const cell = first?.kind === "table" ? first.table.cells.find(({ r0, c0, c1 }) => r0 === 0 && c0 === 0 && c1 > 1 && c1 === first.table.columns) : undefined;
  if (cell === undefined) return null;
  const words = quoteCell(document, cell);
  return words.text.length <= longestInTable && isWhole(simplify(folded(words.text))) ? words : null;
}

/** Longer words are no title. */
const longestInTable = 80;

/** Whether two titles of one page name one document: equal, or one the other cut short or without its issuer. */
export function sameTitle(a: string, b: string): boolean {
  const [long, short] = [bareTitle(a), bareTitle(b)].sort((x, y) => y.length - x.length);
  if (long === undefined || short === undefined || short.length < 6) return false;
  const stem = short.replace(/(?:\.{3}|(?<!…)…+)$/u, "");
  return long.startsWith(stem) || long.endsWith(stem);
}

function keyOf(lines: readonly TextLine[]): string {
  return lines.map((line) => line.key).join("");
}

function runOf(lines: readonly TextLine[], from: number): TitleRun {
  return { lines, from, to: from + lines.length, key: keyOf(lines) };
}

function runAt(scene: Scene, index: number, to: number, fits: (lines: readonly TextLine[]) => boolean): TitleRun | null {
  const lines: TextLine[] = [];
  for (let i = index; i < to && lines.length < mostLines; i++) {
    const line = freeLine(scene, i);
    if (line === null) return null;
    lines.push(line);
    if (fits(lines)) return runOf(lines, index);
  }
  return null;
}

/** The shortest run that is a whole title, and what still belongs to it on the next line (的通知, （征求意见稿）). */
function completeRun(scene: Scene, index: number, to: number): TitleRun | null {
  const lines: TextLine[] = [];
  let best: TitleRun | null = null;
  for (let i = index; i < to && lines.length < mostLines; i++) {
    const line = titleLine(scene, i);
    // A line as wide as the page does not look centred: its bracket closes on the next one.
    if (line === null || (lines[0] !== undefined && lines[0].prominent !== line.prominent && balanced(keyOf(lines)))) break;
    if (best !== null && !goesOn(line)) break;
    lines.push(line);
    if (lines.length === 1 && isNamed(line.key) && !opensTitle(scene, index, to)) return null;
    if (isWhole(keyOf(lines))) best = runOf([...lines], index);
  }
  return best;
}

/** The rest of a title, or a bracket behind it; one that gives a time (（完成时限：年底前）) is a caption of what stands below. */
function goesOn(line: TextLine): boolean {
  return /^的/u.test(line.key) || (/^[(【]/u.test(line.key) && findSharedTime(line.text) === null && !blanksRepeat.pattern.test(line.text));
}

/** 关于印发X goes on until the words for the letter itself. */
const forwardsText = /关于(?:印发|转发|批转|转知|下发|下达|颁发|发布|公布)/u;
const ofLetter = /(?:通知|公告|通告|函|决定|令|批复|意见|通报)》?(?:\([^()]{1,60}\)|【[^【】]{1,20}】)?$/u;

function isWhole(key: string): boolean {
  if (forwardsText.test(key) && !ofLetter.test(key)) return false;
  return key.length >= 6 && genre.pattern.test(key) && balanced(key) && !/^(?:关于|有关)?(?:通知|公告|方案)$/u.test(key);
}

function balanced(key: string): boolean {
  return key.split("《").length === key.split("》").length && key.split("(").length === key.split(")").length;
}

/** Most organs of a title, each on a line of its own. */
const mostOrgans = 60;

/** An organ alone on a line begins a title only when 关于 follows it, other organs between. */
function opensTitle(scene: Scene, index: number, to: number): boolean {
  for (let i = index + 1; i < to && i <= index + mostOrgans; i++) {
    const line = titleLine(scene, i);
    if (line === null) return false;
    if (/^(?:关于|印发|转发|批转|转知)/u.test(line.key)) return true;
    if (!isNamed(line.key)) return false;
  }
  return false;
}

/** The name of an organ and nothing else. */
export function isNamed(key: string): boolean {
  return key.length <= 30 && organ.pattern.test(key) && !key.includes("关于") && !genre.pattern.test(key);
}

/** 首页>政务公开>文件: where the page stands in its site. */
const breadcrumb = /^[>»›→]|[>»›→][^>»›→]{1,20}[>»›→]/u;
const button = /^(?:返回|打印|关闭|分享|收藏|首页|登录|注册|朗读|下载|纠错|正文|全真版|文字版|图文版|文件下载|PDF版|OFD版|WORD版)$/iu;

/** X的通知-某某市人民政府门户网站: the title of the browser's window, saved as the first line of the text. */
const windowTitle = /(?<=.{6})[-_|—–](?:[-_|—–]|[\u4e00-\u9fff]{0,20}(?:门户网站|政府网|官网|网站|信息网|政务网|公众网|政府网站|人民政府))$/u;

/** Whether a line is the title of the browser's window. */
export function isWindowTitle(key: string): boolean {
  return windowTitle.test(key);
}

/** Words of the page that stand alone on a line above a notice. */
export function isOfPage(key: string): boolean {
  return breadcrumb.test(key) || button.test(key) || windowTitle.test(key) || isPlaceOnSite(key);
}

function titleLine(scene: Scene, index: number): TextLine | null {
  const line: Line | null = freeLine(scene, index);
  if (line === null || isProse(line) || line.key.length > 80 || isOfPage(line.key)) return null;
  if (/文件$/u.test(line.key) && organ.pattern.test(line.key.slice(0, -2))) return null;
  if (readOnlyDate(line.text) !== null || readDocumentNumber(line.text) !== null) return null;
  if (/^附件?[\d一二三四五六七八九十]{0,3}:?$/u.test(line.key) || /^附\s{0,2}件\s?[\d一二三四五六七八九十]{0,3}\s{1,4}[\u4e00-\u9fff]/u.test(line.text)) return null;
  return line;
}

/** A number that ends a title in brackets, as offsets in the line: 关于…的通知（华政发〔2021〕2号）. */
export function numberAtEnd(line: TextLine): [start: number, end: number] | null {
  const number = findDocumentNumbers(line.text).at(-1);
  if (number === undefined || !/[(（]\s*$/u.test(line.text.slice(0, number.range[0]))) return null;
  if (!/^\s*[)）]\s*$/u.test(line.text.slice(number.range[1]))) return null;
  return [line.text.slice(0, number.range[0]).trimEnd().length - 1, line.text.length];
}

/** The words of a title that mark a draft, as offsets in it. */
export function draftWords(title: string): [start: number, end: number] | null {
  const match = draftMark.pattern.exec(simplify(title));
  return match === null ? null : [match.index, match.index + match[0].length];
}
