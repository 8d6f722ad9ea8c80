/** The second judge: every output is checked by ajv against the JSON Schemas, beside zod. */
import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect } from "vitest";
import { tablesResultSchema } from "../src/emit/tables.ts";
import { parseResultSchema } from "../src/model/notice.ts";

/** Fails unless a parse result satisfies both the zod schema and the published JSON Schema. */
export function expectValid(result: unknown): void {
  expect(parseResultSchema.safeParse(result).error?.issues ?? []).toEqual([]);
  expect(complaints("parse-result.schema.json", result)).toEqual([]);
}

/** The same for the output of `fengong tables`. */
export function expectValidTables(result: unknown): void {
  expect(tablesResultSchema.safeParse(result).error?.issues ?? []).toEqual([]);
  expect(complaints("tables.schema.json", result)).toEqual([]);
}

/** What ajv, strict, has against a value under one of schemas/*.json: the first ten complaints. */
export function complaints(file: string, value: unknown): string[] {
  const validate = validatorOf(file);
  if (validate(value)) return [];
  return (validate.errors ?? []).slice(0, 10).map(({ instancePath, message = "" }) => `${instancePath} ${message}`);
}

const validators = new Map<string, ValidateFunction>();

function validatorOf(file: string): ValidateFunction {
  const known = validators.get(file);
  if (known !== undefined) return known;
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  addFormats.default(ajv);
  const schema: unknown = JSON.parse(readFileSync(new URL(`../schemas/${file}`, import.meta.url), "utf8"));
  if (typeof schema !== "object" || schema === null) throw new TypeError(`${file} is no schema`);
  const made = ajv.compile(schema);
  validators.set(file, made);
  return made;
}
