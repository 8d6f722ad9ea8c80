/** By how much a page was laid askew, and the page put straight. */
import { inkBelow } from "./threshold.ts";

/** Steps of the search in degrees, each around the best of the one before; the first reaches so far to both sides. */
const steps = [0.2, 0.05, 0.01];
const furthest = 3;
/** So many black pixels tell. */
const mostPixels = 60_000;
const degree = Math.PI / 180;

/** The angle, in radians, by which lines of text run down to the right; 0 for a page without ink. */
export function skewOf(grey: Uint8Array, width: number, height: number): number {
  const pixels = sample(blurred(grey, width, height), width);
  if (pixels.length === 0) return 0;
  let best = 0;
  let reach = furthest;
  for (const step of steps) {
    let most = -1;
    const middle = best;
    for (let angle = middle - reach; angle <= middle + reach + 1e-9; angle += step) {
      const sharp = sharpness(pixels, angle * degree, width, height);
      if (sharp > most) [most, best] = [sharp, angle];
    }
    reach = step;
  }
  return best * degree;
}

/** Places of black pixels, x and y in turn. */
function sample(grey: Uint8Array, width: number): Float32Array {
  const shade = inkBelow(grey);
  let count = 0;
  for (const value of grey) if (value < shade) count++;
  const every = Math.max(1, Math.ceil(count / mostPixels));
  const pixels = new Float32Array(2 * Math.ceil(count / every));
  let [seen, at] = [0, 0];
  for (let i = 0; i < grey.length; i++) {
    if ((grey[i] ?? 255) >= shade || seen++ % every !== 0) continue;
    pixels[at++] = i % width;
    pixels[at++] = Math.floor(i / width);
  }
  return pixels;
}

/** How sharply rows of ink stand out when they run at an angle. */
function sharpness(pixels: Float32Array, angle: number, width: number, height: number): number {
  const slope = Math.tan(angle);
  const shift = Math.ceil(Math.abs(slope) * width);
  const rows = new Uint32Array(height + 2 * shift + 1);
  for (let i = 0; i < pixels.length; i += 2) {
    const row = Math.round((pixels[i + 1] ?? 0) - slope * (pixels[i] ?? 0)) + shift;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (const count of rows) sum += count * count;
  return sum;
}

/** The mean of three by three pixels: noise is no ink. */
function blurred(grey: Uint8Array, width: number, height: number): Uint8Array {
  const smooth = new Uint8Array(grey.length).fill(255);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      let sum = 0;
      for (let at = (y - 1) * width + x - 1; at <= (y + 1) * width + x - 1; at += width) sum += (grey[at] ?? 255) + (grey[at + 1] ?? 255) + (grey[at + 2] ?? 255);
      smooth[y * width + x] = sum / 9;
    }
  }
  return smooth;
}

/** The picture turned back by an angle around its middle; what comes in from outside is paper. */
export function straightened(grey: Uint8Array, width: number, height: number, angle: number): Uint8Array {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  const straight = new Uint8Array(grey.length).fill(255);
  for (let y = 0; y < height; y++) {
    let fromX = middleX - middleX * cos - (y - middleY) * sin;
    let fromY = middleY - middleX * sin + (y - middleY) * cos;
    for (let x = 0; x < width; x++, fromX += cos, fromY += sin) {
      if (fromX < 0 || fromY < 0 || fromX >= width - 1 || fromY >= height - 1) continue;
      const left = fromX | 0;
      const across = fromX - left;
      const down = fromY - (fromY | 0);
      const at = (fromY | 0) * width + left;
      const high = (grey[at] ?? 255) + ((grey[at + 1] ?? 255) - (grey[at] ?? 255)) * across;
      const low = (grey[at + width] ?? 255) + ((grey[at + width + 1] ?? 255) - (grey[at + width] ?? 255)) * across;
      straight[y * width + x] = high + (low - high) * down;
    }
  }
  return straight;
}

/** Where a point of a page goes when it is put straight; all in points. */
export function straightenedPoint([x, y]: readonly [number, number], [width, height]: readonly [number, number], angle: number): [x: number, y: number] {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const [dx, dy] = [x - width / 2, y - height / 2];
  return [width / 2 + dx * cos + dy * sin, height / 2 - dx * sin + dy * cos];
}
