/** The JSON Schemas of the files of a dataset, made from the zod schemas; each version holds a copy. */
import { jsonSchemas, schemaText } from "../../emit/json-schema.ts";
import { artifactTable } from "./artifacts.ts";
import { settingsSchema } from "../correct/settings.ts";

/** The text of a schema file, and the file of a dataset that it describes. */
interface DatasetSchema {
  readonly of: string;
  readonly file: string;
  readonly text: string;
}

let made: readonly DatasetSchema[] | null = null;

/** The text of each schema file of a dataset. */
export function datasetSchemas(): readonly DatasetSchema[] {
  made ??= artifactTable.flatMap(({ path, schema }) => (schema === undefined ? [] : [{ of: path, file: schema[0], text: schemaText(...schema) }]));
  return made;
}

/** The schemas of all files of this program. */
export function allSchemas(): { readonly file: string; readonly text: string }[] {
  const settings = "dataset-settings.schema.json";
  return [...jsonSchemas(), ...datasetSchemas().map(({ file, text }) => ({ file, text })), { file: settings, text: schemaText(settings, settingsSchema, "input") }];
}

let named: ReadonlyMap<string, string> | null = null;

/** Their texts by name (`parse-result`), made when they are first asked for. */
export function namedSchemas(): ReadonlyMap<string, string> {
  named ??= new Map(allSchemas().map(({ file, text }) => [file.replace(/\.schema\.json$/u, ""), text]));
  return named;
}
