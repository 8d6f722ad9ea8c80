/** The JSON Schemas of the files of a dataset, made from the zod schemas; each version holds a copy. */
import type { z } from "zod";
import { jsonSchemas, schemaText } from "../../emit/json-schema.ts";
import { linkSchema } from "../../model/link.ts";
import { coverageFileSchema } from "./coverage.ts";
import { changeSchema, issueSchema, noticeRecordSchema, runLockSchema, statementSchema } from "../edition.ts";
import { gatesFileSchema } from "./gates.ts";
import { settingsSchema } from "../correct/settings.ts";
import { statisticsSchema } from "./statistics.ts";
import { versionsSchema } from "../keep/versions.ts";

/** File of a dataset, the name of its schema, and the zod schema it is made from. */
const published: readonly { readonly of: string; readonly file: string; readonly schema: z.ZodType }[] = [
  { of: "notices.ndjson", file: "notice-record.schema.json", schema: noticeRecordSchema },
  { of: "delta.ndjson", file: "change.schema.json", schema: changeSchema },
  { of: "links.ndjson", file: "link.schema.json", schema: linkSchema },
  { of: "statements.ndjson", file: "statement.schema.json", schema: statementSchema },
  { of: "issues.ndjson", file: "issue.schema.json", schema: issueSchema },
  { of: "statistics.json", file: "statistics.schema.json", schema: statisticsSchema },
  { of: "coverage.json", file: "coverage.schema.json", schema: coverageFileSchema },
  { of: "gates.json", file: "gates.schema.json", schema: gatesFileSchema },
  { of: "run.lock.json", file: "run-lock.schema.json", schema: runLockSchema },
  { of: "versions.json", file: "versions.schema.json", schema: versionsSchema },
];

/** The text of a schema file, and the file of a dataset that it describes. */
interface DatasetSchema {
  readonly of: string;
  readonly file: string;
  readonly text: string;
}

let made: readonly DatasetSchema[] | null = null;

/** The text of each schema file of a dataset. */
export function datasetSchemas(): readonly DatasetSchema[] {
  made ??= published.map(({ of, file, schema }) => ({ of, file, text: schemaText(file, schema) }));
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
