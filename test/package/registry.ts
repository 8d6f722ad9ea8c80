/** A registry of what the lock file of the repository holds: npm installs from it as a user would, without a network. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** A registry that runs. */
export interface Registry {
  readonly url: string;
  /** Names of the packages that were asked for, those that it does not have among them. */
  readonly asked: () => string[];
  readonly close: () => void;
}

/** The name of a package by its path in `node_modules`. */
export function nameOf(path: string): string {
  return path.replace(/^.*node_modules\//u, "");
}

/** Serves the packages that the repository at `root` has installed. */
export async function openRegistry(root: string): Promise<Registry> {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as { packages: Record<string, object> };
  const paths = Object.keys(packages).filter((path) => path !== "");
  const asked = new Set<string>();
  const packed = new Map<string, Promise<Buffer>>();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent((request.url ?? "/").slice(1));
    if (path.startsWith("-/")) return void response.end(await pack(path.slice(2)));
    asked.add(path);
    const versions = await versionsOf(path);
    response.statusCode = versions.length === 0 ? 404 : 200;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ name: path, "dist-tags": { latest: versions.at(-1)?.[0] }, versions: Object.fromEntries(versions) }));
  }

  async function versionsOf(name: string): Promise<[string, object][]> {
    const found: [string, object][] = [];
    for (const path of paths.filter((one) => nameOf(one) === name)) {
      const manifest = JSON.parse(readFileSync(join(root, path, "package.json"), "utf8")) as { version: string };
      const integrity = `sha512-${createHash("sha512").update(await pack(path)).digest("base64")}`;
      found.push([manifest.version, { ...manifest, dist: { tarball: `${url}-/${encodeURIComponent(path)}`, integrity } }]);
    }
    return found;
  }

  function pack(path: string): Promise<Buffer> {
    const known = packed.get(path) ?? archive(join(root, path));
    packed.set(path, known);
    return known;
  }

  return { url, asked: () => [...asked].sort(), close: () => server.close() };
}

/** Ends of tar: 1 says that a file was touched while it was read, as links to it are made or go. Its bytes are there. */
const touched = 1;

function archive(folder: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    execFile("tar", ["-czf", "-", "--exclude=./node_modules", "--transform=s,^\\.,package,", "."], { cwd: folder, encoding: "buffer", maxBuffer: 2 ** 28 }, (error, stdout) => {
      if (error === null || error.code === touched) resolve(stdout);
      else reject(new Error("tar cannot pack", { cause: error }));
    });
  });
}
