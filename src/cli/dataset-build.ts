/** `fengong dataset build`: the next version of a dataset. */
import process from "node:process";
import { buildDataset } from "../dataset/build.ts";
import { linkResults } from "../lineage/links.ts";
import { openReader, type Reader } from "../dataset/gather/reader.ts";
import type { Language } from "../model/finding.ts";
import { printable } from "../text/shown.ts";
import type { Ended } from "./command.ts";
import type { Settings } from "./run.ts";
import { openWaiting } from "./waiting.ts";
import { tellBuilt } from "./dataset-built.ts";
import { loadCorrections, loadSettings, textOf, type Told } from "./dataset-settings.ts";

/** What `build` is asked for beside the options that all commands take. */
export interface BuildWanted extends Told {
  readonly out: string;
  readonly jobs: number;
  readonly manifest: string | null;
  readonly followLinks: boolean;
  /** People know what this version loses. */
  readonly allowLoss: boolean;
}

/** Builds the next version. */
export async function build(wanted: BuildWanted, settings: Settings): Promise<Ended> {
  const reader = await openReader(wanted.jobs, settings.budget);
  const waiting = openWaiting(settings.streams, settings.tell !== "errors", settings.language);
  const { load } = reader.files;
  const stop = (): void => {
    reader.close();
    process.exit(130);
  };
  process.once("SIGINT", stop);
  try {
    const own = await loadSettings(wanted, load);
    const corrections = await loadCorrections(wanted, own, load);
    const gold = own.settings.gates.gold?.file ?? own.settings.gold;
    const built = await buildDataset({
      sources: wanted.sources,
      out: wanted.out,
      manifest: wanted.manifest,
      followLinks: wanted.followLinks,
      settings: own.settings,
      settingsText: own.text,
      corrections,
      gold: gold === null ? null : await textOf(await own.path(gold, "badGold"), "badGold", load),
      options: settings.options,
      reader: counting(reader, waiting.at),
      linker: linkResults,
      allowLoss: wanted.allowLoss,
      now: momentOf(process.env["SOURCE_DATE_EPOCH"]),
    });
    waiting.end();
    if (own.name !== null && settings.tell !== "errors") settings.streams.stderr.write(`${printable(settingsWords(own.name, settings.language))}\n`);
    return { exit: await tellBuilt(built, wanted.out, settings), wrong: null };
  } finally {
    waiting.end();
    process.off("SIGINT", stop);
    reader.close();
  }
}

/** A reader that says which notice it is at. */
function counting(reader: Reader, at: (what: string) => void): Reader {
  let count = 0;
  return {
    ...reader,
    read: (job) => {
      at(`${++count} ${job.files[0].name}`);
      return reader.read(job);
    },
  };
}

/** The moment of the build; that of SOURCE_DATE_EPOCH where it is set. */
function momentOf(epoch: string | undefined): string {
  return new Date(epoch !== undefined && /^\d{1,11}$/u.test(epoch) ? Number(epoch) * 1000 : Date.now()).toISOString();
}

/** Which settings were used. */
function settingsWords(name: string, language: Language): string {
  return language === "zh" ? `采用设置 ${name}。` : `The settings ${name} were used.`;
}
