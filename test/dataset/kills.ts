/** Builds that die at a random moment: what is published must be the old or the new version, whole, and the next build must end as if nothing had been. */
import { cpSync, rmSync } from "node:fs";
import { build, startDataset } from "./command.ts";
import type { Random } from "./notices/random.ts";
import { damageOf, differences, indexOf, publishedTree } from "./trees.ts";

export interface Killing {
  readonly source: string;
  /** The dataset before; null: none yet. */
  readonly before: string | null;
  /** The dataset after an undisturbed build, and how long that took. */
  readonly after: string;
  readonly seconds: number;
  /** Folder to work in; it is emptied. */
  readonly work: string;
  readonly kills: number;
  /** So many builds die one after the other before one may end. */
  readonly inARow: number;
  readonly jobs: number;
  readonly random: Random;
  readonly tell?: (line: string) => void;
}

export interface Killed {
  /** Builds that were over before they were killed. */
  readonly late: number;
  /** How often which state was found after a kill. */
  readonly states: ReadonlyMap<string, number>;
  readonly troubles: readonly string[];
}

/** Kills that many builds, at moments spread over the time that one takes. */
export async function killBuilds({ source, before, after, seconds, work, kills, inARow, jobs, random, tell = () => undefined }: Killing): Promise<Killed> {
  const [old, end] = [before === null ? new Map([["versions.json", "none"]]) : publishedTree(before), publishedTree(after)];
  const moments = random.shuffle(Array.from({ length: kills }, (_, i) => (i + random.below(1000) / 1000) / kills));
  const states = new Map<string, number>();
  const troubles: string[] = [];
  let late = 0;
  while (moments.length > 0) {
    rmSync(work, { recursive: true, force: true });
    if (before !== null) cpSync(before, work, { recursive: true });
    for (const moment of moments.splice(0, inARow)) {
      if (!(await killAfter(source, work, jobs, moment * seconds * 1000))) late += 1;
      const { name, wrong } = stateOf(work, old, end);
      states.set(name, (states.get(name) ?? 0) + 1);
      troubles.push(...wrong.map((trouble) => `killed at ${(moment * 100).toFixed(0)} %: ${trouble}`));
      tell(`killed at ${(moment * 100).toFixed(0)} % of ${seconds.toFixed(1)} s: ${name} ${wrong.join("; ")}`);
    }
    await build(source, work, ["--jobs", String(jobs)]);
    troubles.push(...differences(publishedTree(work), end).map((file) => `the build after a kill has another ${file}`));
  }
  return { late, states, troubles };
}

/** Whether the build was still alive when its whole process group was killed. */
async function killAfter(source: string, out: string, jobs: number, milliseconds: number): Promise<boolean> {
  const child = startDataset(["build", source, "--out", out, "--quiet", "--jobs", String(jobs)]);
  const over = await Promise.race([child.done, new Promise<null>((resolve) => setTimeout(resolve, milliseconds, null))]);
  if (over !== null || child.pid === undefined) return false;
  process.kill(-child.pid, "SIGKILL");
  await child.done;
  return true;
}

/** Readers go by the index: what it points to must be there, whole, and be what an undisturbed build gives. */
function stateOf(out: string, old: ReadonlyMap<string, string>, end: ReadonlyMap<string, string>): { readonly name: string; readonly wrong: readonly string[] } {
  let index: ReturnType<typeof indexOf>;
  try {
    index = indexOf(out);
  } catch (error) {
    return { name: "broken", wrong: [String(error)] };
  }
  const tree = publishedTree(out);
  const found = tree.get("versions.json");
  const name = found === old.get("versions.json") ? "old" : found === end.get("versions.json") ? "new" : "neither";
  const wrong = [
    ...(name === "neither" ? ["versions.json is neither the old nor the new one"] : []),
    ...(index?.versions ?? []).flatMap(({ version }) => damageOf(out, version).map((file) => `${version}/${file} is damaged`)),
    ...[...(name === "new" ? end : old)].filter(([file, sum]) => tree.get(file) !== sum).map(([file]) => `${file} is another`),
  ];
  return { name, wrong };
}
