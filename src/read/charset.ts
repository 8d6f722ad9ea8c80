/**
 * Bytes to text. The order of evidence: byte order mark, UTF-16 and UTF-32 by their zero bytes, encodings of seven bits, strict UTF-8, UTF-8 with
 * slight damage, what the page declares, GB 18030 (which holds GB 2312 and GBK). What a page declares, and the mark too, may be wrong.
 */
import { shownEncoding, textShown } from "./byte-marks.ts";
import { readSevenBits, sevenBitLabel } from "./seven-bits.ts";

/** A decoded page. */
export interface Decoded {
  readonly text: string;
  /** Encoding that was used, by the name of the WHATWG Encoding standard. */
  readonly charset: string;
  /** The label the page or a false mark declares, null for none. */
  readonly declared: string | null;
  /** The declaration names another encoding than the one that was used. */
  readonly lied: boolean;
  /** Byte sequences that could not be decoded. */
  readonly damaged: number;
}

/** Decodes a page. `label` is what something around it declares, such as the header of a part of a mail; it goes before what the page says of itself. */
export function decode(bytes: Uint8Array, label: string | null = null): Decoded {
  const declared = label ?? declaredLabel(bytes);
  const shown = shownEncoding(bytes);
  if (shown !== null) {
    const text = textShown(bytes, shown);
    const { charset, lying } = shown;
    return { text, charset, declared: lying ?? declared, lied: lying !== null || isLie(declared, charset, text), damaged: countDamage(text) };
  }
  const strict = strictUtf8(bytes);
  const narrow = strict?.length === bytes.length ? readSevenBits(strict, declared) : null;
  if (narrow !== null) return { ...narrow, declared, lied: isLie(declared, narrow.charset, narrow.text), damaged: narrow.damaged + countDamage(narrow.text) };
  if (strict !== null) return { text: strict, charset: "utf-8", declared, lied: isLie(declared, "utf-8", strict), damaged: 0 };
  if (isMostlyUtf8(bytes)) return finish(bytes, "utf-8", declared);
  return finish(bytes, otherThanUtf8(bytes, declared), declared);
}

function finish(bytes: Uint8Array, charset: string, declared: string | null): Decoded {
  const text = new TextDecoder(charset).decode(bytes);
  return { text, charset, declared, lied: isLie(declared, charset, text), damaged: countDamage(text) };
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A page with a cut or broken character is still UTF-8 when nearly all its sequences are well formed; GBK bytes hardly ever are. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const { good, bad } = countSequences(bytes);
  return good > 0 && bad <= Math.max(1, good / 2);
}

function countSequences(bytes: Uint8Array): { good: number; bad: number } {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const more = lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0;
    let found = 0;
    while (found < more && ((bytes[i + found + 1] ?? 0) & 0xc0) === 0x80) found++;
    if (more > 0 && found === more) good++;
    else bad++;
    i += found;
  }
  return { good, bad };
}

/** East Asian encodings that a page may truly be in; single-byte Western labels on Chinese pages are always wrong. */
const honoured = new Set(["big5", "euc-jp", "euc-kr", "shift_jis", "iso-2022-jp"]);

function otherThanUtf8(bytes: Uint8Array, declared: string | null): string {
  const charset = declared === null ? null : canonical(declared);
  if (charset === null || !honoured.has(charset)) return "gb18030";
  return errorsIn(bytes, charset) <= errorsIn(bytes, "gb18030") ? charset : "gb18030";
}

function errorsIn(bytes: Uint8Array, charset: string): number {
  return countDamage(new TextDecoder(charset).decode(bytes));
}

function countDamage(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\ufffd"); at !== -1; at = text.indexOf("\ufffd", at + 1)) count++;
  return count;
}

const metaCharset = /<meta\b[^>]{0,400}?\bcharset\s*=\s*(?:["']\s*)?([\w.:-]+)/iu;
const xmlEncoding = /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)["']/iu;

/** The label in a meta element or XML declaration of the first 64 kB, as written. */
function declaredLabel(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 65_536));
  return xmlEncoding.exec(head)?.[1] ?? metaCharset.exec(head)?.[1] ?? null;
}

function canonical(label: string): string | null {
  const lower = label.toLowerCase().replace(/_80$|-80$/u, "");
  const narrow = sevenBitLabel(lower);
  if (narrow !== null) return narrow;
  if (/^(?:x-)?(?:gb[_-]?2312|gbk|cp936|ms936|windows-936|gb[_-]?18030|euc-cn)$/u.test(lower)) return "gb18030";
  try {
    return new TextDecoder(lower).encoding;
  } catch {
    return null;
  }
}

function isLie(declared: string | null, used: string, text: string): boolean {
  if (declared === null || canonical(declared) === used) return false;
  return /[^\0-\x7f]/u.test(text);
}
