/** The description of the service (OpenAPI 3.1), made from the rows of its routes and from the zod schemas. */
import { z } from "zod";
import { parseResultSchema } from "../model/notice.ts";
import { parserVersion } from "../model/version.ts";
import type { Route } from "./call.ts";
import { refusals, type RefusalCode } from "./refusals.ts";

const refusalSchema = z.strictObject({ error: z.enum(Object.keys(refusals) as [RefusalCode, ...RefusalCode[]]), hint: z.string().describe("What to do about it."), requestId: z.string() });

type Json = Record<string, unknown>;

/** The description as data. The same program gives the same. */
export function openApi(routes: readonly Route[]): Json {
  const asked: Record<string, z.ZodType> = {};
  const answered: Record<string, z.ZodType> = { ParseResult: parseResultSchema, Refusal: refusalSchema };
  const nameOf = (schemas: Record<string, z.ZodType>, name: string, schema: z.ZodType): Json => {
    const known = Object.entries(schemas).find(([, one]) => one === schema)?.[0] ?? name;
    schemas[known] = schema;
    return { $ref: reference(known) };
  };
  const describe = (route: Route): Json => ({
    operationId: route.id,
    summary: route.summary.zh,
    description: route.summary.en,
    ...parametersOf(route),
    ...(route.bodies === undefined ? {} : { requestBody: { required: true, content: mapped(route.bodies, (schema) => (schema === null ? { schema: {} } : { schema: nameOf(asked, `${capital(route.id)}Request`, schema) })) } }),
    responses: {
      ...mapped(route.answers, ({ type, schema }) => ({
        description: "OK",
        headers: { "X-Request-Id": { schema: { type: "string" } } },
        content: { [type]: { schema: schema === null ? { type: "string" } : nameOf(answered, `${capital(route.id)}Answer`, schema) } },
      })),
      ...refusalsOf(route),
    },
  });
  const paths = Object.fromEntries(routes.map((route) => [route.path, { [route.method]: describe(route) }]));
  return {
    openapi: "3.1.1",
    info: { title: "fengong", version: parserVersion, summary: "政府任务分工通知变成校验过的 JSON。", license: { name: "MIT", identifier: "MIT" } },
    paths,
    components: { schemas: { ...schemasOf(asked, "input"), ...schemasOf(answered, "output") } },
  };
}

function reference(name: string): string {
  return `#/components/schemas/${name}`;
}

/** Schemas by name, and beside them those that have a name of their own wherever they stand. */
function schemasOf(schemas: Readonly<Record<string, z.ZodType>>, io: "input" | "output"): Json {
  const all: Json = {};
  for (const [name, schema] of Object.entries(schemas)) {
    const { $defs = {}, ...whole } = z.toJSONSchema(schema, { target: "draft-2020-12", io, override: tidy });
    delete whole.$schema;
    Object.assign(all, { [name]: whole }, $defs);
  }
  return JSON.parse(JSON.stringify(all).replaceAll('"#/$defs/', `"${reference("")}`)) as Json;
}

/** What our types forbid to change is no property that a service forbids to write; a name of a schema is its place. */
function tidy({ jsonSchema }: { readonly jsonSchema: { readOnly?: boolean; id?: string } }): void {
  delete jsonSchema.readOnly;
  delete jsonSchema.id;
}

function parametersOf({ query, path }: Route): Json {
  const inPath = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => ({ name, in: "path", required: true, schema: { type: "string" } }));
  const { properties = {} } = query === undefined ? {} : z.toJSONSchema(query, { target: "draft-2020-12", io: "input", override: tidy });
  const inQuery = Object.entries(properties).map(([name, schema]) => {
    const { description, ...rest } = typeof schema === "object" ? schema : {};
    return { name, in: "query", required: false, ...(description === undefined ? {} : { description }), schema: rest };
  });
  return inPath.length + inQuery.length === 0 ? {} : { parameters: [...inPath, ...inQuery] };
}

function refusalsOf(route: Route): Json {
  const byStatus = Map.groupBy(route.refusals, (code) => refusals[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `${code}: ${refusals[code].zh} ${refusals[code].en}`).join("\n"),
        ...(status === 503 ? { headers: { "Retry-After": { description: "Seconds.", schema: { type: "integer" } } } } : {}),
        content: { "application/json": { schema: { $ref: reference("Refusal") } } },
      },
    ]),
  );
}

function capital(id: string): string {
  return id.slice(0, 1).toUpperCase() + id.slice(1);
}

function mapped<T>(record: Readonly<Record<string, T>>, make: (value: T) => unknown): Json {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value)]));
}
