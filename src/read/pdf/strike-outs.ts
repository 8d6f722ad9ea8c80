/** Words that a StrikeOut annotation strikes through (ISO 32000-2, 12.5.6.10). */
import type { Box } from "../../model/position.ts";
import type { LibraryAnnotation } from "./annotations.ts";
import type { LibraryPage } from "./library.ts";
import { transformBox, type Matrix } from "./matrix.ts";

/** Annotation flags Invisible, Hidden and NoView (ISO 32000-2, table 167). */
const unseen = 1 + 2 + 32;

/** The boxes of all such words on a page, in its drawn coordinates. */
export async function strikeOutsOf(page: LibraryPage, matrix: Matrix): Promise<Box[]> {
  const annotations = await page.getAnnotations().catch(() => []);
  return annotations.filter(isStrike).flatMap(({ quadPoints }) => (quadPoints instanceof Float32Array ? boxesOf(quadPoints, matrix) : []));
}

function isStrike({ subtype, annotationFlags }: LibraryAnnotation): boolean {
  return subtype === "StrikeOut" && (typeof annotationFlags !== "number" || (annotationFlags & unseen) === 0);
}

/** Eight numbers are a box: four corners, in whatever order the file has them. */
function boxesOf(points: ArrayLike<number>, matrix: Matrix): Box[] {
  return Array.from({ length: Math.floor(points.length / 8) }, (_, i) => {
    const [xs, ys] = [[0, 2, 4, 6].map((at) => points[8 * i + at] ?? 0), [1, 3, 5, 7].map((at) => points[8 * i + at] ?? 0)];
    return transformBox(matrix, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
  });
}
