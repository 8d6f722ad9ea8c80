/** Builds that die at a random moment: what is published must be the old or the new version, whole, and the next build must end as if nothing had been. */
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, startDataset } from "./command.ts";
import type { Random } from "./notices/random.ts";
import { damageOf, differences, indexOf, publishedTree } from "./trees.ts";

/** The sources of a first version and of a second one, and a folder to work in. */
export interface Killing {
  readonly first: string;
  readonly second: string;
  readonly folder: string;
  readonly kills: number;
  readonly random: Random;
  readonly tell?: (line: string) => void;
}

export interface Killed {
  readonly kills: number;
  /** Builds that were over before they were killed. */
  readonly late: number;
  /** Seconds of an undisturbed build. */
  readonly seconds: number;
  /** What was found of the published state after a kill. */
  readonly states: ReadonlyMap<string, number>;
  readonly troubles: readonly string[];
}

/** Kills builds of a first version and of a second one in turn, some of them several times before one may end. */
export async function killBuilds({ first, second, folder, kills, random, tell = () => undefined }: Killing): Promise<Killed> {
  const [one, two, work] = [join(folder, "one"), join(folder, "two"), join(folder, "work")];
  const { seconds: begun } = await build(first, one);
  cpSync(one, two, { recursive: true });
  const { seconds } = await build(second, two);
  const cases = [
    { source: first, start: null, end: publishedTree(one), last: begun },
    { source: second, start: one, end: publishedTree(two), last: seconds },
  ] as const;
  const allowed = cases.map(({ start, end }) => [start === null ? new Map([["versions.json", "none"]]) : publishedTree(start), end] as const);
  const states = new Map<string, number>();
  const troubles: string[] = [];
  let [done, late, turn] = [0, 0, 0];
  while (done < kills) {
    const { source, start, end, last } = cases[turn % 2 === 0 ? 1 : 0] as (typeof cases)[number];
    const fine = allowed[turn % 2 === 0 ? 1 : 0] as (typeof allowed)[number];
    turn += 1;
    rmSync(work, { recursive: true, force: true });
    if (start !== null) cpSync(start, work, { recursive: true });
    for (let again = 0; again < 1 + random.below(3) && done < kills; again++) {
      // Spread evenly: the share of the time that has passed is another one for each kill.
      const share = ((done + random.below(1000) / 1000) / kills) * 1.02;
      const alive = await killAfter(source, work, share * last * 1000);
      done += 1;
      if (!alive) late += 1;
      const state = stateOf(work, fine);
      states.set(state.name, (states.get(state.name) ?? 0) + 1);
      troubles.push(...state.troubles.map((trouble) => `kill ${done} at ${(share * 100).toFixed(0)} %: ${trouble}`));
      tell(`kill ${done} of ${kills} at ${(share * 100).toFixed(0)} % of ${last.toFixed(1)} s: ${state.name}${state.troubles.length > 0 ? ` ${state.troubles.join("; ")}` : ""}`);
    }
    await build(source, work);
    const other = differences(publishedTree(work), end);
    if (other.length > 0) troubles.push(`after kill ${done} the next build has other ${other.join(", ")}`);
  }
  return { kills: done, late, seconds, states, troubles };
}

/** Whether the build was still alive when it was killed. */
async function killAfter(source: string, out: string, milliseconds: number): Promise<boolean> {
  const child = startDataset(["build", source, "--out", out, "--quiet", "--jobs", "2"]);
  await Promise.race([child.done, new Promise((resolve) => setTimeout(resolve, milliseconds))]);
  const alive = child.exitCode === null;
  if (alive && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  await child.done;
  return alive;
}

/** Readers go by the index: what it points to must be there, whole, and be what an undisturbed build gives. */
function stateOf(out: string, [before, after]: readonly [ReadonlyMap<string, string>, ReadonlyMap<string, string>]): { readonly name: string; readonly troubles: string[] } {
  let index: ReturnType<typeof indexOf>;
  try {
    index = indexOf(out);
  } catch (error) {
    return { name: "broken", troubles: [String(error)] };
  }
  const tree = publishedTree(out);
  const name = tree.get("versions.json") === before.get("versions.json") ? "old" : tree.get("versions.json") === after.get("versions.json") ? "new" : "neither";
  const troubles = (index?.versions ?? []).flatMap(({ version }) => damageOf(out, version).map((file) => `${version}/${file}`));
  const right = name === "new" ? after : before;
  troubles.push(...[...right].filter(([file, sum]) => tree.get(file) !== sum).map(([file]) => file));
  return { name, troubles: name === "neither" ? ["versions.json is neither the old nor the new one", ...troubles] : troubles };
}
