/** The files of one notice: each read by its own reader, and joined to the one document that later stages see. */
import type { Context } from "../model/context.ts";
import type { NoticeDocument } from "../model/document.ts";
import { findings, type FindingCode } from "../model/finding.ts";
import type { Diagnostic } from "../model/notice.ts";
import type { InputFile } from "../model/reader.ts";
import { join, type Joinable } from "./join.ts";
import { read, type ReadFile } from "./read.ts";

/** A file that could not be had, and why. */
export interface LostFile extends Omit<InputFile, "bytes"> {
  readonly bytes: null;
  readonly problem: Diagnostic;
}

/** What came of the files, in the order given, and the one document that they make; null when none is readable. */
export interface ReadFiles {
  readonly files: readonly ReadFile[];
  readonly document: NoticeDocument | null;
}

/** Reads one file or several. A finding that names no place stands at its file when there are several. */
export async function readFiles(files: readonly (InputFile | LostFile)[], context: Context): Promise<ReadFiles> {
  const readings: ReadFile[] = [];
  const joinable: Joinable[] = [];
  for (const [source, file] of files.entries()) {
    await context.rest();
    const reading = await readOne(file, source, files.length === 1 ? context : placed(context, source));
    readings.push(reading);
    if (reading.document !== null) joinable.push({ file, document: reading.document });
  }
  const [first, ...others] = joinable;
  return { files: readings, document: first === undefined ? null : join([first, ...others]) };
}

async function readOne(file: InputFile | LostFile, source: number, context: Context): Promise<ReadFile> {
  if (file.bytes !== null) return read(file, source, context);
  const { code, params, actual, hint, place } = file.problem;
  if (isFindingCode(code)) context.report(code, { params, actual, hint, place });
  else context.report("input/unreadable", { params: { name: file.name, reason: code }, actual, hint, place });
  return { format: null, document: null };
}

function placed(context: Context, source: number): Context {
  const whole = [{ source, kind: "element", path: "/", start: null, end: null }] as const;
  return {
    ...context,
    report: (code, { place = [], ...details } = {}) => {
      context.report(code, { ...details, place: place.length === 0 ? whole : place });
    },
  };
}

function isFindingCode(code: string): code is FindingCode {
  return Object.hasOwn(findings, code);
}
