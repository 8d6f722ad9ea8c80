/** The files that people's work goes into. Whoever writes says what was there when it was decided; where that has moved, nothing is written. */
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { access, constants } from "node:fs/promises";
import { writeWhole } from "../batch/whole.ts";
import { readGold } from "../dataset/correct/gold.ts";
import { readOverrides, type Override, type OverrideTrouble } from "../dataset/correct/overrides.ts";
import { sha256 } from "../text/digest.ts";
import { reasonOf } from "../text/reason.ts";
import { readReviews, type Review } from "./checked-rows.ts";

/** Where the files are, or will be. */
export interface StorePaths {
  readonly overrides: string;
  readonly gold: string;
  readonly reviews: string;
}

type Texts = Readonly<Record<keyof StorePaths, string | null>>;

/** What the files say at one moment. */
export interface Stored {
  /** Hash of all of them. */
  readonly revision: string;
  readonly texts: Texts;
  readonly overrides: readonly Override[];
  readonly reviews: readonly Review[];
  /** Why nothing can be written: a file that is none of ours, with its line, or a folder that takes nothing. */
  readonly readOnly: string | null;
}

/** What is to be written; files that are not named stay. */
export type Change = Partial<Readonly<Record<keyof StorePaths, string>>>;

/** The work of people on disk. */
export interface Store {
  readonly load: () => Promise<Stored>;
  /** Writes what is to be changed. Null when they are not those of `revision` any more. Throws a Shortage where the machine takes nothing. */
  readonly save: (revision: string, change: Change) => Promise<Stored | null>;
}

const names = ["overrides", "gold", "reviews"] as const;

/** Opens the files; none need be there. */
export function openStore(paths: StorePaths): Store {
  let before: Promise<unknown> = Promise.resolve();
  const load = async (): Promise<Stored> => {
    const read = await Promise.all(names.map(async (name) => [name, await textOf(paths[name])] as const));
    return storedOf(Object.fromEntries(read) as unknown as Texts, paths, await lockedFolder(paths));
  };
  return {
    load,
    save: (revision, change) => {
      const saved = before.then(async () => {
        const now = await load();
        if (now.revision !== revision || now.readOnly !== null) return null;
        for (const name of names) {
          const text = change[name];
          if (text !== undefined && text !== now.texts[name]) await writeWhole(paths[name], text);
        }
        return load();
      });
      before = saved.catch(() => undefined);
      return saved;
    },
  };
}

function storedOf(texts: Texts, paths: StorePaths, locked: string | null): Stored {
  const { overrides, troubles } = readOverrides(texts.overrides);
  const reviews = readReviews(texts.reviews);
  const gold = texts.gold === null ? [] : readGold(texts.gold);
  const wrong = troubles[0] !== undefined ? lineOf(paths.overrides, troubles[0]) : reviews === null ? paths.reviews : gold === null && texts.gold?.trim() !== "" ? paths.gold : null;
  return { revision: sha256(JSON.stringify(names.map((name) => texts[name]))), texts, overrides, reviews: reviews ?? [], readOnly: wrong ?? locked };
}

function lineOf(path: string, { line, message }: OverrideTrouble): string {
  return `${path}:${line}: ${message}`;
}

async function textOf(path: string): Promise<string | null> {
  return readFile(path, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  });
}

/** The folder that takes nothing, with what the system says. */
async function lockedFolder(paths: StorePaths): Promise<string | null> {
  for (const name of names) {
    try {
      await access(dirname(paths[name]), constants.W_OK);
    } catch (error) {
      return `${dirname(paths[name])}: ${reasonOf(error)}`;
    }
  }
  return null;
}
