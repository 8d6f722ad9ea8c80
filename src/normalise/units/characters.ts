/** A unit list made uniform for reading, with brackets matched and the way back to the printed words. */
import { closingBrackets, openingBrackets } from "../../rules/units/words.ts";
import { simplify } from "../../rules/units/traditional.ts";
import { fold } from "../../text/fold.ts";

export interface Characters {
  /** Folded and simplified. Offsets below are into it unless they say printed. */
  readonly text: string;
  /** Offset of the bracket that closes the one at an offset, -1 when there is none there or it is never closed. */
  readonly closing: (offset: number) => number;
  /** Whether white space was printed before a character. */
  readonly spaceBefore: (offset: number) => boolean;
  /** Whether a line feed was: the end of a paragraph in a cell, or of a line of it. */
  readonly lineBefore: (offset: number) => boolean;
  /** Printed range of a folded one, half-open UTF-16 offsets. */
  readonly range: (start: number, end: number) => [number, number];
  /** Printed words of a folded range, layout white space left out. */
  readonly printed: (start: number, end: number) => string;
}

const space = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/u;
const spaces = /[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu;
const anyBracket = new RegExp(`[${[...(openingBrackets + closingBrackets)].map((character) => `\\${character}`).join("")}]`.replace(/\\(?=[^[\]])/gu, ""), "u");

/** Folds a printed list. Linear in its length. */
export function readCharacters(printed: string): Characters {
  const folded = fold(printed);
  const text = simplify(folded.text);
  const spaced = space.test(printed);
  const pairs = anyBracket.test(text) ? matchBrackets(text) : null;
  const endOf = (end: number): number => {
    if (end === 0) return 0;
    const start = folded.at(end - 1);
    return start + ((printed.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  };
  const gap = (offset: number): string => (offset > 0 && offset < text.length ? printed.slice(endOf(offset), folded.at(offset)) : "");
  const range = (start: number, end: number): [number, number] => [folded.at(start), Math.max(folded.at(start), endOf(end))];
  return {
    text,
    closing: (offset) => pairs?.get(offset) ?? -1,
    spaceBefore: (offset) => spaced && space.test(gap(offset)),
    lineBefore: (offset) => spaced && gap(offset).includes("\n"),
    range,
    printed: (start, end) => {
      const words = printed.slice(...range(start, end));
      return spaced ? words.replace(spaces, "") : words;
    },
  };
}

/** Brackets of any width and kind close one another: （市府办〔市大数据局】. Unclosed ones are left alone. */
function matchBrackets(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let offset = 0; offset < text.length; offset++) {
    const character = text.charAt(offset);
    if (openingBrackets.includes(character)) open.push(offset);
    else if (closingBrackets.includes(character)) {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, offset);
    }
  }
  return pairs;
}
