/** Loaded before a reading process: it says that it has begun with a file `endless.html`, and never answers. Other files it reads. */
import process from "node:process";

const emit = process.emit.bind(process) as (event: string, ...values: unknown[]) => boolean;

function emitOthers(event: string, ...values: unknown[]): boolean {
  if (event !== "message" || !JSON.stringify(values[0]).includes('"endless.html"')) return emit(event, ...values);
  process.send?.({ begun: true });
  return true;
}

Object.assign(process, { emit: emitOthers });
