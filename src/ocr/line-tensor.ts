/** A line of text as the recogniser of PP-OCR takes it: 48 pixels high, from -1 (black) to 1 (paper). */
import type { LineImage } from "../model/ocr.ts";

/** Height that the model was trained on, in pixels. */
export const lineHeight = 48;
/** Shortest and longest line that is handed over, in pixels. */
const shortest = 16;
const longest = 8000;

/** Three equal planes of pixels, and their width. */
export interface LineTensor {
  readonly data: Float32Array;
  readonly width: number;
}

/** Scales a line; what is larger than 48 pixels is averaged, what is smaller is drawn out. */
export function tensorOf({ width, height, grey }: LineImage): LineTensor {
  const scaled = Math.min(longest, Math.max(shortest, Math.round((width * lineHeight) / height)));
  const columns = weightsOf(width, scaled);
  const rows = weightsOf(height, lineHeight);
  const across = new Float32Array(height * scaled);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < scaled; x++) {
      let sum = 0;
      for (let i = columns.starts[x] ?? 0, at = y * width + (columns.from[x] ?? 0); i < (columns.starts[x + 1] ?? 0); i++, at++) sum += (columns.weights[i] ?? 0) * (grey[at] ?? 255);
      across[y * scaled + x] = sum;
    }
  }
  const plane = lineHeight * scaled;
  const data = new Float32Array(3 * plane);
  for (let y = 0; y < lineHeight; y++) {
    for (let x = 0; x < scaled; x++) {
      let sum = 0;
      for (let i = rows.starts[y] ?? 0, at = (rows.from[y] ?? 0) * scaled + x; i < (rows.starts[y + 1] ?? 0); i++, at += scaled) sum += (rows.weights[i] ?? 0) * (across[at] ?? 255);
      data[y * scaled + x] = sum / 127.5 - 1;
    }
  }
  data.copyWithin(plane, 0, plane);
  data.copyWithin(2 * plane, 0, plane);
  return { data, width: scaled };
}

/** Which old pixels make each new one: the first, and their weights one after the other from `starts` on. */
interface Weights {
  readonly from: Int32Array;
  readonly starts: Int32Array;
  readonly weights: Float32Array;
}

function weightsOf(before: number, after: number): Weights {
  const ratio = before / after;
  const from = new Int32Array(after);
  const starts = new Int32Array(after + 1);
  const weights: number[] = [];
  for (let i = 0; i < after; i++) {
    starts[i] = weights.length;
    from[i] = ratio > 1 ? averaged(i * ratio, (i + 1) * ratio, before, weights) : between((i + 0.5) * ratio - 0.5, before, weights);
  }
  starts[after] = weights.length;
  return { from, starts, weights: Float32Array.from(weights) };
}

/** Adds the weights of the pixels in a range; gives the first of them. */
function averaged(start: number, end: number, length: number, weights: number[]): number {
  const from = Math.floor(start);
  for (let at = from; at < Math.min(length, Math.ceil(end - 1e-9)); at++) weights.push((Math.min(end, at + 1) - Math.max(start, at)) / (end - start));
  return from;
}

/** The same for the two pixels around a place. */
function between(place: number, length: number, weights: number[]): number {
  const at = Math.min(Math.max(place, 0), length - 1);
  const from = Math.min(Math.floor(at), Math.max(0, length - 2));
  if (length === 1) weights.push(1);
  else weights.push(1 - (at - from), at - from);
  return from;
}
