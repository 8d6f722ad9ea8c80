/**
 * Strings of a workbook ([MS-XLS] 2.5.293–2.5.296). Where the characters of one go on in a further record, that record begins with a flag of its
 * own that says whether they are one byte or two from here on.
 */
import { unescaped } from "../xlsx/strings.ts";

/** A string with its runs of other fonts: the first character and the number of the font. */
export interface BiffString {
  readonly text: string;
  readonly runs: readonly { readonly start: number; readonly font: number }[];
}

/** Reads strings one after the other from a record and those that continue it. */
export class StringReader {
  readonly #pieces: readonly DataView[];
  #piece = 0;
  #at: number;

  constructor(pieces: readonly DataView[], start = 0) {
    this.#pieces = pieces;
    this.#at = start;
  }

  /** Whether there is anything left. */
  get more(): boolean {
    this.#settle();
    return this.#piece < this.#pieces.length;
  }

  /** A string with a count of one byte or two. */
  read(countBytes: 1 | 2 = 2): BiffString {
    const count = countBytes === 1 ? this.#byte() : this.#word();
    const flags = this.#byte();
    const runCount = (flags & 8) === 0 ? 0 : this.#word();
    const extra = (flags & 4) === 0 ? 0 : this.#word() + this.#word() * 0x10000;
    const text = this.characters(count, (flags & 1) === 1);
    const runs: { start: number; font: number }[] = [];
    for (let i = 0; i < runCount && this.more; i++) runs.push({ start: this.#word(), font: this.#word() });
    this.#skip(extra);
    return { text, runs };
  }

  /** Characters of one byte or two. */
  characters(count: number, wide: boolean): string {
    let text = "";
    let isWide = wide;
    for (let left = count; left > 0; ) {
      const piece = this.#pieces[this.#piece];
      if (piece === undefined) break;
      const size = isWide ? 2 : 1;
      const here = Math.min(left, Math.floor((piece.byteLength - this.#at) / size));
      const bytes = new Uint8Array(piece.buffer, piece.byteOffset + this.#at, here * size);
      text += isWide ? utf16.decode(bytes) : latin(bytes);
      this.#at += here * size;
      left -= here;
      if (left === 0) break;
      this.#piece++;
      this.#at = 0;
      isWide = (this.#byte() & 1) === 1;
    }
    return text;
  }

  /** Goes to the next piece when this one is read to its end. */
  #settle(): void {
    for (let piece = this.#pieces[this.#piece]; piece !== undefined && this.#at >= piece.byteLength; piece = this.#pieces[this.#piece]) {
      this.#at -= piece.byteLength;
      this.#piece++;
    }
  }

  #byte(): number {
    this.#settle();
    return this.#pieces[this.#piece]?.getUint8(this.#at++) ?? 0;
  }

  #word(): number {
    const low = this.#byte();
    return low + this.#byte() * 256;
  }

  #skip(bytes: number): void {
    this.#at += bytes;
    this.#settle();
  }
}

const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });

/** Compressed characters: the low bytes of UTF-16. */
function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

/** A string that is all of a record from a place on. */
export function stringIn(pieces: readonly DataView[], start: number, countBytes: 1 | 2 = 2): BiffString {
  const { text, runs } = new StringReader(pieces, start).read(countBytes);
  // Nothing shows control characters; their places stay, because runs count characters.
  return runs.length === 0 ? { text: plain(text), runs } : { text, runs };
}

/** The text without control characters. `_x000D_` means itself here. */
function plain(text: string): string {
  return text.includes("_x") ? text : unescaped(text);
}
