/** `fengong corrections`: an edited workbook of ours as rows for the file of corrections. */
import { openLoader, type Loader } from "../batch/loader.ts";
import { findResultFiles } from "../batch/result-files.ts";
import { publishedResults } from "../dataset/ask/published.ts";
import { hasIndex } from "../dataset/keep/versions.ts";
import type { Setting } from "../dataset/correct/overrides.ts";
import { storedIn } from "../emit/stored.ts";
import { messageOf } from "../emit/report/wording.ts";
import { reasonWords } from "../model/finding.ts";
import type { ParseResult } from "../model/notice.ts";
import { readEdits, type Listed } from "../review/edited-workbook.ts";
import { openStore, pathsBeside, type Store } from "../review/store.ts";
import { withOverride } from "../review/yaml-rows.ts";
import { printable } from "../text/shown.ts";
import type { Ended } from "./command.ts";
import { writeData, type Settings } from "./run.ts";
import { troubleWords } from "./stored-words.ts";
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
    const { results, trouble } = await resultsOf(against, loader, settings);
    if (trouble !== null) return { wrong: "badAgainst", detail: trouble };
    const edits = await readEdits(bytes, results, { person, date: today(), reason });
    if (edits === null) return { wrong: "badWorkbook", detail: workbook };
    const readOnly = overrides === null ? await print(edits.corrections, settings) : await addTo(edits.corrections, openStore(pathsBeside(overrides)));
    if (readOnly !== null) return { wrong: "badOverrides", detail: reasonWords(readOnly, language) };
    for (const one of edits.listed) streams.stderr.write(`${said(one, language)}\n`);
    streams.stderr.write(language === "zh" ? `${edits.corrections.length} 处更正，${edits.listed.length} 处没有采用。\n` : `${edits.corrections.length} corrections, ${edits.listed.length} edits not taken.\n`);
    return { exit: edits.listed.length > 0 ? "findings" : "ok", wrong: null };
  } finally {
    loader.close();
  }
}

async function print(corrections: readonly Setting[], settings: Settings): Promise<null> {
  if (corrections.length > 0) await writeData(textWith(null, corrections), settings);
  return null;
}

/** Writes them into the file of corrections as the review does, in turn with it; why nothing can be written, else null. */
async function addTo(corrections: readonly Setting[], store: Store): Promise<string | null> {
  for (;;) {
    const { readOnly, revision, texts } = await store.load();
    if (readOnly !== null || corrections.length === 0) return readOnly;
    if ((await store.save(revision, { overrides: textWith(texts.overrides, corrections) })) !== null) return null;
  }
}

function textWith(text: string | null, corrections: readonly Setting[]): string {
  return corrections.reduce<string | null>(withOverride, text) ?? "";
}

/** The results that a workbook is compared with; where there is none, or a file that was named holds something else, that is said. */
async function resultsOf(against: string, loader: Loader, { language }: Settings): Promise<{ readonly results: readonly ParseResult[]; readonly trouble: string | null }> {
  if (await hasIndex(against)) return { results: await publishedResults(against), trouble: null };
  const results: ParseResult[] = [];
  const troubles: string[] = [];
  const files = await findResultFiles([against]);
  for (const { path } of files) {
    const { bytes, problem } = await loader.load(path, largest);
    if (problem !== null) troubles.push(messageOf(problem, language));
    else for (const { result, trouble, line } of storedIn(new TextDecoder().decode(bytes))) {
      if (trouble === null) results.push(result);
      else troubles.push(`${path}:${line}: ${troubleWords(trouble, language)}`);
    }
  }
  const isNamed = files.some(({ named }) => named);
  return { results, trouble: isNamed || results.length === 0 ? (troubles[0] ?? (results.length === 0 ? against : null)) : null };
}

function said({ sheet, row, why, detail }: Listed, language: Settings["language"]): string {
  const zh = language === "zh";
  const where = row === null ? sheet : zh ? `${sheet}第${row}行` : `${sheet}, row ${row}`;
  return printable(`${where}${zh ? "：" : ": "}${words[`edit-${why}`][language]}${zh ? "" : " "}${detail}`.trimEnd());
}
