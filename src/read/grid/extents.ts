/** Where each character of a line stands along the way it is read. */
import type { Advances } from "../../model/position.ts";
import { hundredths } from "./hundredths.ts";
import type { Line } from "./lines.ts";

/** The extent of each UTF-16 unit of a line, in hundredths of a point; a blank that no character drew lies between its neighbours. */
export function extentsOf({ text, glyphs, direction, extents }: Line): Advances {
  if (extents !== undefined) return extents;
  const axis = direction % 2 === 0 ? "x" : "y";
  const backwards = direction >= 2;
  const ends: number[] = [];
  let last = 0;
  const put = (from: number, to: number): void => {
    ends.push(hundredths(from), hundredths(to));
    last = to;
  };
  for (const { text: character, left, top, right, bottom } of glyphs) {
    if (character === " ") continue;
    const [low, high] = axis === "x" ? [left, right] : [top, bottom];
    const [from, to] = backwards ? [high, low] : [low, high];
    while (ends.length < 2 * text.length && !text.startsWith(character, ends.length / 2)) put(ends.length === 0 ? from : last, from);
    const step = (to - from) / character.length;
    for (let i = 0; i < character.length; i++) put(from + i * step, i === character.length - 1 ? to : from + (i + 1) * step);
  }
  return { axis, ends };
}
