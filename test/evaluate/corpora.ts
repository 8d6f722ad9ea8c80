/** The corpora: the seeds and the negatives in the repository, and further folders that `FENGONG_EXTRA_CORPUS` names. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { manifestSchema, readGold, type Gold } from "./gold.ts";
import { allowances, type Allowance } from "./task-fields.ts";

/** Top folder of the repository. */
export const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** One file of a corpus with its gold. */
export interface CorpusFile {
  /** Corpus and file: `seeds/wanzheng-66.html`. Unique over all corpora. */
  readonly key: string;
  readonly corpus: string;
  readonly path: string;
  /** What the manifest says it is. */
  readonly format: string;
  /** Name of the gold file without its ending: the notice. */
  readonly notice: string;
  readonly gold: Gold;
  readonly allowances: readonly Allowance[];
}

/** The corpora of the repository: notices, and documents that allocate nothing. */
const ownFolders = ["seeds", "negatives"].map((name) => join(repository, "corpus", name));

/** A corpus, or a folder of corpora, as its corpora. */
function corporaIn(folder: string): string[] {
  const inner = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [folder, ...inner.map(({ name }) => join(folder, name)).sort()].filter((one) => existsSync(join(one, "manifest.json")));
}

/** Folders with a manifest.json: our own, then all that the environment names (a path list; each a corpus or a folder of corpora). */
export function corpusFolders(extra: string | undefined = process.env["FENGONG_EXTRA_CORPUS"]): string[] {
  const named = (extra ?? "").split(delimiter).filter((folder) => folder !== "" && existsSync(folder));
  const further = named.flatMap(corporaIn).filter((folder) => basename(folder) !== "seeds");
  return [...ownFolders, ...new Set(further)];
}

/** Says in one line what is left out, null when nothing is. */
export function skippedCorpora(extra: string | undefined = process.env["FENGONG_EXTRA_CORPUS"]): string | null {
  if (corpusFolders(extra).length > ownFolders.length) return null;
  const why = extra === undefined || extra === "" ? "FENGONG_EXTRA_CORPUS is not set" : "FENGONG_EXTRA_CORPUS names no folder with a manifest.json";
  return `Skipped: further corpora (${why}).`;
}

/** The files of one corpus in the order of its manifest. Paths are looked for as written. */
export function filesOf(folder: string): CorpusFile[] {
  const corpus = basename(folder);
  const manifest = manifestSchema.parse(readJson(join(folder, "manifest.json")));
  return manifest.files.map(({ file, format, gold, goldOverrides }) => ({
    key: `${corpus}/${basename(file)}`,
    corpus,
    path: join(folder, file),
    format,
    notice: basename(gold, ".json"),
    gold: readGold(readJson(join(folder, gold)), goldOverrides),
    allowances: allowances.filter((allowance) => allowance.file === basename(file)),
  }));
}

/** All files of the standing corpora and of the folders that are named besides. */
export function corpusFiles(besides: readonly string[] = []): CorpusFile[] {
  const folders = besides.flatMap((folder) => {
    const corpora = corporaIn(folder);
    if (corpora.length === 0) throw new Error(`no manifest.json in ${folder}`);
    return corpora;
  });
  return [...new Set([...corpusFolders(), ...folders])].flatMap(filesOf);
}

/** A JSON file. */
export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
