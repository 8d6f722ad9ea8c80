/** `fengong dataset …`: what people see of building, comparing, explaining, checking and handing on a dataset. */
import { lstat, readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import process from "node:process";
import { isBelow, staysInside } from "../batch/inside.ts";
import type { Loaded } from "../batch/load.ts";
import { ManifestError } from "../batch/manifest.ts";
import { codeOf } from "../batch/system-code.ts";
import { buildDataset, type Built, type Corrections, type Unread } from "../dataset/build.ts";
import { DamagedDataset } from "../dataset/keep/damage.ts";
import { diffVersions, type DiffTrouble } from "../dataset/ask/diff.ts";
import { linkResults } from "../lineage/links.ts";
import { explainTask, NoVersion, SeveralTasks } from "../dataset/ask/explain.ts";
import { Busy } from "../dataset/keep/lock.ts";
import { loadNames } from "../dataset/publish/names.ts";
import { readOverrides } from "../dataset/correct/overrides.ts";
import { WrongPlace } from "../dataset/keep/places.ts";
import { publish, refusals } from "../dataset/publish/publish.ts";
import { SourceChanged } from "../dataset/gather/readings-store.ts";
import { openReader, type Reader } from "../dataset/gather/reader.ts";
import { mendDataset, type Mended } from "../dataset/publish/recover.ts";
import { readPairs, RekeysError } from "../dataset/assemble/rekeys.ts";
import { readSettings, type DatasetSettings } from "../dataset/correct/settings.ts";
import { NoSources } from "../dataset/gather/sources.ts";
import { verify } from "../dataset/keep/verify.ts";
import { messageOf } from "../emit/report/wording.ts";
import { reasonWords, type Language } from "../model/finding.ts";
import { readLookups } from "../read/lookups.ts";
import { jsonText, printable } from "../text/shown.ts";
import { readUtf8 } from "../text/utf8.ts";
import { changesCsv, changesText, explanationText } from "./dataset-words.ts";
import type { Ended } from "./command.ts";
import type { Exit } from "./exit-codes.ts";
import { writeData, type Settings } from "./run.ts";
import { openWaiting } from "./waiting.ts";
import { words } from "./words.ts";
import { folderOf } from "../dataset/keep/versions.ts";

/** What `build` is asked for beside the options that all commands take. */
export interface BuildWanted {
  readonly sources: string;
  readonly out: string;
  readonly jobs: number;
  readonly settings: string | null;
  readonly manifest: string | null;
  readonly followLinks: boolean;
  readonly lookups: string | null;
  readonly overrides: string | null;
  /** People know what this version loses. */
  readonly allowLoss: boolean;
}

type Load = Reader["files"]["load"];

const settingsName = "dataset.yaml";

/** Largest file of settings or corrections, in bytes. */
const largestText = 50_000_000;

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
  } catch (error) {
    return troubleOf(error);
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

function troubleOf(error: unknown): Ended {
  if (error instanceof Unusable) return { wrong: error.wrong, detail: error.message };
  if (error instanceof ManifestError) return { wrong: "badManifest", detail: error.message };
  if (error instanceof RekeysError) return { wrong: "badRekeys", detail: error.message };
  if (error instanceof Busy) return { wrong: "busyDataset", detail: error.message };
  if (error instanceof NoSources) return { wrong: "noSources", detail: error.message };
  if (error instanceof SourceChanged) return { wrong: "sourceChanged", detail: error.message };
  if (error instanceof WrongPlace) return { wrong: "wrongPlace", detail: error.message };
  if (error instanceof SeveralTasks) return { wrong: "severalTasks", detail: error.message };
  if (error instanceof NoVersion) return { wrong: "noDataset", detail: error.message };
  if (error instanceof DamagedDataset) return { wrong: "damagedDataset", detail: error.message };
  const place = misplaced(error);
  if (place !== null) return { wrong: "badOut", detail: place };
  throw error;
}

/** What the system says where a folder should be made or entered and something else stands there. */
const wrongThere: ReadonlySet<string> = new Set(["EEXIST", "ENOENT", "ENOTDIR", "EISDIR", "ELOOP", "ENAMETOOLONG", "ENOFILE", "EINVAL", "ENXIO"]);

/** The place of an error that people can mend themselves; null for any other. */
function misplaced(error: unknown): string | null {
  return error instanceof Error && "path" in error && wrongThere.has(codeOf(error)) ? `${String(error.path)} (${codeOf(error)})` : null;
}

interface OwnSettings {
  readonly settings: DatasetSettings;
  readonly text: string | null;
  /** The file that was used, for people; null when there is none. */
  readonly name: string | null;
  /** Where a file is that the settings name. Throws for one that settings among the sources may not name. */
  readonly path: (file: string, wrong: keyof typeof words) => Promise<string>;
}

async function loadSettings({ settings: named, sources }: BuildWanted, load: Load): Promise<OwnSettings> {
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
async function requireInside(sources: string, path: string, wrong: keyof typeof words): Promise<void> {
  if (!isBelow(resolve(sources), resolve(path)) || !(await staysInside(sources, path))) throw new Unusable(wrong, `${path} (no file of this folder)`);
}

/** Files named on the command line go before those of the settings. */
async function loadCorrections(wanted: BuildWanted, { settings, path }: OwnSettings, load: Load): Promise<Corrections> {
  const of = async (given: string | null, own: string | null, wrong: keyof typeof words): Promise<string | null> => given ?? (own === null ? null : path(own, wrong));
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

async function textOf(path: string, wrong: keyof typeof words, load: Load): Promise<string> {
  return textIn(await load(path, largestText), wrong);
}

function textIn({ name, bytes, problem }: Loaded, wrong: keyof typeof words): string {
  if (problem !== null) throw new Unusable(wrong, `${name} (${problem.params["reason"] ?? problem.code})`);
  const { text, line } = readUtf8(bytes);
  if (text === null) throw new Unusable(wrong, `\n  ${name}:${line}: not UTF-8`);
  return text;
}

/** Whether a name is taken, by whatever: settings that cannot be read are not the same as none. */
async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(() => true, (error: unknown) => !(error instanceof Error && "code" in error && error.code === "ENOENT"));
}

/** The moment of the build; that of SOURCE_DATE_EPOCH where it is set. */
function momentOf(epoch: string | undefined): string {
  return new Date(epoch !== undefined && /^\d{1,11}$/u.test(epoch) ? Number(epoch) * 1000 : Date.now()).toISOString();
}

/** What was done to the index, in a sentence. */
function mendedWords({ damage, entered, broken }: Mended, language: Language): string {
  const zh = language === "zh";
  const list = entered.join(zh ? "、" : ", ");
  const why = damage === null ? "" : `${reasonWords(damage, language)}${zh ? "；" : "; "}`;
  const rest = broken.length === 0 ? "" : zh ? `；不完整、没有登记：${broken.join("、")}` : `; not whole and not entered: ${broken.join(", ")}`;
  if (damage === null) return zh ? `上次中断前已完成的版本补登了：${list}${rest}。` : `Versions that were complete when a build was interrupted were entered: ${list}${rest}.`;
  return zh ? `${why}索引已由各版本重建：${list}${rest}。` : `${why}the index was made again from the versions: ${list}${rest}.`;
}

async function tellBuilt({ outcome, read, kept, failed, resting, mended, settingsGone, passed: over, manifest }: Built, out: string, { streams, language, tell }: Settings): Promise<Exit> {
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
  if (mended !== null) streams.stderr.write(`${printable(mendedWords(mended, language))}\n`);
  if (settingsGone) streams.stderr.write(`${settingsGoneWords[language]}\n`);
  if (tell !== "errors") streams.stderr.write([...unreadWords(kept, keptWords[language], language), ...unreadWords(failed, failedWords[language], language)].map((line) => `${printable(line)}\n`).join(""));
  const rests = resting.map((issue) => `  ${[issue.task ?? issue.notice ?? "", messageOf(issue, language)].filter((part) => part !== "").join(" ")}`);
  if (tell !== "errors" && rests.length > 0) streams.stderr.write([`${rests.length}${restingWords[language]}`, ...rests.slice(0, named)].map((line) => `${printable(line)}\n`).join(""));
  if (tell !== "errors") streams.stderr.write(sourcesWords({ passed: over, manifest }, tell === "all", language).map((line) => `${printable(line)}\n`).join(""));
  await writeData(jsonText({ status: outcome.status, version: outcome.version, passed, read, manifest: manifest?.name ?? null, passedOver: over.length, ...(kept.length === 0 ? {} : { kept }), ...(failed.length === 0 ? {} : { failed }), ...(resting.length === 0 ? {} : { correctionsNotApplied: resting.length }) }), { streams });
  return passed ? "ok" : "findings";
}

/** Which settings were used. */
function settingsWords(name: string, language: Language): string {
  return language === "zh" ? `采用设置 ${name}。` : `The settings ${name} were used.`;
}

const settingsGoneWords = {
  zh: `上一版用了 ${settingsName}（或 --settings），这一次没有：名称、形式和自定关口都回到默认值。`,
  en: `The version before was built with ${settingsName} (or --settings), this one without: name, forms and gates are the usual ones.`,
} as const;
const keptWords = { zh: "份来源这一次读不了，有关通知保持原样，下次重读：", en: " sources could not be read this time; their notices stay as they were and are read again next time:" } as const;
const failedWords = { zh: "份来源读不出内容，没有公布：", en: " sources gave nothing readable and are not published:" } as const;

const restingWords = { zh: "处人工更正没有采用：", en: " corrections were not applied:" } as const;

/** Which manifest was used, and what was passed over; all of that when it is asked for. */
function sourcesWords({ passed, manifest }: Pick<Built, "passed" | "manifest">, all: boolean, language: Language): string[] {
  const zh = language === "zh";
  const used = manifest === null ? [] : [zh ? `采用清单 ${manifest.name}（${manifest.notices} 份通知）。` : `The manifest ${manifest.name} was used (${manifest.notices} notices).`];
  const over = passed.length === 0 ? [] : [zh ? `来源文件夹里另有 ${passed.length} 个文件略过${all ? "：" : "（-v 列出）。"}` : `${passed.length} other files of the source folder were passed over${all ? ":" : " (-v lists them)."}`];
  return [...used, ...over, ...(all ? passed.map(({ name, why }) => `  ${name}: ${messageOf(why, language)}`) : [])];
}

/** So many sources are named; all stand in issues.ndjson. */
const named = 10;

function unreadWords(unread: Unread, words: string, language: Language): string[] {
  if (unread.length === 0) return [];
  const more = unread.length > named ? [`  … +${unread.length - named} (issues.ndjson)`] : [];
  return [`${unread.length}${words}`, ...unread.slice(0, named).map(({ item, reason }) => (language === "zh" ? `  ${item}（${reasonWords(reason, language)}）` : `  ${item} (${reasonWords(reason, language)})`)), ...more];
}

const diffTroubles: Readonly<Record<DiffTrouble, keyof typeof words>> = { damaged: "damagedDataset", noDataset: "noDataset", noVersion: "noVersion", notInOrder: "notInOrder", gone: "versionGone" };

interface DiffWanted {
  readonly out: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly format: "text" | "json" | "csv";
}

/** Prints what changed between two versions. */
export function diff(wanted: DiffWanted, settings: Settings): Promise<Ended> {
  return diffAll(wanted, settings).catch(troubleOf);
}

async function diffAll({ out, from, to, format }: DiffWanted, settings: Settings): Promise<Ended> {
  const found = await diffVersions(out, from, to);
  if (found.changes === null) return { wrong: diffTroubles[found.trouble], detail: found.detail };
  const data = format === "json" ? found.changes.map((change) => jsonText(change)).join("") : format === "csv" ? await changesCsv(found.changes) : changesText(found, await loadNames(out, [found.to, found.from], new Set(found.changes.map(({ notice }) => notice))), settings.language);
  await writeData(data, settings);
  return { exit: "ok", wrong: null };
}

interface ExplainWanted {
  readonly out: string;
  readonly task: string;
  readonly json: boolean;
}

/** Prints the history of a task. */
export function explain(wanted: ExplainWanted, settings: Settings): Promise<Ended> {
  return explainAll(wanted, settings).catch(troubleOf);
}

async function explainAll({ out, task, json }: ExplainWanted, settings: Settings): Promise<Ended> {
  const found = await explainTask(out, task);
  if (found === null) return { wrong: "noTask", detail: task };
  await writeData(json ? jsonText(found, true) : explanationText(found, settings.language), settings);
  return { exit: "ok", wrong: null };
}

/** Checks all versions on the disk. */
export function check(wanted: { readonly out: string; readonly mend: boolean }, settings: Settings): Promise<Ended> {
  return ended(checkAll(wanted, settings));
}

/** The exit of some work, or what people did wrong. */
function ended(work: Promise<Exit>): Promise<Ended> {
  return work.then((exit): Ended => ({ exit, wrong: null })).catch(troubleOf);
}

async function checkAll({ out, mend }: { readonly out: string; readonly mend: boolean }, { language, streams }: Settings): Promise<Exit> {
  const mended = mend ? await mendDataset(out) : null;
  if (mended !== null) streams.stderr.write(`${printable(mendedWords(mended, language))}\n`);
  const findings = await verify(out);
  const lines = findings.map((finding) => `${printable(finding[language])}\n`);
  await writeData(findings.length === 0 ? (language === "zh" ? "全部完好。\n" : "All is well.\n") : lines.join(""), { streams });
  return findings.length === 0 ? "ok" : "failed";
}

/** Copies what is published to another folder. */
export function handOn(wanted: Handing, settings: Settings): Promise<Ended> {
  return ended(handOnAll(wanted, settings));
}

interface Handing {
  readonly out: string;
  readonly target: string;
  readonly allowOlder: boolean;
}

async function handOnAll({ out, target, allowOlder }: Handing, { language, streams, tell }: Settings): Promise<Exit> {
  const done = await publish(out, target, { allowOlder });
  const { copied, findings, refused } = done;
  if (refused !== null) {
    streams.stderr.write(`${printable(`${words.wrong[language]}${refusals[refused.why][language]}${refused.detail}`)}\n`);
    return "usage";
  }
  for (const finding of findings) streams.stderr.write(`${printable(finding[language])}\n`);
  if (copied === null) return "failed";
  if (done.aside !== undefined) streams.stderr.write(`${printable(language === "zh" ? `目标的索引已损坏，另存为 ${done.aside}，并重新写好。` : `The index of the target was damaged: it is kept as ${done.aside} and written anew.`)}\n`);
  if (tell !== "errors") streams.stderr.write(language === "zh" ? `已复制 ${copied.length} 个版本。\n` : `${copied.length} versions were copied.\n`);
  await writeData(copied.map((version) => `${version}\n`).join(""), { streams });
  return "ok";
}
