/** `fengong schema`: the JSON Schemas of the outputs. */
import { namedSchemas } from "../dataset/publish/schemas.ts";
import { writeData, type Streams } from "./run.ts";

/** Prints one schema, or the names of all. Null when there is none of that name. */
export async function printSchema(name: string | null, streams: Streams): Promise<"ok" | null> {
  const schemas = namedSchemas();
  const found = name === null ? [...schemas.keys()].map((known) => `${known}\n`).join("") : schemas.get(name);
  if (found === undefined) return null;
  await writeData(found, { streams });
  return "ok";
}
