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
  return published.map(({ file, schema }) => ({ file, text: schemaText(file, schema) }));
}

/** The text of one schema file. `io`: of what the program writes, or of what people write for it. */
export function schemaText(file: string, schema: z.ZodType, io: "output" | "input" = "output"): string {
  const [major, minor] = schemaVersion.split(".");
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io, override: writable });
  return `${JSON.stringify({ $schema, $id: `urn:fengong:${major}.${minor}:${file}`, ...rest }, null, 2)}\n`;
}

/** What our types forbid to change is no property that a service forbids to write. */
function writable({ jsonSchema }: { readonly jsonSchema: { readOnly?: boolean } }): void {
  delete jsonSchema.readOnly;
}
