/** Notices and where they are published, as a tree of files with its manifest. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { toDocx } from "./letter-docx.ts";
import { makeNotice, type Made } from "./notice.ts";
import { sites, toHtml, type Site } from "./page.ts";
import type { Random } from "./random.ts";

/** A file of a notice on a site. */
export interface Posting {
  readonly notice: string;
  readonly site: Site;
  readonly format: "html" | "docx";
}

export interface World {
  /** By a name that no reader sees, and that no edit changes. */
  readonly notices: ReadonlyMap<string, Made>;
  readonly postings: readonly Posting[];
}

export const [ownSite, portal] = sites as readonly [Site, Site];

/** That many notices, each on the site of its office; one in twenty as a Word file. */
export function makeWorld(seed: string, count: number): World {
  const notices = new Map(Array.from({ length: count }, (_, i) => [nameOf(i), makeNotice(seed, i)]));
  return { notices, postings: [...notices.keys()].map((notice, i) => ({ notice, site: ownSite, format: i % 20 === 7 ? "docx" : "html" })) };
}

export function nameOf(i: number): string {
  return String(i).padStart(5, "0");
}

export function fileOf({ notice, site, format }: Posting): string {
  return `${site.id}/${notice.slice(0, 3)}/${notice}.${format}`;
}

/** Writes the files and `manifest.json`; what lay in the folder is gone. `random` shuffles both. */
export function plant(world: World, folder: string, random?: Random): void {
  rmSync(folder, { recursive: true, force: true });
  const postings = random?.shuffle(world.postings) ?? world.postings;
  for (const posting of postings) {
    const path = join(folder, fileOf(posting));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytesOf(world, posting));
  }
  const entries = (random?.shuffle(postings) ?? postings).map((posting) => entryOf(world, posting));
  writeFileSync(join(folder, "manifest.json"), `${JSON.stringify({ files: entries }, null, 1)}\n`);
}

/** Of one posting. */
function bytesOf(world: World, posting: Posting): Uint8Array {
  const made = madeOf(world, posting.notice);
  return posting.format === "docx" ? toDocx(made) : new TextEncoder().encode(toHtml(made, posting.site));
}

export function madeOf({ notices }: World, notice: string): Made {
  const made = notices.get(notice);
  if (made === undefined) throw new Error(`no notice ${notice}`);
  return made;
}

function entryOf(world: World, posting: Posting): object {
  const url = `https://${posting.site.host(madeOf(world, posting.notice))}/${fileOf(posting)}`;
  return { file: fileOf(posting), url, retrieved: "2024-05-06", publisher: posting.site.publisher };
}
