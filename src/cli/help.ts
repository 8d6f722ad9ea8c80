/** How help pages are laid out: Chinese takes two columns a character and may break between any two of them. */
import type { HelpConfiguration } from "commander";
import type { Language } from "../model/finding.ts";
import { title } from "./words.ts";

/** What commander puts into a help page, in Chinese. */
const spelt: readonly (readonly [RegExp, string])[] = [
  [/\[options\]/gu, "[选项]"],
  [/\[command\]/gu, "[命令]"],
  [/ \(choices: ([^()]*), default: ([^()]*)\)$/u, "（可选 $1，默认 $2）"],
  [/ \(choices: ([^()]*)\)$/u, "（可选 $1）"],
  [/ \(default: ([^()]*)\)$/u, "（默认 $1）"],
];

/** The layout of help pages in one language. */
export function helpLayout(language: Language): HelpConfiguration {
  const spell = (text: string): string => (language === "zh" ? spelt.reduce((said, [form, zh]) => said.replace(form, zh), text) : text);
  return {
    displayWidth: columnsOf,
    styleTitle: (text) => title(text, language),
    styleUsage: spell,
    styleSubcommandTerm: spell,
    styleOptionDescription: spell,
    boxWrap: wrap,
  };
}

/** Characters that no line begins with. */
const closing = /^[，。、；：！？）》」』”’…,.;:!?)\]}]+$/u;

/** Text in lines of at most `width` columns, broken at white space or between Chinese characters. */
export function wrap(text: string, width: number): string {
  return text.split("\n").map((line) => wrapLine(line, width)).join("\n");
}

function wrapLine(line: string, width: number): string {
  const lines: string[] = [];
  let current = "";
  for (const piece of piecesOf(line)) {
    if (current !== "" && columnsOf(current + piece.trimEnd()) > width) {
      lines.push(current.trimEnd());
      current = piece.trimStart();
    } else current += piece;
  }
  return [...lines, current.trimEnd()].join("\n");
}

/** What may not be broken: a word with the space before it, a Chinese character with the marks behind it. */
function piecesOf(line: string): string[] {
  const pieces: string[] = [];
  for (const [piece] of line.matchAll(/\s*(?:[\p{Script=Han}（《「『“‘，。、；：！？）》」』”’]|[^\s\p{Script=Han}（《「『“‘，。、；：！？）》」』”’]+)|\s+$/gu)) {
    const last = pieces.at(-1);
    if (last !== undefined && (closing.test(piece) || /[（《「『“‘(]$/u.test(last))) pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}

/** Columns of our own words, which are Chinese and plain ASCII: what a library knows of the widths of all scripts takes longer to load than the help to print. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += /[\u1100-\u115f\u2e80-\uffe6]/u.test(character) ? 2 : 1;
  return columns;
}
