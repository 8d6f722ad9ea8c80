/** `datapackage.json`: the files of a version as a Data Package (Frictionless, version 2), the tables with Table Schemas. */
import { z } from "zod";
import { columnsOf } from "../../emit/output.ts";
import type { Column } from "../../model/column.ts";
import type { FlatTable } from "../../model/flat.ts";
import type { FileSum } from "../keep/disk.ts";
import type { Facts } from "./facts.ts";
import type { DatasetSettings } from "../correct/settings.ts";

/** A file of a version as the package describes it. */
export interface Resource {
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly format: string;
  readonly mediatype: string;
  /** Of text. */
  readonly encoding?: "utf-8";
  /** The table it holds, and the suffix that the resources of the same form have. */
  readonly table?: FlatTable;
  readonly suffix?: string;
  readonly csv?: boolean;
}

interface Described {
  readonly version: string;
  readonly settings: DatasetSettings;
  readonly publishers: Facts["publishers"];
  readonly resources: readonly Resource[];
  readonly sums: ReadonlyMap<string, FileSum>;
}

/** The text of the file. */
export function datapackageText({ version, settings, publishers, resources, sums }: Described): string {
  const { name, title, description, homepage, licence, contributors } = settings;
  const descriptor = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name,
    id: `urn:fengong:${name}:${version}`,
    title,
    ...(description === null ? {} : { description }),
    ...(homepage === null ? {} : { homepage }),
    version,
    ...(licence === null ? {} : { licenses: [licence] }),
    ...(contributors.length === 0 ? {} : { contributors }),
    ...(publishers.length === 0 ? {} : { sources: publishers.map(({ title: publisher, path }) => ({ title: publisher, ...(path === null ? {} : { path }) })) }),
    resources: resources.map((resource) => describe(resource, sums)),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

function describe({ name, path, title, format, mediatype, encoding, table, suffix = "", csv = false }: Resource, sums: Described["sums"]): object {
  const sum = sums.get(path);
  if (sum === undefined) throw new TypeError(`no file ${path}`);
  return {
    $schema: "https://datapackage.org/profiles/2.0/dataresource.json",
    name,
    path,
    ...(table === undefined ? {} : { type: "table" }),
    title,
    format,
    mediatype,
    ...(encoding === undefined ? {} : { encoding }),
    bytes: sum.bytes,
    hash: `sha256:${sum.sha256}`,
    ...(csv ? { dialect: { $schema: "https://datapackage.org/profiles/2.0/tabledialect.json", header: true, delimiter: ",", lineTerminator: "\n", quoteChar: '"', doubleQuote: true } } : {}),
    ...(table === undefined ? {} : { schema: tableSchema(table, suffix) }),
  };
}

const types = { text: "string", integer: "integer", number: "number", date: "date", boolean: "boolean" } as const;

/** The Table Schema of a table. `suffix` stands behind the names of the resources it refers to. */
function tableSchema(table: FlatTable, suffix: string): object {
  return {
    $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
    fields: columnsOf(table).map(([name, column]) => field(name, column)),
    missingValues: [""],
    primaryKey: table.key,
    ...(table.refers.length === 0 ? {} : { foreignKeys: table.refers.map(({ columns, to }) => ({ fields: columns, reference: { resource: to + suffix, fields: columns } })) }),
  };
}

function field(name: string, { type, zh, about, schema }: Column): object {
  const { options, minimum, required } = constraintsOf(schema);
  const constraints = { ...(required ? { required } : {}), ...(minimum === null ? {} : { minimum }), ...(options.length === 0 ? {} : { enum: options }) };
  return {
    name,
    type: types[type],
    title: zh,
    description: `${about.zh}。${about.en}.`,
    ...(options.length === 0 ? {} : { categories: options }),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}

const jsonSchema = z.object({ enum: z.array(z.string()).optional(), minimum: z.number().optional() });
const shape = jsonSchema.extend({ anyOf: z.array(jsonSchema).optional() });

/** What the schema of a column asks of its values. */
function constraintsOf(schema: z.ZodType): { readonly options: readonly string[]; readonly minimum: number | null; readonly required: boolean } {
  const whole = shape.parse(z.toJSONSchema(schema));
  const parts = [whole, ...(whole.anyOf ?? [])];
  const minimum = parts.map((part) => part.minimum).find((bound) => bound !== undefined && bound > Number.MIN_SAFE_INTEGER) ?? null;
  // A text that must be there may still have no words, which CSV cannot tell from none.
  const required = !schema.safeParse(null).success && !(schema.safeParse("").success && !schema.safeParse("\u0000").success);
  return { options: parts.flatMap((part) => part.enum ?? []), minimum, required };
}
