/** The service on a port of this machine. */
import type { Server } from "node:http";
import { clearInterval, setInterval } from "node:timers";
import { createAdaptorServer } from "@hono/node-server";
import { asShortage } from "../batch/shortage.ts";
import type { ServiceSettings } from "./call.ts";
import { openService } from "./service.ts";

/** A service that listens. */
export interface Listening {
  /** As `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Takes nothing new, and is fulfilled when all that was inside is answered. */
  readonly drain: () => Promise<void>;
  /** Ends everything at once. */
  readonly stop: () => void;
}

/** Where to listen; port 0 is any that is free. */
export interface Where {
  readonly host: string;
  readonly port: number;
}

/** How long the head of a request may take, and how long a connection may stand idle: longer than the pools of usual clients let it. */
const [headMilliseconds, idleMilliseconds] = [10_000, 65_000];

/** Opens a service and its port. Throws a Shortage where the port is taken or not ours to take. */
export async function listen(settings: ServiceSettings, { host, port }: Where): Promise<Listening> {
  const service = openService(settings);
  const server = createAdaptorServer({
    fetch: service.fetch,
    overrideGlobalObjects: false,
    serverOptions: { headersTimeout: headMilliseconds, keepAliveTimeout: idleMilliseconds, requestTimeout: headMilliseconds + settings.bounds.milliseconds, connectionsCheckingInterval: 1000 },
  }) as Server;
  const failure = await new Promise<Error | null>((resolve) => {
    server.once("error", resolve);
    server.listen(port, host, () => {
      resolve(null);
    });
  });
  if (failure !== null) {
    service.close();
    throw asShortage(failure, `${host}:${port}`);
  }
  return {
    address: addressOf(server),
    drain: async () => {
      service.drain();
      // A connection that stays open between two requests is closed as soon as it is idle.
      const sweeper = setInterval(() => {
        server.closeIdleConnections();
      }, 100);
      await new Promise((resolve) => server.close(resolve));
      clearInterval(sweeper);
      service.close();
    },
    stop: () => {
      service.stop();
      service.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

function addressOf(server: Server): string {
  const at = server.address();
  if (at === null || typeof at === "string") return "";
  return `http://${at.family === "IPv6" ? `[${at.address}]` : at.address}:${at.port}`;
}
