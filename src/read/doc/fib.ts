/** The head of the stream `WordDocument` ([MS-DOC] 2.5): which Word wrote it, and where everything stands. */
import type { FindingCode } from "../../model/finding.ts";
import type { Bytes} from "./bytes.ts";
import { Damage } from "./bytes.ts";

/** Parts of the table stream by their number in FibRgFcLcb97 ([MS-DOC] 2.5.6). */
const partNumbers = {
  styles: 1, footnoteReferences: 2, footnotes: 3, sections: 6, margins: 11, characters: 12, paragraphs: 13, fonts: 15, settings: 31, pieces: 33, shapes: 40, marginShapes: 41,
  endnoteReferences: 46, endnotes: 47, drawings: 50, boxes: 56, marginBoxes: 58, lists: 73, listOverrides: 74,
} as const;

/** The name of a part of the table stream. */
export type PartName = keyof typeof partNumbers;

/** Stories stand one behind the other in the text; each has so many characters ([MS-DOC] 2.5.5). */
export interface StoryLengths {
  readonly main: number;
  readonly footnotes: number;
  readonly margins: number;
  readonly macros: number;
  readonly comments: number;
  readonly endnotes: number;
  readonly boxes: number;
  readonly marginBoxes: number;
}

/** The head of a document. */
export interface Fib {
  readonly tableName: "0Table" | "1Table";
  readonly lengths: StoryLengths;
  /** Where a part stands in the table stream, and its length in bytes; 0 for none. */
  readonly part: (name: PartName) => { readonly at: number; readonly length: number };
}

/** Of Word 97, the first whose files are read. Word 6 and 95 wrote smaller numbers. */
const word97 = 0xc1;

/** Why a document is refused: null for one that can be read. */
export function refusal(stream: Bytes): FindingCode | null {
  if (stream.length < 34) return "doc/damaged";
  if (stream.u16(2) < word97) return "doc/old-version";
  const flags = stream.u16(10);
  if ((flags & 0x0100) === 0) return null;
  return (flags & 0x8000) === 0 ? "input/encrypted" : "doc/obfuscated";
}

/** Reads the head. */
export function readFib(stream: Bytes): Fib {
  const numbers = 34 + 2 * stream.u16(32);
  const longs = numbers + 2;
  const parts = longs + 4 * stream.u16(numbers) + 2;
  const count = stream.u16(parts - 2);
  const story = (index: number): number => stream.u32(longs + 4 * index);
  const lengths = { main: story(3), footnotes: story(4), margins: story(5), macros: story(6), comments: story(7), endnotes: story(8), boxes: story(9), marginBoxes: story(10) };
  if (count <= partNumbers.pieces) throw new Damage("FibRgFcLcb");
  return {
    tableName: (stream.u16(10) & 0x0200) === 0 ? "0Table" : "1Table",
    lengths,
    part: (name) => {
      const index = partNumbers[name];
      return index < count ? { at: stream.u32(parts + 8 * index), length: stream.u32(parts + 8 * index + 4) } : { at: 0, length: 0 };
    },
  };
}
