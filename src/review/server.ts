/** The review on a port of this machine, and of no other. */
import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { asShortage } from "../batch/shortage.ts";
import { codeOf } from "../batch/system-code.ts";
import { openPass, type Pass } from "./pass.ts";
import { routesOf, type RoutesSetting } from "./routes.ts";

/** A review that listens. */
export interface ReviewServer {
  readonly port: number;
  /** The address to open, with the token in its fragment, which no request carries. */
  readonly address: string;
  /** An address for the browser that we start, good once: the arguments of a process are no secret. */
  readonly passAddress: () => string;
  readonly close: () => void;
}

/** Ports that are tried after the one that was asked for. */
const tries = 20;

/** Opens the port, or the next one that is free. */
export async function openServer(setting: Omit<RoutesSetting, "token" | "exchange" | "port">, wanted: number): Promise<ReviewServer> {
  const token = randomBytes(24).toString("base64url");
  let port = wanted;
  let pass: Pass | null = null;
  const app = routesOf({ ...setting, token, exchange: (word) => (pass?.take(word) === true ? token : null), port: () => port });
  for (let i = 0; ; i++) {
    const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
    const failure = await listen(server, wanted === 0 ? 0 : wanted + i);
    if (failure === null) {
      const address = server.address();
      port = typeof address === "object" && address !== null ? address.port : wanted + i;
      return {
        port,
        address: `http://127.0.0.1:${port}/#${token}`,
        passAddress: () => {
          pass = openPass();
          return `http://127.0.0.1:${port}/#once.${pass.word}`;
        },
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      };
    }
    if (codeOf(failure) !== "EADDRINUSE" || i >= tries) throw asShortage(failure, `127.0.0.1:${wanted}`);
  }
}

function listen(server: Server, port: number): Promise<Error | null> {
  return new Promise((resolve) => {
    server.once("error", resolve);
    server.listen(port, "127.0.0.1", () => {
      resolve(null);
    });
  });
}
