/** What a service says of itself: health, version, schemas, metrics. */
import { z } from "zod";
import { namedSchemas } from "../dataset/publish/schemas.ts";
import { parserVersion, schemaVersion } from "../model/version.ts";
import { divisionsEdition } from "../rules/divisions/rows.ts";
import { json, type Route } from "./call.ts";

const version = z.strictObject({ name: z.literal("fengong"), version: z.string(), schemaVersion: z.string().describe("Of the output contract."), divisions: z.string().describe("Edition of the table of divisions.") });
const names = z.strictObject({ schemas: z.array(z.string()) });

/** The routes. */
export const aboutRoutes: readonly Route[] = [
  {
    method: "get",
    path: "/v1/health/live",
    id: "isLive",
    summary: { zh: "进程在运行。", en: "The process runs." },
    answers: { 200: { type: "application/json", schema: z.strictObject({ status: z.literal("live") }) } },
    refusals: [],
    handle: () => json({ status: "live" }),
  },
  {
    method: "get",
    path: "/v1/health/ready",
    id: "isReady",
    summary: { zh: "还有位置收新的请求；满了或正在停机时是 503。", en: "There is a place for another request; 503 when all are taken, or when it is shutting down." },
    answers: { 200: { type: "application/json", schema: z.strictObject({ status: z.literal("ready") }) } },
    refusals: ["busy", "draining"],
    handle: ({ admission, settings }) => (admission.counts().inside >= settings.jobs + settings.waiting ? { refused: "busy" } : json({ status: "ready" })),
  },
  {
    method: "get",
    path: "/v1/version",
    id: "getVersion",
    summary: { zh: "程序、输出契约、行政区划表的版本。", en: "Versions of the program, of the output contract and of the table of divisions." },
    answers: { 200: { type: "application/json", schema: version } },
    refusals: [],
    handle: () => json({ name: "fengong", version: parserVersion, schemaVersion, divisions: divisionsEdition }),
  },
  {
    method: "get",
    path: "/v1/schemas",
    id: "listSchemas",
    summary: { zh: "所有 JSON Schema 的名字。", en: "The names of all JSON Schemas." },
    answers: { 200: { type: "application/json", schema: names } },
    refusals: [],
    handle: () => json({ schemas: [...namedSchemas().keys()] }),
  },
  {
    method: "get",
    path: "/v1/schemas/{name}",
    id: "getSchema",
    summary: { zh: "一份 JSON Schema（2020-12）。", en: "A JSON Schema (2020-12)." },
    answers: { 200: { type: "application/schema+json", schema: z.looseObject({}) } },
    refusals: ["not-found"],
    handle: ({ name }) => {
      const text = namedSchemas().get(name);
      return text === undefined ? { refused: "not-found" } : { status: 200, type: "application/schema+json", body: text };
    },
  },
  {
    method: "get",
    path: "/metrics",
    id: "getMetrics",
    summary: { zh: "Prometheus 指标。", en: "Metrics for Prometheus." },
    answers: { 200: { type: "text/plain", schema: null } },
    refusals: [],
    handle: ({ metrics, admission, pool, settings }) => ({ status: 200, type: "text/plain; version=0.0.4; charset=utf-8", body: metrics.text(admission.counts(), settings.jobs, pool.lost()) }),
  },
];
