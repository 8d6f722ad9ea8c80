/** Bytes of RTF to words: by the character set of the font, else by the code page of the file. */

/** Encodings by `\fcharset`; 0 and 1 are those of the file, 2 is a font of symbols. */
const charsets: Readonly<Record<number, string>> = {
  77: "macintosh", 128: "shift_jis", 129: "euc-kr", 130: "euc-kr", 134: "gb18030", 136: "big5", 161: "windows-1253", 162: "windows-1254", 163: "windows-1258",
  177: "windows-1255", 178: "windows-1256", 186: "windows-1257", 204: "windows-1251", 222: "windows-874", 238: "windows-1250",
};

/** The number of a character set whose signs are symbols. */
export const symbolCharset = 2;

/** Encodings by code page. */
const codePages: Readonly<Record<number, string>> = {
  874: "windows-874", 932: "shift_jis", 936: "gb18030", 949: "euc-kr", 950: "big5", 1250: "windows-1250", 1251: "windows-1251", 1252: "windows-1252", 1253: "windows-1253",
  1254: "windows-1254", 1255: "windows-1255", 1256: "windows-1256", 1257: "windows-1257", 1258: "windows-1258", 10000: "macintosh", 10008: "gb18030", 20936: "gb18030",
  54936: "gb18030", 65001: "utf-8",
};

const wide = new Set(["gb18030", "big5", "shift_jis", "euc-kr"]);
const decoders = new Map<string, { readonly decode: (bytes: Uint8Array) => string }>();

/** The encoding of a code page, null for one that is not known. */
export function encodingOfPage(page: number): string | null {
  return codePages[page] ?? null;
}

/** The encoding of a character set, null where the file decides. */
export function encodingOfCharset(charset: number): string | null {
  return charsets[charset] ?? null;
}

/** Whether characters may take two bytes. */
export function isWide(encoding: string): boolean {
  return wide.has(encoding);
}

/**
 * Decodes a run of bytes. A Western font in a file of a Chinese code page holds Western letters, unless bytes above 0x80 come in pairs
 * that its code page knows: some programs name one font for all.
 */
export function decodeRun(bytes: Uint8Array, own: string | null, file: string, western: boolean): string {
  if (own !== null) return decode(bytes, own);
  if (!western || !isWide(file)) return decode(bytes, file);
  let text = "";
  for (let from = 0; from < bytes.length; ) {
    const to = endOfKind(bytes, from);
    const piece = bytes.subarray(from, to);
    text += decode(piece, comesInPairs(piece) ? file : "windows-1252");
    from = to;
  }
  return text;
}

/** Where bytes below 0x80 turn into bytes above it, or the other way round. */
function endOfKind(bytes: Uint8Array, from: number): number {
  const high = (bytes[from] ?? 0) >= 0x80;
  let to = from;
  while (to < bytes.length && (bytes[to] ?? 0) >= 0x80 === high) to++;
  return to;
}

function decode(bytes: Uint8Array, encoding: string): string {
  const known = decoders.get(encoding) ?? new TextDecoder(encoding);
  decoders.set(encoding, known);
  return known.decode(bytes);
}

/** Bytes of GB 2312, Big5 and their like, all above 0xa0 here. */
function comesInPairs(bytes: Uint8Array): boolean {
  return bytes.length % 2 === 0 && bytes.every((byte) => byte >= 0xa1);
}
