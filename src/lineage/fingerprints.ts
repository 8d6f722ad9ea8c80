/**
 * Fingerprints of comparable text by winnowing (Schleimer, Wilkerson, Aiken, SIGMOD 2003): of every seven neighbouring six-grams the one with the
 * smallest hash. Two texts that share twelve characters in a row share one.
 */

/** Characters in a gram. */
const gramLength = 6;
const windowLength = 7;

/** Every common run of so many characters has a common fingerprint. */
export const guaranteed = gramLength + windowLength - 1;

/** Calls `put` with hash and offset of each fingerprint, in order. Grams that would reach over a gap are none. */
export function fingerprints(text: string, gap: string, put: (hash: number, offset: number) => void): void {
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf(gap, start);
    const end = found < 0 ? text.length : found;
    if (end - start >= guaranteed) winnow(text, start, end, put);
    start = end + 1;
  }
}

function winnow(text: string, start: number, end: number, put: (hash: number, offset: number) => void): void {
  const hashes: number[] = [];
  for (let i = start; i + gramLength <= end; i++) hashes.push(hashAt(text, i));
  let last = -1;
  for (let from = 0; from + windowLength <= hashes.length; from++) {
    const to = from + windowLength;
    if (last >= from) {
      // The smallest of before is still within: only the gram that came can be smaller, or equal and further right.
      if ((hashes[to - 1] ?? 0) > (hashes[last] ?? 0)) continue;
      last = to - 1;
    } else {
      last = from;
      for (let i = from + 1; i < to; i++) if ((hashes[i] ?? 0) <= (hashes[last] ?? 0)) last = i;
    }
    put(hashes[last] ?? 0, start + last);
  }
}

/** FNV-1a over the gram, mixed once more so that low bits are even. */
function hashAt(text: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + gramLength; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
