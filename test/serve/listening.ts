/** A service for a test, on a free port of this machine. */
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { defaultBudget } from "../../src/batch/budget.ts";
import type { RequestLine, ServiceSettings } from "../../src/serve/call.ts";
import { listen, type Listening } from "../../src/serve/server.ts";

/** The bytes of a notice of the corpus. */
export function seed(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(`../../corpus/seeds/files/${name}`, import.meta.url)));
}

/** What can be sent. */
export type Body = NonNullable<RequestInit["body"]>;

/** A service and what it logged. */
export interface Tried extends Listening {
  readonly lines: RequestLine[];
  readonly post: (path: string, body: Body, headers?: Record<string, string>) => Promise<Response>;
}

/** Starts a service. */
export async function tryService(settings: Partial<ServiceSettings> = {}): Promise<Tried> {
  const lines: RequestLine[] = [];
  const log = (line: RequestLine): void => {
    lines.push(line);
  };
  const bounds = { bytes: 500_000, milliseconds: 20_000 };
  const listening = await listen({ options: {}, budget: defaultBudget, jobs: 1, waiting: 2, bounds, language: "en", log, ...settings }, { host: "127.0.0.1", port: 0 });
  return { ...listening, lines, post: (path, body, headers = {}) => fetch(`${listening.address}${path}`, { method: "POST", body, headers }) };
}

/** What a service answers to bytes that are sent piece by piece, as far as it answers: `pieces` gives the bytes and how long to wait behind them. */
export function sendSlowly(address: string, pieces: readonly (readonly [bytes: string, milliseconds: number])[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname);
    let heard = "";
    socket.on("data", (bytes) => (heard += bytes.toString()));
    socket.on("close", () => resolve(heard));
    socket.on("error", reject);
    void (async () => {
      for (const [bytes, milliseconds] of pieces) {
        if (socket.destroyed) return;
        socket.write(bytes);
        await new Promise((done) => setTimeout(done, milliseconds));
      }
      socket.end();
    })();
  });
}
