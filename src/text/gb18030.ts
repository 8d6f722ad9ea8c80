/** GB18030 in both directions: the platform only reads it. */

const decoder = new TextDecoder("gb18030");

/** The bytes of each character of the basic plane, two before four; made when it is first asked for. */
let table: ReadonlyMap<string, Uint8Array> | null = null;

/** A text as GB18030; null when it has a character that GB18030 has not. */
export function encodeGb18030(text: string): Uint8Array | null {
  const bytes: number[] = [];
  table ??= tableOf();
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const known = code < 0x80 ? [code] : code > 0xffff ? beyond(code) : table.get(character);
    if (known === undefined) return null;
    bytes.push(...known);
  }
  return Uint8Array.from(bytes);
}

/** The text that bytes are in GB18030; null unless it gives the very same bytes again. */
export function decodeGb18030(bytes: Uint8Array): string | null {
  const text = decoder.decode(bytes);
  const again = encodeGb18030(text);
  return again !== null && Buffer.compare(again, bytes) === 0 ? text : null;
}

/** Characters outside the basic plane follow each other from 0x90308130. */
function beyond(code: number): number[] {
  const place = code - 0x10000;
  return [0x90 + Math.floor(place / 12_600), 0x30 + (Math.floor(place / 1_260) % 10), 0x81 + (Math.floor(place / 10) % 126), 0x30 + (place % 10)];
}

/** Each code on a line of its own, so that one that is no character spoils no other. */
function tableOf(): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (const [length, codes] of [[2, Uint8Array.from(pairs())], [4, Uint8Array.from(fours())]] as const) {
    for (const [i, text] of decoder.decode(codes).split("\n").entries()) {
      const at = i * (length + 1);
      if (text.length === 1 && text !== "\ufffd" && !found.has(text)) found.set(text, codes.subarray(at, at + length));
    }
  }
  return found;
}

function* pairs(): Generator<number, void, undefined> {
  for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) yield* [lead, trail, 10];
}

function* fours(): Generator<number, void, undefined> {
  for (let lead = 0x81; lead <= 0x84; lead++)
    for (let second = 0x30; second <= 0x39; second++) for (let third = 0x81; third <= 0xfe; third++) for (let fourth = 0x30; fourth <= 0x39; fourth++) yield* [lead, second, third, fourth, 10];
}
