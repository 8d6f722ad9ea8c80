/** Checks every version on disk: files against their sums both ways, the index against its own checksum, each delta against the version before. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { reasonWords, type Language } from "../../model/finding.ts";
import { sha256 } from "../../text/digest.ts";
import { disagreementIn } from "./agreement.ts";
import { changeSchema, type Change } from "../edition.ts";
import { valuesIn } from "./ndjson.ts";
import { readPlain } from "./plain-file.ts";
import { damagesOf } from "./sums.ts";
import { versionFiles } from "./version-files.ts";
import { artifacts, folderOf, loadVersions, type VersionEntry } from "./versions.ts";

/** What can be wrong, each with a sentence in both languages; `{version}` and `{detail}` are filled in. */
const sentences = {
  nothing: { zh: "没有可校验的版本：{detail}", en: "there is no version to check: {detail}" },
  index: { zh: "versions.json 不可信：{detail}（--mend 或下一次 build 由各版本重建）", en: "versions.json cannot be trusted: {detail} (--mend, or the next build, makes it again from the versions)" },
  pointer: { zh: "versions.json 所指的成功版本不存在：{detail}", en: "versions.json points to a version that is none: {detail}" },
  gone: { zh: "{version}：整个版本不在磁盘上", en: "{version}: the whole version is gone" },
  sums: { zh: "{version}：SHA256SUMS 被改动或缺失", en: "{version}: SHA256SUMS was changed or is missing" },
  missing: { zh: "{version}：缺少文件 {detail}", en: "{version}: missing file {detail}" },
  extra: { zh: "{version}：多出文件 {detail}", en: "{version}: file that does not belong there {detail}" },
  changed: { zh: "{version}：文件被改动 {detail}", en: "{version}: changed file {detail}" },
  stranger: { zh: "{version}：没有登记的版本", en: "{version}: a version that is not entered" },
  tables: { zh: "{version}：各表说法不一：{detail}", en: "{version}: its tables disagree: {detail}" },
  delta: { zh: "{version}：delta.ndjson 与上一版本不符：{detail}", en: "{version}: delta.ndjson does not lead from the version before to this one: {detail}" },
} as const;

/** One thing that is wrong. */
export interface VerifyFinding {
  readonly kind: keyof typeof sentences;
  readonly version: string | null;
  readonly detail: string | null;
  readonly zh: string;
  readonly en: string;
}

/** A finding, in both languages. */
export function finding(kind: VerifyFinding["kind"], version: string | null, detail: string | null = null): VerifyFinding {
  const fill = (language: Language): string => sentences[kind][language].replace("{version}", version ?? "").replace("{detail}", () => reasonWords(detail ?? "", language));
  return { kind, version, detail, zh: fill("zh"), en: fill("en") };
}

/** What is wrong with a dataset; nothing when all is well. */
export async function verify(out: string): Promise<VerifyFinding[]> {
  const { versions: known, damage } = await loadVersions(out);
  if (known === null) return [finding("index", null, damage), ...(await verifyAll(out, await entriesWithoutIndex(out)))];
  const { versions, lastSuccessful } = known;
  if (versions.length === 0) {
    const lost = await entriesWithoutIndex(out);
    return lost.length === 0 ? [finding("nothing", null, out)] : [finding("index", null, "versions.json is missing"), ...(await verifyAll(out, lost))];
  }
  const pointed = lastSuccessful === null || versions.some(({ version, status, pruned }) => version === lastSuccessful && status === "success" && !pruned);
  const names = await readdir(join(out, artifacts)).catch(() => []);
  const strangers = names.filter((name) => !versions.some(({ version }) => version === name)).map((name) => finding("stranger", name));
  return [...(pointed ? [] : [finding("pointer", null, lastSuccessful)]), ...(await verifyAll(out, versions.filter(({ pruned }) => !pruned))), ...strangers.sort((a, b) => ((a.version ?? "") < (b.version ?? "") ? -1 : 1))];
}

type Checked = Pick<VersionEntry, "version" | "previous"> & { readonly sums: string | null };

/** Versions on disk when the index is lost: their own sums are all there is. */
async function entriesWithoutIndex(out: string): Promise<Checked[]> {
  const names = await readdir(join(out, artifacts)).catch(() => []);
  return names.sort().map((version) => ({ version, previous: null, sums: null }));
}

async function verifyAll(out: string, entries: readonly Checked[]): Promise<VerifyFinding[]> {
  const found: VerifyFinding[] = [];
  const whole = new Set<string>();
  for (const entry of entries) {
    const wrong = await verifyVersion(out, entry);
    if (wrong.length === 0) whole.add(entry.version);
    found.push(...wrong);
  }
  for (const { version, previous } of entries) {
    if (!whole.has(version)) continue;
    const tables = await disagreementIn(folderOf(out, version));
    if (tables !== null) found.push(finding("tables", version, tables));
    if (previous === null || !whole.has(previous)) continue;
    const detail = await verifyDelta(folderOf(out, previous), folderOf(out, version));
    if (detail !== null) found.push(finding("delta", version, detail));
  }
  return found;
}

/** What is wrong with the files of one version. */
export async function verifyVersion(out: string, { version, sums }: Checked): Promise<VerifyFinding[]> {
  const folder = folderOf(out, version);
  if ((await readdir(folder).catch(() => null)) === null) return [finding("gone", version)];
  const text = await readPlain(join(folder, versionFiles.sums)).catch(() => null);
  const damages = text === null ? null : await damagesOf(folder, text);
  const trusted = text !== null && (sums === null || sha256(text) === sums);
  return [...(damages === null || !trusted ? [finding("sums", version)] : []), ...(damages ?? []).map(({ kind, file }) => finding(kind, version, file))];
}

/** Why a delta does not lead from one version to the next, by the ids of notices and tasks; null when it does. */
async function verifyDelta(before: string, after: string): Promise<string | null> {
  const ids = await idsIn(before);
  const now = await idsIn(after);
  for await (const change of linesOf(join(after, versionFiles.changes), changeSchema)) {
    const wrong = apply(ids, change);
    if (wrong !== null) return wrong;
  }
  const lost = [...ids].find((id) => !now.has(id));
  const made = [...now].find((id) => !ids.has(id));
  if (lost !== undefined) return `${lost} is gone without DEL`;
  return made === undefined ? null : `${made} came without ADD`;
}

function apply(ids: Set<string>, { op, notice, task, before, after }: Change): string | null {
  const id = task ?? notice;
  if (op === "ADD") ids.add(id);
  if (op === "DEL" && !ids.delete(id)) return `DEL ${id} was not there`;
  if (op !== "REKEY") return null;
  if (!ids.delete(String(before))) return `REKEY ${String(before)} was not there`;
  ids.add(String(after));
  return null;
}

const idsSchema = z.object({ id: z.string(), result: z.object({ tasks: z.array(z.object({ id: z.string() })) }) });

async function idsIn(folder: string): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const { id, result } of linesOf(join(folder, versionFiles.notices), idsSchema)) {
    ids.add(id);
    for (const task of result.tasks) ids.add(task.id);
  }
  return ids;
}

async function* linesOf<S extends z.ZodType>(path: string, schema: S): AsyncGenerator<z.infer<S>, void, undefined> {
  for await (const value of valuesIn(path)) yield schema.parse(value);
}
