/**
 * The acceptance of datasets in full dose; the suite takes a small one.
 *
 *     node test/dataset/run.ts [--notices 300] [--kills 50] [--seed WORD] [--keep]
 *
 * Five versions of known notices against their truth; every table of the last one read by programs of others; builds in other
 * places, orders and surroundings byte by byte; builds killed; a flipped byte in each file. Exit codes: 0 all holds; 1 something does not.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build, runDataset } from "./command.ts";
import { judgeStages } from "./five-versions.ts";
import { killBuilds } from "./kills.ts";
import { randomOf } from "./notices/random.ts";
import { stagesOf, type Stage } from "./notices/stages.ts";
import { plant } from "./notices/world.ts";
import { readBack } from "./read-back.ts";
import { differences, indexOf, publishedTree, sumsOf } from "./trees.ts";

const { values } = parseArgs({ options: { notices: { type: "string", default: "300" }, kills: { type: "string", default: "50" }, seed: { type: "string", default: "acceptance" }, keep: { type: "boolean", default: false } } });
const folder = mkdtempSync(join(tmpdir(), "fengong-acceptance-"));
const troubles: string[] = [];

function tell(line: string, found: readonly string[] = []): void {
  troubles.push(...found);
  process.stdout.write([line, ...found.slice(0, 20).map((trouble) => `  ${trouble}`), ...(found.length > 20 ? [`  and ${found.length - 20} more`] : []), ""].join("\n"));
}

/** Delta and truth. */
async function fiveVersions(stages: readonly Stage[]): Promise<void> {
  const place = join(folder, "five");
  const judged = await judgeStages(stages, place, "");
  for (const { version, what, read, changes, troubles: found } of judged) {
    const counts = Map.groupBy(changes, ({ op, causes }) => `${op} by ${causes.join("+")}`);
    tell(`${version}, ${what}: ${read} readings, ${[...counts].map(([key, some]) => `${some.length} ${key}`).sort().join(", ")}`, found);
  }
  const last = judged.at(-1)?.version ?? "";
  const { rows, troubles: found } = await readBack(join(place, "out", "artifacts", last));
  tell(`${rows} rows of ${last} read by csv-parse, hyparquet, read-excel-file and SQLite`, found);
}

/** Two versions each in other surroundings. */
async function sameBytes([one, two]: readonly Stage[]): Promise<void> {
  const surroundings = [
    { place: "a", jobs: "1", env: { TZ: "UTC", LANG: "C", LC_ALL: "C" }, order: undefined },
    { place: "far/away", jobs: "2", env: { TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8", LC_ALL: "zh_CN.UTF-8" }, order: "shuffled" },
    { place: "b", jobs: "2", env: { TZ: "America/St_Johns", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" }, order: "otherwise" },
  ] as const;
  const trees: Map<string, string>[] = [];
  for (const { place, jobs, env, order } of surroundings) {
    const here = join(folder, "same", place);
    mkdirSync(here, { recursive: true });
    for (const stage of [one, two]) {
      if (stage === undefined) throw new Error("two stages are needed");
      plant(stage.inputs.world, join(here, "sources"), order === undefined ? undefined : randomOf(order));
      await build(join(here, "sources"), join(here, "out"), ["--jobs", jobs], env);
    }
    trees.push(publishedTree(join(here, "out")));
  }
  const [first, ...others] = trees;
  tell(`${trees.length} places, ${first?.size ?? 0} files each`, others.flatMap((tree) => differences(first ?? new Map(), tree)));
}

/** Builds of a first and of a second version, killed. */
async function kills([one, two]: readonly Stage[], count: number): Promise<void> {
  const [first, second, before, after] = ["first", "second", "before", "after"].map((name) => join(folder, "kills", name)) as [string, string, string, string];
  if (one === undefined || two === undefined) throw new Error("two stages are needed");
  plant(one.inputs.world, first);
  plant(two.inputs.world, second);
  // The first start compiles the program; what is measured is the time of those that follow.
  await build(first, join(folder, "kills", "warm"));
  const begun = await build(first, before);
  cpSync(before, after, { recursive: true });
  const next = await build(second, after);
  const shared = { work: join(folder, "kills", "work"), inARow: 2, jobs: 2, random: randomOf(values.seed), tell: (line: string) => tell(`  ${line}`) };
  for (const killing of [
    { source: first, before: null, after: before, seconds: begun.seconds, kills: Math.floor(count / 2) },
    { source: second, before, after, seconds: next.seconds, kills: Math.ceil(count / 2) },
  ]) {
    const { late, states, troubles: found } = await killBuilds({ ...shared, ...killing });
    tell(`${killing.kills} builds killed, ${late} of them were over: ${[...states].map(([state, times]) => `${times} ${state}`).join(", ")}`, found);
  }
  await flips(after);
}

/** `verify` names the file in which a byte is flipped. */
async function flips(out: string): Promise<void> {
  const version = indexOf(out)?.lastSuccessful ?? "";
  const names = [...sumsOf(join(out, "artifacts", version)).keys()].map((name) => join("artifacts", version, name));
  const overlooked: string[] = [];
  for (const name of [...names, "versions.json"]) {
    const bytes = readFileSync(join(out, name));
    const flipped = Uint8Array.from(bytes);
    const at = randomOf(name).below(bytes.length);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << randomOf(`${name} bit`).below(8));
    writeFileSync(join(out, name), flipped);
    const { code, stdout, stderr } = await runDataset(["verify", out]);
    if (code === 0 || !`${stdout}${stderr}`.includes(name.split("/").slice(2).join("/"))) overlooked.push(`${name}: exit ${String(code)} ${stdout}${stderr}`);
    writeFileSync(join(out, name), bytes);
  }
  const { code, stdout, stderr } = await runDataset(["verify", out]);
  tell(`a flipped byte in each of ${names.length + 1} files`, [...overlooked, ...(code === 0 ? [] : [`sound, but ${stdout}${stderr}`])]);
}

const few = stagesOf(values.seed, 12);
try {
  if (Number(values.notices) > 0) {
    await fiveVersions(stagesOf(values.seed, Number(values.notices)));
    await sameBytes(few);
  }
  if (Number(values.kills) > 0) await kills(few, Number(values.kills));
  tell(troubles.length === 0 ? "all holds" : `${troubles.length} troubles`);
} finally {
  if (values.keep) tell(folder);
  else rmSync(folder, { recursive: true, force: true });
}
process.exitCode = troubles.length === 0 ? 0 : 1;
