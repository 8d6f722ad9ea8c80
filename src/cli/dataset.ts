/** `fengong dataset …`: what people see of building, comparing, explaining, checking and handing on a dataset. */
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { ManifestError } from "../batch/manifest.ts";
import { folderOf } from "../dataset/before.ts";
import { buildDataset, type Built, type Corrections } from "../dataset/build.ts";
import { diffVersions, type DiffTrouble } from "../dataset/diff.ts";
import { explainTask } from "../dataset/explain.ts";
import { Busy } from "../dataset/lock.ts";
import { readOverrides } from "../dataset/overrides.ts";
import { DamagedVersions } from "../dataset/publish-edition.ts";
import { publish } from "../dataset/publish.ts";
import { SourceChanged } from "../dataset/readings-store.ts";
import { openReader } from "../dataset/reader.ts";
import { readPairs, RekeysError } from "../dataset/rekeys.ts";
import { readSettings, type DatasetSettings } from "../dataset/settings.ts";
import { verify } from "../dataset/verify.ts";
import { readLookups } from "../read/lookups.ts";
import { jsonText, printable } from "../text/shown.ts";
import { changesCsv, changesText, explanationText } from "./dataset-words.ts";
import type { Exit } from "./exit-codes.ts";
import { writeData, type Settings } from "./run.ts";
import type { words } from "./words.ts";

/** What came of a command: an exit, or what is wrong with the command line. */
export type Ended = { readonly exit: Exit; readonly wrong: null } | { readonly wrong: keyof typeof words; readonly detail: string };

/** What `build` is asked for beside the options that all commands take. */
export interface BuildWanted {
  readonly sources: string;
  readonly out: string;
  readonly jobs: number;
  readonly settings: string | null;
  readonly manifest: string | null;
  readonly lookups: string | null;
  readonly overrides: string | null;
}

const settingsName = "dataset.yaml";

/** A file that the command cannot work with. */
class Unusable extends Error {
  readonly wrong: keyof typeof words;
  constructor(wrong: keyof typeof words, detail: string) {
    super(detail);
    this.wrong = wrong;
  }
}

/** Builds the next version. */
export async function build(wanted: BuildWanted, settings: Settings): Promise<Ended> {
  try {
    const own = await loadSettings(wanted);
    const corrections = await loadCorrections(wanted, own);
    const gold = own.settings.gates.gold?.file ?? own.settings.gold;
    const reader = await openReader(wanted.jobs, settings.budget);
    const stop = (): void => {
      reader.close();
      process.exit(130);
    };
    process.once("SIGINT", stop);
    try {
      const built = await buildDataset({
        sources: wanted.sources,
        out: wanted.out,
        manifest: wanted.manifest,
        settings: own.settings,
        settingsText: own.text,
        corrections,
        gold: gold === null ? null : await textOf(join(own.folder, gold), "badGold"),
        options: settings.options,
        reader,
        now: momentOf(process.env["SOURCE_DATE_EPOCH"]),
      });
      return { exit: await tellBuilt(built, wanted.out, settings), wrong: null };
    } finally {
      process.off("SIGINT", stop);
      reader.close();
    }
  } catch (error) {
    return troubleOf(error);
  }
}

function troubleOf(error: unknown): Ended {
  if (error instanceof Unusable) return { wrong: error.wrong, detail: error.message };
  if (error instanceof ManifestError) return { wrong: "badManifest", detail: error.message };
  if (error instanceof RekeysError) return { wrong: "badRekeys", detail: error.message };
  if (error instanceof Busy) return { wrong: "busyDataset", detail: error.message };
  if (error instanceof SourceChanged) return { wrong: "sourceChanged", detail: error.message };
  if (error instanceof DamagedVersions) return { wrong: "damagedDataset", detail: error.message };
  throw error;
}

interface OwnSettings {
  readonly settings: DatasetSettings;
  readonly text: string | null;
  /** Paths in the settings start here. */
  readonly folder: string;
}

async function loadSettings({ settings: named, sources }: BuildWanted): Promise<OwnSettings> {
  const path = named ?? join(sources, settingsName);
  const text = named === null ? await readFile(path, "utf8").catch(() => null) : await textOf(named, "badSettings");
  const { settings, troubles } = readSettings(text);
  if (settings === null) throw new Unusable("badSettings", troubles.map(({ line, message }) => `\n  ${path}:${line}: ${message}`).join(""));
  return { settings, text, folder: dirname(resolve(path)) };
}

/** Files named on the command line go before those of the settings. */
async function loadCorrections(wanted: BuildWanted, { settings, folder }: OwnSettings): Promise<Corrections> {
  const of = (given: string | null, own: string | null): string | null => given ?? (own === null ? null : join(folder, own));
  const [lookups, overrides, rekeys] = [of(wanted.lookups, settings.lookups), of(wanted.overrides, settings.overrides), of(null, settings.rekeys)];
  return {
    lookups: lookups === null ? null : await lookupsOf(lookups),
    overrides: overrides === null ? null : await overridesOf(overrides),
    pairs: readPairs(rekeys === null ? null : await textOf(rekeys, "badRekeys")),
  };
}

async function lookupsOf(path: string): Promise<NonNullable<Corrections["lookups"]>> {
  const text = await textOf(path, "badLookups");
  const { lookups, troubles } = readLookups(text);
  if (lookups === null) throw new Unusable("badLookups", troubles.map((trouble) => `\n  ${trouble}`).join(""));
  return { text, lookups };
}

async function overridesOf(path: string): Promise<NonNullable<Corrections["overrides"]>> {
  const text = await textOf(path, "badOverrides");
  const { overrides, troubles } = readOverrides(text);
  if (troubles.length > 0) throw new Unusable("badOverrides", troubles.map(({ line, message }) => `\n  ${path}:${line}: ${message}`).join(""));
  return { text, overrides };
}

async function textOf(path: string, wrong: keyof typeof words): Promise<string> {
  return readFile(path, "utf8").catch((error: unknown) => {
    throw new Unusable(wrong, `${path} (${error instanceof Error && "code" in error ? String(error.code) : String(error)})`);
  });
}

/** The moment of the build; that of SOURCE_DATE_EPOCH where it is set. */
function momentOf(epoch: string | undefined): string {
  return new Date(epoch !== undefined && /^\d{1,11}$/u.test(epoch) ? Number(epoch) * 1000 : Date.now()).toISOString();
}

async function tellBuilt({ outcome, read }: Built, out: string, { streams, language, tell }: Settings): Promise<Exit> {
  const zh = language === "zh";
  const passed = outcome.status === "same" ? outcome.passed : outcome.status !== "failed";
  const said = {
    same: zh ? `没有新内容，最新版本是 ${outcome.version}${passed ? "" : "（关口未通过）"}。` : `Nothing is new; the newest version is ${outcome.version}${passed ? "" : ", which failed its gates"}.`,
    unchanged: zh ? `结果与 ${outcome.version} 相同，没有新版本（重新读取 ${read} 份）。` : `The data are those of ${outcome.version}; no new version (${read} read again).`,
    success: zh ? `新版本 ${outcome.version}（读取 ${read} 份）。` : `New version ${outcome.version} (${read} read).`,
    failed: zh ? `版本 ${outcome.version} 没有通过关口，已留存；公布的版本不变。` : `Version ${outcome.version} failed its gates; it is kept, and what is published stays.`,
  }[outcome.status];
  const report = passed ? "" : await readFile(join(folderOf(out, outcome.version), "gates.txt"), "utf8").catch(() => "");
  if (tell !== "errors" || !passed) streams.stderr.write(`${printable(said)}\n${report}`);
  await writeData(jsonText({ status: outcome.status, version: outcome.version, passed, read }), { streams });
  return passed ? "ok" : "findings";
}

const diffTroubles: Readonly<Record<DiffTrouble, keyof typeof words>> = { damaged: "damagedDataset", noVersion: "noVersion", notInOrder: "notInOrder", gone: "versionGone" };

/** Prints what changed between two versions. */
export async function diff({ out, from, to, format }: { readonly out: string; readonly from: string | null; readonly to: string | null; readonly format: "text" | "json" | "csv" }, settings: Settings): Promise<Ended> {
  const found = await diffVersions(out, from, to);
  if (found.changes === null) return { wrong: diffTroubles[found.trouble], detail: found.detail };
  const data = format === "json" ? found.changes.map((change) => jsonText(change)).join("") : format === "csv" ? await changesCsv(found.changes) : changesText(found, settings.language);
  await writeData(data, settings);
  return { exit: "ok", wrong: null };
}

/** Prints the history of a task. */
export async function explain({ out, task, json }: { readonly out: string; readonly task: string; readonly json: boolean }, settings: Settings): Promise<Ended> {
  const found = await explainTask(out, task);
  if (found === null) return { wrong: "noTask", detail: task };
  await writeData(json ? jsonText(found, true) : explanationText(found, settings.language), settings);
  return { exit: "ok", wrong: null };
}

/** Checks all versions on the disk. */
export async function check(out: string, { language, streams }: Settings): Promise<Exit> {
  const findings = await verify(out);
  const lines = findings.map((finding) => `${printable(finding[language])}\n`);
  await writeData(findings.length === 0 ? (language === "zh" ? "全部完好。\n" : "All is well.\n") : lines.join(""), { streams });
  return findings.length === 0 ? "ok" : "failed";
}

/** Copies what is published to another folder. */
export async function handOn(out: string, target: string, { language, streams, tell }: Settings): Promise<Exit> {
  const { copied, findings } = await publish(out, target);
  for (const finding of findings) streams.stderr.write(`${printable(finding[language])}\n`);
  if (copied === null) return "failed";
  if (tell !== "errors") streams.stderr.write(language === "zh" ? `已复制 ${copied.length} 个版本。\n` : `${copied.length} versions were copied.\n`);
  await writeData(copied.map((version) => `${version}\n`).join(""), { streams });
  return "ok";
}
