/** Stores for tests: servers of our own on free ports, which may be killed; or those that run on this machine. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { connect, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openQueue } from "../../src/queue/backend.ts";

/** A store that runs. */
export interface Store {
  readonly url: string;
  /** Kills it, as a machine that loses its power does. */
  readonly kill: () => Promise<void>;
  /** Starts it again with what it has on its disk; `bare`: with nothing. */
  readonly restart: (bare?: boolean) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The kinds, and where each runs with the ports and without the passwords of its makers. */
export const kinds = ["redis", "postgres"] as const;
export type Kind = (typeof kinds)[number];

/** The address of a server that runs here already and wants no password, null where none does. */
export async function running(kind: Kind): Promise<string | null> {
  const port = kind === "redis" ? 6379 : 5432;
  if (!(await listens(port))) return null;
  if (kind === "redis") return (await answer(port, "PING\r\n")).startsWith("+PONG") ? `redis://127.0.0.1:${port}` : null;
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const queue = openQueue({ url, name: "fengong-probe" });
  const answers = await Promise.race([queue.waitUntilReady().then(() => true, () => false), new Promise<false>((done) => setTimeout(() => done(false), 5_000))]);
  await queue.close().catch(() => undefined);
  return answers ? url : null;
}

/** Starts a server of our own; null where it is not installed. */
export async function openStore(kind: Kind): Promise<Store | null> {
  const program = programOf(kind);
  if (program === null) return null;
  const folder = mkdtempSync(join(tmpdir(), `fengong-${kind}-`));
  const port = await freePort();
  const made = kind === "redis" ? redisIn(program, folder, port) : postgresIn(program, folder, port);
  let child = await started(made, port);
  return {
    url: made.url,
    kill: () => ended(child, "SIGKILL"),
    restart: async (bare = false) => {
      if (bare) made.forget();
      child = await started(made, port);
    },
    close: async () => {
      await ended(child, "SIGKILL");
      rmSync(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
    },
  };
}

interface Made {
  readonly url: string;
  readonly start: () => ChildProcess;
  /** Whether one that listens takes questions. */
  readonly isReady: () => boolean;
  readonly forget: () => void;
}

function redisIn(program: string, folder: string, port: number): Made {
  const data = join(folder, "appendonlydir");
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "yes", "--appendfsync", "everysec", "--maxmemory-policy", "noeviction"];
  return { url: `redis://127.0.0.1:${port}`, start: () => spawn(program, args, { stdio: "ignore" }), isReady: () => true, forget: () => rmSync(data, { recursive: true, force: true }) };
}

function postgresIn(program: string, folder: string, port: number): Made {
  // PostgreSQL does not run as root.
  const id = (flag: string): number => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  const who = process.getuid?.() === 0 ? { uid: id("-u"), gid: id("-g") } : null;
  let data = join(folder, "data");
  const bin = join(program, "..");
  if (who !== null) chownSync(folder, who.uid, who.gid);
  const make = (): void => {
    execFileSync(join(bin, "initdb"), ["-D", data, "-A", "trust", "-U", "postgres", "--no-sync"], { stdio: "ignore", ...who });
  };
  make();
  const start = (): ChildProcess => spawn(program, ["-D", data, "-p", String(port), "-k", folder, "-c", "listen_addresses=127.0.0.1"], { stdio: "ignore", ...who });
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    isReady: () => spawnSync(join(bin, "pg_isready"), ["-h", "127.0.0.1", "-p", String(port)], { stdio: "ignore" }).status === 0,
    forget: () => {
      // In another place: processes of the one that was killed may still write to the old one.
      data = join(folder, "data-again");
      make();
    },
  };
}

function programOf(kind: Kind): string | null {
  if (kind === "redis") return ["redis-server", "valkey-server"].map(onPath).find((found) => found !== null) ?? null;
  const versions = "/usr/lib/postgresql";
  const newest = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a))[0] : undefined;
  return newest === undefined ? onPath("postgres") : join(versions, newest, "bin/postgres");
}

function onPath(name: string): string | null {
  const { stdout, status } = spawnSync("which", [name], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : null;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

function listens(port: number): Promise<boolean> {
  return answer(port, null).then(() => true, () => false);
}

function answer(port: number, words: string | null): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => {
      if (words !== null) {
        socket.write(words);
        return;
      }
      socket.destroy();
      resolve("");
    });
    socket.on("data", (bytes) => {
      socket.destroy();
      resolve(bytes.toString());
    });
    socket.on("error", reject);
  });
}

/** Starts the server and waits until it listens. One that was killed may leave processes for a moment, beside which PostgreSQL does not begin: it is started again then. */
async function started({ start, isReady }: Made, port: number): Promise<ChildProcess> {
  let child = start();
  for (let i = 0; i < 600; i++) {
    if ((await listens(port)) && isReady()) return child;
    await new Promise((done) => setTimeout(done, 100));
    if (child.exitCode !== null || child.signalCode !== null) child = start();
  }
  throw new Error("the store does not start");
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once("exit", () => done());
    child.kill(signal);
  });
}
