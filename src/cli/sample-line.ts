/** A line as a picture, with which `doctor` tries an engine. */
import type { LineImage } from "../model/ocr.ts";

/** Strokes of 中 in a square of 10: left, top, right, bottom. */
const strokes = [
  [1, 2.5, 9, 3.3],
  [1, 6.2, 9, 7],
  [1, 2.5, 1.8, 7.2],
  [8.2, 2.5, 9, 7.2],
  [4.6, 0.3, 5.5, 9.8],
] as const;

/** A line that an engine must be able to read: strokes of ink on paper. */
export const sampleLineText = "中中中";
export const sampleLine: LineImage = drawn(4);

function drawn(scale: number): LineImage {
  const [width, height] = [(10 * sampleLineText.length + 4) * scale, 12 * scale];
  const grey = new Uint8Array(width * height).fill(255);
  for (const at of Array.from(sampleLineText).keys()) {
    for (const [left, top, right, bottom] of strokes) {
      for (let y = Math.round((top + 1) * scale); y < (bottom + 1) * scale; y++) grey.fill(0, y * width + Math.round((left + 2 + 10 * at) * scale), y * width + Math.round((right + 2 + 10 * at) * scale));
    }
  }
  return { width, height, grey };
}
