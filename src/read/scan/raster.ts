/** Pictures put on a page, as one picture of the whole page in shades of grey. */
import { transformBox, type Matrix } from "../grid/matrix.ts";

/** Decoded pixels, rows from the top. `bits`: one a pixel, rows begin with a byte, 1 is white; `stencil`: the same, 0 is painted in a colour. */
export type Pixels =
  | { readonly kind: "bits" | "rgb" | "rgba"; readonly width: number; readonly height: number; readonly data: Uint8Array | Uint8ClampedArray }
  | { readonly kind: "stencil"; readonly width: number; readonly height: number; readonly data: Uint8Array | Uint8ClampedArray; readonly color: number };

/** A picture and its place: `matrix` leads from the unit square, whose top is at 1, to points of the page. */
export interface PlacedPicture {
  readonly matrix: Matrix;
  readonly pixels: Pixels;
}

/** A page in shades of grey: 0 is black, 255 paper. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Pixels to a point. */
  readonly scale: number;
  readonly plain: Uint8Array;
  /** The same with red as paper: seals are gone from it. */
  readonly redless: Uint8Array;
}

/** Pixels to an inch: finer pictures are made coarser, and a page of none is this coarse. */
export const finestScan = 300;
const coarsest = 72;
const pointsInInch = 72;
/** A page has no more pixels than this. */
const mostPixels = 40_000_000;
/** Red by so much more than green and blue is red ink. */
const redder = 40;

/** Paints pictures one over the other on white paper; `width` and `height` of the page are in points, `finest` in pixels to an inch. */
export function rasterOf(pictures: readonly PlacedPicture[], width: number, height: number, finest: number): Raster {
  const scale = Math.min(scaleOf(pictures, width, height, finest), Math.sqrt(mostPixels / (width * height)));
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const count = size.width * size.height;
  const raster: Raster = { ...size, scale, plain: new Uint8Array(count).fill(255), redless: new Uint8Array(count).fill(255) };
  for (const picture of pictures) paint(raster, picture);
  return raster;
}

/** The pixels to a point of the picture that covers most. */
function scaleOf(pictures: readonly PlacedPicture[], width: number, height: number, finest: number): number {
  let [most, scale] = [0, finest / pointsInInch];
  for (const { matrix, pixels } of pictures) {
    const [left, top, right, bottom] = transformBox(matrix, 0, 0, 1, 1);
    const covered = Math.max(0, Math.min(right, width) - Math.max(left, 0)) * Math.max(0, Math.min(bottom, height) - Math.max(top, 0));
    if (covered <= most) continue;
    const [across, down] = [Math.hypot(matrix[0], matrix[1]), Math.hypot(matrix[2], matrix[3])];
    [most, scale] = [covered, Math.max(pixels.width / across, pixels.height / down)];
  }
  return Math.min(finest / pointsInInch, Math.max(coarsest / pointsInInch, scale));
}

/** A picture in planes, made coarser by whole pixels. */
interface Planes {
  readonly width: number;
  readonly height: number;
  readonly plain: Uint8Array;
  readonly redless: Uint8Array;
  /** Share that is put on, 0–255; null where all of it is. */
  readonly alpha: Uint8Array | null;
}

/** Pixels on both sides of a place along a picture, and how far it is from the first to the second; `first` is -1 outside. */
interface Places {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly share: Float32Array;
}

function paint(raster: Raster, { matrix, pixels }: PlacedPicture): void {
  const [a, b, c, d, e, f] = matrix;
  const determinant = a * d - b * c;
  if (determinant === 0 || pixels.width < 1 || pixels.height < 1) return;
  const step = Math.max(1, Math.floor(Math.min(pixels.width / (Math.hypot(a, b) * raster.scale), pixels.height / (Math.hypot(c, d) * raster.scale)) + 0.25));
  const planes = planesOf(pixels, step);
  const [left, top, right, bottom] = transformBox(matrix, 0, 0, 1, 1);
  const [x0, x1] = [Math.max(0, Math.floor(left * raster.scale)), Math.min(raster.width, Math.ceil(right * raster.scale))];
  const [y0, y1] = [Math.max(0, Math.floor(top * raster.scale)), Math.min(raster.height, Math.ceil(bottom * raster.scale))];
  if (b === 0 && c === 0) {
    const columns = placesOf(x0, x1, planes.width, (x) => ((x + 0.5) / raster.scale - e) / a);
    const rows = placesOf(y0, y1, planes.height, (y) => 1 - ((y + 0.5) / raster.scale - f) / d);
    for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) put(raster, y * raster.width + x, planes, columns, x - x0, rows, y - y0);
    return;
  }
  for (let y = y0; y < y1; y++) {
    const py = (y + 0.5) / raster.scale - f;
    const columns = placesOf(x0, x1, planes.width, (x) => (d * ((x + 0.5) / raster.scale - e) - c * py) / determinant);
    const rows = placesOf(x0, x1, planes.height, (x) => 1 - (a * py - b * ((x + 0.5) / raster.scale - e)) / determinant);
    for (let x = x0; x < x1; x++) put(raster, y * raster.width + x, planes, columns, x - x0, rows, x - x0);
  }
}

/** Places along one side of a picture of so many pixels, from the share of that side at which each pixel of the page stands. */
function placesOf(from: number, to: number, length: number, shareAt: (at: number) => number): Places {
  const count = Math.max(0, to - from);
  const places = { first: new Int32Array(count), second: new Int32Array(count), share: new Float32Array(count) };
  for (let i = 0; i < count; i++) {
    const share = shareAt(from + i);
    const place = Math.min(Math.max(share * length - 0.5, 0), length - 1);
    const first = Math.floor(place);
    places.first[i] = share < 0 || share > 1 ? -1 : first;
    places.second[i] = Math.min(first + 1, length - 1);
    places.share[i] = place - first;
  }
  return places;
}

/** Puts what lies between four pixels of a picture on one of the page. */
function put({ plain, redless }: Raster, at: number, planes: Planes, columns: Places, column: number, rows: Places, row: number): void {
  const [left = -1, top = -1] = [columns.first[column], rows.first[row]];
  if (left < 0 || top < 0) return;
  const { width, alpha } = planes;
  const [high, low] = [top * width, (rows.second[row] ?? 0) * width];
  const right = columns.second[column] ?? 0;
  const [across = 0, down = 0] = [columns.share[column], rows.share[row]];
  const share = alpha === null ? 1 : between(alpha, high + left, high + right, low + left, low + right, across, down) / 255;
  plain[at] = between(planes.plain, high + left, high + right, low + left, low + right, across, down) * share + (plain[at] ?? 255) * (1 - share) + 0.5;
  redless[at] = between(planes.redless, high + left, high + right, low + left, low + right, across, down) * share + (redless[at] ?? 255) * (1 - share) + 0.5;
}

function between(plane: Uint8Array, i: number, j: number, k: number, l: number, across: number, down: number): number {
  const high = (plane[i] ?? 0) * (1 - across) + (plane[j] ?? 0) * across;
  return high + ((plane[k] ?? 0) * (1 - across) + (plane[l] ?? 0) * across - high) * down;
}

/** Averages squares of `step` pixels. */
function planesOf(pixels: Pixels, step: number): Planes {
  const [width, height] = [Math.max(1, Math.floor(pixels.width / step)), Math.max(1, Math.floor(pixels.height / step))];
  const plain = new Uint8Array(width * height);
  const redless = new Uint8Array(width * height);
  const alpha = pixels.kind === "rgba" || pixels.kind === "stencil" ? new Uint8Array(width * height) : null;
  const colorAt = colors(pixels);
  const all = step * step;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let [grey, without, share] = [0, 0, 0];
      for (let dy = 0; dy < step; dy++) {
        for (let dx = 0; dx < step; dx++) {
          const color = colorAt(x * step + dx, y * step + dy);
          const red = (color >>> 16) & 255;
          const green = (color >>> 8) & 255;
          const blue = color & 255;
          const value = 0.299 * red + 0.587 * green + 0.114 * blue;
          grey += value;
          without += red - (green > blue ? green : blue) > redder ? 255 : value;
          share += color >>> 24;
        }
      }
      const at = y * width + x;
      plain[at] = grey / all + 0.5;
      redless[at] = without / all + 0.5;
      if (alpha !== null) alpha[at] = share / all + 0.5;
    }
  }
  return { width, height, plain, redless, alpha };
}

/** The colour of a pixel, 0xaarrggbb. */
function colors(pixels: Pixels): (x: number, y: number) => number {
  const { width, data } = pixels;
  const solid = 0xff000000;
  const row = (width + 7) >> 3;
  const isSet = (x: number, y: number): boolean => (((data[y * row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1;
  switch (pixels.kind) {
    case "bits":
      return (x, y) => (isSet(x, y) ? 0xffffffff : solid);
    case "stencil":
      return (x, y) => (isSet(x, y) ? 0 : solid | pixels.color);
    case "rgb":
      return (x, y) => {
        const at = 3 * (y * width + x);
        return solid | ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
      };
    case "rgba":
      return (x, y) => {
        const at = 4 * (y * width + x);
        return ((data[at + 3] ?? 0) << 24) | ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
      };
  }
}
