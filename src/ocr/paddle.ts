/** PP-OCRv4, the recogniser of PaddleOCR, on ONNX Runtime: native where it is installed, else WebAssembly. Both read the same characters. */
import { ocrCommand, type EngineIdentity, type LineImage, type OcrEngine, type ReadCharacter } from "../model/ocr.ts";
import { decode } from "./ctc.ts";
import { lineHeight, tensorOf } from "./line-tensor.ts";
import { findModel, findRuntime, readModel, type Model, type ModelFiles, type Runtime, type Session } from "./packages.ts";

/** What is used instead of what is found. */
export interface PaddleOptions {
  /** Files of a model of one's own. */
  readonly model?: ModelFiles;
  /** The runtime; without it the native one is taken where it is installed. */
  readonly runtime?: Runtime["name"];
}

/** The packages that reading scans needs are not installed. */
export class OcrNotInstalled extends Error {
  override readonly name = "OcrNotInstalled";
  /** What installs them. */
  readonly command = ocrCommand;

  constructor() {
    super(`reading scans needs two packages: ${ocrCommand}`);
  }
}

/** Which engine would read; null where its packages are not installed. */
export async function paddleIdentity(options: PaddleOptions = {}): Promise<EngineIdentity | null> {
  const parts = await partsOf(options);
  return parts === null ? null : identityOf(parts);
}

/** Opens the engine. Rejects with {@link OcrNotInstalled} where its packages are not installed. */
export async function paddleEngine(options: PaddleOptions = {}): Promise<OcrEngine> {
  const parts = await partsOf(options);
  if (parts === null) throw new OcrNotInstalled();
  return new PaddleEngine(parts);
}

interface Parts {
  readonly runtime: Runtime;
  readonly model: Model;
}

async function partsOf({ model: files, runtime: wanted }: PaddleOptions): Promise<Parts | null> {
  const [runtime, model] = await Promise.all([findRuntime(wanted === undefined ? undefined : [wanted]), files === undefined ? findModel() : readModel(files)]);
  return runtime === null || model === null ? null : { runtime, model };
}

function identityOf({ runtime, model }: Parts): EngineIdentity {
  return { name: `pp-ocrv4/${runtime.name}`, version: runtime.version, model: model.digest };
}

/** Reads one line after the other: longer batches take more memory and no less time. */
class PaddleEngine implements OcrEngine {
  readonly name: string;
  readonly version: string;
  readonly model: string;
  readonly #parts: Parts;
  #loaded: Promise<Loaded> | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    ({ name: this.name, version: this.version, model: this.model } = identityOf(parts));
  }

  async read(lines: readonly LineImage[]): Promise<readonly (readonly ReadCharacter[])[]> {
    const loaded = await (this.#loaded ??= load(this.#parts));
    const read: ReadCharacter[][] = [];
    for (const line of lines) read.push(await this.#readLine(line, loaded));
    return read;
  }

  async close(): Promise<void> {
    const loaded = this.#loaded;
    this.#loaded = null;
    if (loaded !== null) await (await loaded).session.release();
  }

  async #readLine(line: LineImage, { session, tensor }: Loaded): Promise<ReadCharacter[]> {
    const { data, width } = tensorOf(line);
    const [input = "x"] = session.inputNames;
    const [output = ""] = session.outputNames;
    const answers = await session.run({ [input]: tensor(data, [1, 3, lineHeight, width]) });
    const answer = answers[output];
    const [, steps = 0, classes = 0] = answer?.dims ?? [];
    if (!(answer?.data instanceof Float32Array)) throw new TypeError("the model gives no probabilities");
    return decode({ probabilities: answer.data, steps, classes }, this.#parts.model.characters);
  }
}

interface Loaded {
  readonly session: Session;
  readonly tensor: (data: Float32Array, dims: readonly number[]) => unknown;
}

/** One thread: a batch reads in several processes, and an answer must not depend on their number. */
async function load({ runtime, model }: Parts): Promise<Loaded> {
  const { env, InferenceSession, Tensor } = await runtime.load();
  env.logLevel = "error";
  if (env.wasm !== undefined) env.wasm.numThreads = 1;
  const session = await InferenceSession.create(model.network, { intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: "sequential", graphOptimizationLevel: "all", logSeverityLevel: 3 });
  return { session, tensor: (data, dims) => new Tensor("float32", data, dims) };
}
