/** PNG (ISO/IEC 15948): without transparency its data are those of a PDF; transparent pixels are put on white paper first. */
import { inflateSync } from "node:zlib";
import type { PicturePage } from "./page-file.ts";
import { concatenated } from "../../text/bytes.ts";

/** Channels by colour type. */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const metersInInch = 0.0254;
/** Pictures of more pixels are not unpacked here. */
const mostPixels = 100_000_000;

interface Header {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly color: number;
}

/** The picture of a PNG; null when it is damaged, or interlaced, which no scanner writes. */
export function pngPage(bytes: Uint8Array): PicturePage | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let header: Header | null = null;
  let palette: Uint8Array | null = null;
  let density: number | null = null;
  const data: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const start = at + 8;
    if (start + length > bytes.length) break;
    if (kind === "IHDR") {
      if (length < 13 || bytes[start + 12] !== 0) return null;
      header = { width: view.getUint32(start), height: view.getUint32(start + 4), bits: bytes[start + 8] ?? 8, color: bytes[start + 9] ?? 0 };
    } else if (kind === "PLTE") palette = bytes.subarray(start, start + length);
    else if (kind === "pHYs" && length >= 9 && bytes[start + 8] === 1) density = view.getUint32(start) * metersInInch;
    else if (kind === "IDAT") data.push(bytes.subarray(start, start + length));
    at = start + length + 4;
  }
  if (header === null || data.length === 0 || header.width < 1 || header.height < 1 || header.width * header.height > mostPixels) return null;
  const { width, height } = header;
  const piece = header.color === 4 || header.color === 6 ? onWhite(concatenated(data), header) : asItIs(concatenated(data), header, palette);
  return piece === null ? null : { width, height, density, pieces: [{ left: 0, top: 0, width, height, ...piece }] };
}

interface Packed {
  readonly entries: string;
  readonly data: Uint8Array;
}

function asItIs(data: Uint8Array, { width, bits, color }: Header, palette: Uint8Array | null): Packed | null {
  const count = channels[color];
  if (count === undefined || (color === 3 && palette === null)) return null;
  const hex = Array.from(palette ?? [], (value) => value.toString(16).padStart(2, "0")).join("");
  const colors = color === 3 ? `[/Indexed /DeviceRGB ${(palette?.length ?? 3) / 3 - 1} <${hex}>]` : color === 0 ? "/DeviceGray" : "/DeviceRGB";
  return { entries: `/ColorSpace ${colors} /BitsPerComponent ${bits} /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors ${count} /BitsPerComponent ${bits} /Columns ${width} >>`, data };
}

/** Grey or colour with its transparency, 8 or 16 bits each, on white. */
function onWhite(packed: Uint8Array, { width, height, bits, color }: Header): Packed | null {
  const count = channels[color] ?? 4;
  const bytesEach = bits / 8;
  const stride = width * count * bytesEach;
  let raw: Uint8Array;
  try {
    raw = inflateSync(packed, { maxOutputLength: (stride + 1) * height });
  } catch {
    return null;
  }
  if (raw.length < (stride + 1) * height) return null;
  const rows = unfiltered(raw, stride, height, count * bytesEach);
  const colors = count - 1;
  const data = new Uint8Array(width * height * colors);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const at = pixel * count * bytesEach;
    const alpha = (rows[at + colors * bytesEach] ?? 255) / 255;
    for (let i = 0; i < colors; i++) data[pixel * colors + i] = Math.round((rows[at + i * bytesEach] ?? 0) * alpha + 255 * (1 - alpha));
  }
  return { entries: `/ColorSpace ${colors === 1 ? "/DeviceGray" : "/DeviceRGB"} /BitsPerComponent 8`, data };
}

/** Takes the filters off rows (ISO/IEC 15948, 9.2). */
function unfiltered(raw: Uint8Array, stride: number, height: number, pixel: number): Uint8Array {
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x >= pixel ? (rows[at - pixel] ?? 0) : 0;
      const above = y > 0 ? (rows[at - stride] ?? 0) : 0;
      const corner = x >= pixel && y > 0 ? (rows[at - stride - pixel] ?? 0) : 0;
      const guess = filter === 1 ? left : filter === 2 ? above : filter === 3 ? (left + above) >> 1 : filter === 4 ? paeth(left, above, corner) : 0;
      rows[at] = (raw[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return rows;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}
