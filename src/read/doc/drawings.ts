/** What hangs in the text: shapes with their text boxes and pictures ([MS-DOC] 2.8.37, 2.8.32, 2.9.192; [MS-ODRAW]). */
import type { Bytes } from "./bytes.ts";
import { readPlex } from "./plex.ts";

/** A shape that is anchored in the text; its size in points. */
export interface Shape {
  readonly width: number;
  readonly height: number;
  readonly pictures: number;
  /** The stories of its text boxes, by position from the start of all text boxes. */
  readonly boxes: readonly Box[];
}

/** Where the words of a text box stand. */
export interface Box {
  readonly start: number;
  readonly end: number;
}

/** The shapes of the main text, or those of headers and footers. */
export interface Shapes {
  /** By the position of their anchor. */
  readonly anchored: ReadonlyMap<number, Shape>;
  /** Text boxes that no anchor leads to. */
  readonly loose: readonly Box[];
}

/** What a tree of shapes says: the anchored shape above each, and which of them show a picture. */
export interface Drawing {
  readonly outermost: ReadonlyMap<number, number>;
  readonly pictures: ReadonlyMap<number, number>;
}

const shapeRow = 26;
const boxRow = 22;

/** Brings anchors, drawings and text boxes together. */
export function readShapes(anchors: Bytes | null, boxes: Bytes | null, drawing: Drawing): Shapes {
  const byShape = new Map<number, Box[]>();
  for (const { shape, box } of boxes === null ? [] : boxesOf(boxes)) {
    const outermost = drawing.outermost.get(shape) ?? shape;
    const known = byShape.get(outermost);
    if (known === undefined) byShape.set(outermost, [box]);
    else known.push(box);
  }
  const anchored = new Map<number, Shape>();
  if (anchors !== null) {
    const { positions, data, at, count } = readPlex(anchors, shapeRow);
    for (let i = 0; i < count; i++) {
      const row = at(i);
      const shape = data.u32(row);
      const [left, top, right, bottom] = [data.i32(row + 4), data.i32(row + 8), data.i32(row + 12), data.i32(row + 16)];
      anchored.set(positions[i] ?? 0, { width: (right - left) / 20, height: (bottom - top) / 20, pictures: drawing.pictures.get(shape) ?? 0, boxes: byShape.get(shape) ?? [] });
      byShape.delete(shape);
    }
  }
  return { anchored, loose: [...byShape.values()].flat() };
}

function boxesOf(bytes: Bytes): { shape: number; box: Box }[] {
  const { positions, data, at, count } = readPlex(bytes, boxRow);
  const found: { shape: number; box: Box }[] = [];
  for (let i = 0; i < count; i++) {
    const box = { start: positions[i] ?? 0, end: positions[i + 1] ?? 0 };
    // Rows that wait for another box, and the last one of all, hold no words.
    if (data.u16(at(i) + 8) === 0 && box.end > box.start) found.push({ shape: data.u32(at(i) + 14), box });
  }
  return found;
}

const group = 0xf003;
const shapeContainer = 0xf004;
const shapeRecord = 0xf00a;
const propertyTable = 0xf00b;
const drawingContainer = 0xf002;
const pictureProperty = 260;
/** Groups in groups that are looked into. */
const deepest = 30;

/** Reads the tree of shapes (OfficeArtContent, [MS-DOC] 2.9.172). */
export function readDrawing(bytes: Bytes): Drawing {
  const outermost = new Map<number, number>();
  const pictures = new Map<number, number>();
  const leaf = (record: ArtRecord, above: number | null): number | null => {
    const { id, picture } = shapeOf(bytes, record);
    if (id === null) return null;
    const top = above ?? id;
    outermost.set(id, top);
    if (picture) pictures.set(top, (pictures.get(top) ?? 0) + 1);
    return top;
  };
  const walk = (record: ArtRecord, above: number | null, depth: number): void => {
    let top = above;
    for (const child of recordsOf(bytes, record.start, record.end)) {
      if (child.type === shapeContainer) {
        const own = leaf(child, depth === 0 ? null : top);
        // The first shape of a group is the group itself; the outermost group of all is the page.
        if (depth > 0) top ??= own;
      } else if (child.type === group && depth < deepest) walk(child, depth === 0 ? null : top, depth + 1);
    }
  };
  const head = recordsOf(bytes, 0, bytes.length)[0];
  for (let at = head?.end ?? bytes.length; at + 9 <= bytes.length; ) {
    // A byte says whether the drawing is that of the main text or of the margins.
    const drawing = recordAt(bytes, at + 1, bytes.length);
    if (drawing?.type !== drawingContainer) break;
    for (const child of recordsOf(bytes, drawing.start, drawing.end)) if (child.type === group) walk(child, null, 0);
    at = drawing.end;
  }
  return { outermost, pictures };
}

interface ArtRecord {
  readonly type: number;
  readonly instance: number;
  readonly start: number;
  readonly end: number;
}

function recordAt(bytes: Bytes, at: number, limit: number): ArtRecord | null {
  if (at + 8 > limit) return null;
  return { type: bytes.u16(at + 2), instance: bytes.u16(at) >> 4, start: at + 8, end: Math.min(limit, at + 8 + bytes.u32(at + 4)) };
}

function recordsOf(bytes: Bytes, start: number, end: number): ArtRecord[] {
  const records: ArtRecord[] = [];
  for (let record = recordAt(bytes, start, end); record !== null; record = recordAt(bytes, record.end, end)) records.push(record);
  return records;
}

function shapeOf(bytes: Bytes, container: ArtRecord): { id: number | null; picture: boolean } {
  let id: number | null = null;
  let picture = false;
  for (const { type, instance, start, end } of recordsOf(bytes, container.start, container.end)) {
    if (type === shapeRecord && start + 4 <= end) id = bytes.u32(start);
    else if (type === propertyTable) {
      for (let i = 0; i < instance && start + 6 * i + 6 <= end; i++) if ((bytes.u16(start + 6 * i) & 0x3fff) === pictureProperty) picture = true;
    }
  }
  return { id, picture };
}

/** The size in points of a picture in the stream `Data` (PICF, [MS-DOC] 2.9.190); null where none stands. */
export function pictureSize(data: Bytes, at: number): { readonly width: number; readonly height: number } | null {
  if (at + 36 > data.length) return null;
  const side = (goal: number, scale: number): number => (data.i16(at + goal) * data.u16(at + scale)) / 1000 / 20;
  return { width: side(28, 32), height: side(30, 34) };
}
