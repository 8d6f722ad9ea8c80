/** What the machine did not give: room on its disk, open files, rights. It is told as that, with the path, and never as a defect of the program. */
import { diagnose } from "../model/context.ts";
import type { FindingCode } from "../model/finding.ts";
import type { Diagnostic } from "../model/notice.ts";

interface Row {
  /** Codes of the system, and of SQLite. */
  readonly codes: readonly string[];
  readonly finding: Extract<FindingCode, `machine/${string}`>;
  /** The next file meets it too: there is no sense in going on. */
  readonly lasting: boolean;
}

/** The call that fails in a folder that was removed, or lies on a share that is gone, while one works in it. */
const removedFolder = "uv_cwd";

const rows: readonly Row[] = [
  { codes: ["ENOSPC", "SQLITE_FULL"], finding: "machine/disk-full", lasting: true },
  { codes: ["EDQUOT"], finding: "machine/quota", lasting: true },
  { codes: ["ESHORT"], finding: "machine/short-write", lasting: true },
  { codes: ["EFBIG"], finding: "machine/file-size", lasting: false },
  { codes: ["EMFILE", "ENFILE"], finding: "machine/open-files", lasting: true },
  { codes: ["EAGAIN"], finding: "machine/processes", lasting: true },
  { codes: ["ENOMEM", "SQLITE_NOMEM"], finding: "machine/memory", lasting: true },
  { codes: ["EROFS", "SQLITE_READONLY"], finding: "machine/read-only", lasting: true },
  { codes: ["EACCES", "EPERM"], finding: "machine/permission", lasting: false },
  { codes: ["EADDRINUSE", "EADDRNOTAVAIL", "ENOTFOUND"], finding: "machine/address", lasting: true },
  { codes: [removedFolder], finding: "machine/no-folder", lasting: true },
  { codes: ["EIO", "ESTALE", "SQLITE_IOERR", "SQLITE_CANTOPEN"], finding: "machine/disk-fault", lasting: true },
];

/** Primary result codes of SQLite that are about the machine. */
const ofSqlite: Readonly<Record<number, string>> = { 7: "SQLITE_NOMEM", 8: "SQLITE_READONLY", 10: "SQLITE_IOERR", 13: "SQLITE_FULL", 14: "SQLITE_CANTOPEN" };

/** The machine did not give what was needed: the finding says what, and of which file. */
export class Shortage extends Error {
  readonly diagnostic: Diagnostic;
  constructor(code: FindingCode, params: Readonly<Record<string, string>>, cause?: unknown) {
    const diagnostic = diagnose(code, { params });
    super(diagnostic.message, { cause });
    this.diagnostic = diagnostic;
  }
}

/** An error as a shortage of the machine, of the file at `path` when it names none itself; null for one of another kind. */
export function shortageOf(error: unknown, path = ""): Shortage | null {
  if (error instanceof Shortage) return error;
  const reason = reasonOf(error);
  const row = rows.find(({ codes }) => codes.includes(reason));
  if (row === undefined || (reason === "EAGAIN" && !callOf(error).startsWith("spawn"))) return null;
  return new Shortage(row.finding, { name: path === "" ? pathOf(error) : path, reason }, error);
}

/** What is thrown for an error at `path`: the shortage that it is, else the error itself. */
export function asShortage(error: unknown, path: string): unknown {
  return shortageOf(error, path) ?? error;
}

/** The finding of a report that ends a whole run: whatever is written next would meet the same. */
export function lastingIn(findings: readonly { readonly code: string; readonly params: Readonly<Record<string, string>> }[]): Shortage | null {
  for (const { code, params } of findings) {
    const row = rows.find(({ finding, lasting }) => lasting && finding === code);
    if (row !== undefined) return new Shortage(row.finding, params);
  }
  return null;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  if (callOf(error) === removedFolder) return removedFolder;
  if ("errcode" in error && typeof error.errcode === "number") return ofSqlite[error.errcode & 0xff] ?? "";
  return "code" in error ? String(error.code) : "";
}

function callOf(error: unknown): string {
  return error instanceof Error && "syscall" in error ? String(error.syscall) : "";
}

function pathOf(error: unknown): string {
  if (callOf(error) === removedFolder) return ".";
  return error instanceof Error && "path" in error ? String(error.path) : callOf(error);
}
