/**
 * Who may ask. The page lives on a port of this machine, beside other programs of it and beside every page that the browser shows:
 * an address of ours alone (against DNS rebinding), a token in a header (no cookie: cookies go to every port), no request that another site began.
 */
import { timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";

/** Largest body of a request, in bytes. */
const mostBytes = 100_000;

/** What every answer carries. */
const policy = "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data: blob:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What a foreign page in a frame carries: it may show its own words and pictures inside it, and nothing else. */
export const framePolicy = "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** Refuses what did not come from the page itself. */
export function guard(port: () => number): MiddlewareHandler {
  return async (context, next): Promise<Response | undefined> => {
    const own = [`127.0.0.1:${port()}`, `localhost:${port()}`];
    const host = context.req.header("host") ?? "";
    if (!own.includes(host)) return context.text("misdirected", 421);
    const site = context.req.header("sec-fetch-site");
    const origin = context.req.header("origin");
    if (site !== undefined && site !== "same-origin" && site !== "none") return context.text("forbidden", 403);
    if (origin !== undefined && origin !== `http://${host}`) return context.text("forbidden", 403);
    await next();
    const { headers } = context.res;
    if (!headers.has("content-security-policy")) headers.set("content-security-policy", policy);
    headers.set("x-content-type-options", "nosniff");
    headers.set("referrer-policy", "no-referrer");
    headers.set("cross-origin-resource-policy", "same-origin");
    headers.set("cross-origin-opener-policy", "same-origin");
    headers.set("cache-control", "no-store");
    return undefined;
  };
}

/** Asks for the token, and of writes for JSON of a sensible size. */
export function secret(token: string): MiddlewareHandler {
  // A body that states no size is counted as it comes, and never read to its end.
  const limited = bodyLimit({ maxSize: mostBytes, onError: (context) => context.json({ error: "size" }, 413) });
  const wanted = Buffer.from(`Bearer ${token}`);
  return async (context, next): Promise<Response | undefined> => {
    const given = Buffer.from(context.req.header("authorization") ?? "");
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return context.json({ error: "token" }, 401);
    if (context.req.method === "POST" || context.req.method === "PUT") {
      if (!/^application\/json(?:;|$)/iu.test(context.req.header("content-type") ?? "")) return context.json({ error: "type" }, 415);
      return (await limited(context, next)) ?? undefined;
    }
    await next();
    return undefined;
  };
}
