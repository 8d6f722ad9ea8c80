/** The engine of a reading process: named in the options of its jobs, opened with the first of them that asks for it, and kept. */
import type { ParseOptions, ReadingOptions } from "../model/context.ts";
import type { EngineIdentity, OcrEngine } from "../model/ocr.ts";

let opened: Promise<OcrEngine> | null = null;

/** The options of a job with the engine that they name. Rejects when another one is installed by now. */
export async function withEngine({ ocr, ...options }: ReadingOptions): Promise<ParseOptions> {
  if (ocr === undefined) return options;
  opened ??= import("../ocr/paddle.ts").then(({ paddleEngine }) => paddleEngine());
  const engine = await opened;
  if (!isSame(engine, ocr)) throw new Error(`the engine is ${nameOf(engine)}, and ${nameOf(ocr)} was asked for`);
  return { ...options, ocr: engine };
}

function isSame(one: EngineIdentity, other: EngineIdentity): boolean {
  return nameOf(one) === nameOf(other);
}

function nameOf({ name, version, model }: EngineIdentity): string {
  return `${name} ${version} ${model}`;
}
