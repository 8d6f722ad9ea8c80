/** Results that were written before, read again: JSON, NDJSON, and the records of a dataset. Everything is held to the schema. */
import { parseResultSchema, type ParseResult } from "../model/notice.ts";
import { schemaVersion } from "../model/version.ts";

/** A result that stands in a text, or why a line of it is none. Lines are counted from 1. */
export type Stored = { readonly line: number; readonly result: ParseResult; readonly trouble: null } | { readonly line: number; readonly result: null; readonly trouble: StoredTrouble };

/** `json`: no JSON; `other`: something else in JSON; `version`: a result of another contract; `shape`: a result with something wrong in it. */
export interface StoredTrouble {
  readonly kind: "json" | "other" | "version" | "shape";
  /** `version`: its version; `shape`: where it is wrong. */
  readonly detail: string;
}

/** The results of a text: one document, or one a line. A text without any has one trouble. */
export function* storedIn(text: string): Generator<Stored, void, undefined> {
  const whole = parsed(text.replace(/^\uFEFF/u, ""));
  if (whole !== undefined) {
    yield read(whole, 1);
    return;
  }
  let line = 0;
  let some = false;
  for (const one of text.split("\n")) {
    line++;
    if (one.trim() === "") continue;
    some = true;
    const data = parsed(one);
    if (data !== undefined) yield read(data, line);
    else {
      yield { line, result: null, trouble: { kind: "json", detail: "" } };
      // Indented JSON that was cut short has no line that is JSON: it is said once.
      if (line === 1) return;
    }
  }
  if (!some) yield { line: 1, result: null, trouble: { kind: "json", detail: "" } };
}

/** Whether data claims to be a result, whatever is wrong with it. */
function claims(data: unknown): data is { readonly schemaVersion: unknown } {
  return typeof data === "object" && data !== null && "schemaVersion" in data && "parser" in data && "tasks" in data;
}

function read(data: unknown, line: number): Stored {
  const own: unknown = typeof data === "object" && data !== null && "readings" in data && "result" in data ? data.result : data;
  const none = (kind: StoredTrouble["kind"], detail = ""): Stored => ({ line, result: null, trouble: { kind, detail } });
  if (!claims(own)) return none("other");
  const version = String(own.schemaVersion);
  if (version.split(".")[0] !== schemaVersion.split(".")[0]) return none("version", version);
  const checked = parseResultSchema.safeParse(own);
  // As it was written: the schema changes nothing, but it would put the keys in its own order.
  if (checked.success) return { line, result: own as unknown as ParseResult, trouble: null };
  return none("shape", checked.error.issues[0]?.path.join(".") ?? "");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
