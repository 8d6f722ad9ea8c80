/** What all stages of one parse share: the options, the limits and the way to report a finding. */
import { findings, sentence, type FindingCode } from "./finding.ts";
import type { Lookups } from "./lookups.ts";
import type { Diagnostic } from "./notice.ts";
import type { EngineIdentity, OcrEngine } from "./ocr.ts";
import type { Place } from "./position.ts";
import { sameSpans } from "./quote.ts";

/** Bounds of one parse. A file beyond one of them gives a diagnostic, never a crash. */
export interface Limits {
  /** Largest file that is read, in bytes. */
  readonly bytes: number;
  /** Deepest nesting of elements. */
  readonly depth: number;
  /** Most cells of one table. */
  readonly cells: number;
  /** Most characters of a workbook: one string may stand in all of its cells. */
  readonly sheetCharacters: number;
  /** Most pages that are read. */
  readonly pages: number;
  /** Most characters of one page. */
  readonly pageCharacters: number;
  /** Most entries of a ZIP container. */
  readonly entries: number;
  /** Largest part of a container, unpacked, in bytes. */
  readonly partBytes: number;
  /** All parts of a container together, unpacked, in bytes. */
  readonly unpackedBytes: number;
  /** How many times larger than packed a part of more than a megabyte may be. */
  readonly ratio: number;
  /** Most elements of one part of a DOCX. */
  readonly elements: number;
  /** Most characters of a result, about: beyond it, what is repeated in it is shortened. */
  readonly resultCharacters: number;
}

export const defaultLimits: Limits = {
  bytes: 50_000_000,
  depth: 500,
  cells: 50_000,
  sheetCharacters: 10_000_000,
  pages: 1_000,
  pageCharacters: 100_000,
  entries: 2_000,
  partBytes: 60_000_000,
  unpackedBytes: 300_000_000,
  ratio: 200,
  elements: 600_000,
  resultCharacters: 50_000_000,
};

/** What a caller may tell when the file does not say it. Values read from the file go first. */
export interface ParseOptions {
  /** Work year for deadlines without one. */
  readonly year?: number;
  /** Date of issue, `YYYY-MM-DD`. */
  readonly issued?: string;
  /** GB/T 2260 code of the jurisdiction. */
  readonly region?: string;
  /** Aliases and corrections of unit names, as `readLookups` gives them. */
  readonly lookups?: Lookups;
  /** Let a second, independent reader check that no character is lost, where there is one (default true). */
  readonly verify?: boolean;
  /** Let the result say where every value stands to the character: `marks`, which double its size (default false). */
  readonly marks?: boolean;
  readonly limits?: Partial<Limits>;
  /** Reads pages that are pictures; `fengong/ocr` opens one. Without it they are named and not read. */
  readonly ocr?: OcrEngine;
}

/** The same as data, for other processes and for keys: an engine is named, and opened where the reading is done. */
export type ReadingOptions = Omit<ParseOptions, "ocr"> & { readonly ocr?: EngineIdentity };

/** What a stage adds to a finding. */
export interface Details {
  readonly params?: Readonly<Record<string, string>>;
  /** The printed words it is about. */
  readonly actual?: string | null;
  readonly place?: readonly Place[];
  /** Id of the task it is about. */
  readonly task?: string | null;
  readonly hint?: string | null;
}

/** Handed through all stages of one parse. */
export interface Context {
  readonly options: ParseOptions;
  readonly limits: Limits;
  /** Readers that see pages keep what only a picture of the reading shows. */
  readonly pictures: boolean;
  /** They keep where each character stands. */
  readonly marks: boolean;
  /** Findings so far, in the order they were made. */
  readonly diagnostics: readonly Diagnostic[];
  readonly report: (code: FindingCode, details?: Details) => void;
  /** Lets others have the thread for a moment; throws the reason of the signal once it is aborted. To be awaited outside of what catches. */
  readonly rest: () => Promise<void>;
}

/** A fresh context for one parse. */
export function openContext(options: ParseOptions = {}, { pictures = false, signal }: { readonly pictures?: boolean; readonly signal?: AbortSignal | undefined } = {}): Context {
  const diagnostics: Diagnostic[] = [];
  return {
    options,
    limits: { ...defaultLimits, ...options.limits },
    pictures,
    marks: pictures || options.marks === true,
    diagnostics,
    report: (code, details = {}) => {
      diagnostics.push(diagnose(code, details));
    },
    rest: async () => {
      signal?.throwIfAborted();
      // eslint-disable-next-line no-restricted-globals -- a turn of the loop tells no time
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
    },
  };
}

/** A finding as data, its Chinese sentence filled in. */
export function diagnose(code: FindingCode, { params = {}, actual = null, place = [], task = null, hint = null }: Details = {}): Diagnostic {
  return {
    code,
    severity: findings[code].severity,
    params: { ...params },
    message: sentence(code, params, actual),
    hint,
    actual,
    task,
    place: sameSpans(place, [...place]),
  };
}
