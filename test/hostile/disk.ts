/**
 * `batch` and `dataset build` on small file systems that fill up, and killed there at random moments:
 * `node test/hostile/disk.ts [--kills 200] [--sizes 40] [--seed 1] [--only batch,dataset]`.
 * Exit codes: 0 all holds, or nothing can be mounted here; 1 something does not hold.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { batches, datasets } from "./disk-kinds.ts";
import { onKills, onSizes, type Figures } from "./disk-trials.ts";
import { Chance } from "./chance.ts";
import { enterSmallDisks } from "./small-disk.ts";

enterSmallDisks();
const { values } = parseArgs({ options: { kills: { type: "string", default: "200" }, sizes: { type: "string", default: "40" }, seed: { type: "string", default: "1" }, only: { type: "string", default: "batch,dataset" } } });
const folder = mkdtempSync(join(tmpdir(), "fengong-disk-"));
const chance = new Chance(Number(values.seed));

function tell(what: string, { counts, troubles }: Figures): void {
  console.log(`${what}: ${[...counts].map(([name, count]) => `${count} ${name}`).join(", ")}; ${troubles.length} went wrong`);
  for (const trouble of troubles.slice(0, 20)) console.log(`  ${trouble}`);
  if (troubles.length > 0) process.exitCode = 1;
}

try {
  for (const open of [batches, datasets]) {
    const kind = await open(folder);
    if (!values.only.split(",").includes(kind.name)) continue;
    const { least, most } = kind;
    console.log(`${kind.name} needs ${most} KiB`);
    tell(`${kind.name} on ${values.sizes} sizes`, await onSizes(kind, Array.from({ length: Number(values.sizes) }, (_, i) => Math.ceil(least + ((most * 1.1 - least) * i) / Number(values.sizes)))));
    tell(`${kind.name} killed`, await onKills(kind, Number(values.kills), chance));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
