/**
 * The attacks and damaged files through the watched processes: `node test/hostile/pool.ts --count 2000 [--cheap] [--memory 1024] [--timeout 20]`.
 * Every input has exactly one valid result, none takes longer than it may, and a good file between them is read as ever.
 */
import process from "node:process";
import { parseArgs } from "node:util";
import { defaultBudget } from "../../src/batch/budget.ts";
import { attacks } from "./attacks.ts";
import { dose } from "./dose.ts";
import { mutants, type HostileFile } from "./mutants.ts";

const { values } = parseArgs({
  options: { count: { type: "string", default: "200" }, from: { type: "string", default: "0" }, memory: { type: "string", default: "1024" }, timeout: { type: "string", default: "20" }, cheap: { type: "boolean", default: false } },
});
const budget = { ...defaultBudget, milliseconds: Number(values.timeout) * 1000, megabytes: Number(values.memory) };
const kinds: readonly (readonly [string, Iterable<HostileFile>])[] = [["attacks", attacks({ cheap: values.cheap })], ["mutants", mutants(Number(values.from), Number(values.count))]];
for (const [name, files] of kinds) {
  const { files: count, results, longest, lost, codes, faults } = await dose(files, budget);
  console.log(`${name}: ${count} files, ${results} results, longest ${longest.toFixed(0)} ms, ${lost} processes ended; ${[...codes].map(([code, times]) => `${code} ${times}`).join(", ")}`);
  for (const fault of faults) console.log(`  ${fault}`);
  if (faults.length > 0 || count !== results) process.exitCode = 1;
}
