/**
 * Reads the attacks and many damaged files, one after the other, and says what went wrong; then batches and builds on disks that fill up,
 * killed there: `npm run hostile -- --count 2000 --from 0 --kills 200`. The seeds it names give the same files again.
 */
import { spawnSync } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parseNotice } from "../../src/index.ts";
import { attacks } from "./attacks.ts";
import { faultsOf } from "./judge.ts";
import { mutants, type HostileFile } from "./mutants.ts";

const slow = 5000;
const { values } = parseArgs({ options: { count: { type: "string", default: "200" }, from: { type: "string", default: "0" }, kills: { type: "string", default: "200" }, "no-disk": { type: "boolean", default: false }, "no-attacks": { type: "boolean", default: false }, cheap: { type: "boolean", default: false }, verbose: { type: "boolean", default: false } } });

const times: number[] = [];
const statuses = new Map<string, number>();
let wrong = 0;
if (!values["no-attacks"]) for (const attack of attacks({ cheap: values["cheap"] })) await readOne(attack, attack.expect);
for (const file of mutants(Number(values.from), Number(values.count))) await readOne(file, {});
times.sort((a, b) => a - b);
const at = (share: number): string => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(0);
console.log(`${times.length} files, ${[...statuses].map(([status, count]) => `${count} ${status}`).join(", ")}; median ${at(0.5)} ms, 99 % ${at(0.99)} ms, longest ${at(1)} ms; ${wrong} went wrong; ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
const disk = values["no-disk"] ? 0 : spawnSync(process.execPath, [fileURLToPath(new URL("disk.ts", import.meta.url)), "--kills", values.kills], { stdio: "inherit" }).status;
process.exitCode = wrong === 0 && disk === 0 ? 0 : 1;

async function readOne({ name, bytes }: HostileFile, expect: { readonly says?: string; readonly status?: string }): Promise<void> {
  const start = performance.now();
  const complaints: string[] = [];
  try {
    const result = await parseNotice({ name, bytes });
    complaints.push(...faultsOf(result));
    statuses.set(result.status, (statuses.get(result.status) ?? 0) + 1);
    const said = result.diagnostics.map(({ code }) => code);
    if (expect.status !== undefined && expect.status !== result.status) complaints.push(`is ${result.status}, not ${expect.status}: ${said.slice(0, 3).join()}`);
    if (expect.says !== undefined && !said.includes(expect.says)) complaints.push(`does not say ${expect.says}: ${said.slice(0, 3).join()}`);
  } catch (error) {
    complaints.push(`throws ${error instanceof Error ? (error.stack ?? "").split("\n").slice(0, 3).join(" | ") : String(error)}`);
  }
  const time = performance.now() - start;
  times.push(time);
  if (time > slow) complaints.push(`took ${time.toFixed(0)} ms`);
  if (complaints.length > 0) wrong++;
  if (values.verbose || complaints.length > 0) console.log(`${name}: ${time.toFixed(0)} ms ${complaints.join("; ")}`);
}
