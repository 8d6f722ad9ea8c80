/** A letter and its attachments as one document: their texts one after the other, every span moved along, every place kept. */
import type { Block, Cell, NoticeDocument, Paragraph, SourceBorder, Table } from "../model/document.ts";
import type { Span } from "../model/position.ts";
import type { InputFile } from "../model/reader.ts";

/** A file with its document. */
export interface Joinable {
  readonly file: Pick<InputFile, "name" | "role" | "label">;
  readonly document: NoticeDocument;
}

/**
 * Joins the files of one notice, letter first, attachments in the order given. One file is returned as it is.
 * What a file says of itself without showing it counts only for the letter: properties of an attachment are not those of the notice.
 */
export function join(files: readonly [Joinable, ...Joinable[]]): NoticeDocument {
  const [only] = files;
  if (files.length === 1 && only.file.role !== "attachment") return only.document;
  const ordered = [...files.filter(isLetter), ...files.filter((file) => !isLetter(file))];
  const [first = only] = ordered;
  const borders: SourceBorder[] = [];
  const moved: NoticeDocument[] = [];
  let start = 0;
  for (const { file, document } of ordered) {
    borders.push({ start, role: file.role, label: file.label, name: file.name });
    moved.push(moveDocument(document, start));
    // One line feed parts the files, as it parts paragraphs.
    start += document.text.length + 1;
  }
  return {
    source: first.document.source,
    text: moved.map(({ text }) => text).join("\n"),
    blocks: moved.flatMap(({ blocks }) => blocks),
    fragments: moved.flatMap(({ fragments }) => fragments),
    meta: ordered.filter(isLetter).flatMap(({ document }) => document.meta),
    links: moved.flatMap(({ links }) => links),
    ...(moved.some(({ doubts }) => doubts !== undefined) ? { doubts: moved.flatMap(({ doubts = [] }) => doubts) } : {}),
    files: ordered.filter(isLetter).flatMap(({ document }) => document.files ?? []),
    sheets: moved.flatMap(({ sheets }) => sheets ?? []),
    pages: first.document.pages,
    charset: first.document.charset,
    borders,
  };
}

/** A document with what was read in its pictures behind it. */
export function joinPictures(document: NoticeDocument, pictures: readonly NoticeDocument[]): NoticeDocument {
  let { text, blocks, fragments, doubts = [] } = document;
  for (const picture of pictures) {
    const moved = moveDocument(picture, text === "" ? 0 : text.length + 1);
    text = text === "" ? moved.text : `${text}\n${moved.text}`;
    blocks = [...blocks, ...moved.blocks];
    fragments = [...fragments, ...moved.fragments];
    doubts = [...doubts, ...(moved.doubts ?? [])];
  }
  const ocr = pictures.find((picture) => picture.ocr !== undefined)?.ocr;
  return { ...document, text, blocks, fragments, ...(doubts.length === 0 ? {} : { doubts }), ...(ocr === undefined ? {} : { ocr }) };
}

function isLetter({ file }: Joinable): boolean {
  return file.role !== "attachment";
}

function moveDocument(document: NoticeDocument, by: number): NoticeDocument {
  return {
    ...document,
    blocks: document.blocks.map((block) => moveBlock(block, by)),
    fragments: document.fragments.map((fragment) => ({ ...fragment, span: move(fragment.span, by) })),
    links: document.links.map(({ span, target }) => ({ span: move(span, by), target })),
    ...(document.doubts === undefined ? {} : { doubts: document.doubts.map((doubt) => ({ ...doubt, start: doubt.start + by, end: doubt.end + by })) }),
  };
}

function moveBlock(block: Block, by: number): Block {
  if (block.kind === "paragraph") return moveParagraph(block, by);
  if (block.kind === "table") return moveTable(block, by);
  return { ...block, span: move(block.span, by) };
}

function moveParagraph(paragraph: Paragraph, by: number): Paragraph {
  return { ...paragraph, span: move(paragraph.span, by), bold: paragraph.bold.map((span) => move(span, by)) };
}

function moveTable(table: Table, by: number): Table {
  const caption = table.caption === null ? null : moveParagraph(table.caption, by);
  return { ...table, span: move(table.span, by), caption, cells: table.cells.map((cell) => moveCell(cell, by)) };
}

function moveCell(cell: Cell, by: number): Cell {
  return { ...cell, span: move(cell.span, by), blocks: cell.blocks.map((block) => moveBlock(block, by)) };
}

function move({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
