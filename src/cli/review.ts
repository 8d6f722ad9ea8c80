/** `fengong review`: notices on a page of this machine, beside what was read of them. */
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import process from "node:process";
import { crash } from "../batch/crash.ts";
import { singly, unread } from "../batch/items.ts";
import type { JobFile } from "../batch/job.ts";
import type { Said } from "../batch/search.ts";
import { reasonWords } from "../model/finding.ts";
import { findDatasetItems, openSourceFolder, type SourceFolder } from "../review/dataset-items.ts";
import { packReview } from "../review/pack.ts";
import { openReader } from "../review/reading.ts";
import { openServer } from "../review/server.ts";
import { openShelf, type ShelfItem } from "../review/shelf.ts";
import { openStore, pathsBeside, type Store } from "../review/store.ts";
import { printable } from "../text/shown.ts";
import type { Ended } from "./command.ts";
import { deliver } from "./deliver.ts";
import { lookInto } from "./folders.ts";
import { endNow } from "./interrupt.ts";
import { describe } from "./people.ts";
import { today } from "./today.ts";
import type { Settings } from "./run.ts";
import { words } from "./words.ts";

/** What the command line asks for. */
export interface ReviewWish {
  readonly inputs: readonly string[];
  readonly overrides: string | null;
  readonly gold: string | null;
  readonly sources: string | null;
  readonly person: string | null;
  readonly port: number;
  readonly open: boolean;
  /** Path of a file that holds the page, instead of a server. */
  readonly html: string | null;
  readonly force: boolean;
}

/** Reviews until it is interrupted; or writes the page into a file. */
export async function review(wish: ReviewWish, settings: Settings): Promise<Ended> {
  const sources = wish.sources === null ? null : await openSourceFolder(wish.sources);
  const shut = sources?.closed.find(({ path }) => path === sources.folder);
  if (shut !== undefined) return { wrong: "reviewNoSources", detail: `${printable(shut.path)} (${reasonWords(shut.reason, settings.language)})` };
  const items = await itemsOf(wish, sources, settings);
  if (items.length === 0) return { wrong: "noFiles" };
  const store = openStore(pathsBeside(wish.overrides ?? "overrides.yaml", wish.gold));
  const reader = openReader(settings.budget);
  const shelf = openShelf(items, reader);
  const { language } = settings;
  try {
    if (wish.html !== null) {
      const undelivered = await deliver([await packReview(shelf, await store.read(), language, wish.person)], { out: wish.html, force: wish.force, inputs: wish.inputs }, settings);
      await sayUnfinished(store, settings);
      return undelivered ?? { exit: "ok", wrong: null };
    }
    const { readOnly } = await store.load();
    if (readOnly !== null) settings.streams.stderr.write(`${words.reviewReadOnly[language]}${reasonWords(readOnly, language)}\n`);
    await sayUnfinished(store, settings);
    const defect = (error: unknown): void => {
      settings.streams.stderr.write(`${describe(crash(error instanceof Error ? `${error.name}: ${error.message}` : String(error)), { file: "fengong", language, stream: settings.streams.stderr })}\n`);
    };
    const server = await openServer({ shelf, store, language, today, person: wish.person, defect }, wish.port);
    if (wish.port !== 0 && server.port !== wish.port) settings.streams.stderr.write(`${words.reviewOtherPort[language].replace("{wanted}", String(wish.port)).replace("{port}", String(server.port))}\n`);
    settings.streams.stderr.write(`${words.reviewOpen[language]}\n`);
    settings.streams.stdout.write(`${server.address}\n`);
    if (wish.open) openBrowser(server.passAddress());
    const ended = interrupted();
    void readAhead(shelf.items.length, shelf.notice);
    await ended;
    server.close();
    return { exit: "ok", wrong: null };
  } finally {
    reader.close();
  }
}

/** What of the folder of sources could not be looked at; and that nothing asked for it. */
function sayOfSources({ closed }: SourceFolder, isWanted: boolean, { language, streams }: Settings): void {
  if (!isWanted) streams.stderr.write(`${words.reviewSourcesUnused[language]}\n`);
  for (const { path, reason } of closed) streams.stderr.write(`${words.reviewSourceClosed[language]}${printable(path)} (${reasonWords(reason, language)})\n`);
}

/** A decision that was killed while it was written is told, with the files that wait for it. */
async function sayUnfinished(store: Store, { language, streams }: Settings): Promise<void> {
  const files = await store.unfinished();
  if (files.length > 0) streams.stderr.write(`${words.reviewUnfinished[language]}${files.map((file) => printable(file)).join(", ")}\n`);
}

/** Those not opened yet are read one after the other, so that the list can say where to look. */
async function readAhead(count: number, read: (n: number) => Promise<unknown>): Promise<void> {
  for (let n = 0; n < count; n++) await read(n).catch(() => null);
}

async function itemsOf({ inputs }: ReviewWish, sources: SourceFolder | null, settings: Settings): Promise<ShelfItem[]> {
  const base = process.cwd();
  const items: ShelfItem[] = [];
  const files: string[] = [];
  const troubles: Said[] = [];
  const all = await lookInto(inputs, settings);
  if (sources !== null) sayOfSources(sources, all.some((given) => "dataset" in given), settings);
  for (const given of all) {
    if ("dataset" in given) items.push(...(await findDatasetItems(given.dataset, sources, settings.options)));
    else {
      files.push(...given.files);
      troubles.push(...given.troubles);
    }
  }
  const given = [...singly(files, base), ...unread(troubles, base)].map(({ name, files: own }): ShelfItem => ({ name, files: own.map((file): JobFile => ({ ...file, path: resolve(base, file.path) })), options: settings.options, record: null }));
  return [...items, ...given];
}

function interrupted(): Promise<void> {
  return new Promise((done) => {
    process.once("SIGINT", () => {
      process.once("SIGINT", endNow);
      done();
    });
    process.once("SIGTERM", () => {
      done();
    });
  });
}

/** The browser of the machine; where there is none, the printed address is what people have. */
function openBrowser(address: string): void {
  const [command = "", ...args] = process.platform === "darwin" ? ["open"] : process.platform === "win32" ? ["cmd", "/c", "start", ""] : ["xdg-open"];
  const child = spawn(command, [...args, address], { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}
