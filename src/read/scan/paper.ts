/** Takes the paper out of a picture: shadows, yellowing and grey grounds become white, and ink keeps its darkness beside them. */

/** Side of the squares in which paper is looked for, in pixels. */
const side = 32;
/** The share of a square's pixels that are darker than its paper. */
const darker = 0.85;
/** A square may be so much darker than most before it is ink itself. */
const darkestPaper = 0.45;

/** Divides each pixel by the paper around it. */
export function withoutPaper(grey: Uint8Array, width: number, height: number): Uint8Array {
  const [columns, rows] = [Math.ceil(width / side), Math.ceil(height / side)];
  const paper = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) paper[row * columns + column] = paperOf(grey, width, height, column * side, row * side);
  const sorted = Float32Array.from(paper).sort();
  const least = Math.max(1, (sorted[sorted.length >> 1] ?? 255) * darkestPaper);
  const clean = new Uint8Array(grey.length);
  for (let y = 0; y < height; y++) {
    const [above, below, down] = between(y, rows);
    for (let x = 0; x < width; x++) {
      const [left, right, across] = between(x, columns);
      const high = (paper[above * columns + left] ?? 0) * (1 - across) + (paper[above * columns + right] ?? 0) * across;
      const low = (paper[below * columns + left] ?? 0) * (1 - across) + (paper[below * columns + right] ?? 0) * across;
      clean[y * width + x] = Math.min(255, (255 * (grey[y * width + x] ?? 255)) / Math.max(least, high * (1 - down) + low * down));
    }
  }
  return clean;
}

/** The squares on both sides of a pixel, and how far it is from the first to the second. */
function between(at: number, count: number): readonly [first: number, second: number, share: number] {
  const place = Math.min(Math.max((at + 0.5) / side - 0.5, 0), count - 1);
  const first = Math.floor(place);
  return [first, Math.min(first + 1, count - 1), place - first];
}

function paperOf(grey: Uint8Array, width: number, height: number, left: number, top: number): number {
  const counts = new Uint32Array(256);
  let all = 0;
  for (let y = top; y < Math.min(top + side, height); y++) {
    for (let x = left; x < Math.min(left + side, width); x++) {
      const value = grey[y * width + x] ?? 255;
      counts[value] = (counts[value] ?? 0) + 1;
      all++;
    }
  }
  let seen = 0;
  for (let value = 0; value < 256; value++) {
    seen += counts[value] ?? 0;
    if (seen >= darker * all) return value;
  }
  return 255;
}
