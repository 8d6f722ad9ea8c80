/** Texts that must be UTF-8: what is not is refused, since a wrong character would be published as U+FFFD. */

/** The mark of the byte order, which some editors of Windows put before all words. */
export const bom = "\uFEFF";

/** The text without it. */
export function withoutBom(text: string): string {
  return text.startsWith(bom) ? text.slice(1) : text;
}

/** The text of these bytes with a mark of the byte order, where there is one; or the line, from 1, of the first byte that is no UTF-8. */
export function readUtf8(bytes: Uint8Array): { readonly text: string; readonly line: null } | { readonly text: null; readonly line: number } {
  const text = decoded(bytes);
  if (text !== null) return { text, line: null };
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start) + 1 || bytes.length;
    if (decoded(bytes.subarray(start, end)) === null) break;
    start = end;
  }
  return { text: null, line };
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
