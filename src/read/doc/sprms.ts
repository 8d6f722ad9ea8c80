/** Changes of properties one behind the other (Prl, [MS-DOC] 2.2.5). */
import { type Bytes, Damage } from "./bytes.ts";

/** One change: its code and where its operand stands. */
export interface Sprm {
  readonly code: number;
  readonly bytes: Bytes;
  /** Where the operand begins; for one of variable length its first byte is the length. */
  readonly at: number;
  readonly size: number;
}

/** Operand sizes by the upper three bits of a code; 0 for those that say their own. */
const sizes = [1, 1, 2, 4, 2, 2, 0, 3];
const defineTable = 0xd608;
const defineTable10 = 0xd606;
const changeTabs = 0xc615;

/** How many bytes of changes one document may make its reader go through, by the bytes that it has. */
const workPerByte = 40;
const leastWork = 10_000_000;

/** Reads changes. A document that makes one work through the same bytes again and again ends as damaged. */
export class SprmReader {
  #left: number;

  constructor(fileLength: number) {
    this.#left = leastWork + workPerByte * fileLength;
  }

  /** The changes of a stretch that a reader of text needs; one that runs over its end is left out. */
  read(bytes: Bytes, start: number, length: number): Sprm[] {
    this.#left -= length;
    if (this.#left < 0) throw new Damage("sprm");
    const end = Math.min(start + length, bytes.length);
    const found: Sprm[] = [];
    for (let at = start; at + 2 < end; ) {
      const code = bytes.u16(at);
      const size = operandSize(bytes, code, at + 2);
      if (at + 2 + size > end) break;
      if (((code >> 10) & 7) === tableGroup || needed.has(code)) found.push({ code, bytes, at: at + 2, size });
      at += 2 + size;
    }
    return found;
  }
}

/** The group of a code stands in three of its bits ([MS-DOC] 2.6); all changes of tables are kept. */
const tableGroup = 5;
const needed: ReadonlySet<number> = new Set([
  0x0800, 0x0801, 0x0806, 0x080a, 0x0835, 0x0837, 0x083c, 0x0855, 0x0856, 0x2a33, 0x2a48, 0x2a53, 0x4a30, 0x4a43, 0x4a4f, 0x4a50, 0x6a03, 0x6a09,
  0x2403, 0x2407, 0x2416, 0x2417, 0x244b, 0x244c, 0x2461, 0x260a, 0x2640, 0x4600, 0x460b, 0x6645, 0x6646, 0x6649, 0x664a, 0x3009, 0x300a, 0x301d, 0xb01f, 0xb020,
]);

/** Whether a change is one of tables. */
export function isOfTable({ code }: Sprm): boolean {
  return ((code >> 10) & 7) === tableGroup;
}

function operandSize(bytes: Bytes, code: number, at: number): number {
  const fixed = sizes[code >> 13] ?? 0;
  if (fixed > 0) return fixed;
  if (code === defineTable || code === defineTable10) return at + 2 <= bytes.length ? Math.max(2, bytes.u16(at) + 1) : Infinity;
  const length = bytes.u8(at);
  if (code !== changeTabs || length < 255) return 1 + length;
  const deleted = at + 2 <= bytes.length ? bytes.u8(at + 1) : 0;
  const added = at + 3 + 4 * deleted <= bytes.length ? bytes.u8(at + 2 + 4 * deleted) : 0;
  return 3 + 4 * deleted + 3 * added;
}

/** The one byte, two bytes or four bytes of an operand as a number without sign. */
export function operand({ bytes, at, size }: Sprm): number {
  return size === 1 ? bytes.u8(at) : size === 2 ? bytes.u16(at) : size === 4 ? bytes.u32(at) : 0;
}

/** The code that stands behind the short one of a piece (Prm0, [MS-DOC] 2.9.214); null for those that no reader of text needs. */
export function longCode(short: number): number | null {
  return shortCodes[short] ?? null;
}

const shortCodes: Readonly<Record<number, number>> = {
  0x05: 0x2403, 0x09: 0x2407, 0x0c: 0x260a, 0x18: 0x2416, 0x19: 0x2417, 0x41: 0x0800, 0x42: 0x0801, 0x47: 0x0806, 0x4b: 0x080a, 0x53: 0x2a33, 0x55: 0x0835, 0x57: 0x0837, 0x5c: 0x083c,
  0x68: 0x2a48, 0x73: 0x2a53, 0x75: 0x0855, 0x76: 0x0856, 0x78: 0x2640,
};
