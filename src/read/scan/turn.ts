/** Pages that were scanned lying or upside down. */
import type { Raster } from "./raster.ts";

/** Quarter turns to the right. */
export type Turn = 0 | 1 | 2 | 3;

/** The page turned. */
export function turnedRaster(raster: Raster, turn: Exclude<Turn, 0>): Raster {
  const { width, height, scale } = raster;
  const [across, down] = turn === 2 ? [width, height] : [height, width];
  const turned = (plane: Uint8Array): Uint8Array => {
    const made = new Uint8Array(plane.length);
    for (let y = 0; y < down; y++) {
      for (let x = 0; x < across; x++) {
        const from = turn === 1 ? (height - 1 - x) * width + y : turn === 2 ? (height - 1 - y) * width + (width - 1 - x) : x * width + (width - 1 - y);
        made[y * across + x] = plane[from] ?? 255;
      }
    }
    return made;
  };
  return { width: across, height: down, scale, plain: turned(raster.plain), redless: turned(raster.redless) };
}
