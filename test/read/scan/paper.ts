/** Paper for tests of scans: pages drawn as pictures, and an engine that reads them without a model. */
import type { LineImage, OcrEngine, ReadCharacter } from "../../../src/model/ocr.ts";
import { pdfOf, song, stream } from "../pdf/objects.ts";

/** Pixels to a point. */
const scale = 2;

/** A page in shades of grey, drawn in points. Each character is a square with paper around it, so that the engine below can count them. */
export class Paper {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;

  constructor(width: number, height: number) {
    [this.width, this.height] = [width * scale, height * scale];
    this.pixels = new Uint8Array(this.width * this.height).fill(245);
  }

  /** Fills a box. */
  fill(left: number, top: number, right: number, bottom: number, shade = 20): this {
    for (let y = Math.round(top * scale); y < Math.round(bottom * scale); y++) this.pixels.fill(shade, y * this.width + Math.round(left * scale), y * this.width + Math.round(right * scale));
    return this;
  }

  /** So many characters from a place on, 12 points each. */
  words(count: number, left: number, top: number): this {
    for (let i = 0; i < count; i++) this.fill(left + 12 * i + 1, top, left + 12 * i + 11, top + 11);
    return this;
  }

  /** Lines at these places, from the first to the last of the others. */
  grid(xs: readonly number[], ys: readonly number[]): this {
    const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
    for (const y of ys) this.fill(left, y, right + 1, y + 1);
    for (const x of xs) this.fill(x, top, x + 1, bottom);
    return this;
  }

  /** The same paper laid askew by an angle in degrees; what comes in is paper. */
  askew(degrees: number): this {
    const before = Uint8Array.from(this.pixels);
    const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
    const [cx, cy] = [this.width / 2, this.height / 2];
    for (let y = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++) {
        const [fromX, fromY] = [Math.round(cx + (x - cx) * cos + (y - cy) * sin), Math.round(cy - (x - cx) * sin + (y - cy) * cos)];
        this.pixels[y * this.width + x] = fromX < 0 || fromY < 0 || fromX >= this.width || fromY >= this.height ? 245 : (before[fromY * this.width + fromX] ?? 245);
      }
    }
    return this;
  }

  /** The same paper upside down. */
  upsideDown(): this {
    this.pixels.reverse();
    return this;
  }
}

/** A PDF of one page that is a picture of paper; `layer` are operators of text on it. */
export function scanOf(paper: Paper, layer = ""): Uint8Array {
  const [width, height] = [paper.width / scale, paper.height / scale];
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /XObject << /Im 5 0 R >> /Font << /F1 6 0 R >> >> /Contents 4 0 R >>`,
    stream(`q ${width} 0 0 ${height} 0 0 cm /Im Do Q\n${layer}`),
    stream(Buffer.from(paper.pixels), `/Type /XObject /Subtype /Image /Width ${paper.width} /Height ${paper.height} /ColorSpace /DeviceGray /BitsPerComponent 8 `),
    song,
  ]);
}

/** What the engine says of a character: how sure it is, and what else it may be. */
export type Says = Partial<Pick<ReadCharacter, "probability" | "other">>;

/** An engine that knows lines by how many characters they have; `says` is asked about each character. */
export function engineOf(lines: readonly string[], says: (text: string, line: string, at: number) => Says | null = () => ({})): OcrEngine {
  const byLength = new Map(lines.map((line) => [Array.from(line).length, Array.from(line)]));
  return {
    name: "fake",
    version: "1",
    model: "0".repeat(64),
    read: (images) => Promise.resolve(images.map((image) => readLine(image, byLength, says))),
    close: () => Promise.resolve(),
  };
}

function readLine(image: LineImage, byLength: ReadonlyMap<number, readonly string[]>, says: (text: string, line: string, at: number) => Says | null): ReadCharacter[] {
  const squares = squaresOf(image);
  const line = byLength.get(squares.length);
  if (line === undefined) return squares.map(([from, to]) => ({ text: "口", from, to, probability: 0.3, other: null }));
  return squares.flatMap(([from, to], i) => {
    const text = line[i] ?? "";
    const said = says(text, line.join(""), i);
    return said === null ? [] : [{ text, from, to, probability: 0.99, other: null, ...said }];
  });
}

/** Where squares of ink stand along a line, as shares of its width. Upside down or lying, the marked corner of a page of `Paper` makes no difference: lines are known by their length. */
function squaresOf({ width, height, grey }: LineImage): [number, number][] {
  const squares: [number, number][] = [];
  for (let x = 0; x < width; x++) {
    let dark = 0;
    for (let y = 0; y < height; y++) if ((grey[y * width + x] ?? 255) < 128) dark++;
    if (dark <= height / 3) continue;
    const last = squares.at(-1);
    if (last !== undefined && x <= Math.round(last[1] * width) + 1) last[1] = (x + 1) / width;
    else squares.push([x / width, (x + 1) / width]);
  }
  return squares;
}
