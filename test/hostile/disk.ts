/**
 * `batch`, `dataset build` and `dataset publish` on small file systems that fill up, and killed there at random moments:
 * `node test/hostile/disk.ts [--kills 200] [--sizes 40] [--seed 1] [--only batch,dataset,publish]`.
 * Exit codes: 0 all holds, or nothing can be mounted here; 1 something does not hold.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { batches, copies, datasets, type Kind } from "./disk-kinds.ts";
import { onKills, onSizes, type Figures } from "./disk-trials.ts";
import { Chance } from "./chance.ts";
import { enterSmallDisks } from "./small-disk.ts";

enterSmallDisks();
const { values } = parseArgs({ options: { kills: { type: "string", default: "200" }, sizes: { type: "string", default: "40" }, seed: { type: "string", default: "1" }, only: { type: "string", default: "batch,dataset,publish" } } });
const folder = mkdtempSync(join(tmpdir(), "fengong-disk-"));
const chance = new Chance(Number(values.seed));

function tell(what: string, { counts, troubles }: Figures): void {
  console.log(`${what}: ${[...counts].map(([name, count]) => `${count} ${name}`).join(", ")}; ${troubles.length} went wrong`);
  for (const trouble of troubles.slice(0, 20)) console.log(`  ${trouble}`);
  if (troubles.length > 0) process.exitCode = 1;
}

/** From next to nothing to enough, and finely about what is just enough: there the last step, the index, finds no room. */
function sizesFor({ least, most }: Kind, count: number): number[] {
  const fine = Array.from({ length: Math.floor(count / 3) }, (_, i) => most - 4 * i);
  return [...Array.from({ length: count - fine.length }, (_, i) => Math.ceil(least + ((most * 1.1 - least) * i) / (count - fine.length))), ...fine];
}

try {
  for (const [name, open] of [["batch", batches], ["dataset", datasets], ["publish", copies]] as const) {
    if (!values.only.split(",").includes(name)) continue;
    const kind = await open(folder);
    console.log(`${kind.name} needs ${kind.most} KiB`);
    tell(`${kind.name} on ${values.sizes} sizes`, await onSizes(kind, sizesFor(kind, Number(values.sizes))));
    tell(`${kind.name} killed`, await onKills(kind, Number(values.kills), chance));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
