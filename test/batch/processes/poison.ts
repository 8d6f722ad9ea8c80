/** Loaded before a command and its processes: a reading process that begins with a file `poison.html` is killed, each time. */
import process from "node:process";

const emit = process.emit.bind(process) as (event: string, ...values: unknown[]) => boolean;

function emitOthers(event: string, ...values: unknown[]): boolean {
  if (event !== "message" || !JSON.stringify(values[0]).includes('"poison.html"')) return emit(event, ...values);
  process.send?.({ begun: true }, () => process.kill(process.pid, "SIGKILL"));
  return true;
}

Object.assign(process, { emit: emitOthers });
