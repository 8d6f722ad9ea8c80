/** Names of units with a character that a program read in a picture without being sure: the tables may know the other spelling. Both are kept. */
import type { Doubt, NoticeDocument } from "../model/document.ts";
import type { Unit } from "../model/notice.ts";
import { resolveUnit, type NoticeFacts } from "./units/resolve.ts";
import type { Context } from "../model/context.ts";

/** The unit with the name that the tables know for its other spelling, its text as it was read; the unit itself where nothing is doubtful or known. */
export function withKnownSpelling(unit: Unit, document: NoticeDocument, facts: NoticeFacts, context: Context): Unit {
  if (document.doubts === undefined || unit.function !== null) return unit;
  for (const other of otherSpellings(unit.text, document, document.doubts)) {
    const { name, kind, function: known, division, basis } = resolveUnit(other, facts);
    if (known === null) continue;
    context.report("ocr/unit-spelling", { params: { name, other }, actual: unit.text, place: unit.place });
    return { ...unit, name, kind, function: known, division, basis: [...basis] };
  }
  return unit;
}

/** A name with a doubtful character of it replaced, wherever the document prints it. */
function otherSpellings(text: string, document: NoticeDocument, doubts: readonly Doubt[]): string[] {
  const found = new Set<string>();
  for (const { start, end, other } of doubts) {
    const read = document.text.slice(start, end);
    for (let at = other === null ? -1 : text.indexOf(read); at >= 0; at = text.indexOf(read, at + 1)) {
      if (document.text.startsWith(text, start - at)) found.add(text.slice(0, at) + (other ?? "") + text.slice(at + read.length));
    }
  }
  return [...found];
}
