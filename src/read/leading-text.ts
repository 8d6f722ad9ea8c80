/** The first characters of a file, for formats that begin with words rather than with a signature. */

import { shownEncoding, textShown } from "./byte-marks.ts";

const known = new WeakMap<Uint8Array, string>();

/**
 * The first 16 kB as text: UTF-16 or UTF-32 where a mark or the zero bytes say so, else one character a byte, which keeps ASCII as it is.
 * White space and a byte order mark before the first character are left out.
 */
export function leadingText(bytes: Uint8Array): string {
  const cached = known.get(bytes);
  if (cached !== undefined) return cached;
  const head = bytes.subarray(0, 16_384);
  const shown = shownEncoding(head);
  const wide = shown !== null && shown.charset.startsWith("utf-") && shown.charset !== "utf-8";
  const text = (wide ? textShown(head, shown) : new TextDecoder("latin1").decode(head.subarray(shown?.start ?? 0))).replace(/^\ufeff/u, "").trimStart();
  known.set(bytes, text);
  return text;
}

/** What stands before the markup proper: comments, processing instructions, white space. */
const preamble = /^(?:\s+|<!--[^]*?-->|<\?[^>]*>|<!\[[^>]*>)/u;
const documentStart = /^<(?:!doctype\s+html|html|head|body|meta|title|link|style|script|base)\b/iu;
const fragmentStart =
  /^<(?:p|div|span|table|tbody|tr|td|h[1-6]|br|hr|font|center|b|strong|i|em|u|a|ul|ol|li|dl|section|article|main|header|nav|form|img|blockquote|pre)(?:\s[^>]{0,2000})?\/?>/iu;
const blockTag = /<(?:p|div|table|br|td|h[1-6])(?:\s[^<>]{0,2000})?\/?>/giu;

/** Whether a file is HTML: a page, or a piece of one. */
export function isMarkup(bytes: Uint8Array): boolean {
  let text = leadingText(bytes);
  for (let start = preamble.exec(text); start !== null; start = preamble.exec(text)) text = text.slice(start[0].length);
  if (documentStart.test(text) || fragmentStart.test(text)) return true;
  if (/<(?:!doctype\s+html|html|body)[\s>]/iu.test(text.slice(0, 2048))) return !text.startsWith("{\\rtf");
  // Words first and markup after them: a body whose wrapper was cut away.
  return !text.startsWith("<") && (text.match(blockTag)?.length ?? 0) >= 3 && !isSeparatedText(text);
}

const structureTag = /<(?:!doctype|html|head|body|table|tr|td|div|ul|ol|h[1-6])[\s>]/iu;

/** Rows of cells parted by tabs or pipes in which a conversion left paragraph tags: text, whatever tags stand in it. */
function isSeparatedText(text: string): boolean {
  if (structureTag.test(text)) return false;
  return text.split("\n").filter((line) => line.split(/[\t|]/u).length >= 3).length >= 3;
}

/** Whether a file is plain text: no control characters but white space. */
export function isPlainText(bytes: Uint8Array): boolean {
  const head = leadingText(bytes).slice(0, 8192);
  if (head === "") return false;
  if (isEbcdic(bytes)) return false;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    const code = head.charCodeAt(i);
    if (code < 9 || (code > 13 && code < 32 && code !== 27) || code === 127) odd++;
  }
  return odd * 200 <= head.length;
}

/** Text of mainframes: its space is 0x40, its letters are above 0x80, and it knows no space or line end of ASCII. */
function isEbcdic(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  const count = (holds: (byte: number) => boolean): number => head.reduce((sum, byte) => sum + (holds(byte) ? 1 : 0), 0);
  return head.length >= 32 && count((byte) => byte === 0x20 || byte === 0x0a) === 0 && count((byte) => byte === 0x40) > head.length / 20 && count((byte) => byte >= 0x80) > head.length / 2;
}
