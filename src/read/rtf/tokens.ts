/** The signs of RTF (version 1.9.1): groups, control words with their numbers, bytes of text. */

/** One sign. A control symbol is a word of one character; bytes are text in whatever encoding holds at the place, `raw` where they stand as they are. */
export type Token =
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  | { readonly kind: "word"; readonly name: string; readonly number: number | null }
  | { readonly kind: "byte"; readonly byte: number; readonly raw: boolean };

const [backslash, openBrace, closeBrace, carriage, feed, apostrophe, minus, space] = [0x5c, 0x7b, 0x7d, 0x0d, 0x0a, 0x27, 0x2d, 0x20];
/** Letters of a control word, and digits of its number, that are looked at. */
const longestWord = 40;
const longestNumber = 10;

/** Reads sign by sign; binary data are passed over. */
export class Tokens {
  readonly #bytes: Uint8Array;
  #at = 0;
  /** Text is in an encoding of two bytes a character: a byte above 0x80 takes the next one with it, whatever it is. */
  twoBytes = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The next sign, null at the end. */
  next(): Token | null {
    for (; this.#at < this.#bytes.length; this.#at++) {
      const byte = this.#bytes[this.#at] ?? 0;
      if (byte === carriage || byte === feed || byte === 0) continue;
      this.#at++;
      if (byte === openBrace) return { kind: "open" };
      if (byte === closeBrace) return { kind: "close" };
      return byte === backslash ? this.#control() : { kind: "byte", byte, raw: true };
    }
    return null;
  }

  /** The second byte of a character; null where the text has none in its own form. */
  secondByte(): number | null {
    const byte = this.#bytes[this.#at];
    if (!this.twoBytes || byte === undefined || byte < 0x40) return null;
    // Written as \'hh it comes as a sign of its own.
    if (byte === backslash && this.#bytes[this.#at + 1] === apostrophe) return null;
    this.#at++;
    return byte;
  }

  /** Whether the next signs are this control word. */
  follows(name: string): boolean {
    const word = `\\${name}`;
    let at = this.#at;
    while ([space, carriage, feed].includes(this.#bytes[at] ?? 0)) at++;
    for (let i = 0; i < word.length; i++) if (this.#bytes[at + i] !== word.charCodeAt(i)) return false;
    return !isLetter(this.#bytes[at + word.length] ?? 0);
  }

  #control(): Token | null {
    const first = this.#bytes[this.#at];
    if (first === undefined) return null;
    if (!isLetter(first)) {
      this.#at++;
      if (first === apostrophe) return this.#hex();
      // A line end behind a backslash is the end of a paragraph.
      if (first === carriage || first === feed) return { kind: "word", name: "par", number: null };
      if (first === backslash || first === openBrace || first === closeBrace) return { kind: "byte", byte: first, raw: false };
      return { kind: "word", name: String.fromCharCode(first), number: null };
    }
    let name = "";
    for (; isLetter(this.#bytes[this.#at] ?? 0); this.#at++) if (name.length < longestWord) name += String.fromCharCode(this.#bytes[this.#at] ?? 0);
    const number = this.#number();
    if (this.#bytes[this.#at] === space) this.#at++;
    if (name !== "bin") return { kind: "word", name, number };
    this.#at += Math.max(0, Math.min(number ?? 0, this.#bytes.length - this.#at));
    return this.next();
  }

  #number(): number | null {
    const negative = this.#bytes[this.#at] === minus && isDigit(this.#bytes[this.#at + 1] ?? 0);
    let digits = "";
    for (let at = this.#at + (negative ? 1 : 0); ; at++) {
      const byte = this.#bytes[at] ?? 0;
      if (!isDigit(byte)) {
        if (digits !== "") this.#at = at;
        break;
      }
      if (digits.length < longestNumber) digits += String.fromCharCode(byte);
    }
    return digits === "" ? null : (negative ? -1 : 1) * Number(digits);
  }

  #hex(): Token | null {
    const byte = Number.parseInt(String.fromCharCode(this.#bytes[this.#at] ?? 0, this.#bytes[this.#at + 1] ?? 0), 16);
    if (Number.isNaN(byte)) return this.next();
    this.#at += 2;
    return { kind: "byte", byte, raw: false };
  }
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
