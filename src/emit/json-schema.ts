/** The JSON Schemas (draft 2020-12) of all outputs, made from the zod schemas. */
import { z } from "zod";
import { flatRowsSchema } from "../model/flat.ts";
import { parseResultSchema } from "../model/notice.ts";
import { schemaVersion } from "../model/version.ts";
import { tablesResultSchema } from "./tables.ts";

/** One published schema: the name of its file, and the zod schema it is made from. */
const published = [
  { file: "parse-result.schema.json", schema: parseResultSchema },
  { file: "tables.schema.json", schema: tablesResultSchema },
  { file: "flat.schema.json", schema: flatRowsSchema },
] as const;

/** The text of each schema file. The same program always gives the same bytes. */
export function jsonSchemas(): { readonly file: string; readonly text: string }[] {
  return published.map(({ file, schema }) => ({ file, text: `${JSON.stringify(jsonSchema(file, schema), null, 2)}\n` }));
}

function jsonSchema(file: string, schema: z.ZodType): object {
  const [major, minor] = schemaVersion.split(".");
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io: "output" });
  return { $schema, $id: `urn:fengong:${major}.${minor}:${file}`, ...rest };
}
