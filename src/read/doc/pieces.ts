/** The text in its pieces ([MS-DOC] 2.8.35, 2.9.38): where each character stands in the file, and what fast saving changed about it. */
import type { Bytes} from "./bytes.ts";
import { Damage } from "./bytes.ts";
import { longCode, type Sprm, type SprmReader } from "./sprms.ts";

/** Characters that stand one behind the other in the file. Positions of characters count from the start of the text. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Where its first character stands in the stream, and the bytes of a character. */
  readonly offset: number;
  readonly width: 1 | 2;
  /** Changes that hold on top of the formatting of its characters and paragraphs. */
  readonly changes: readonly Sprm[];
}

/** The text of all stories, and its pieces. */
export interface PieceTable {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Characters that should stand where the file has ended; each is U+FFFD in the text. */
  readonly lost: number;
}

const windows1252 = new TextDecoder("windows-1252");
const utf16 = new TextDecoder("utf-16le");

/** Reads the pieces of a text of `length` characters. */
export function readPieces(clx: Bytes, stream: Bytes, length: number, sprms: SprmReader): PieceTable {
  // A character takes a byte at least: what claims to be longer than the file says its words again and again.
  if (length > stream.length) throw new Damage("ccpText");
  const { changes, table } = partsOf(clx, sprms);
  const count = Math.floor((table.length - 4) / 12);
  const pieces: Piece[] = [];
  const words: string[] = [];
  let lost = 0;
  for (let i = 0, at = 0; i < count && at < length; i++) {
    const start = table.u32(4 * i);
    const end = Math.min(table.u32(4 * i + 4), length);
    if (start !== at || end < start) throw new Damage("PlcPcd");
    if (end === start) continue;
    const row = 4 * (count + 1) + 8 * i;
    const place = table.u32(row + 2);
    const width = (place & 0x40000000) === 0 ? 2 : 1;
    const offset = width === 1 ? (place & 0x3fffffff) >> 1 : place & 0x3fffffff;
    const piece: Piece = { start, end, offset, width, changes: changesOf(table, row + 6, changes) };
    const there = Math.max(0, Math.min(end - start, Math.floor((stream.length - offset) / width)));
    const bytes = stream.raw(Math.min(offset, stream.length), there * width);
    words.push((width === 1 ? windows1252 : utf16).decode(bytes), "\ufffd".repeat(end - start - there));
    lost += end - start - there;
    pieces.push(piece);
    at = end;
  }
  const text = words.join("");
  return { text: text + "\ufffd".repeat(length - text.length), pieces, lost: lost + length - text.length };
}

/** Lists of changes (Prc) and the table of pieces (Pcdt). */
function partsOf(clx: Bytes, sprms: SprmReader): { changes: Sprm[][]; table: Bytes } {
  const changes: Sprm[][] = [];
  let at = 0;
  while (clx.u8(at) === 1) {
    const length = clx.u16(at + 1);
    changes.push(sprms.read(clx.part(at + 3, length), 0, length));
    at += 3 + length;
  }
  if (clx.u8(at) !== 2) throw new Damage("Clx");
  const length = Math.min(clx.u32(at + 1), clx.length - at - 5);
  return { changes, table: clx.part(at + 5, length) };
}

/** The changes of a piece (Prm): one short change, or the number of a list. */
function changesOf(table: Bytes, at: number, lists: readonly (readonly Sprm[])[]): readonly Sprm[] {
  const prm = table.u16(at);
  if ((prm & 1) === 1) return lists[prm >> 1] ?? [];
  const code = longCode((prm >> 1) & 0x7f);
  return code === null || prm === 0 ? [] : [{ code, bytes: table, at: at + 1, size: 1 }];
}
