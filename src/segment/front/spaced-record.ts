/** Page records that lost their colons on one line: 索 引 号 A1/2021-00428 公开方式 主动公开. */
import { quote } from "../../model/quote.ts";
import type { NoticeDocument } from "../../model/document.ts";
import { commonWords, labelRow } from "../../rules/metadata/labels.ts";
import { reading } from "../../text/reading.ts";
import type { TextLine } from "./line.ts";
import { fitsField, type Entry } from "./page-record.ts";

/** A letter-spaced label has at most so many pieces. */
const mostPieces = 5;

interface Token {
  readonly start: number;
  readonly end: number;
}

/** The entries of a line of labels and values parted by blanks; none when the line is anything else. */
export function readSpacedRecord(document: NoticeDocument, line: TextLine): Entry[] {
  if (!/\s/u.test(line.text) || /[:：。；;，,]/u.test(line.text) || line.key.length > 160) return [];
  const tokens = [...line.text.matchAll(/\S+/gu)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const labels: (Token & { readonly from: number; readonly to: number })[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const label = labelFrom(line.text, tokens, i);
    if (label === null) continue;
    labels.push(label);
    i = label.to - 1;
  }
  const [first] = labels;
  if (first === undefined || first.from !== 0) return [];
  const entries = labels.map((label, index) => entryOf(document, line, label, labels[index + 1]?.start ?? line.text.length));
  const sure = entries.filter(({ label }) => !commonWords.has(label)).length;
  const fits = entries.some(({ row, value }) => row !== undefined && fitsField(row, value.text));
  return sure >= 2 || (sure === 1 && fits) ? entries : [];
}

function labelFrom(text: string, tokens: readonly Token[], from: number): (Token & { from: number; to: number }) | null {
  for (let to = Math.min(tokens.length, from + mostPieces); to > from; to--) {
    const [first, last] = [tokens[from], tokens[to - 1]];
    if (first === undefined || last === undefined) return null;
    const words = text.slice(first.start, last.end);
    if (labelRow(reading(words)) !== undefined) return { start: first.start, end: last.end, from, to };
  }
  return null;
}

function entryOf(document: NoticeDocument, line: TextLine, label: Token, until: number): Entry {
  const word = reading(line.text.slice(label.start, label.end));
  const raw = line.text.slice(label.end, until);
  const start = line.span.start + label.end + (raw.length - raw.trimStart().length);
  const value = { start, end: start + raw.trim().length };
  const whole = { start: line.span.start + label.start, end: value.end > value.start ? value.end : line.span.start + label.end };
  return { label: word, row: labelRow(word), value: value.end > value.start ? quote(document, value) : { text: "", spans: [] }, spans: [whole] };
}
