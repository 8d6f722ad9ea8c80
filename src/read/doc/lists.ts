/** Lists and what overrides them ([MS-DOC] 2.9.147, 2.9.132) as the part `numbering`. */
import { numberFormatOf } from "../docx/number-codes.ts";
import type { Tree } from "../docx/tree.ts";
import type { XmlElement } from "../xml.ts";
import type { Bytes } from "./bytes.ts";

const levelCount = 9;
const noStyle = 0xfff;
const listSize = 28;
const overrideSize = 16;

/** Writes what the two tables define; `levels` stand behind the counted bytes of the first, so it is given with all that follows. */
export function writeNumbering(tree: Tree, lists: Bytes, overrides: Bytes | null): XmlElement {
  const root = tree.add(null, "w:numbering");
  writeLists(tree, root, lists);
  if (overrides !== null) writeOverrides(tree, root, overrides);
  return root;
}

function writeLists(tree: Tree, root: XmlElement, bytes: Bytes): void {
  const count = bytes.i16(0);
  let at = 2 + listSize * count;
  for (let i = 0; i < count; i++) {
    const row = 2 + listSize * i;
    const list = tree.add(root, "w:abstractNum", { "w:abstractNumId": String(bytes.i32(row)) });
    const levels = (bytes.u8(row + 26) & 1) === 0 ? levelCount : 1;
    for (let level = 0; level < levels; level++) at += writeLevel(tree, list, { bytes, at, level, style: bytes.u16(row + 8 + 2 * level) });
  }
}

function writeOverrides(tree: Tree, root: XmlElement, bytes: Bytes): void {
  const count = bytes.u32(0);
  let at = 4 + overrideSize * count;
  for (let i = 0; i < count; i++) {
    const row = 4 + overrideSize * i;
    const list = tree.add(root, "w:num", { "w:numId": String(i + 1) });
    tree.value(list, "w:abstractNumId", bytes.i32(row));
    at += 4;
    for (let j = 0; j < bytes.u8(row + 12); j++) at += writeOverride(tree, list, bytes, at);
  }
}

/** One level of a list that differs (LFOLVL); its length in bytes. */
function writeOverride(tree: Tree, list: XmlElement, bytes: Bytes, at: number): number {
  const flags = bytes.u32(at + 4);
  const level = flags & 0xf;
  const formatted = (flags & 0x20) !== 0;
  const override = tree.add(list, "w:lvlOverride", { "w:ilvl": String(level) });
  const start = formatted ? bytes.i32(at + 8) : bytes.i32(at);
  if ((flags & 0x10) !== 0) tree.value(override, "w:startOverride", start);
  return 8 + (formatted ? writeLevel(tree, override, { bytes, at: at + 8, level, style: noStyle }) : 0);
}

interface LevelPlace {
  readonly bytes: Bytes;
  readonly at: number;
  readonly level: number;
  readonly style: number;
}

/** A level (LVL, [MS-DOC] 2.9.136); its length in bytes. */
function writeLevel(tree: Tree, list: XmlElement, { bytes, at, level, style }: LevelPlace): number {
  const flags = bytes.u8(at + 5);
  const text = at + 28 + bytes.u8(at + 24) + bytes.u8(at + 25);
  const characters = bytes.u16(text);
  const element = tree.add(list, "w:lvl", { "w:ilvl": String(level) });
  tree.value(element, "w:start", bytes.i32(at));
  tree.value(element, "w:numFmt", numberFormatOf(bytes.u8(at + 4)));
  if ((flags & 8) !== 0) tree.value(element, "w:lvlRestart", bytes.u8(at + 26));
  if (style !== noStyle) tree.value(element, "w:pStyle", style);
  if ((flags & 4) !== 0) tree.add(element, "w:isLgl");
  tree.value(element, "w:lvlText", template(bytes.wide(text + 2, characters), bytes.raw(at + 6, levelCount)));
  return text + 2 + 2 * characters - at;
}

/** Numbers of levels stand as characters 0 to 8 at the given places, counted from 1; 0 is no place. */
function template(text: string, places: Uint8Array): string {
  return text.replace(/[\0-\x08]/gu, (level, at: number) => (places.includes(at + 1) ? `%${String(level.charCodeAt(0) + 1)}` : level));
}
