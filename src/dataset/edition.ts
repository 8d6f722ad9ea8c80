/**
 * What one version of a dataset holds, whoever assembles or writes it. Everything here follows from the sources, the parser, the
 * corrections and the version before; no clock, no order of arrival.
 */
import type { ParseOptions } from "../model/context.ts";
import type { FlatValue } from "../model/flat.ts";
import type { Diagnostic, ParseResult, Source } from "../model/notice.ts";

/** What made a value change. Several when more than one step changed it. */
export type Cause = "source" | "parser" | "lookup" | "override";

/** A file of a reading: what the parser says of it, and what the manifest of the sources says. */
export interface SourceFile extends Source {
  /** Day on which it was fetched, `YYYY-MM-DD`. */
  readonly retrieved: string | null;
  /** Who published it there. */
  readonly publisher: string | null;
}

/** One reading of a notice: one file, or a letter and its attachments. The same notice from another site or in another format is another reading. */
export interface Reading {
  /** Name of the letter or only file below the source folder. */
  readonly item: string;
  /** Its result is the published one. */
  readonly chosen: boolean;
  readonly status: ParseResult["status"];
  readonly tasks: number;
  /** Whether it says the same as the chosen one; null for the chosen one. */
  readonly agrees: boolean | null;
  readonly files: readonly SourceFile[];
}

/** A correction by a person that was applied. */
export interface AppliedOverride {
  /** Id of a task, or of the notice. */
  readonly id: string;
  readonly field: string;
  readonly before: FlatValue;
  readonly after: FlatValue;
  readonly reason: string;
  readonly person: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** One published notice. */
export interface NoticeRecord {
  readonly id: string;
  readonly readings: readonly Reading[];
  /** The chosen result with corrections applied and personal data masked. */
  readonly result: ParseResult;
  readonly overrides: readonly AppliedOverride[];
}

/** One change against the last successful version. */
export interface Change {
  readonly op: "ADD" | "MOD" | "DEL" | "REKEY";
  readonly notice: string;
  /** Null when the change is one of the notice itself. */
  readonly task: string | null;
  /** The field of a MOD; null for the whole task or notice. */
  readonly field: string | null;
  /** MOD: the value; DEL: the words of the task or title of the notice; REKEY: the old id; ADD: null. */
  readonly before: FlatValue;
  /** MOD: the value; ADD: the words of the task or title of the notice; REKEY: the new id; DEL: null. */
  readonly after: FlatValue;
  /** In the order parser, source, lookup, override; never empty. */
  readonly causes: readonly Cause[];
  /** False when what is needed to tell source from parser is gone (the cache was deleted and both changed): then both are named. */
  readonly certain: boolean;
}

/** A value and the versions that say it. */
export interface Statement {
  readonly notice: string;
  readonly task: string | null;
  readonly field: string;
  readonly value: FlatValue;
  /** Version ids. `lastSeen` is this version for all values that hold. */
  readonly firstSeen: string;
  readonly lastSeen: string;
}

/** An id that became another one, ever. */
export interface Rekey {
  readonly old: string;
  readonly new: string;
  /** Version in which it happened. */
  readonly version: string;
  readonly causes: readonly Cause[];
}

/** A finding of the parser about a published notice, or of the dataset. */
export interface Issue extends Diagnostic {
  readonly notice: string | null;
  /** Name of the item it was found in. */
  readonly item: string | null;
}

/** One item of the sources as it was read. */
export interface LockedItem {
  readonly item: string;
  readonly files: readonly { readonly name: string; readonly role: Source["role"]; readonly label: string | null; readonly uri: string | null; readonly bytes: number | null; readonly sha256: string | null; readonly retrieved: string | null; readonly publisher: string | null }[];
  readonly options: Pick<ParseOptions, "year" | "issued" | "region">;
  /** Key in the parse cache: bytes, names, options, parser, lookups. Null when a file could not be opened. */
  readonly key: string | null;
}

/** All that decides what a version holds. Written as `run.lock.json`. */
export interface RunLock {
  readonly previous: string | null;
  readonly parser: { readonly name: "fengong"; readonly version: string; readonly schemaVersion: string; readonly idnorm: "idnorm/1"; /** Hash of its code. */ readonly code: string };
  /** SHA-256 of the files of corrections and settings; null when there is none. */
  readonly lookups: string | null;
  readonly overrides: string | null;
  readonly settings: string | null;
  readonly items: readonly LockedItem[];
}

/** One version. The iterators are sorted (notices by id by code unit; everything else by notice, then task in reading order) and can be asked for again. */
export interface Edition {
  /** `0007-3fa9c2d1`: running number and the first characters of the hash of {@link RunLock}. Sorts by age. */
  readonly version: string;
  readonly previous: string | null;
  readonly lock: RunLock;
  /** Texts of the files of corrections, to be kept beside the data: the next version needs them to tell causes apart. */
  readonly corrections: { readonly lookups: string | null; readonly overrides: string | null };
  readonly notices: () => Iterable<NoticeRecord>;
  readonly changes: () => Iterable<Change>;
  readonly statements: () => Iterable<Statement>;
  readonly rekeys: () => Iterable<Rekey>;
  readonly issues: () => Iterable<Issue>;
}
