/** The service without its server: requests in, responses out. It keeps nothing: what a request brings is gone when it is answered. */
import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import { Hono } from "hono";
import { openPool } from "../batch/pool.ts";
import { aboutRoutes } from "./about.ts";
import { openAdmission } from "./admission.ts";
import { json, type Answer, type Route, type ServiceSettings, type Shared } from "./call.ts";
import { openMetrics } from "./metrics.ts";
import { noticeRoute } from "./notices.ts";
import { openApi } from "./openapi.ts";
import { isRefused } from "./questions.ts";
import { refusalBody, refusals, type Refused } from "./refusals.ts";
import { wordRoutes } from "./words.ts";

/** A service. */
export interface Service {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** Nothing new is taken from now on; what is inside is answered. */
  readonly drain: () => void;
  /** Lets the reading processes go. */
  readonly close: () => void;
  /** Ends what is being read. */
  readonly stop: () => void;
}

const openApiRoute: Route = {
  method: "get",
  path: "/v1/openapi.json",
  id: "getOpenApi",
  summary: { zh: "本说明（OpenAPI 3.1）。", en: "This description (OpenAPI 3.1)." },
  answers: { 200: { type: "application/json", schema: null } },
  refusals: [],
  handle: () => json(openApi(routes)),
};

/** All addresses. */
const routes: readonly Route[] = [noticeRoute, ...wordRoutes, ...aboutRoutes, openApiRoute];

/** Bodies of all requests together, in those of one. */
const bodiesAtOnce = 4;

/** Opens a service; its reading processes start with their first notice. */
export function openService(settings: ServiceSettings): Service {
  const { jobs, waiting, bounds, budget } = settings;
  let draining = false;
  const shared: Shared = { settings, pool: openPool(jobs, budget), admission: openAdmission(jobs, waiting, bodiesAtOnce * bounds.bytes), metrics: openMetrics(), isDraining: () => draining };
  const app = new Hono();
  for (const route of routes) {
    const path = route.path.replace(/\{(\w+)\}/gu, ":$1");
    app.on(route.method.toUpperCase(), path, ({ req }) => answer(req.raw, req.param("name") ?? "", route, shared));
    app.all(path, ({ req }) => answer(req.raw, "", refusing(route.path, "method", route.method.toUpperCase()), shared));
  }
  app.all("*", ({ req }) => answer(req.raw, "", refusing("*", "not-found"), shared));
  return {
    fetch: (request) => app.fetch(request),
    drain: () => {
      draining = true;
    },
    close: shared.pool.close,
    stop: shared.pool.stop,
  };
}

function refusing(path: string, refused: Refused["refused"], detail = ""): Pick<Route, "path" | "refusals" | "handle"> {
  return { path, refusals: [], handle: () => ({ refused, detail }) };
}

async function answer(request: Request, name: string, { path, refusals: own, handle }: Pick<Route, "path" | "refusals" | "handle">, shared: Shared): Promise<Response> {
  const started = performance.now();
  const id = idOf(request);
  const url = new URL(request.url);
  const given = own.includes("draining") && shared.isDraining() ? ({ refused: "draining" } as const) : await attempt(() => handle({ ...shared, request, query: url.searchParams, name }));
  const { status, type, body, outcome = null } = isRefused(given) ? refusal(given, shared, id) : given;
  const milliseconds = performance.now() - started;
  shared.metrics.answered(path, status, milliseconds / 1000);
  shared.settings.log({ id, method: request.method, path: url.pathname.slice(0, 200), status, milliseconds: Math.round(milliseconds * 10) / 10, outcome });
  return new Response(body, {
    // No answer has this status, which is for the log: nobody is there to read it.
    status: status === 499 ? 400 : status,
    headers: {
      "content-type": type,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-request-id": id,
      ...("refused" in given && given.refused === "method" ? { allow: given.detail ?? "" } : {}),
      ...(status === 503 ? { "retry-after": String(secondsUntilRoom(shared)) } : {}),
      ...(shared.isDraining() ? { connection: "close" } : {}),
    },
  });
}

function refusal(refused: Refused, { settings }: Shared, id: string): Answer {
  return { ...json(refusalBody(refused, settings.language, id), refusals[refused.refused].status), outcome: refused.refused };
}

/** What a route gives; a defect of ours is a refusal too, and its words stay inside: they may quote what was sent. */
async function attempt(handle: () => Answer | Refused | Promise<Answer | Refused>): Promise<Answer | Refused> {
  try {
    return await handle();
  } catch (error) {
    return { refused: "defect", detail: error instanceof Error ? error.name : "" };
  }
}

/** The id that the caller gave, where it is one; else one of ours. */
function idOf(request: Request): string {
  const given = request.headers.get("x-request-id") ?? "";
  return /^[\w.:-]{1,100}$/u.test(given) ? given : randomUUID();
}

/** After what is inside is read, by what a notice took of late. */
function secondsUntilRoom({ admission, metrics, settings }: Shared): number {
  return Math.min(60, Math.max(1, Math.ceil((metrics.usualSeconds() * admission.counts().inside) / settings.jobs)));
}
