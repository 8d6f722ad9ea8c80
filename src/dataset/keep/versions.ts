/** `versions.json`: which versions there are and which one holds. The one file with times; replaced as the very last step of a build. */
import { join } from "node:path";
import { z } from "zod";
import { draftIn, draftsOf } from "../../batch/whole.ts";
import { sha256 } from "../../text/digest.ts";
import type { Disk } from "./disk.ts";
import { isPlain, NoFile, readPlain } from "./plain-file.ts";

/** Name of the file. */
export const versionsFile = "versions.json";

/** Folder of all versions. */
export const artifacts = "artifacts";

/** Folder of a version. */
export function folderOf(out: string, version: string): string {
  return join(out, artifacts, version);
}

const count = z.int().min(0);

const versionEntrySchema = z
  .strictObject({
    version: z.string().regex(/^\d{4,}-[0-9a-f]{8}$/u),
    status: z.enum(["success", "failed"]),
    previous: z.string().nullable().describe("The version it was compared with."),
    created: z.iso.datetime(),
    notices: count,
    tasks: count,
    changes: z.strictObject({ ADD: count, MOD: count, DEL: count, REKEY: count }),
    fell: z.array(z.string()).describe("Ids of the gates that fell."),
    sums: z.string().regex(/^[0-9a-f]{64}$/u).describe("SHA-256 of its SHA256SUMS."),
    pruned: z.boolean().describe("Its files were removed to save space."),
  })
  .meta({ id: "VersionEntry", description: "One version." });

const contentSchema = z.strictObject({
  lastSuccessful: z.string().nullable(),
  versions: z.array(versionEntrySchema).describe("Oldest first."),
});

/** The file. */
export const versionsSchema = contentSchema
  .extend({ sha256: z.string().describe("Of the JSON of the rest without white space: a flipped byte is found.") })
  .meta({ id: "Versions", title: "fengong Versions", description: "Which versions of a dataset there are and which one holds: versions.json." });

export type VersionEntry = z.infer<typeof versionEntrySchema>;

/** What is known of all versions. */
export type Versions = z.infer<typeof contentSchema>;

/** Before the first build. */
const none: Versions = { lastSuccessful: null, versions: [] };

/** Whether a folder that was named is a dataset, whole or damaged. Where folders are searched, its versions are asked for too (`batch/search.ts`). */
export function hasIndex(out: string): Promise<boolean> {
  return isPlain(join(out, versionsFile));
}

/** What the file says; `damage` says in one sentence why it cannot be trusted. */
export type VersionsReading = { readonly versions: Versions; readonly damage: null } | { readonly versions: null; readonly damage: string };

/** Reads the file of a dataset; a dataset without one has no version yet. */
export async function loadVersions(out: string): Promise<VersionsReading> {
  const text = await readPlain(join(out, versionsFile)).catch((error: unknown) => {
    if (error instanceof NoFile) return error;
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return null;
    throw error;
  });
  if (text instanceof NoFile) return { versions: null, damage: `${versionsFile} is no file` };
  return text === null ? { versions: none, damage: null } : readVersions(text);
}

/** Reads the text of the file. */
export function readVersions(text: string): VersionsReading {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { versions: null, damage: "versions.json is not JSON" };
  }
  const read = versionsSchema.safeParse(data);
  if (!read.success) return { versions: null, damage: `versions.json: ${read.error.issues[0]?.path.join(".") ?? ""}: ${read.error.issues[0]?.message ?? ""}` };
  const { sha256: sum, ...versions } = read.data;
  return versionsText(versions) === text && sumOfVersions(versions) === sum ? { versions, damage: null } : { versions: null, damage: "versions.json was changed: its checksum does not fit" };
}

/** The text of the file. */
function versionsText({ lastSuccessful, versions }: Versions): string {
  const content = { lastSuccessful, versions };
  return `${JSON.stringify({ ...content, sha256: sumOfVersions(content) }, null, 2)}\n`;
}

function sumOfVersions({ lastSuccessful, versions }: Versions): string {
  return sha256(JSON.stringify({ lastSuccessful, versions }));
}

/** The version that is meant: its name, or a beginning of it that no other has. Null when there is none or more than one. */
export function versionMeant(given: string, { versions }: Versions): VersionEntry | null {
  const exact = versions.find(({ version }) => version === given);
  const begun = given === "" ? [] : versions.filter(({ version }) => version.startsWith(given));
  return exact ?? (begun.length === 1 ? (begun[0] ?? null) : null);
}

/** With one more version; one of the same name is replaced. */
export function withVersion(known: Versions, entry: VersionEntry): Versions {
  const versions = [...known.versions.filter(({ version }) => version !== entry.version), entry];
  return { lastSuccessful: entry.status === "success" ? entry.version : known.lastSuccessful, versions };
}

/** Puts the file into its place. What could not be read again is never written. */
export async function saveVersions(out: string, versions: Versions, disk: Disk): Promise<void> {
  const text = versionsText(versions);
  const { damage } = readVersions(text);
  if (damage !== null) throw new TypeError(damage);
  await disk.replace(join(out, versionsFile), text);
}

/** Whether a file is a draft of the index that a killed process left: its name says so by a hash, so that no file of a person is taken for one. */
export function isDraft(name: string): boolean {
  return draftIn(name) === draftsOf(versionsFile);
}
