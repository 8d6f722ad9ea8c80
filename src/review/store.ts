/** The files that people's work goes into. Whoever writes says what was there when it was decided; where that has moved, nothing is written. */
import { existsSync, readlinkSync } from "node:fs";
import { access, constants, readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { systemPath } from "../batch/path-bytes.ts";
import { codeOf } from "../batch/system-code.ts";
import { readGold } from "../dataset/correct/gold.ts";
import { readOverrides, type Override, type OverrideTrouble } from "../dataset/correct/overrides.ts";
import { sha256 } from "../text/digest.ts";
import { reasonOf } from "../text/reason.ts";
import { readUtf8 } from "../text/utf8.ts";
import { readReviews, type Review } from "./checked-rows.ts";
import { alone, endTogether, sweep, unfinished, writeTogether } from "./together.ts";

/** Where the files are, or will be. */
export interface StorePaths {
  readonly overrides: string;
  readonly gold: string;
  readonly reviews: string;
}

/** The files of a review: gold and reviews stand beside the file of corrections, where nobody names another for the gold. */
export function pathsBeside(overrides: string, gold: string | null = null): StorePaths {
  return { overrides, gold: gold ?? join(dirname(overrides), "gold.csv"), reviews: join(dirname(overrides), "reviews.ndjson") };
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
  /** What the files say; nothing is written, and what was begun stays as it is. */
  readonly read: () => Promise<Stored>;
  /** The files that a killed decision, of these or other files, began to write and did not. */
  readonly unfinished: () => Promise<string[]>;
  /** What the files say, after what was begun of them is written. */
  readonly load: () => Promise<Stored>;
  /** Writes what is to be changed. Null when they are not those of `revision` any more. Throws a Shortage where the machine takes nothing. */
  readonly save: (revision: string, change: Change) => Promise<Stored | null>;
}

const names = ["overrides", "gold", "reviews"] as const;

/** Opens the files; none need be there. What a killed process began to write is written before anything is loaded or saved. */
export function openStore(given: StorePaths): Store {
  const paths = { overrides: behindLinks(given.overrides), gold: behindLinks(given.gold), reviews: behindLinks(given.reviews) };
  const [intent, lock] = [".fengong-review.json", ".fengong-review-lock"].map((name) => join(dirname(paths.overrides), name)) as [string, string];
  let before: Promise<unknown> = Promise.resolve();
  /** One after the other: nobody reads while files are changed. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = before.then(work);
    before = done.catch(() => undefined);
    return done;
  };
  const read = async (): Promise<Stored> => {
    const found = await Promise.all(names.map(async (name) => [name, await textOf(paths[name])] as const));
    const unread = found.flatMap(([name, { trouble }]) => (trouble === null ? [] : [`${given[name]}:${trouble}`]))[0] ?? null;
    return storedOf(Object.fromEntries(found.map(([name, { text }]) => [name, text])) as unknown as Texts, given, unread ?? (await inTheWay(intent)) ?? (await lockedFolder(paths)));
  };
  const end = (): Promise<void> => endTogether(intent, Object.values(paths));
  let swept = false;
  return {
    read: () => inTurn(read),
    unfinished: () => inTurn(() => unfinished(intent)),
    load: () =>
      inTurn(async () => {
        if (existsSync(intent)) await alone(lock, end).catch(() => undefined);
        return read();
      }),
    save: (revision, change) =>
      inTurn(async () => {
        const saved = await alone(lock, async () => {
          await end();
          if (!swept) await sweep([...Object.values(paths), intent]);
          swept = true;
          const now = await read();
          if (now.revision !== revision || now.readOnly !== null) return false;
          const changed = names.flatMap((name) => (change[name] === undefined || change[name] === now.texts[name] ? [] : [[paths[name], change[name]] as const]));
          await writeTogether(intent, Object.fromEntries(changed));
          return true;
        });
        return saved ? read() : null;
      }),
  };
}

function storedOf(texts: Texts, paths: StorePaths, locked: string | null): Stored {
  const { overrides, troubles } = readOverrides(texts.overrides);
  const reviews = readReviews(texts.reviews);
  const gold = texts.gold === null ? [] : readGold(texts.gold);
  const wrong = troubles[0] !== undefined ? lineOf(paths.overrides, troubles[0]) : reviews === null ? `${paths.reviews}:${noReviewAt(texts.reviews ?? "")}: no line of a review` : gold === null && texts.gold?.trim() !== "" ? `${paths.gold}: no CSV with task, field and value` : null;
  return { revision: sha256(JSON.stringify(names.map((name) => texts[name]))), texts, overrides, reviews: reviews ?? [], readOnly: wrong ?? locked };
}

function noReviewAt(text: string): number {
  return text.split("\n").findIndex((line) => readReviews(line) === null) + 1;
}

function lineOf(path: string, { line, message }: OverrideTrouble): string {
  return `${path}:${line}: ${message}`;
}

/** What a file says. What is there and cannot be read as words has no text, and a trouble: to write it anew would lose it. */
async function textOf(path: string): Promise<{ readonly text: string | null; readonly trouble: string | null }> {
  try {
    const { text, line } = readUtf8(await readFile(systemPath(path)));
    return { text, trouble: line === null ? null : `${line}: not UTF-8` };
  } catch (error) {
    const code = codeOf(error);
    return { text: null, trouble: code === "ENOENT" ? null : ` ${code}` };
  }
}

/** Where a file is that links lead to, or will be: whatever took the place of a link would leave that file as it was. */
function behindLinks(path: string, left = 40): string {
  const absolute = resolve(path);
  try {
    return left === 0 ? absolute : behindLinks(resolve(dirname(absolute), readlinkSync(systemPath(absolute), "utf8")), left - 1);
  } catch {
    return absolute;
  }
}

/** What stands where decisions are put down first and is no file of ours. */
async function inTheWay(intent: string): Promise<string | null> {
  const found = await stat(systemPath(intent)).catch(() => null);
  return found === null || found.isFile() ? null : `${intent}: ${found.isDirectory() ? "EISDIR" : "EEXIST"}`;
}

/** The folder that takes nothing, with what the system says. */
async function lockedFolder(paths: StorePaths): Promise<string | null> {
  for (const name of names) {
    try {
      await access(systemPath(dirname(paths[name])), constants.W_OK);
    } catch (error) {
      return `${dirname(paths[name])}: ${reasonOf(error)}`;
    }
  }
  return null;
}
