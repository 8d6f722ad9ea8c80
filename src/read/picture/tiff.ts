/** TIFF 6.0: its pages, each in strips or tiles that a PDF can hold as they are packed. */
import type { PicturePage, PicturePiece } from "./page-file.ts";
import { concatenated } from "../../text/bytes.ts";

/** Pages and pieces of one file that are looked at. */
const mostPages = 1000;
const mostPieces = 20_000;

/** Tags that are asked for (TIFF 6.0, section 8; technical note 2 for JPEG). */
const tag = { width: 256, height: 257, bits: 258, compression: 259, photometric: 262, fillOrder: 266, offsets: 273, samples: 277, rowsPerStrip: 278, counts: 279, across: 282, planar: 284, group3: 292, unit: 296, predictor: 317, colors: 320, tileWidth: 322, tileHeight: 323, tileOffsets: 324, tileCounts: 325, tables: 347 } as const;

/** The pages of a TIFF; those that are packed in a way of their own are null. */
export function tiffPages(bytes: Uint8Array): (PicturePage | null)[] {
  const little = bytes[0] === 0x49;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pages: (PicturePage | null)[] = [];
  const seen = new Set<number>();
  try {
    for (let at = view.getUint32(4, little); at !== 0 && !seen.has(at) && pages.length < mostPages; ) {
      seen.add(at);
      const count = view.getUint16(at, little);
      pages.push(pageOf(new Fields(view, little, at, count), bytes));
      at = view.getUint32(at + 2 + 12 * count, little);
    }
  } catch {
    // It ends in the midst of a directory.
  }
  return pages;
}

/** Bytes of a value by its type: 1 byte, 2 text, 3 short, 4 long, 5 fraction. */
const sizes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1 };

/** The fields of one directory. */
class Fields {
  readonly #view: DataView;
  readonly #little: boolean;
  readonly #entries = new Map<number, number>();

  constructor(view: DataView, little: boolean, start: number, count: number) {
    [this.#view, this.#little] = [view, little];
    for (let i = 0; i < count; i++) this.#entries.set(view.getUint16(start + 2 + 12 * i, little), start + 2 + 12 * i);
  }

  /** All values of a field; none when it is not there. */
  all(wanted: number): number[] {
    const at = this.#entries.get(wanted);
    if (at === undefined) return [];
    const [view, little] = [this.#view, this.#little];
    const type = view.getUint16(at + 2, little);
    const count = Math.min(view.getUint32(at + 4, little), 1_000_000);
    const size = sizes[type] ?? 1;
    const start = size * count <= 4 ? at + 8 : view.getUint32(at + 8, little);
    return Array.from({ length: count }, (_, i) => {
      const value = start + i * size;
      if (type === 3) return view.getUint16(value, little);
      if (type === 4) return view.getUint32(value, little);
      if (type === 5) return view.getUint32(value, little) / Math.max(1, view.getUint32(value + 4, little));
      return view.getUint8(value);
    });
  }

  one(wanted: number, otherwise: number): number {
    return this.all(wanted)[0] ?? otherwise;
  }
}

function pageOf(fields: Fields, bytes: Uint8Array): PicturePage | null {
  const [width, height] = [fields.one(tag.width, 0), fields.one(tag.height, 0)];
  if (width === 0 || height === 0 || fields.one(tag.planar, 1) !== 1) return null;
  const tiled = fields.all(tag.tileOffsets).length > 0;
  const [pieceWidth, pieceHeight] = tiled ? [fields.one(tag.tileWidth, width), fields.one(tag.tileHeight, height)] : [width, Math.min(height, fields.one(tag.rowsPerStrip, height))];
  const offsets = fields.all(tiled ? tag.tileOffsets : tag.offsets);
  const counts = fields.all(tiled ? tag.tileCounts : tag.counts);
  const across = Math.ceil(width / pieceWidth);
  if (offsets.length === 0 || offsets.length > mostPieces) return null;
  const pieces: PicturePiece[] = [];
  for (const [i, offset] of offsets.entries()) {
    const [left, top] = [(i % across) * pieceWidth, Math.floor(i / across) * pieceHeight];
    const size = { width: pieceWidth, height: tiled ? pieceHeight : Math.min(pieceHeight, height - top) };
    const packed = packedAs(fields, bytes.subarray(offset, offset + (counts[i] ?? bytes.length)), size);
    if (packed === null) return null;
    pieces.push({ left, top, ...size, ...packed });
  }
  return { width, height, density: densityIn(fields), pieces };
}

function densityIn(fields: Fields): number | null {
  const [across, unit] = [fields.one(tag.across, 0), fields.one(tag.unit, 2)];
  return across < 2 || unit === 1 ? null : unit === 3 ? across * 2.54 : across;
}

/** How a piece is packed, in the words of a PDF; null where a PDF has none. */
function packedAs(fields: Fields, data: Uint8Array, { width, height }: { readonly width: number; readonly height: number }): { readonly entries: string; readonly data: Uint8Array } | null {
  const [compression, photometric, samples] = [fields.one(tag.compression, 1), fields.one(tag.photometric, 0), fields.one(tag.samples, 1)];
  const bits = fields.one(tag.bits, 1);
  if (compression === 7) return { entries: `/ColorSpace ${samples === 1 ? "/DeviceGray" : "/DeviceRGB"} /BitsPerComponent 8 /Filter /DCTDecode`, data: withTables(data, Uint8Array.from(fields.all(tag.tables))) };
  const colors = colorsOf(fields, photometric, samples, bits);
  if (colors === null) return null;
  const inverted = photometric === 0;
  if (compression >= 2 && compression <= 4) {
    // A run of white comes first in all of them: what is black is a matter of the photometric alone.
    const options = fields.one(tag.group3, 0);
    const k = compression === 4 ? -1 : compression === 3 && (options & 1) === 1 ? 1 : 0;
    const aligned = compression === 2 || (compression === 3 && (options & 4) === 4);
    const ordered = fields.one(tag.fillOrder, 1) === 2 ? data.map(reversed) : data;
    return { entries: `/ColorSpace /DeviceGray /BitsPerComponent 1 ${inverted ? "" : "/Decode [1 0]"} /Filter /CCITTFaxDecode /DecodeParms << /K ${k} /Columns ${width} /Rows ${height} /EndOfBlock false /EncodedByteAlign ${String(aligned)} >>`, data: ordered };
  }
  const filter = filters[compression];
  if (filter === undefined) return null;
  const predictor = fields.one(tag.predictor, 1) === 2 ? `/DecodeParms << /Predictor 2 /Colors ${samples} /BitsPerComponent ${bits} /Columns ${width} >>` : "";
  return { entries: `/ColorSpace ${colors} /BitsPerComponent ${bits} ${inverted ? "/Decode [1 0]" : ""} ${filter === "" ? "" : `/Filter ${filter} ${predictor}`}`, data };
}

/** Filters by number of compression: none, LZW, deflate (two numbers), PackBits. */
const filters: Readonly<Record<number, string>> = { 1: "", 5: "/LZWDecode", 8: "/FlateDecode", 32946: "/FlateDecode", 32773: "/RunLengthDecode" };

function colorsOf(fields: Fields, photometric: number, samples: number, bits: number): string | null {
  if (photometric <= 1) return samples === 1 ? "/DeviceGray" : null;
  if (photometric === 2) return samples === 3 ? "/DeviceRGB" : null;
  if (photometric === 5) return samples === 4 ? "/DeviceCMYK" : null;
  const palette = fields.all(tag.colors);
  if (photometric !== 3 || samples !== 1 || palette.length < 3) return null;
  const count = 2 ** bits;
  const hex = Array.from({ length: count }, (_, i) => [0, 1, 2].map((part) => ((palette[part * count + i] ?? 0) >> 8).toString(16).padStart(2, "0")).join("")).join("");
  return `[/Indexed /DeviceRGB ${count - 1} <${hex}>]`;
}

/** A strip of JPEG with the tables that all strips share, as one file. */
function withTables(data: Uint8Array, tables: Uint8Array): Uint8Array {
  return tables.length < 4 ? data : concatenated([tables.subarray(0, tables.length - 2), data.subarray(2)]);
}

function reversed(byte: number): number {
  let turned = 0;
  for (let bit = 0; bit < 8; bit++) turned |= ((byte >> bit) & 1) << (7 - bit);
  return turned;
}
