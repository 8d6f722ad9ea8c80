/** The folders that an assistant may read in: what it names stays inside them, whatever links lie there. */
import { readdir } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { isEntered, kindOfName } from "../../batch/extensions.ts";
import { isBelow, realPath } from "../../batch/inside.ts";
import { itemOf, fileOf } from "../../batch/items.ts";
import type { Item } from "../../batch/item.ts";
import { labelInName } from "../../read/attachment-names.ts";

/** Folders that were named at the start. */
export interface Folders {
  /** The notice of a letter and its attachments; null where one of the names leads outside or nowhere. */
  readonly noticeOf: (letter: string, attachments: readonly string[]) => Promise<Item | null>;
  /** Names of documents, in order, so many of them; `more` when there are others. */
  readonly list: (below: string, most: number) => Promise<{ readonly names: readonly string[]; readonly more: boolean } | null>;
}

/** Opens folders, all of which must be there. Throws what the system throws. */
export async function openFolders(named: readonly [string, ...string[]]): Promise<Folders> {
  const roots = await Promise.all(named.map((folder) => realPath(resolve(folder))));
  const [base = ""] = roots;

  /** Where a name leads, as it is called and as it is; null outside. */
  const inside = async (name: string): Promise<string | null> => {
    if (name.includes("\0")) return null;
    for (const root of roots) {
      const path = await realPath(isAbsolute(name) ? name : join(root, name)).catch(() => null);
      if (path !== null && roots.some((one) => isBelow(one, path))) return path;
    }
    return null;
  };
  const shown = (path: string): string => {
    const root = roots.find((one) => isBelow(one, path)) ?? base;
    return root === base ? relative(root, path).split(sep).join("/") : path;
  };

  return {
    noticeOf: async (letter, attachments) => {
      const paths = await Promise.all([letter, ...attachments].map(inside));
      const [first, ...others] = paths.filter((path) => path !== null);
      if (first === undefined || others.length !== attachments.length) return null;
      const role = others.length === 0 ? "notice" : "letter";
      const file = (path: string, part: "notice" | "letter" | "attachment", label: string | null): Item["files"][number] => ({ ...fileOf(path, base, part, label), name: shown(path) });
      return itemOf([file(first, role, null), ...others.map((path) => file(path, "attachment", labelInName(path)))]);
    },
    list: async (below, most) => {
      const starts = below === "" ? roots : [await inside(below)].filter((path) => path !== null);
      if (starts.length === 0) return null;
      const names: string[] = [];
      const open = [...starts].reverse();
      for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
        const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
        const inOrder = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
        for (const entry of inOrder.toReversed()) if (entry.isDirectory() && isEntered(entry.name)) open.push(join(folder, entry.name));
        for (const entry of inOrder.filter((one) => one.isFile() && kindOfName(one.name) === "document")) {
          if (names.length === most) return { names, more: true };
          names.push(shown(join(folder, entry.name)));
        }
      }
      return { names, more: false };
    },
  };
}
