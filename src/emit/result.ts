/** Puts the parts of a result together. */
import { createHash } from "node:crypto";
import type { NoticeDocument } from "../model/document.ts";
import type { Coverage, Diagnostic, Notice, ParseResult, Source, Task } from "../model/notice.ts";
import type { Format, InputFile } from "../model/reader.ts";
import { parserVersion, schemaVersion } from "../model/version.ts";
import { folded } from "../text/fold.ts";

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

/** The result of a file in which nothing was readable, or that could not even be opened. */
export function failedResult(file: Pick<InputFile, "name"> & Partial<InputFile>, format: Format | null, diagnostics: readonly Diagnostic[]): ParseResult {
  const bytes = file.bytes ?? null;
  const source: Source = {
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
  return {
    ...composeResult({ sources: [source], notice: emptyNotice(source.sha256), tasks: [], coverage: { characters: 0, claimed: 0, furniture: 0, unclaimed: [] }, diagnostics }),
    status: "failed",
  };
}

/** What a result says of the file it was read from. */
export function describeSource(file: InputFile, format: Format, document: NoticeDocument): Source {
  return {
    name: file.name,
    role: file.role,
    label: file.label,
    uri: file.uri,
    format: format.id,
    mediaType: format.mediaType,
    bytes: file.bytes.length,
    sha256: sha256(file.bytes),
    textSha256: sha256(folded(document.text)),
    charset: document.charset,
    pages: document.pages,
  };
}

function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
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
