/** Results of earlier runs whose notices are not there any more. */
import { namesOf, type Items } from "./item.ts";
import type { Journal } from "./journal.ts";

/**
 * The notices of earlier runs that stood in a folder which was looked at to its end now, and are no items of it. `folders` are names as those of
 * items; the empty one is the base folder itself.
 */
export async function goneFrom({ size, others }: Pick<Journal, "size" | "others">, folders: readonly string[], items: Items): Promise<string[]> {
  if (size === 0 || folders.length === 0) return [];
  const gone = await others(namesOf(items));
  return [...gone].filter((name) => folders.some((folder) => folder === "" || name.startsWith(`${folder}/`))).sort();
}
