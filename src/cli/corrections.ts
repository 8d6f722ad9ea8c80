/** `fengong corrections`: an edited workbook of ours as rows for the file of corrections. */
import { readFile } from "node:fs/promises";
import { openLoader } from "../batch/loader.ts";
import { findResultFiles } from "../batch/result-files.ts";
import { systemPath } from "../batch/path-bytes.ts";
import { writeWhole } from "../batch/whole.ts";
import { publishedResults } from "../dataset/ask/published.ts";
import { storedIn } from "../emit/stored.ts";
import type { ParseResult } from "../model/notice.ts";
import { hasIndex } from "../dataset/keep/versions.ts";
import { readEdits, type Listed } from "../review/edited-workbook.ts";
import { withOverride } from "../review/yaml-rows.ts";
import { printable } from "../text/shown.ts";
import type { Ended } from "./command.ts";
import { writeData, type Settings } from "./run.ts";
import { today } from "./today.ts";
import { words } from "./words.ts";

/** What the command line asks for. */
export interface CorrectionsWish {
  readonly workbook: string;
  readonly against: string;
  readonly person: string;
  readonly reason: string | null;
  /** The file that takes the rows; null: standard output. */
  readonly overrides: string | null;
}

const largest = 500_000_000;

/** Writes the corrections, and lists on stderr what became none. */
export async function findCorrections({ workbook, against, person, reason, overrides }: CorrectionsWish, settings: Settings): Promise<Ended> {
  const { streams, language } = settings;
  const loader = openLoader(settings.budget);
  try {
    const { bytes, problem } = await loader.load(workbook, largest);
    if (problem !== null) return { wrong: "badWorkbook", detail: problem.message };
    const edits = await readEdits(bytes, await resultsOf(against), { person, date: today(), reason });
    if (edits === null) return { wrong: "badWorkbook", detail: workbook };
    let text = overrides === null ? null : await readFile(systemPath(overrides), "utf8").catch(() => null);
    for (const correction of edits.corrections) text = withOverride(text, correction);
    if (overrides !== null && text !== null) await writeWhole(overrides, text);
    else if (text !== null) await writeData(text, settings);
    for (const one of edits.listed) streams.stderr.write(`${said(one, language)}\n`);
    streams.stderr.write(language === "zh" ? `${edits.corrections.length} 处更正，${edits.listed.length} 处没有采用。\n` : `${edits.corrections.length} corrections, ${edits.listed.length} edits not taken.\n`);
    return { exit: edits.listed.length > 0 ? "findings" : "ok", wrong: null };
  } finally {
    loader.close();
  }
}

async function resultsOf(against: string): Promise<ParseResult[]> {
  if (await hasIndex(against)) return publishedResults(against);
  const files = await findResultFiles([against]);
  const texts = await Promise.all(files.map(({ path }) => readFile(systemPath(path), "utf8").catch(() => "")));
  return texts.flatMap((text) => [...storedIn(text)].flatMap(({ result }) => (result === null ? [] : [result])));
}

function said({ sheet, row, why, detail }: Listed, language: Settings["language"]): string {
  const zh = language === "zh";
  const where = row === null ? sheet : zh ? `${sheet}第${row}行` : `${sheet}, row ${row}`;
  return printable(`${where}${zh ? "：" : ": "}${words[`edit-${why}`][language]}${zh ? "" : " "}${detail}`.trimEnd());
}
