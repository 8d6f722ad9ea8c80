/** Results as JSON, one document after the other; on one line each they are NDJSON. */
import { jsonText } from "../text/shown.ts";
import type { OutputOptions, Pieces, Results } from "./output.ts";

/** Writes each result as soon as it is there. */
export async function* writeJson(results: Results, { pretty }: Pick<OutputOptions, "pretty">): Pieces {
  for await (const result of results) yield jsonText(result, pretty);
}

/** The same with one document a line, whatever is asked. */
export function writeNdjson(results: Results): Pieces {
  return writeJson(results, { pretty: false });
}
