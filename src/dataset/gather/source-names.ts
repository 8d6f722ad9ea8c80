/** Names of sources as they are published: people write telephone numbers into file names too. */
import type { Item } from "../../batch/item.ts";
import { maskName } from "../correct/personal.ts";

/** The items under names without personal numbers, sorted by name; each file keeps a name of its own. Where they lie on the disk is not touched. */
export function maskNames(items: readonly Item[]): Item[] {
  const names = [...new Set(items.flatMap(({ name, files }) => [name, ...files.map((file) => file.name)]))].sort();
  const taken = new Set(names.filter((name) => maskName(name) === name));
  const masked = new Map(names.map((name) => [name, taken.has(name) ? name : free(maskName(name), taken)]));
  const of = (name: string): string => masked.get(name) ?? name;
  // What is said of an item names its files: said of one whose name is masked, it would tell the name.
  const said = ({ files, findings }: Item): Pick<Item, "findings"> => (findings === undefined || files.some(({ name }) => of(name) !== name) ? {} : { findings });
  return items
    .map((item): Item => {
      const { files: [first, ...others], options } = item;
      return { options, ...said(item), name: of(item.name), files: [{ ...first, name: of(first.name) }, ...others.map((file) => ({ ...file, name: of(file.name) }))] };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The name, numbered where another file has it already: two numbers of one length look the same when they are masked. */
function free(name: string, taken: Set<string>): string {
  let found = name;
  for (let number = 2; taken.has(found); number++) found = name.replace(/(?=\.[^./]*$|$)/u, `~${number}`);
  taken.add(found);
  return found;
}
