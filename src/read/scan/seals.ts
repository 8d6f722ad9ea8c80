/** Which red ink is a seal: a large round thing. In tables all red is taken off, since seals are put there across words; the red head of a letter is words. */
import type { Raster } from "./raster.ts";
import type { PixelBox } from "./text-lines.ts";

/** Squares of this side, in points, are looked at. */
const side = 4;
/** Red ink takes a share of a square that is more than this. */
const someRed = 0.04;
/** A seal is at least so large, in points, and about as wide as high. */
const smallest = 55;
const roundest = 1.7;

/** The boxes of seals on a page. */
export function sealsOf({ width, height, scale, plain, redless }: Raster): PixelBox[] {
  const step = Math.max(1, Math.round(side * scale));
  const [columns, rows] = [Math.ceil(width / step), Math.ceil(height / step)];
  const red = new Uint16Array(columns * rows);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if ((redless[at] ?? 255) - (plain[at] ?? 255) < 40) continue;
      const square = Math.floor(y / step) * columns + Math.floor(x / step);
      red[square] = (red[square] ?? 0) + 1;
    }
  }
  const seen = new Uint8Array(red.length);
  const boxes: PixelBox[] = [];
  for (let start = 0; start < red.length; start++) {
    const blob = seen[start] === 1 ? null : blobAt(start, (square) => (red[square] ?? 0) > someRed * step * step, seen, columns, rows);
    if (blob === null) continue;
    const [across, down] = [(blob.right - blob.left) * step, (blob.bottom - blob.top) * step];
    if (Math.min(across, down) < smallest * scale || Math.max(across, down) > roundest * Math.min(across, down)) continue;
    boxes.push({ left: Math.max(0, (blob.left - 1) * step), top: Math.max(0, (blob.top - 1) * step), right: Math.min(width, (blob.right + 1) * step), bottom: Math.min(height, (blob.bottom + 1) * step) });
  }
  return boxes;
}

/** The squares that hang together with one, gaps of one square bridged; null where it has no red. */
function blobAt(start: number, isRed: (square: number) => boolean, seen: Uint8Array, columns: number, rows: number): PixelBox | null {
  if (!isRed(start)) return null;
  const open = [start];
  seen[start] = 1;
  let [left, top, right, bottom] = [columns, rows, 0, 0];
  for (let square = open.pop(); square !== undefined; square = open.pop()) {
    const [x, y] = [square % columns, Math.floor(square / columns)];
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1)];
    for (let row = Math.max(0, y - 2); row <= Math.min(rows - 1, y + 2); row++) {
      for (let column = Math.max(0, x - 2); column <= Math.min(columns - 1, x + 2); column++) {
        const next = row * columns + column;
        if (seen[next] === 1 || !isRed(next)) continue;
        seen[next] = 1;
        open.push(next);
      }
    }
  }
  return { left, top, right, bottom };
}
