/** Results of earlier runs whose notices are not there any more. */
import type { Item } from "./item.ts";
import type { Journal } from "./journal.ts";

/**
 * The notices of earlier runs that stood in a folder which was looked at to its end now, and are no items of it. `folders` are names as those of
 * items; the empty one is the base folder itself.
 */
export function goneFrom({ size, names }: Pick<Journal, "size" | "names">, folders: readonly string[], items: readonly Item[]): string[] {
  if (size === 0 || folders.length === 0) return [];
  const there = new Set(items.map(({ name }) => name));
  const gone: string[] = [];
  for (const name of names()) if (!there.has(name) && folders.some((folder) => folder === "" || name.startsWith(`${folder}/`))) gone.push(name);
  return gone.sort();
}
