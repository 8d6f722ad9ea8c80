/** Which pixels are ink. */

/** A picture of ink (1) and paper (0), a byte a pixel. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Paper is never darker than this, ink never lighter. */
const [darkest, lightest] = [60, 215];

/** Of more pixels than this, a third tells as much. */
const manyPixels = 1_000_000;

/** The shade that parts ink from paper best (Otsu 1979): darker than it is ink. */
export function inkBelow(grey: Uint8Array): number {
  const counts = new Uint32Array(256);
  const every = grey.length > manyPixels ? 3 : 1;
  let all = 0;
  for (let i = 0; i < grey.length; i += every, all++) counts[grey[i] ?? 255] = (counts[grey[i] ?? 255] ?? 0) + 1;
  let total = 0;
  for (let value = 0; value < 256; value++) total += value * (counts[value] ?? 0);
  let [below, sum, best, most] = [0, 0, 128, -1];
  for (let value = 0; value < 255; value++) {
    below += counts[value] ?? 0;
    sum += value * (counts[value] ?? 0);
    const above = all - below;
    if (below === 0 || above === 0) continue;
    const apart = below * above * (sum / below - (total - sum) / above) ** 2;
    if (apart > most) [most, best] = [apart, value + 1];
  }
  return Math.min(lightest, Math.max(darkest, best));
}

/** Ink darker than a shade. */
export function darkerThan(grey: Uint8Array, width: number, height: number, shade: number): Ink {
  const data = new Uint8Array(grey.length);
  for (let i = 0; i < grey.length; i++) data[i] = (grey[i] ?? 255) < shade ? 1 : 0;
  return { width, height, data };
}

/** Ink darker than this share of what stands around. */
const darkerThanAround = 0.82;

/** Ink darker than the mean of a square around it, whose half side is in pixels. */
export function darkerThanNear(grey: Uint8Array, width: number, height: number, half: number): Ink {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += grey[y * width + x] ?? 255;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  const data = new Uint8Array(grey.length);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - half) * (width + 1), Math.min(height, y + half + 1) * (width + 1)];
    const rows = (bottom - top) / (width + 1);
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - half), Math.min(width, x + half + 1)];
      const sum = (sums[bottom + right] ?? 0) - (sums[top + right] ?? 0) - (sums[bottom + left] ?? 0) + (sums[top + left] ?? 0);
      data[y * width + x] = (grey[y * width + x] ?? 255) < (darkerThanAround * sum) / (rows * (right - left)) ? 1 : 0;
    }
  }
  return { width, height, data };
}

/** The same ink with rows and columns changed. */
export function transposed({ width, height, data }: Ink): Ink {
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) turned[x * height + y] = data[y * width + x] ?? 0;
  return { width: height, height: width, data: turned };
}
