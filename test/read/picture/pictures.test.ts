/** Pictures as files: each packing gives the same page. */
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { parseNotice } from "../../../src/index.ts";
import { pagesOf } from "../../../src/read/picture/file.ts";
import { densityOf } from "../../../src/read/picture/page-file.ts";
import { readFile } from "../pdf/reading.ts";
import { engineOf, Paper } from "../scan/paper.ts";

const lines = ["关于分解任务", "工作", "任务书", "责任单位", "建设大厅吧"];
const paper = new Paper(300, 200).words(6, 40, 20).grid([40, 150, 260], [60, 100, 140]).words(2, 50, 74).words(3, 160, 74).words(4, 50, 114).words(5, 160, 114);
const { width, height, pixels } = paper;

function chunk(kind: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(kind, 4, "latin1");
  return Buffer.concat([head, data, Buffer.alloc(4)]);
}

/** A PNG of so many channels; the last of two or four is transparency, and transparent pixels are black. */
function png(channels: 1 | 2 | 3 | 4, { interlaced = false } = {}): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = { 1: 0, 2: 4, 3: 2, 4: 6 }[channels];
  header[12] = interlaced ? 1 : 0;
  const rows = Buffer.alloc((width * channels + 1) * height);
  let at = 0;
  for (let y = 0; y < height; y++) {
    rows[at++] = 0;
    for (let x = 0; x < width; x++) {
      const shade = pixels[y * width + x] ?? 0;
      const seen = channels % 2 === 1 || shade < 128;
      for (let part = 0; part < channels; part++) rows[at++] = part === channels - 1 && channels % 2 === 0 ? (seen ? 255 : 0) : seen ? shade : 0;
    }
  }
  const density = Buffer.from([0, 0, 0x16, 0x2e, 0, 0, 0x16, 0x2e, 1]);
  return new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk("IHDR", header), chunk("pHYs", density), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]));
}

/** A grey TIFF in strips of ten rows, packed by `pack`; white is 255, or 0 where `whiteIsZero`. */
function tiff(compression: number, pack: (rows: Buffer) => Buffer, { little = true, whiteIsZero = false } = {}): Uint8Array {
  const strips: Buffer[] = [];
  for (let y = 0; y < height; y += 10) strips.push(pack(Buffer.from(pixels.slice(y * width, (y + 10) * width).map((shade) => (whiteIsZero ? 255 - shade : shade)))));
  const fields: [tag: number, type: number, values: number[]][] = [[256, 4, [width]], [257, 4, [height]], [258, 3, [8]], [259, 3, [compression]], [262, 3, [whiteIsZero ? 0 : 1]], [273, 4, []], [277, 3, [1]], [278, 3, [10]], [279, 4, strips.map(({ length }) => length)], [282, 5, [144, 1]], [296, 3, [2]]];
  const directory = 8;
  let behind = directory + 2 + fields.length * 12 + 4;
  const place = (size: number): number => {
    behind += size;
    return behind - size;
  };
  const offsets = strips.map(({ length }) => place(length));
  const file = Buffer.alloc(behind + fields.length * 8 + strips.length * 8);
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const short = (value: number, at: number): void => view.setUint16(at, value, little);
  const long = (value: number, at: number): void => view.setUint32(at, value, little);
  file.write(little ? "II" : "MM", 0, "latin1");
  short(42, 2);
  long(directory, 4);
  short(fields.length, directory);
  for (const [i, strip] of strips.entries()) strip.copy(file, offsets[i] ?? 0);
  for (const [i, [tag, type, own]] of fields.entries()) {
    const values = tag === 273 ? offsets : own;
    const entry = directory + 2 + 12 * i;
    short(tag, entry);
    short(type, entry + 2);
    long(type === 5 ? 1 : values.length, entry + 4);
    if (type === 3) short(values[0] ?? 0, entry + 8);
    else if (values.length === 1) long(values[0] ?? 0, entry + 8);
    else {
      const at = place(4 * values.length);
      long(at, entry + 8);
      values.forEach((value, j) => long(value, at + 4 * j));
    }
  }
  return new Uint8Array(file);
}

/** Runs of one byte and others (TIFF 6.0, section 9). */
function packBits(rows: Buffer): Buffer {
  const packed: number[] = [];
  for (let at = 0; at < rows.length; ) {
    let length = 1;
    while (length < 128 && at + length < rows.length && rows[at + length] === rows[at]) length++;
    packed.push((257 - length) & 255, rows[at] ?? 0);
    if (length === 1) packed.splice(-2, 2, 0, rows[at] ?? 0);
    at += length;
  }
  return Buffer.from(packed);
}

const files: readonly (readonly [string, Uint8Array])[] = [
  ["PNG in grey", png(1)],
  ["PNG in colour", png(3)],
  ["PNG in grey with transparency", png(2)],
  ["PNG in colour with transparency", png(4)],
  ["TIFF, not packed", tiff(1, (rows) => rows)],
  ["TIFF, not packed, of the other order of bytes", tiff(1, (rows) => rows, { little: false })],
  ["TIFF of which white is 0", tiff(1, (rows) => rows, { whiteIsZero: true })],
  ["TIFF in PackBits", tiff(32773, packBits)],
  ["TIFF, deflated", tiff(8, (rows) => deflateSync(rows))],
];

describe("a picture as a file", () => {
  test.each(files)("is read: %s", async (_, bytes) => {
    const { document, context } = await readFile(bytes, { ocr: engineOf(lines) });
    expect(document?.text.split("\n")).toEqual(lines);
    expect(context.diagnostics.map(({ code }) => code)).toEqual(["input/name-differs", "ocr/page-read"]);
    expect(document?.pages).toBe(1);
  });

  test("keeps its places in points, by the density that it states", async () => {
    const { document } = await readFile(png(1), { ocr: engineOf(lines) });
    const place = document?.fragments.at(-1)?.place;
    expect(place?.kind === "page" ? Math.round(place.bbox[0] / 5) * 5 : null).toBe(160);
  });

  test("is named and not read without an engine", async () => {
    const { status, diagnostics, sources } = await parseNotice({ name: "scan.png", bytes: png(1) });
    expect([status, sources[0]?.format, diagnostics[0]?.code]).toEqual(["failed", "png", "pdf/needs-ocr"]);
    expect(diagnostics[0]?.hint).toContain("--ocr");
  });

  test("that cannot be unpacked is an error", async () => {
    for (const bytes of [png(1, { interlaced: true }), tiff(34712, (rows) => rows), png(1).subarray(0, 30)]) {
      const { diagnostics } = await parseNotice({ name: "picture", bytes: new Uint8Array(bytes) }, { ocr: engineOf(lines) });
      expect(diagnostics.map(({ code }) => code)).toEqual(["picture/unreadable"]);
    }
  });
});

test("how large a picture is on paper: as it says where that is a size of paper, else a sheet of A4 or a screen", () => {
  expect(densityOf({ width: 1654, height: 2339, density: 200 })).toBe(200);
  expect(Math.round(densityOf({ width: 3024, height: 4032, density: 72 }))).toBe(366);
  expect(densityOf({ width: 900, height: 500, density: null })).toBe(96);
});

test("what is no picture has no pages", () => {
  expect(pagesOf(new Uint8Array([1, 2, 3]))).toEqual([]);
});
