/** What the searches of the front matter share. */
import type { Context } from "../../model/context.ts";
import type { NoticeDocument } from "../../model/document.ts";
import type { Field } from "../../model/draft.ts";
import { quote, type Quote } from "../../model/quote.ts";
import type { Ledger } from "../ledger.ts";
import type { Line, TextLine } from "./line.ts";
import { unwrap } from "../../text/lines.ts";

export interface Scene {
  readonly document: NoticeDocument;
  readonly context: Context;
  readonly lines: readonly Line[];
  readonly ledger: Ledger;
}

/** The text line at an index, when it is one and nobody has taken any of it. */
export function freeLine(scene: Scene, index: number): TextLine | null {
  const line = scene.lines[index];
  return line?.kind === "text" && scene.ledger.isFree(line.span) ? line : null;
}

/** Several lines as one quote. */
export function quoteLines(scene: Scene, lines: readonly TextLine[]): Quote {
  return quote(scene.document, ...lines.map((line) => line.span));
}

/** A field from printed words; lines are joined without a space, as wrapped titles are read. */
export function fieldOf(words: Quote, basis: string, text = unwrap(words.text).trim()): Field {
  return { text, quote: words, place: [], basis };
}

/** Takes whole lines. */
export function takeLines(scene: Scene, lines: readonly TextLine[], owner: string): void {
  for (const line of lines) scene.ledger.take(line.span, owner);
}

/** Index of the first line, from `from` on, where running text begins: a sentence, an outline item, the addressees, a table. */
export function bodyStart(scene: Scene, isRunning: (line: TextLine) => boolean, from = 0): number {
  const found = scene.lines.findIndex((line, i) => i >= from && scene.ledger.isFree(line.span) && (line.kind === "table" || isRunning(line)));
  return found === -1 ? scene.lines.length : found;
}
