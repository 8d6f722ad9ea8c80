/**
 * The descriptor obeys Data Package 2 (datapackage.org/standard: data-package, data-resource, table-dialect, table-schema). The constraints are
 * written down here from the text of the standard; names are ours to give, so they are held to the stricter recommendation.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import { publishEdition } from "../../src/dataset/publish/publish-edition.ts";
import { contents, inFolder, quickDisk, settingsOf } from "./folders.ts";
import { editionOf } from "./editions.ts";

const words = { type: "string", minLength: 1 };
const names = { type: "array", minItems: 1, items: words };
const path = { type: "string", pattern: "^(?:https?://|(?![./~])(?!.*(?:^|/)\\.\\./)(?!.*:)(?!.*\\\\))" };
const profile = (of: string) => ({ const: `https://datapackage.org/profiles/2.0/${of}.json` });
const field = {
  type: "object",
  required: ["name", "type"],
  additionalProperties: false,
  properties: {
    name: words,
    type: { enum: ["string", "number", "integer", "date", "boolean"] },
    title: words,
    description: words,
    categories: { type: "array", minItems: 1, uniqueItems: true, items: { type: "string" } },
    constraints: { type: "object", minProperties: 1, additionalProperties: false, properties: { required: { const: true }, minimum: { type: "number" }, enum: names } },
  },
};
const tableSchema = {
  type: "object",
  required: ["fields"],
  additionalProperties: false,
  properties: {
    $schema: profile("tableschema"),
    fields: { type: "array", minItems: 1, items: field },
    missingValues: { type: "array", items: { type: "string" } },
    primaryKey: names,
    foreignKeys: {
      type: "array",
      minItems: 1,
      items: { type: "object", required: ["fields", "reference"], properties: { fields: names, reference: { type: "object", required: ["resource", "fields"], properties: { resource: words, fields: names } } } },
    },
  },
};
const dialect = {
  type: "object",
  additionalProperties: false,
  properties: { $schema: profile("tabledialect"), header: { type: "boolean" }, delimiter: { const: "," }, lineTerminator: { type: "string" }, quoteChar: { type: "string" }, doubleQuote: { type: "boolean" } },
};
const resource = {
  type: "object",
  required: ["name", "path"],
  additionalProperties: false,
  dependentRequired: { schema: ["type"], dialect: ["type"] },
  properties: {
    $schema: profile("dataresource"),
    name: { type: "string", pattern: "^[a-z0-9._-]+$" },
    path,
    type: { const: "table" },
    title: words,
    format: words,
    mediatype: { type: "string", pattern: "^\\w+/[\\w.+-]+$" },
    encoding: { const: "utf-8" },
    bytes: { type: "integer", minimum: 0 },
    hash: { type: "string", pattern: "^sha256:[0-9a-f]{64}$" },
    dialect,
    schema: tableSchema,
  },
};
const licence = { type: "object", anyOf: [{ required: ["name"] }, { required: ["path"] }], additionalProperties: false, properties: { name: { type: "string", pattern: "^([-a-zA-Z0-9._])+$" }, path, title: words } };
const dataPackage = {
  type: "object",
  required: ["resources"],
  additionalProperties: false,
  properties: {
    $schema: profile("datapackage"),
    name: { type: "string", pattern: "^[a-z0-9._-]+$" },
    id: words,
    title: words,
    description: words,
    homepage: { type: "string", format: "uri" },
    version: words,
    licenses: { type: "array", minItems: 1, items: licence },
    contributors: {
      type: "array",
      minItems: 1,
      items: { type: "object", minProperties: 1, additionalProperties: false, properties: { title: words, path, email: { type: "string", format: "email" }, organization: words, roles: names } },
    },
    sources: { type: "array", items: { type: "object", minProperties: 1, additionalProperties: false, properties: { title: words, path, email: { type: "string", format: "email" }, version: words } } },
    resources: { type: "array", minItems: 1, items: resource },
  },
};

interface Descriptor {
  readonly resources: readonly { readonly name: string; readonly path: string; readonly bytes: number; readonly hash: string; readonly format: string; readonly schema?: { readonly fields: readonly { name: string; type: string; constraints?: { required?: boolean; enum?: string[] } }[]; readonly primaryKey: readonly string[]; readonly foreignKeys?: readonly { fields: string[]; reference: { resource: string; fields: string[] } }[] } }[];
}

let files: Record<string, string> = {};
let text = "";
const descriptor = (): Descriptor => JSON.parse(text) as Descriptor;
const settings = settingsOf(`name: tongling
title: 铜陵任务分工
description: 样例
homepage: https://example.com/
licence: { name: CC-BY-4.0, title: 署名 4.0, path: "https://creativecommons.org/licenses/by/4.0/" }
contributors: [{ title: 李四, organization: 某局, roles: [publisher] }]
`);

beforeAll(async () => {
  files = await inFolder(async (out) => {
    await publishEdition(editionOf(), { out, settings, now: "2026-11-26T00:00:00Z", disk: quickDisk });
    text = readFileSync(join(out, "artifacts/0001-aaaaaaaa/datapackage.json"), "utf8");
    return contents(join(out, "artifacts/0001-aaaaaaaa"));
  });
});

test("it obeys the standard", () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(dataPackage);
  validate(descriptor());
  expect(validate.errors ?? []).toEqual([]);
  expect(descriptor()).toMatchObject({ licenses: [{ name: "CC-BY-4.0" }], sources: [{ title: "铜陵市人民政府", path: "https://www.tl.gov.cn" }], version: "0001-aaaaaaaa" });
});

test("each resource is a file with that size and hash, its name and path are its own, and no data file is left out", () => {
  const { resources } = descriptor();
  for (const { path: name, bytes, hash } of resources) {
    const content = Buffer.from(files[name] ?? "", "latin1");
    expect([content.length, `sha256:${createHash("sha256").update(content).digest("hex")}`], name).toEqual([bytes, hash]);
  }
  expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
  const data = Object.keys(files).filter((name) => !/^(?:schemas|corrections)\/|^(?:README|CHANGELOG)\.md$|^(?:datapackage\.json|SHA256SUMS|gates\.txt)$/u.test(name));
  expect(resources.map(({ path: name }) => name).sort()).toEqual(data);
});

test("the tables are as their schemas say: columns, keys, references, options, values that must be there", () => {
  const { resources } = descriptor();
  const tables = new Map(resources.filter(({ format, schema }) => format === "csv" && schema !== undefined).map((one) => [one.name, { ...one, rows: parse<Record<string, string>>(Buffer.from(files[one.path] ?? "", "latin1"), { columns: true }) }]));
  expect([...tables.keys()].sort()).toEqual(["assignments", "changes", "deadlines", "notices", "rekeys", "sources", "tasks"]);
  const key = (row: Record<string, string>, columns: readonly string[]): string => JSON.stringify(columns.map((column) => row[column]));
  for (const { schema, rows, path: name } of tables.values()) {
    const { fields, primaryKey, foreignKeys = [] } = schema!;
    expect(Object.keys(rows[0] ?? {}), name).toEqual(fields.map((one) => one.name));
    expect(new Set(rows.map((row) => key(row, primaryKey))).size, name).toBe(rows.length);
    for (const { name: column, type, constraints } of fields) {
      const all = rows.map((row) => row[column] ?? "");
      if (constraints?.required === true) expect(all, `${name} ${column}`).not.toContain("");
      if (constraints?.enum !== undefined) for (const one of all) expect(["", ...constraints.enum], `${name} ${column}`).toContain(one);
      if (type === "boolean") for (const one of all) expect(["", "true", "false"], `${name} ${column}`).toContain(one);
    }
    for (const { fields: own, reference } of foreignKeys) {
      const target = new Set(tables.get(reference.resource)?.rows.map((row) => key(row, reference.fields)));
      for (const row of rows) if (own.every((column) => row[column] !== "")) expect(target, `${name} → ${reference.resource}`).toContain(key(row, own));
    }
  }
});
