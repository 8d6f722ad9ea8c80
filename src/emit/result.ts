/** Puts the parts of a result together. */
import type { NoticeDocument } from "../model/document.ts";
import type { Coverage, Diagnostic, Notice, ParseResult, Source, Task } from "../model/notice.ts";
import type { Format, InputFile } from "../model/reader.ts";
import { parserVersion, schemaVersion } from "../model/version.ts";
import { folded } from "../text/fold.ts";
import { sha256 } from "../text/digest.ts";

/** All that the stages found. */
export interface Findings {
  readonly sources: readonly Source[];
  readonly notice: Notice;
  readonly tasks: readonly Task[];
  readonly coverage: Coverage;
  readonly diagnostics: readonly Diagnostic[];
}

/** The result of a file that could be read. `partial` when an error says that a part was not. */
export function composeResult({ sources, notice, tasks, coverage, diagnostics }: Findings): ParseResult {
  const partial = diagnostics.some((diagnostic) => diagnostic.severity === "error");
  return {
    schemaVersion,
    status: partial ? "partial" : tasks.length === 0 ? "empty" : "success",
    parser: { name: "fengong", version: parserVersion },
    sources: [...sources],
    notice,
    tasks: [...tasks],
    coverage,
    diagnostics: [...diagnostics],
  };
}

/** A file as far as it is known; bytes are absent when it could not be opened. */
export type UnreadFile = Pick<InputFile, "name"> & Partial<InputFile>;

/** The result of a file in which nothing was readable, or that could not even be opened. */
export function failedResult(file: UnreadFile, format: Format | null, diagnostics: readonly Diagnostic[]): ParseResult {
  return failedSources([describeUnread(file, format)], diagnostics);
}

/** The same for the several files of one notice. */
export function failedSources(sources: readonly Source[], diagnostics: readonly Diagnostic[]): ParseResult {
  const hash = sources.find(({ sha256 }) => sha256 !== null)?.sha256 ?? null;
  return {
    ...composeResult({ sources, notice: emptyNotice(hash), tasks: [], coverage: { characters: 0, claimed: 0, furniture: 0, unclaimed: [] }, diagnostics }),
    status: "failed",
  };
}

/** What a result says of a file that gave no text. */
export function describeUnread(file: UnreadFile, format: Format | null): Source {
  const bytes = file.bytes ?? null;
  return {
    name: file.name,
    role: file.role ?? "notice",
    label: file.label ?? null,
    uri: file.uri ?? null,
    format: format?.id ?? "unknown",
    mediaType: format?.mediaType ?? "application/octet-stream",
    bytes: bytes?.length ?? null,
    sha256: bytes === null ? null : sha256(bytes),
    textSha256: null,
    charset: null,
    pages: null,
  };
}

/** What a result says of the file it was read from. */
export function describeSource(file: InputFile, format: Format, document: NoticeDocument): Source {
  return {
    name: file.name,
    role: file.role,
    label: file.label,
    uri: file.uri ?? document.uri ?? null,
    format: format.id,
    mediaType: format.mediaType,
    bytes: file.bytes.length,
    sha256: sha256(file.bytes),
    textSha256: sha256(folded(document.text)),
    charset: document.charset,
    pages: document.pages,
    ...(document.ocr === undefined ? {} : { ocr: document.ocr }),
  };
}

function emptyNotice(hash: string | null): Notice {
  return {
    id: hash === null ? "file-unopened" : `file-${hash.slice(0, 16)}`,
    kind: "other",
    documentNumber: null,
    title: null,
    issuers: [],
    addressees: [],
    enclosure: null,
    dateIssued: null,
    datePublished: null,
    draft: false,
    disclosure: null,
    period: null,
    workYear: null,
    jurisdiction: null,
    indexNumber: null,
    subjectCategory: [],
    validity: null,
    attachments: [],
    references: [],
    rules: [],
    sections: [],
    unitLists: [],
    further: [],
    evidence: {},
  };
}
