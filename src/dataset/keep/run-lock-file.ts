/**
 * The lock of a version on the disk and as one hash. It has a row for each item of the sources: it is written, read and compared row by row, since
 * of a million sources no text can be made that has all of it.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import { lockedItemSchema, runLockSchema, type LockedItem, type RunLock } from "../edition.ts";
import { openPlain } from "./plain-file.ts";

/** The text of the file, in pieces: that of the whole lock with two blanks for each level. */
export function* lockText(lock: RunLock): Generator<string, void, void> {
  const { items, ...head } = lock;
  if (items.length === 0) {
    yield `${JSON.stringify({ ...head, items }, null, 2)}\n`;
    return;
  }
  yield JSON.stringify(head, null, 2).slice(0, -"\n}".length) + ",";
  let before = itemsBegin;
  for (const item of items) {
    yield `${before}    ${JSON.stringify(item, null, 2).replaceAll("\n", "\n    ")}`;
    before = ",\n";
  }
  yield "\n  ]\n}\n";
}

/** SHA-256 of the lock as JSON without blanks. */
export function lockHash(lock: RunLock): string {
  const { items, ...head } = lock;
  const hash = createHash("sha256").update(`${JSON.stringify(head).slice(0, -1)},"items":[`);
  for (const [i, item] of items.entries()) hash.update((i === 0 ? "" : ",") + JSON.stringify(item));
  return hash.update("]}").digest("hex");
}

/** Whether two locks say the same. */
export function areEqual(a: RunLock, b: RunLock): boolean {
  const [{ items, ...head }, { items: others, ...other }] = [a, b];
  return JSON.stringify(head) === JSON.stringify(other) && items.length === others.length && items.every((item, i) => JSON.stringify(item) === JSON.stringify(others[i]));
}

/** The lock in a file; null where the file cannot be read. Throws what is wrong with one that is no lock. */
export async function readLock(path: string): Promise<RunLock | null> {
  const items: LockedItem[] = [];
  const head = await eachItem(path, (item) => items.push(lockedItemSchema.parse(item)));
  return head === null ? null : runLockSchema.parse(items.length === 0 ? head : { ...head, items });
}

/** What a lock says beside its items; null where the file cannot be read. */
export async function readLockHead(path: string): Promise<Readonly<Record<string, unknown>> | null> {
  return eachItem(path, null);
}

/** Where the items begin, and where each ends: what is inside of one stands further in. */
const [itemsBegin, itemEnd] = ['\n  "items": [\n', "\n    }"];

/** Tells of each item, and gives the rest; with nobody to tell, it reads no further than the head. A file in another layout is read whole. */
async function eachItem(path: string, tell: ((item: unknown) => void) | null): Promise<Readonly<Record<string, unknown>> | null> {
  let head: Readonly<Record<string, unknown>> | null = null;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunksOf(path)) {
    if (chunk === null) return null;
    rest = Buffer.concat([rest, chunk]);
    const begin = head === null ? rest.indexOf(itemsBegin) : -1;
    if (head === null && begin < 0) continue;
    if (head === null) {
      head = objectIn(`${rest.subarray(0, begin).toString()}"items":[]}`);
      rest = rest.subarray(begin + itemsBegin.length);
    }
    if (tell === null) return head;
    for (let end = rest.indexOf(itemEnd); end >= 0; end = rest.indexOf(itemEnd)) {
      tell(JSON.parse(rest.subarray(0, end + itemEnd.length).toString().replace(/^,/u, "")));
      rest = rest.subarray(end + itemEnd.length);
    }
  }
  if (head === null) return objectIn(rest.toString());
  if (rest.toString().trim() !== "]\n}") throw new SyntaxError(`${path}: cut off`);
  return head;
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}

/** The bytes of a file; null, and nothing more, where the system does not give them. */
async function* chunksOf(path: string): AsyncGenerator<Buffer | null, void, void> {
  try {
    const file = await openPlain(path);
    try {
      yield* file.createReadStream({ autoClose: false, highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>;
    } finally {
      await file.close();
    }
  } catch {
    yield null;
  }
}
