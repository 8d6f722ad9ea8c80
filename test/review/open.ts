/** A review over files in a folder of its own, without a port or with one. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inspectNotice } from "../../src/pipeline.ts";
import type { Reader, ReviewAnswer } from "../../src/review/reading.ts";
import { renderSource } from "../../src/review/rendering.ts";
import { openShelf, type Shelf } from "../../src/review/shelf.ts";
import { sha256 } from "../../src/text/digest.ts";
import { openStore, type Store, type StorePaths } from "../../src/review/store.ts";

export const seed = (name: string): string => fileURLToPath(new URL(`../../corpus/seeds/files/${name}`, import.meta.url));

const known = new Map<string, Promise<ReviewAnswer>>();

/** Reads in this process, the same bytes once. */
const reader: Reader = {
  read: ({ files: [{ name, path, bytes = readFileSync(path) }] }) => {
    const key = sha256(bytes);
    const answer = known.get(key) ?? readOne(name, bytes);
    known.set(key, answer);
    return answer;
  },
  close: () => undefined,
};

async function readOne(name: string, bytes: Uint8Array): Promise<ReviewAnswer> {
  const { document, result } = await inspectNotice({ name, bytes });
  return { result, renderings: result.sources.map((_, i) => (document === null ? null : renderSource(document, i))) };
}

export interface Opened {
  readonly folder: string;
  readonly paths: StorePaths;
  readonly store: Store;
  readonly shelf: Shelf;
  readonly language: "zh";
  readonly today: () => string;
  readonly person: string | null;
  readonly defect: (error: unknown) => void;
  /** What the program heard of faults of its own. */
  readonly defects: readonly unknown[];
}

const folders = new Set<string>();

/** Takes away the folders of all reviews that were opened. */
export function removeReviews(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
}

/** Opens copies of files, or texts under names. */
export function openReview(files: readonly (string | readonly [name: string, text: string])[], texts: Partial<Record<keyof StorePaths, string>> = {}): Opened {
  const folder = mkdtempSync(join(tmpdir(), "fengong-review-"));
  folders.add(folder);
  const paths: StorePaths = { overrides: join(folder, "overrides.yaml"), gold: join(folder, "gold.csv"), reviews: join(folder, "reviews.ndjson") };
  for (const [name, text] of Object.entries(texts)) writeFileSync(paths[name as keyof StorePaths], text);
  const items = files.map((file) => {
    const name = typeof file === "string" ? basename(file) : file[0];
    const path = join(folder, name);
    writeFileSync(path, typeof file === "string" ? readFileSync(file) : file[1]);
    return { name, files: [{ path, name, role: "notice" as const, label: null, uri: null }], options: {}, record: null };
  });
  const defects: unknown[] = [];
  return { defects, defect: (error) => { defects.push(error); }, folder, paths, store: openStore(paths), shelf: openShelf(items, reader), language: "zh", today: () => "2026-11-01", person: null };
}
