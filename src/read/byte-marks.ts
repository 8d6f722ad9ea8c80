/** What the first bytes show of wide encodings: byte order marks that tell the truth, marks that lie, and zero bytes where there is no mark. */
import { commonCharacters } from "../rules/common-characters.ts";

/** A wide encoding, and where the text begins behind its mark. `lying` names the encoding that a false mark claims. */
export interface Shown {
  readonly charset: "utf-8" | "utf-16le" | "utf-16be" | "utf-32le" | "utf-32be" | "gb18030";
  readonly start: number;
  readonly lying: string | null;
}

/** The encoding that the bytes show; null where only their values can tell. */
export function shownEncoding(bytes: Uint8Array): Shown | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return shown("utf-32le", 4);
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return shown("utf-32be", 4);
  if (a === 0xef && b === 0xbb && c === 0xbf) return shown("utf-8", 3);
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    const claimed = a === 0xff ? "utf-16le" : "utf-16be";
    return shown(narrowBehindMark(bytes.subarray(2, 8192), claimed) ?? claimed, 2, claimed);
  }
  return zeroPattern(bytes.subarray(0, 512));
}

function shown(charset: Shown["charset"], start: number, claimed: string = charset): Shown {
  return { charset, start, lying: claimed === charset ? null : claimed };
}

/** Text of single bytes behind a mark of UTF-16: no zero byte anywhere, words of UTF-8 or markup, and no Chinese when it is read as it claims. */
function narrowBehindMark(bytes: Uint8Array, claimed: string): "utf-8" | "gb18030" | null {
  if (bytes.length < 16 || bytes.includes(0)) return null;
  const wide = [...new TextDecoder(claimed).decode(bytes)];
  if (wide.filter((character) => commonCharacters.has(character)).length > wide.length / 5) return null;
  if (isUtf8(bytes)) return "utf-8";
  return /^\s*<[a-z!?]/iu.test(new TextDecoder("latin1").decode(bytes.subarray(0, 64))) ? "gb18030" : null;
}

/** Well formed but for a character that the end cuts. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 and UTF-32 without a mark: markup and line ends are ASCII, so bytes of a page's head are zero at every second place, or beyond U+10FFFF's. */
function zeroPattern(head: Uint8Array): Shown | null {
  const length = head.length & ~3;
  let [even, odd, little, big] = [0, 0, 0, 0];
  for (let i = 0; i < head.length - 1; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  for (let i = 0; i < length; i += 4) {
    if (head[i + 3] === 0 && (head[i + 2] ?? 0) <= 0x10) little++;
    if (head[i] === 0 && (head[i + 1] ?? 0) <= 0x10) big++;
  }
  if (length >= 16 && little === length / 4) return shown("utf-32le", 0);
  if (length >= 16 && big === length / 4) return shown("utf-32be", 0);
  const most = head.length * 0.2;
  if (odd > most && even < odd / 8) return shown("utf-16le", 0);
  if (even > most && odd < even / 8) return shown("utf-16be", 0);
  return null;
}

/** The text of bytes in an encoding that was shown, without its mark. */
export function textShown(bytes: Uint8Array, { charset, start }: Shown): string {
  const rest = bytes.subarray(start);
  return charset === "utf-32le" || charset === "utf-32be" ? fromUtf32(rest, charset === "utf-32le") : new TextDecoder(charset).decode(rest);
}

function fromUtf32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = "";
  for (let i = 0; i + 4 <= bytes.length; i += 4) {
    const code = view.getUint32(i, little);
    text += code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "\ufffd";
  }
  return bytes.length % 4 === 0 ? text : `${text}\ufffd`;
}
