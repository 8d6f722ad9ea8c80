/** Reads the files of the corpora and scores them. */
import { readFile } from "node:fs/promises";
import { parseNotice, type ParseResult } from "../../src/index.ts";
import { corpusFiles, type CorpusFile } from "./corpora.ts";
import { judge } from "./judge.ts";
import { judgeRecords } from "./records.ts";
import { derivedFields, explains, scoreOf, tally, type Gap, type Judgement, type Score } from "./judgement.ts";

/** One file, read and compared. */
export interface Measured {
  readonly file: CorpusFile;
  readonly result: ParseResult;
  readonly judgements: readonly Judgement[];
  readonly scores: ReadonlyMap<string, Score>;
  /** Known differences that are there. */
  readonly gaps: readonly Gap[];
  /** Listed differences of this file that are not there any more. */
  readonly stale: readonly Gap[];
}

/** Names that the program may give to a format of the manifests. */
const aliases: Readonly<Record<string, readonly string[]>> = { text: ["text", "txt"] };

/** Whether the file was read as what it is: an answer to raw text taken for a web page says nothing. */
function readAsItself(file: CorpusFile, { sources }: ParseResult): boolean {
  return (aliases[file.format] ?? [file.format]).includes(sources[0]?.format ?? "");
}

/** A file that no reader opens yet, that holds no text, or that was taken for another format. */
export interface Unread {
  readonly file: CorpusFile;
  readonly result: ParseResult;
}

/** Everything that was read, and everything that was not. */
export interface Measurement {
  readonly measured: readonly Measured[];
  readonly unread: readonly Unread[];
}

/** Reads and scores all files of all corpora and further folders, or those whose key holds one of the words. */
export async function measureAll(gaps: readonly Gap[], words: readonly string[] = [], folders: readonly string[] = []): Promise<Measurement> {
  const files = corpusFiles(folders).filter(({ key }) => words.length === 0 || words.some((word) => key.includes(word)));
  const measured: Measured[] = [];
  const unread: Unread[] = [];
  for (const file of files) {
    const result = await parseNotice({ name: file.key, bytes: await readFile(file.path) });
    if (result.status === "failed" || !readAsItself(file, result)) unread.push({ file, result });
    else measured.push(measure(file, result, gaps));
  }
  return { measured, unread };
}

/** Scores one answer. */
function measure(file: CorpusFile, result: ParseResult, gaps: readonly Gap[]): Measured {
  const own = gaps.filter((gap) => gap.file === file.key);
  const isGap = (judgement: Judgement): boolean => own.some((gap) => explains(gap, file.key, judgement));
  const fields = judge(file.gold, result, file.notice, file.allowances);
  const judgements = [...fields, ...judgeRecords(fields, result, isGap)];
  const present = new Set(own.filter((gap) => judgements.some((judgement) => explains(gap, file.key, judgement))));
  const scores = tally(judgements, isGap);
  scores.set("coverage", coverageScore(result));
  return { file, result, judgements, scores, gaps: [...present], stale: own.filter((gap) => !present.has(gap)) };
}

/** The share of the characters of the body (all but furniture) that a field or a section took. */
function coverageScore({ coverage }: ParseResult): Score {
  const body = coverage.characters - coverage.furniture;
  return scoreOf("coverage", { right: coverage.claimed, wrong: 0, missing: Math.max(body - coverage.claimed, 0), invented: 0, gaps: 0 });
}

/** The differences of one file that are neither right nor known. */
export function missesOf({ file, judgements, gaps }: Measured): Judgement[] {
  return judgements.filter((judgement) => !judgement.right && !derivedFields.has(judgement.field) && !gaps.some((gap) => explains(gap, file.key, judgement)));
}
