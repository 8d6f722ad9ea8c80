/** Paths to notices: each file one notice, or the files of a folder together. */
import { dirname, resolve, sep } from "node:path";
import { diagnose } from "../model/context.ts";
import type { Diagnostic } from "../model/notice.ts";
import { labelInName, letterFirst } from "../read/attachment-names.ts";
import { namesOf, type Item, type ItemFile, type Items } from "./item.ts";
import { hasBytes } from "./path-bytes.ts";
import type { Said } from "./search.ts";
import { percentName, shownName } from "./shown-name.ts";
import { nameOf, openNames } from "./tree.ts";

/** What could not be looked at: each is a notice that failed. */
export function unread(troubles: readonly Said[], base: string): Item[] {
  return distinct(troubles.map((trouble) => itemOf([unreadFile(trouble, base, "notice")])));
}

/** The same as attachments of a notice whose folder it is. */
export function withUnread({ files: [letter, ...others], ...item }: Item, troubles: readonly Said[], base: string): Item {
  if (troubles.length === 0) return { ...item, files: [letter, ...others] };
  return { ...item, files: [{ ...letter, role: "letter" }, ...others, ...troubles.map((trouble) => unreadFile(trouble, base, "attachment"))] };
}

function unreadFile({ path, code, params }: Said, base: string, role: ItemFile["role"]): ItemFile {
  const file = fileOf(path, base, role, null);
  return { ...file, problem: diagnose(code, { params: { name: file.name, ...params } }) };
}

/** Two words can meet the same trouble. */
function distinct(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [item.name, item])).values()];
}

/** Each file is a notice. */
export function singly(paths: readonly string[], base: string): Item[] {
  return [...eachSingly(paths, base)];
}

/** The same, of very many. */
export function eachSingly(paths: readonly string[], base: string): Items {
  return {
    length: paths.length,
    *names() {
      const named = openNames(base);
      for (const path of paths) yield named(path).name;
    },
    *[Symbol.iterator]() {
      const named = openNames(base);
      for (const path of paths) yield itemOf([{ ...named(path), role: "notice", label: null, uri: null }]);
    },
  };
}

/** The notices of several, one behind the other. */
export function allOf(...several: readonly Items[]): Items {
  return {
    length: several.reduce((sum, { length }) => sum + length, 0),
    *names() {
      for (const items of several) yield* namesOf(items);
    },
    *[Symbol.iterator]() {
      for (const items of several) yield* items;
    },
  };
}

/** Those for which something holds. */
export function those(items: Items, holds: (item: Item) => boolean): Items {
  let length = 0;
  for (const item of items) if (holds(item)) length++;
  return {
    length,
    *[Symbol.iterator]() {
      for (const item of items) if (holds(item)) yield item;
    },
  };
}

/** The files of each folder are one notice: the letter and its attachments, told apart by their names. */
export function byFolder(paths: readonly string[], base: string): Item[] {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = dirname(path);
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  return [...folders.values()].flatMap((files) => {
    const found = letterFirst(files, shownName);
    return found === null ? [] : [together(found, base)];
  });
}

/** All files are one notice; the first one is the letter. */
export function asOne([letter, ...others]: readonly [string, ...string[]], base: string): Item {
  return together({ letter, attachments: others.map((name) => ({ name, label: labelInName(name, shownName) })) }, base);
}

/** All files are one notice; their names say which is the letter. */
export function folderAsOne(paths: readonly [string, ...string[]], base: string): Item {
  const found = letterFirst(paths, shownName);
  return found === null ? asOne(paths, base) : together(found, base);
}

function together({ letter, attachments }: NonNullable<ReturnType<typeof letterFirst>>, base: string): Item {
  if (attachments.length === 0) return itemOf([fileOf(letter, base, "notice", null)]);
  return itemOf([fileOf(letter, base, "letter", null), ...attachments.map(({ name, label }) => fileOf(name, base, "attachment", label))]);
}

/** The notice of these files. What their names make worth saying is said of it. */
export function itemOf(files: Item["files"], options: Item["options"] = {}, findings: readonly Diagnostic[] = []): Item {
  const named = files.flatMap((file) => namedOf(file) ?? []);
  const all = [...findings, ...named];
  return { name: files[0].name, files, options, ...(all.length === 0 ? {} : { findings: all }) };
}

function namedOf({ path, name }: ItemFile): Diagnostic | null {
  if (!hasBytes(path)) return null;
  const parts = name.startsWith("_outside/") ? 1 : name.split("/").length;
  return diagnose("input/name-bytes", { params: { name, bytes: path.split(sep).slice(-parts).map(percentName).join("/") } });
}

/** A file on disk, by its name below the base folder. */
export function fileOf(path: string, base: string, role: ItemFile["role"], label: string | null, uri: string | null = null): ItemFile {
  return { path: resolve(path), name: nameOf(path, base), role, label, uri };
}


