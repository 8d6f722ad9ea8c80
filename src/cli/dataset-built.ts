/** What people are told of a version that was built. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Built, Unread } from "../dataset/build.ts";
import { messageOf } from "../emit/report/wording.ts";
import { reasonWords, type Language } from "../model/finding.ts";
import { jsonText, printable } from "../text/shown.ts";
import { mendedWords } from "./dataset-words.ts";
import type { Exit } from "./exit-codes.ts";
import { settingsName } from "./dataset-settings.ts";
import { writeData, type Settings } from "./run.ts";
import { versionFiles } from "../dataset/keep/version-files.ts";
import { folderOf } from "../dataset/keep/versions.ts";

/** Tells what became of a build. */
export async function tellBuilt({ outcome, read, kept, failed, resting, mended, settingsGone, passed: over, manifest }: Built, out: string, { streams, language, tell }: Settings): Promise<Exit> {
  const zh = language === "zh";
  const passed = outcome.status === "same" ? outcome.passed : outcome.status !== "failed";
  const said = {
    same: zh ? `没有新内容，最新版本是 ${outcome.version}${passed ? "" : "（关口未通过）"}。` : `Nothing is new; the newest version is ${outcome.version}${passed ? "" : ", which failed its gates"}.`,
    unchanged: zh ? `结果与 ${outcome.version} 相同，没有新版本（重新读取 ${read} 份）。` : `The data are those of ${outcome.version}; no new version (${read} read again).`,
    success: zh ? `新版本 ${outcome.version}（读取 ${read} 份）。` : `New version ${outcome.version} (${read} read).`,
    failed: zh ? `版本 ${outcome.version} 没有通过关口，已留存；公布的版本不变。` : `Version ${outcome.version} failed its gates; it is kept, and what is published stays.`,
  }[outcome.status];
  const report = passed ? "" : await readFile(join(folderOf(out, outcome.version), versionFiles.gatesReport), "utf8").catch(() => "");
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
