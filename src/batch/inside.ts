/** Whether a path stays inside a folder, with all links followed. */
import { realpath } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { pathOfBytes, systemPath } from "./path-bytes.ts";

/** Whether a path is a folder or below it, by their words alone; both are absolute. */
export function isBelow(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside === "" || (inside !== ".." && !inside.startsWith(`..${sep}`) && !isAbsolute(inside));
}

/** Where a path leads when all links are followed. Throws what the system throws. */
export async function realPath(path: string): Promise<string> {
  return pathOfBytes(await realpath(systemPath(path), { encoding: "buffer" }));
}

/** Where a path leads, or would lead when it is made: what of it is there is followed. */
export async function leadsTo(path: string): Promise<string> {
  const whole = await realPath(path).catch(() => null);
  if (whole !== null) return whole;
  const above = dirname(path);
  return above === path ? path : join(await leadsTo(above), path.slice(above.length));
}

/** Whether a path stays inside a folder, whatever links there are. */
export async function staysInside(folder: string, path: string): Promise<boolean> {
  return isBelow(await leadsTo(folder), await leadsTo(path));
}
