/** `fengong dataset …`: what people see of comparing, explaining, checking and handing on a dataset. */
import { diffVersions, type DiffTrouble } from "../dataset/ask/diff.ts";
import { explainTask } from "../dataset/ask/explain.ts";
import { loadNames } from "../dataset/publish/names.ts";
import { publish, refusals } from "../dataset/publish/publish.ts";
import { mendDataset } from "../dataset/publish/recover.ts";
import { verify } from "../dataset/keep/verify.ts";
import { jsonText, printable } from "../text/shown.ts";
import { changesCsv, changesText, explanationText, mendedWords } from "./dataset-words.ts";
import type { Ended } from "./command.ts";
import { writeData, type Settings } from "./run.ts";
import { words } from "./words.ts";

const diffTroubles: Readonly<Record<DiffTrouble, keyof typeof words>> = { damaged: "damagedDataset", noDataset: "noDataset", noVersion: "noVersion", notInOrder: "notInOrder", gone: "versionGone" };

interface DiffWanted {
  readonly out: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly format: "text" | "json" | "csv";
}

/** Prints what changed between two versions. */
export async function diff({ out, from, to, format }: DiffWanted, settings: Settings): Promise<Ended> {
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
export async function explain({ out, task, json }: ExplainWanted, settings: Settings): Promise<Ended> {
  const found = await explainTask(out, task);
  if (found === null) return { wrong: "noTask", detail: task };
  await writeData(json ? jsonText(found, true) : explanationText(found, settings.language), settings);
  return { exit: "ok", wrong: null };
}

/** Checks all versions on the disk. */
export async function check({ out, mend }: { readonly out: string; readonly mend: boolean }, { language, streams }: Settings): Promise<Ended> {
  const mended = mend ? await mendDataset(out) : null;
  if (mended !== null) streams.stderr.write(`${printable(mendedWords(mended, language))}\n`);
  const findings = await verify(out);
  const lines = findings.map((finding) => `${printable(finding[language])}\n`);
  await writeData(findings.length === 0 ? (language === "zh" ? "全部完好。\n" : "All is well.\n") : lines.join(""), { streams });
  return { exit: findings.length === 0 ? "ok" : "failed", wrong: null };
}

interface Handing {
  readonly out: string;
  readonly target: string;
  readonly allowOlder: boolean;
}

/** Copies what is published to another folder. */
export async function handOn({ out, target, allowOlder }: Handing, { language, streams, tell }: Settings): Promise<Ended> {
  const done = await publish(out, target, { allowOlder });
  const { copied, findings, refused } = done;
  if (refused !== null) {
    streams.stderr.write(`${printable(`${words.wrong[language]}${refusals[refused.why][language]}${refused.detail}`)}\n`);
    return { exit: "usage", wrong: null };
  }
  for (const finding of findings) streams.stderr.write(`${printable(finding[language])}\n`);
  if (copied === null) return { exit: "failed", wrong: null };
  if (done.aside !== undefined) streams.stderr.write(`${printable(language === "zh" ? `目标的索引已损坏，另存为 ${done.aside}，并重新写好。` : `The index of the target was damaged: it is kept as ${done.aside} and written anew.`)}\n`);
  if (tell !== "errors") streams.stderr.write(language === "zh" ? `已复制 ${copied.length} 个版本。\n` : `${copied.length} versions were copied.\n`);
  await writeData(copied.map((version) => `${version}\n`).join(""), { streams });
  return { exit: "ok", wrong: null };
}
