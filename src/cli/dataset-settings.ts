/** The settings, corrections and other texts that a build of a dataset is told, by the command line or by files among its sources. */
import { lstat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { isBelow, staysInside } from "../batch/inside.ts";
import type { Loaded } from "../batch/load.ts";
import { Refused } from "../batch/refused.ts";
import type { Corrections } from "../dataset/build.ts";
import { readOverrides } from "../dataset/correct/overrides.ts";
import type { Reader } from "../dataset/gather/reader.ts";
import { readPairs } from "../dataset/assemble/rekeys.ts";
import { readSettings, type DatasetSettings } from "../dataset/correct/settings.ts";
import { readLookups } from "../read/lookups.ts";
import { readUtf8 } from "../text/utf8.ts";

type Load = Reader["files"]["load"];

/** What settings among the sources are called. */
export const settingsName = "dataset.yaml";

/** Largest file of settings or corrections, in bytes. */
const largestText = 50_000_000;

/** A file that the command cannot work with. */
class Unusable extends Refused {
  readonly wrong: Refused["wrong"];
  constructor(wrong: Refused["wrong"], detail: string) {
    super(detail);
    this.wrong = wrong;
  }
}

/** What the command line names: the folder of sources, files of settings and corrections. */
export interface Told {
  readonly sources: string;
  readonly settings: string | null;
  readonly lookups: string | null;
  readonly overrides: string | null;
}

/** The settings of a build. */
interface OwnSettings {
  readonly settings: DatasetSettings;
  readonly text: string | null;
  /** The file that was used, for people; null when there is none. */
  readonly name: string | null;
  /** Where a file is that the settings name. Throws for one that settings among the sources may not name. */
  readonly path: (file: string, wrong: Refused["wrong"]) => Promise<string>;
}

/** Loads the settings. */
export async function loadSettings({ settings: named, sources }: Told, load: Load): Promise<OwnSettings> {
  const path = named ?? join(sources, settingsName);
  if (named === null) await requireInside(sources, path, "badSettings");
  const text = named === null && !(await isThere(path)) ? null : await textOf(path, "badSettings", load);
  const { settings, troubles } = readSettings(text);
  if (settings === null) throw new Unusable("badSettings", troubles.map(({ line, message }) => `\n  ${path}:${line}: ${message}`).join(""));
  const folder = dirname(resolve(path));
  return {
    settings,
    text,
    name: text === null ? null : basename(path),
    path: async (file, wrong) => {
      const place = resolve(folder, file);
      if (named === null) await requireInside(sources, place, wrong);
      return place;
    },
  };
}

/** Settings that nobody named on the command line are those of the source folder, and name files of it and no others: whoever may put files there is not whoever builds. */
async function requireInside(sources: string, path: string, wrong: Refused["wrong"]): Promise<void> {
  if (!isBelow(resolve(sources), resolve(path)) || !(await staysInside(sources, path))) throw new Unusable(wrong, `${path} (no file of this folder)`);
}

/** Files named on the command line go before those of the settings. */
export async function loadCorrections(wanted: Told, { settings, path }: OwnSettings, load: Load): Promise<Corrections> {
  const of = async (given: string | null, own: string | null, wrong: Refused["wrong"]): Promise<string | null> => given ?? (own === null ? null : path(own, wrong));
  const lookups = await of(wanted.lookups, settings.lookups, "badLookups");
  const overrides = await of(wanted.overrides, settings.overrides, "badOverrides");
  const rekeys = await of(null, settings.rekeys, "badRekeys");
  return {
    lookups: lookups === null ? null : await lookupsOf(lookups, load),
    overrides: overrides === null ? null : await overridesOf(overrides, load),
    pairs: readPairs(rekeys === null ? null : await textOf(rekeys, "badRekeys", load)),
  };
}

async function lookupsOf(path: string, load: Load): Promise<NonNullable<Corrections["lookups"]>> {
  const text = await textOf(path, "badLookups", load);
  const { lookups, troubles } = readLookups(text);
  if (lookups === null) throw new Unusable("badLookups", troubles.map((trouble) => `\n  ${trouble}`).join(""));
  return { text, lookups };
}

async function overridesOf(path: string, load: Load): Promise<NonNullable<Corrections["overrides"]>> {
  const text = await textOf(path, "badOverrides", load);
  const { overrides, troubles } = readOverrides(text);
  if (troubles.length > 0) throw new Unusable("badOverrides", troubles.map(({ line, message }) => `\n  ${path}:${line}: ${message}`).join(""));
  return { text, overrides };
}

/** The text of a file. */
export async function textOf(path: string, wrong: Refused["wrong"], load: Load): Promise<string> {
  return textIn(await load(path, largestText), wrong);
}

function textIn({ name, bytes, problem }: Loaded, wrong: Refused["wrong"]): string {
  if (problem !== null) throw new Unusable(wrong, `${name} (${problem.params["reason"] ?? problem.code})`);
  const { text, line } = readUtf8(bytes);
  if (text === null) throw new Unusable(wrong, `\n  ${name}:${line}: not UTF-8`);
  return text;
}

/** Whether a name is taken, by whatever: settings that cannot be read are not the same as none. */
async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(() => true, (error: unknown) => !(error instanceof Error && "code" in error && error.code === "ENOENT"));
}
