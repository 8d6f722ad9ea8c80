/** Makes small binary Word documents ([MS-DOC]) part by part, for tests. */
import { compoundFileOf } from "../containers.ts";

/** A change of properties: its code and the bytes of its operand. */
export type Change = readonly number[];

export const sprm = (code: number, ...operand: number[]): Change => [code & 255, code >> 8, ...operand];
export const u16 = (value: number): number[] => [value & 255, (value >> 8) & 255];
export const u32 = (value: number): number[] => [value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >>> 24) & 255];

/** Words with changes of their characters. */
export type Words = string | readonly [words: string, ...changes: Change[]];

/** A paragraph; its last character is its mark. */
export interface Paragraph {
  readonly words: readonly Words[];
  readonly style?: number;
  readonly changes?: readonly Change[];
}

export const p = (...words: Words[]): Paragraph => ({ words: [...words, "\r"] });
export const styled = (style: number, changes: readonly Change[], ...words: Words[]): Paragraph => ({ words: [...words, "\r"], style, changes });

const inTable = sprm(0x2416, 1);
/** The last paragraph of a cell. */
export const cell = (...words: Words[]): Paragraph => ({ words: [...words, "\x07"], changes: [inTable] });
export const rowEnd = (...changes: Change[]): Paragraph => ({ words: ["\x07"], changes: [inTable, sprm(0x2417, 1), ...changes] });

/** A definition of a row: its left edge, and each cell by its right edge and flags (1 first of a row's merge, 2 goes on, 0x20 goes on below, 0x60 first of a column's). */
export function define(left: number, ...cells: readonly (readonly [right: number, flags?: number])[]): Change {
  const body = [cells.length, ...u16(left), ...cells.flatMap(([right]) => u16(right)), ...cells.flatMap(([, flags = 0]) => [...u16(flags), ...u16(0), ...new Array<number>(16).fill(0)])];
  return sprm(0xd608, ...u16(body.length + 1), ...body);
}

/** A row of cells with their definition. */
export const row = (definition: Change, ...cells: readonly (string | Paragraph)[]): Paragraph[] => [...cells.map((one) => (typeof one === "string" ? cell(one) : one)), rowEnd(definition)];

/** A style: paragraph 1, characters 2. */
export interface Style {
  readonly name: string;
  readonly kind?: 1 | 2;
  readonly builtIn?: number;
  readonly base?: number;
  readonly paragraph?: readonly Change[];
  readonly characters?: readonly Change[];
}

/** A level of a list. Levels are named in its words by the characters 0 to 8. */
export interface Level {
  readonly words: string;
  readonly format?: number;
  readonly start?: number;
  readonly flags?: number;
}

export interface Content {
  readonly body: readonly Paragraph[];
  readonly styles?: readonly (Style | null)[];
  readonly fonts?: readonly string[];
  readonly lists?: readonly { readonly id: number; readonly levels: readonly Level[]; readonly styles?: readonly number[] }[];
  /** For each list number from 1 the list, and what differs: level and its new start or its new form. */
  readonly overrides?: readonly { readonly list: number; readonly levels?: readonly { readonly level: number; readonly start?: number; readonly form?: Level }[] }[];
  readonly footnotes?: readonly (readonly Paragraph[])[];
  readonly endnotes?: readonly (readonly Paragraph[])[];
  /** Six for separators, then six a section: even and odd headers, even and odd footers, first header, first footer. */
  readonly margins?: readonly (readonly Paragraph[])[];
  readonly boxes?: readonly { readonly shape: number; readonly paragraphs: readonly Paragraph[] }[];
  /** Shapes in points, by the position of their anchor. */
  readonly anchors?: readonly { readonly at: number; readonly shape: number; readonly width?: number; readonly height?: number }[];
  readonly drawings?: readonly number[];
  /** Lengths of pieces, those of one byte a character, and what holds on top of them. */
  readonly pieces?: readonly { readonly length: number; readonly packed?: boolean; readonly prm?: number }[];
  readonly lastPieceFirst?: boolean;
  readonly changeLists?: readonly (readonly Change[])[];
  /** Ends of sections and their properties. */
  readonly sections?: readonly { readonly end: number; readonly changes?: readonly Change[] }[];
  readonly data?: readonly number[];
  readonly flags?: number;
  readonly version?: number;
  readonly facing?: boolean;
  readonly summary?: readonly number[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly bytes: readonly number[];
}

const textStart = 2048;

/** The file. */
export function doc(content: Content): Uint8Array {
  return compoundFileOf(streamsOf(content));
}

/** Its streams, for tests that damage them. */
export function streamsOf(content: Content): Record<string, Uint8Array> {
  const stories = storiesOf(content);
  const paragraphs = stories.flatMap(({ paragraphs: own }) => own);
  const text = paragraphs.map(textOf).join("");
  const main: number[] = new Array<number>(textStart).fill(0);
  const pieces = layPieces(content, text, main);
  const table = new Table();
  const { characters, marks } = stretchesOf(paragraphs);
  for (const [part, stretches, row] of [[12, characters, 1], [13, marks, 13]] as const) table.part(part, bin(cutAtPieces(stretches, pieces), row, main));
  table.part(33, clx(content, pieces));
  table.part(1, styleSheet(content.styles ?? [{ name: "Normal" }]));
  if (content.fonts !== undefined) table.part(15, fontTable(content.fonts));
  writeLists(content, table);
  writeNotes(content, text, table);
  writeShapes(content, table);
  writeSections(content, main, table);
  table.part(31, [content.facing === true ? 1 : 0, 0, 0, 0]);
  head(content, stories, table, main);
  const summary = content.summary === undefined ? {} : { "\u0005SummaryInformation": Uint8Array.from(content.summary) };
  return { WordDocument: Uint8Array.from(main), "1Table": Uint8Array.from(table.bytes), Data: Uint8Array.from(content.data ?? [0]), ...summary };
}

interface StoryPart {
  readonly index: number;
  readonly paragraphs: readonly Paragraph[];
}

/** Stories in the order of the file, by their place among the lengths. */
function storiesOf({ body, footnotes = [], margins = [], endnotes = [], boxes = [] }: Content): StoryPart[] {
  const closed = (parts: readonly (readonly Paragraph[])[]): Paragraph[] => (parts.length === 0 ? [] : [...parts.flat(), p()]);
  return [
    { index: 3, paragraphs: body },
    { index: 4, paragraphs: closed(footnotes) },
    { index: 5, paragraphs: closed(margins) },
    { index: 8, paragraphs: closed(endnotes) },
    { index: 9, paragraphs: closed(boxes.map(({ paragraphs }) => paragraphs)) },
  ];
}

function wordsOf(words: Words): string {
  return typeof words === "string" ? words : words[0];
}

function textOf({ words }: Paragraph): string {
  return words.map(wordsOf).join("");
}

class Table {
  readonly bytes: number[] = [0, 0, 0, 0];
  readonly parts = new Map<number, readonly [at: number, length: number]>();

  /** `beyond` are bytes that stand behind the counted ones. */
  part(index: number, bytes: readonly number[], beyond: readonly number[] = []): void {
    this.parts.set(index, [this.bytes.length, bytes.length]);
    for (const byte of [...bytes, ...beyond]) this.bytes.push(byte);
  }
}

interface PlacedPiece {
  readonly start: number;
  readonly end: number;
  readonly width: 1 | 2;
  readonly prm: number;
  offset: number;
}

function layPieces({ pieces = [], lastPieceFirst = false }: Content, text: string, main: number[]): PlacedPiece[] {
  const placed: PlacedPiece[] = [];
  let at = 0;
  for (const { length, packed = false, prm = 0 } of [...pieces, { length: Infinity }] as { length: number; packed?: boolean; prm?: number }[]) {
    const end = Math.min(text.length, at + length);
    if (end > at) placed.push({ start: at, end, width: packed ? 1 : 2, prm, offset: 0 });
    at = end;
  }
  for (const piece of lastPieceFirst ? placed.toReversed() : placed) {
    piece.offset = main.length;
    for (let i = piece.start; i < piece.end; i++) main.push(...(piece.width === 1 ? [text.charCodeAt(i) & 255] : u16(text.charCodeAt(i))));
    if (main.length % 2 === 1) main.push(0);
  }
  while (main.length % 512 !== 0) main.push(0);
  return placed;
}

function stretchesOf(paragraphs: readonly Paragraph[]): { characters: Stretch[]; marks: Stretch[] } {
  const characters: Stretch[] = [];
  const marks: Stretch[] = [];
  let at = 0;
  for (const paragraph of paragraphs) {
    const start = at;
    for (const words of paragraph.words) {
      const changes = typeof words === "string" ? [] : words.slice(1) as Change[];
      characters.push({ start: at, end: at + wordsOf(words).length, bytes: changes.flat() });
      at += wordsOf(words).length;
    }
    marks.push({ start, end: at, bytes: [...u16(paragraph.style ?? 0), ...(paragraph.changes ?? []).flat()] });
  }
  return { characters: characters.filter(({ start, end }) => end > start), marks };
}

/** Stretches by their place in the file. */
function cutAtPieces(stretches: readonly Stretch[], pieces: readonly PlacedPiece[]): Stretch[] {
  return pieces
    .flatMap((piece) =>
      stretches.flatMap(({ start, end, bytes }) => {
        const [from, to] = [Math.max(start, piece.start), Math.min(end, piece.end)];
        return from < to ? [{ start: piece.offset + (from - piece.start) * piece.width, end: piece.offset + (to - piece.start) * piece.width, bytes }] : [];
      }),
    )
    .sort((a, b) => a.start - b.start);
}

/** Pages of formatting at the end of the main stream, and the table that leads to them. */
function bin(stretches: readonly Stretch[], rowSize: 1 | 13, main: number[]): number[] {
  const starts: number[] = [];
  const pages: number[] = [];
  for (let i = 0; i < stretches.length; ) {
    const page: Stretch[] = [];
    let size = 512 - 1 - 4;
    for (; i < stretches.length; i++) {
      const stretch = stretches[i] as Stretch;
      size -= 4 + rowSize + stretch.bytes.length + 4;
      if (size < 0) break;
      page.push(stretch);
    }
    starts.push(page[0]?.start ?? 0);
    pages.push(main.length / 512);
    main.push(...pageOf(page, rowSize));
  }
  return [...starts.flatMap(u32), ...u32(stretches.at(-1)?.end ?? 0), ...pages.flatMap(u32)];
}

function pageOf(stretches: readonly Stretch[], rowSize: 1 | 13): number[] {
  const page = new Array<number>(512).fill(0);
  const put = (at: number, bytes: readonly number[]): void => { bytes.forEach((byte, i) => { page[at + i] = byte; }); };
  let free = 510;
  stretches.forEach(({ start, end, bytes }, i) => {
    put(4 * i, u32(start));
    put(4 * i + 4, u32(end));
    if (bytes.length === 0) return;
    const padded = rowSize === 13 && bytes.length % 2 === 1 ? [...bytes, 0] : bytes;
    // Paragraphs of an even number of bytes are counted by the second byte.
    const whole = rowSize === 1 ? [bytes.length, ...bytes] : [0, padded.length / 2, ...padded];
    free = (free - whole.length) & ~1;
    put(free, whole);
    page[4 * (stretches.length + 1) + rowSize * i] = free / 2;
  });
  page[511] = stretches.length;
  return page;
}

function clx({ changeLists = [] }: Content, pieces: readonly PlacedPiece[]): number[] {
  const rows = pieces.flatMap(({ offset, width, prm }) => [0, 0, ...u32(width === 1 ? 0x40000000 | (offset * 2) : offset), ...u16(prm)]);
  const plex = [...pieces.flatMap(({ start }) => u32(start)), ...u32(pieces.at(-1)?.end ?? 0), ...rows];
  return [...changeLists.flatMap((changes) => [1, ...u16(changes.flat().length), ...changes.flat()]), 2, ...u32(plex.length), ...plex];
}

function wide(text: string): number[] {
  return [...u16(text.length), ...Array.from({ length: text.length }, (_, i) => u16(text.charCodeAt(i))).flat()];
}

function styleSheet(styles: readonly (Style | null)[]): number[] {
  const info = [...u16(styles.length), ...u16(10), ...new Array<number>(14).fill(0)];
  return [...u16(info.length), ...info, ...styles.flatMap((style, index) => (style === null ? u16(0) : styleEntry(style, index)))];
}

function styleEntry({ name, kind = 1, builtIn = 0xffe, base = 0xfff, paragraph = [], characters = [] }: Style, index: number): number[] {
  const upx = (bytes: readonly number[]): number[] => [...u16(bytes.length), ...bytes, ...(bytes.length % 2 === 1 ? [0] : [])];
  const pieces = kind === 1 ? [upx([...u16(index), ...paragraph.flat()]), upx(characters.flat())] : [upx(characters.flat())];
  const bytes = [...u16(index === 0 ? 0 : builtIn), ...u16(kind | (base << 4)), ...u16(pieces.length), ...u16(0), ...u16(0), ...wide(name), 0, 0, ...pieces.flat()];
  return [...u16(bytes.length), ...bytes];
}

function fontTable(names: readonly string[]): number[] {
  return [...u16(names.length), ...u16(0), ...names.flatMap((name) => {
    const bytes = [...new Array<number>(39).fill(0), ...wide(`${name}\0`).slice(2)];
    return [bytes.length, ...bytes];
  })];
}

function level({ words, format = 0, start = 1, flags = 0 }: Level): number[] {
  const places = [...words].flatMap((character, i) => (character.charCodeAt(0) < 9 ? [i + 1] : []));
  const numbers = Array.from({ length: 9 }, (_, i) => places[i] ?? 0);
  return [...u32(start), format, flags, ...numbers, 0, ...u32(0), ...u32(0), 0, 0, 0, 0, ...wide(words)];
}

function writeLists({ lists = [], overrides = [] }: Content, table: Table): void {
  if (lists.length === 0) return;
  const heads = lists.flatMap(({ id, levels, styles = [] }) => [...u32(id), ...u32(0), ...Array.from({ length: 9 }, (_, i) => u16(styles[i] ?? 0xfff)).flat(), levels.length === 1 ? 1 : 0, 0]);
  table.part(73, [...u16(lists.length), ...heads], lists.flatMap(({ levels }) => levels.flatMap(level)));
  const rows = overrides.flatMap(({ list, levels = [] }) => [...u32(list), ...u32(0), ...u32(0), levels.length, 0, 0, 0]);
  const data = overrides.flatMap(({ levels = [] }) => [...u32(0xffffffff), ...levels.flatMap(({ level: index, start, form }) =>
    [...u32(start ?? 0), ...u32(index | (start === undefined ? 0 : 0x10) | (form === undefined ? 0 : 0x20)), ...(form === undefined ? [] : level(form))])]);
  table.part(74, [...u32(overrides.length), ...rows, ...data]);
}

function positionsOf(parts: readonly (readonly Paragraph[])[]): number[] {
  const positions = [0];
  for (const part of parts) positions.push((positions.at(-1) ?? 0) + part.map(textOf).join("").length);
  return positions;
}

/** References are the characters 2 of the body, in order: footnotes first. */
function writeNotes({ footnotes = [], endnotes = [], margins = [] }: Content, text: string, table: Table): void {
  const references = [...text].flatMap((character, i) => (character === "\x02" ? [i] : []));
  for (const [notes, reference, words, at] of [[footnotes, 2, 3, references.slice(0, footnotes.length)], [endnotes, 46, 47, references.slice(footnotes.length)]] as const) {
    if (notes.length === 0) continue;
    table.part(reference, [...at.flatMap(u32), ...u32(text.length), ...at.flatMap(() => u16(1))]);
    table.part(words, [...positionsOf(notes).flatMap(u32), ...u32(0)]);
  }
  if (margins.length > 0) table.part(11, [...positionsOf(margins).flatMap(u32), ...u32(0)]);
}

function writeShapes({ boxes = [], anchors = [], drawings }: Content, table: Table): void {
  if (anchors.length > 0) {
    const rows = anchors.flatMap(({ shape, width = 0, height = 0 }) => [...u32(shape), ...u32(0), ...u32(0), ...u32(width * 20), ...u32(height * 20), 0, 0, ...u32(0)]);
    table.part(40, [...anchors.flatMap(({ at }) => u32(at)), ...u32(0), ...rows]);
  }
  if (boxes.length > 0) {
    const positions = positionsOf(boxes.map(({ paragraphs }) => paragraphs));
    const rows = [...boxes.map(({ shape }) => shape), 0].flatMap((shape, i) => [...u32(1), ...u32(0), i === boxes.length ? 1 : 0, 0, ...u32(0), ...u32(shape), ...u32(0)]);
    table.part(56, [...positions.flatMap(u32), ...u32((positions.at(-1) ?? 0) + 1), ...rows]);
  }
  if (drawings !== undefined) table.part(50, drawings);
}

function writeSections({ sections = [] }: Content, main: number[], table: Table): void {
  if (sections.length === 0) return;
  const rows = sections.flatMap(({ changes = [] }) => {
    const at = main.length;
    main.push(...u16(changes.flat().length), ...changes.flat());
    return [0, 0, ...u32(at), 0, 0, ...u32(0)];
  });
  table.part(6, [...u32(0), ...sections.flatMap(({ end }) => u32(end)), ...rows]);
}

function head({ flags = 0x0200, version = 0xc1 }: Content, stories: readonly StoryPart[], { parts }: Table, main: number[]): void {
  const put = (at: number, bytes: readonly number[]): void => { bytes.forEach((byte, i) => { main[at + i] = byte; }); };
  put(0, [...u16(0xa5ec), ...u16(version)]);
  put(10, u16(flags));
  put(32, u16(14));
  put(62, u16(22));
  for (const { index, paragraphs } of stories) put(64 + 4 * index, u32(paragraphs.map(textOf).join("").length));
  put(152, u16(93));
  for (const [index, [at, length]] of parts) put(154 + 8 * index, [...u32(at), ...u32(length)]);
}
