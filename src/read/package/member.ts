/** What every kind of archive gives. */
import type { FindingCode } from "../../model/finding.ts";
import type { Limits } from "../../model/context.ts";

/** Why an archive or a member is not read. */
export interface Trouble {
  readonly code: FindingCode;
  readonly params: Readonly<Record<string, string>>;
}

/** A file of an archive. */
export interface Member {
  /** Path in the archive with slashes, harmless: no root, no drive, no way up. Empty for the archive itself, where that says something, as a mail does. */
  readonly name: string;
  readonly bytes: Uint8Array | null;
  /** Why there are no bytes. */
  readonly trouble: Trouble | null;
}

/** Bounds of an archive. */
export type ArchiveLimits = Pick<Limits, "bytes" | "entries" | "unpackedBytes" | "ratio">;

/** The files of an archive in the order of its directory, folders left out; the trouble when it cannot be opened. */
export type OpenArchive = (bytes: Uint8Array, limits: ArchiveLimits) => Promise<readonly Member[] | Trouble> | readonly Member[] | Trouble;

/** A name as a path inside: `..\..\a` and `C:/a` are `a`. */
export function harmlessPath(name: string): string {
  const steps = name.replaceAll("\\", "/").split("/").filter((step) => step !== "" && step !== "." && step !== ".." && !/^[A-Za-z]:$/u.test(step));
  return steps.join("/").replaceAll("\0", "");
}
