/** What the arguments of operators say. */

/** A finite number, 0 for anything else. */
export function number(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}

/** What the library says of an image that it leaves out (`scripts/patches`). */
export function isSheer(left: unknown): boolean {
  if (typeof left !== "object" || left === null) return true;
  return ("sheer" in left && left.sheer === true) || ("stencil" in left && left.stencil === true);
}

/** A share, 0 to 1; all where a file says anything else. */
export function share(value: unknown): number {
  return typeof value === "number" && value >= 0 && value <= 1 ? value : 1;
}

/** The edges of a box; none where it is none. */
export function edgesFrom(box: unknown): number[] {
  return isList(box) || box instanceof Float32Array ? Array.from(box as ArrayLike<unknown>, number) : [];
}

/** Whether an argument is a list. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
