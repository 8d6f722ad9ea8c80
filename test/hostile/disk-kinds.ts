/** What is run on small file systems: its sources, its command, and how its outputs are told from those of an undisturbed run. */
import { cpSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { page, plant, treeOf } from "../batch/tree-of.ts";
import { damageOf, differences, indexOf, publishedTree } from "../dataset/trees.ts";
import { runOn } from "./disk-runs.ts";
import { mount, taken, unmount } from "./small-disk.ts";

/** A command under trial. */
export interface Kind {
  readonly name: "batch" | "dataset" | "publish";
  /** Mount point. */
  readonly disk: string;
  readonly cwd: string;
  readonly args: readonly string[];
  /** The same for the run that goes on. */
  readonly again: readonly string[];
  /** Kibibytes that the disk holds before, and that an undisturbed run needs at most. */
  readonly least: number;
  readonly most: number;
  /** Puts on an empty disk what is there before. */
  readonly prepare: () => void;
  /** What is wrong with what stands, finished or not; the old state is as good as the new. */
  readonly wrongNow: () => string[];
  /** What is wrong when all was done. */
  readonly wrongAtEnd: () => string[];
}

/** `batch` of pages that allocate from one to many tasks. */
export async function batches(folder: string): Promise<Kind> {
  const [cwd, disk] = [join(folder, "batch"), join(folder, "batch/disk")];
  plant(cwd, Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`in/${i % 3}/${i}.html`, page(`完成第${i}项工作，${"推进改革，".repeat(i * i * 8)}抓好落实。`)])));
  const args = ["batch", "in", "--out", "disk/out", "--jobs", "2", "--no-progress", "--quiet"];
  const whole = await measured(args, cwd, disk, () => treeOf(join(disk, "out")));
  const wrong = (partly: boolean): string[] => {
    const now = treeIn(join(disk, "out"));
    return Object.entries(whole.state).flatMap(([name, text]) => (now[name] === text || (partly && now[name] === undefined) ? [] : [`${name} is another`])).concat(Object.keys(now).filter((name) => name.endsWith(".json") && whole.state[name] === undefined));
  };
  return { name: "batch", disk, cwd, args, again: [...args, "--resume"], least: 4, most: whole.kib, prepare: () => undefined, wrongNow: () => wrong(true), wrongAtEnd: () => wrong(false) };
}

function treeIn(out: string): Record<string, string> {
  try {
    return treeOf(out);
  } catch {
    return {};
  }
}

/** The second version of a dataset, which takes the place of the first. */
export async function datasets(folder: string): Promise<Kind> {
  const [cwd, disk] = [join(folder, "dataset"), join(folder, "dataset/disk")];
  await buildFirst(cwd);
  const prepare = (): void => cpSync(join(cwd, "before"), join(disk, "out"), { recursive: true });
  const args = buildOf("second", "disk/out");
  const whole = await measured(args, cwd, disk, () => publishedTree(join(disk, "out")), prepare);
  const old = publishedTree(join(cwd, "before"));
  const wrongNow = (): string[] => {
    const out = join(disk, "out");
    const [now, index] = [publishedTree(out), indexOf(out)];
    const is = [old, whole.state].find((state) => state.get("versions.json") === now.get("versions.json"));
    if (is === undefined) return ["versions.json is neither the old nor the new one"];
    return [...[...is].filter(([name, sum]) => now.get(name) !== sum).map(([name]) => `${name} is another`), ...(index?.versions ?? []).filter(({ pruned }) => !pruned).flatMap(({ version }) => damageOf(out, version))];
  };
  return { name: "dataset", disk, cwd, args, again: args, least: whole.least + 4, most: whole.kib, prepare, wrongNow, wrongAtEnd: () => differences(publishedTree(join(disk, "out")), whole.state) };
}

const buildOf = (sources: string, out: string): string[] => ["dataset", "build", sources, "--out", out, "--jobs", "2", "--quiet"];

/** Plants the sources of two versions, and builds the first. */
async function buildFirst(cwd: string): Promise<void> {
  if (existsSync(join(cwd, "before"))) return;
  const notice = (i: number, words: string): string => page(words).replace("2021年", `202${i}年第${i}批`);
  plant(cwd, { "first/a.html": notice(1, "编制公开清单"), "first/b.html": notice(2, "完善制度"), "second/dataset.yaml": "keep: 1\n", "second/a.html": notice(1, "编制并公布公开清单"), "second/b.html": notice(2, "完善制度"), "second/c.html": notice(3, "开展培训，提高能力") });
  const { code, err } = await runOn(buildOf("first", "before"), cwd);
  if (code !== 0) throw new Error(err);
}

/** A copy of a dataset. */
export async function copies(folder: string): Promise<Kind> {
  const [cwd, disk] = [join(folder, "dataset"), join(folder, "dataset/disk")];
  await buildFirst(cwd);
  const args = ["dataset", "publish", "before", "--to", "disk/out", "--quiet"];
  const whole = await measured(args, cwd, disk, () => publishedTree(join(disk, "out")));
  const now = (): Map<string, string> => publishedTree(join(disk, "out"));
  const wrongNow = (): string[] => (now().get("versions.json") === "none" ? [] : differences(now(), whole.state));
  return { name: "publish", disk, cwd, args, again: args, least: 4, most: whole.kib, prepare: () => undefined, wrongNow, wrongAtEnd: () => differences(now(), whole.state) };
}

/** An undisturbed run on a roomy disk: what it gives, and the most that it takes on its way. */
async function measured<T>(args: readonly string[], cwd: string, disk: string, look: () => T, prepare: () => void = () => undefined): Promise<{ readonly state: T; readonly least: number; readonly kib: number }> {
  mkdirSync(disk, { recursive: true });
  mount(disk, 100_000);
  try {
    prepare();
    const least = taken(disk);
    let kib = least;
    const watch = setInterval(() => (kib = Math.max(kib, taken(disk))), 5);
    const { code, err, troubles } = await runOn(args, cwd);
    clearInterval(watch);
    if (code !== 0 || troubles.length > 0) throw new Error(`undisturbed: exit ${code ?? "by signal"} ${err} ${troubles.join()}`);
    return { state: look(), least, kib: Math.max(kib, taken(disk)) };
  } finally {
    unmount(disk);
  }
}

