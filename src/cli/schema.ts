/** `fengong schema`: the JSON Schemas of the outputs. */
import { allSchemas } from "../dataset/schemas.ts";
import { writeData, type Streams } from "./run.ts";

/** Prints one schema, or the names of all. Null when there is none of that name. */
export async function printSchema(name: string | null, streams: Streams): Promise<"ok" | null> {
  const schemas = allSchemas().map(({ file, text }) => ({ name: file.replace(/\.schema\.json$/u, ""), text }));
  const found = name === null ? schemas.map((schema) => `${schema.name}\n`).join("") : schemas.find((schema) => schema.name === name)?.text;
  if (found === undefined) return null;
  await writeData(found, { streams });
  return "ok";
}
