/** Words of a document set in lines, each run on the colour of its owner. */
import type { NoticeDocument } from "../../model/document.ts";
import type { Span } from "../../model/position.ts";
import { element, label } from "./elements.ts";
import { widthOf, widthOfCharacter, type Owners } from "./owners.ts";

/** Size of the type, and distance of its baselines. */
export const fontSize = 11;
export const lineHeight = 15;

/** Breaks a span into lines of at most `width` user units; line feeds of the text break too. */
export function breakLines(document: NoticeDocument, span: Span, width: number): Span[] {
  const most = Math.max(width / fontSize, 2);
  const lines: Span[] = [];
  let start = span.start;
  let used = 0;
  for (let at = span.start; at < span.end; ) {
    const character = String.fromCodePoint(document.text.codePointAt(at) ?? 32);
    const next = at + character.length;
    const own = widthOfCharacter(character);
    if (character === "\n") {
      lines.push({ start, end: at });
      [start, used] = [next, 0];
    } else if (used + own > most && at > start) {
      lines.push({ start, end: at });
      [start, used] = [at, own];
    } else used += own;
    at = next;
  }
  lines.push({ start, end: span.end });
  return lines;
}

/** Draws lines from a top left corner. */
export function drawLines(document: NoticeDocument, lines: readonly Span[], owners: Owners, x: number, y: number): string[] {
  return lines.flatMap((line, i) => {
    let left = x;
    return owners.runs(line).flatMap((run) => {
      const text = document.text.slice(run.start, run.end);
      const width = widthOf(text) * fontSize;
      const at = left;
      left += width;
      const top = y + i * lineHeight;
      if (text.trim() === "") return [];
      return [
        element("rect", { x: at, y: top, width, height: lineHeight, fill: run.group.colour, "fill-opacity": 0.55 }),
        label(at, top + fontSize + 0.5, text, { "font-size": fontSize, textLength: width, lengthAdjust: "spacingAndGlyphs", fill: "#212121" }),
      ];
    });
  });
}
