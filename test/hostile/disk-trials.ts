/** Trials of a command on small file systems. After each, what stands is whole, and with room the next run gives what an undisturbed one gives. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Chance } from "./chance.ts";
import type { Kind } from "./disk-kinds.ts";
import { halvesIn, runOn, wrongEnd, type Ended } from "./disk-runs.ts";
import { close, mount, resize, unmount } from "./small-disk.ts";

/** How often what came of a trial, and what went wrong. */
export interface Figures {
  readonly counts: ReadonlyMap<string, number>;
  readonly troubles: readonly string[];
}

/** On a disk of each size: the command, what it left, and the command again with room. */
export async function onSizes(kind: Kind, sizes: readonly number[]): Promise<Figures> {
  const figures = openFigures();
  for (const kib of sizes) {
    await onDisk(kind, kib, async () => {
      const ended = await runOn(kind.args, kind.cwd);
      figures.count(ended.code === 0 ? "went through" : "stopped and said so");
      figures.add(`${kib} KiB`, [...wrongEnd(ended), ...standing(kind), ...halves(kind)]);
      if (ended.code !== 0) figures.add(`${kib} KiB, again`, await goOn(kind));
    });
  }
  return figures;
}

/** On a disk on which nobody may write: told as that, and what stands there is as it was. */
export async function onReadOnly(kind: Kind): Promise<Figures> {
  const figures = openFigures();
  await onDisk(kind, 100_000, async () => {
    close(kind.disk);
    const ended = await runOn(kind.args, kind.cwd);
    figures.count(ended.code === 7 ? "stopped and said so" : "ended otherwise");
    figures.add("read-only", [...wrongEnd(ended), ...(ended.err.includes("machine/read-only") ? [] : [ended.err]), ...standing(kind)]);
  });
  return figures;
}

/** Kills, some in a row on one disk, at moments spread over a run; the disk has room for all, for most, or for little. */
export async function onKills(kind: Kind, kills: number, chance: Chance): Promise<Figures> {
  const figures = openFigures();
  for (let killed = 0; killed < kills; ) {
    const kib = kind.least + 4 + chance.below(Math.ceil((kind.most - kind.least) * 1.3));
    await onDisk(kind, kib, async () => {
      for (let row = 1 + chance.below(5); row > 0 && killed < kills; row--) {
        const moment = { folder: kind.disk, kib: kind.least + chance.below(Math.max(1, Math.min(kib, kind.most) - kind.least)), milliseconds: chance.below(chance.once(3) ? 1000 : 60) };
        const ended = await runOn(row % 2 === 0 ? kind.again : kind.args, kind.cwd, moment);
        if (ended.killed) killed++;
        figures.count(ended.killed ? "killed" : ended.code === 0 ? "were over before" : "had stopped before");
        figures.add(`${kib} KiB, killed at ${moment.kib} KiB + ${moment.milliseconds} ms`, [...(ended.killed ? ended.troubles : wrongEnd(ended)), ...standing(kind)]);
      }
      figures.add(`${kib} KiB, after kills`, await goOn(kind));
    });
  }
  return figures;
}

async function onDisk(kind: Kind, kib: number, work: () => Promise<void>): Promise<void> {
  mount(kind.disk, 100_000);
  try {
    kind.prepare();
    resize(kind.disk, kib);
    await work();
  } finally {
    unmount(kind.disk);
  }
}

/** What is wrong after the same command with room enough. */
async function goOn(kind: Kind): Promise<string[]> {
  resize(kind.disk, 100_000);
  const ended: Ended = await runOn(kind.again, kind.cwd);
  return [...(ended.code === 0 ? [] : [`exit ${ended.code ?? "by signal"}: ${ended.err.slice(0, 300)}`]), ...ended.troubles, ...kind.wrongAtEnd(), ...halves(kind)];
}

function standing(kind: Kind): string[] {
  try {
    return kind.wrongNow();
  } catch (error) {
    return [String(error)];
  }
}

function halves({ disk }: Kind): string[] {
  const out = join(disk, "out");
  return existsSync(out) ? halvesIn(out).map((name) => `${name} is left over`) : [];
}

function openFigures(): Figures & { readonly count: (name: string) => void; readonly add: (where: string, found: readonly string[]) => void } {
  const counts = new Map<string, number>();
  const troubles: string[] = [];
  return {
    counts,
    troubles,
    count: (name) => {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
    add: (where, found) => {
      troubles.push(...found.map((trouble) => `${where}: ${trouble}`));
    },
  };
}
