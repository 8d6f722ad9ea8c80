/** Writes the table of NOTICE: every package that an installation brings, from the lock file. With --check it writes nothing and fails when the table differs. */
import { readFileSync, writeFileSync } from "node:fs";

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
}

const at = (file: string): URL => new URL(`../${file}`, import.meta.url);
const { packages } = JSON.parse(readFileSync(at("package-lock.json"), "utf8")) as { packages: Record<string, Locked> };
const rows = Object.entries(packages).flatMap(([path, { version, license, dev }]) => (path === "" || dev === true ? [] : [`${path.replace(/^.*node_modules\//u, "")} ${version} (${license ?? "unknown"})`]));
const table = [...new Set(rows)].sort().map((row) => `- ${row}\n`).join("");

const notice = readFileSync(at("NOTICE"), "utf8");
const head = "An installation brings these packages and no others:\n\n";
const start = notice.indexOf(head);
const written = `${start < 0 ? `${notice.trimEnd()}\n\n` : notice.slice(0, start)}${head}${table}`;
if (!process.argv.includes("--check")) writeFileSync(at("NOTICE"), written);
else if (written !== notice) {
  console.error('NOTICE does not list the packages of package-lock.json: run "npm run notice" and commit it.');
  process.exitCode = 1;
}
