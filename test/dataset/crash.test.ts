/** A crash at every kind of operation on files, wherever one follows another: what is published is the old or the new version, whole, and the next build ends as if nothing had been. */
import { cpSync, readFileSync, statSync, truncateSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { draftsOf } from "../../src/batch/whole.ts";
import type { Disk } from "../../src/dataset/keep/disk.ts";
import { publish } from "../../src/dataset/publish/publish.ts";
import { publishEdition } from "../../src/dataset/publish/publish-edition.ts";
import { verify } from "../../src/dataset/keep/verify.ts";
import { loadVersions } from "../../src/dataset/keep/versions.ts";
import { editionOf, twoNotices, withWords } from "./editions.ts";
import { contents, emptyFolder, inFolder, quickDisk, settingsOf } from "./folders.ts";

class Crash extends Error {}

/** A disk that dies at one of its operations, with that operation half done; it counts them. */
function dying(at: number): { readonly disk: Disk; readonly steps: readonly string[] } {
  const steps: string[] = [];
  const dies = (step: string): boolean => steps.push(step) === at;
  const crash = (): never => {
    throw new Crash();
  };
  return {
    steps,
    disk: {
      makeFolder: async (path) => (dies("makeFolder") ? crash() : quickDisk.makeFolder(path)),
      settle: async (path) => (dies("settle") ? crash() : quickDisk.settle(path)),
      write: async (path, pieces) => {
        const half = dies("write");
        const sum = await quickDisk.write(path, pieces);
        if (!half) return sum;
        truncateSync(path, Math.floor(sum.bytes / 2));
        return crash();
      },
      replace: async (path, text) => {
        if (!dies("replace")) return quickDisk.replace(path, text);
        await quickDisk.write(join(dirname(path), `${draftsOf(basename(path))}1-1.draft`), [text.slice(0, text.length / 2)]);
        return crash();
      },
      copy: async (from, to) => {
        const half = dies("copy");
        await quickDisk.copy(from, to);
        if (half) {
          truncateSync(to, Math.floor(readFileSync(to).length / 2));
          crash();
        }
      },
      rename: async (from, to) => (dies("rename") ? crash() : quickDisk.rename(from, to)),
      remove: async (path) => {
        if (!dies("remove")) return quickDisk.remove(path);
        if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) await quickDisk.remove(join(path, "README.md"));
        return crash();
      },
    },
  };
}

const now = "2026-11-26T00:00:00Z";
const settings = settingsOf("formats: [ndjson]\nkeep: 1\ngates: { failedShare: 1 }");
const first = editionOf({ notices: twoNotices.slice(0, 1) });
const second = editionOf({ version: "0002-bbbbbbbb", previous: first.version, notices: withWords("别的").slice(0, 1), issues: [] });

/** Steps, counted from 1: the first and the last of each run of one operation. */
function turns(steps: readonly string[]): number[] {
  return steps.flatMap((step, i) => (step === steps[i - 1] && step === steps[i + 1] ? [] : [i + 1]));
}

/** Crashes at such steps in turn; `check` looks at what is there, before and after it was done again. */
async function atEachStep(prepare: (folder: string) => Promise<void>, run: (folder: string, disk: Disk) => Promise<unknown>, check: (folder: string) => Promise<void>): Promise<number> {
  const template = emptyFolder();
  await prepare(template);
  const whole = await inFolder(async (folder) => {
    cpSync(template, folder, { recursive: true });
    const { disk, steps } = dying(0);
    await run(folder, disk);
    return { steps, files: await contents(folder) };
  });
  for (const step of turns(whole.steps)) {
    await inFolder(async (folder) => {
      cpSync(template, folder, { recursive: true });
      await expect(run(folder, dying(step).disk), `step ${step}`).rejects.toThrow(Crash);
      await check(folder);
      await run(folder, quickDisk);
      expect(await contents(folder), `step ${step}`).toEqual(whole.files);
    });
  }
  return whole.steps.length;
}

describe("a crash", () => {
  test("of a build", async () => {
    const seen = new Set<string | null>();
    const steps = await atEachStep(
      async (out) => {
        await publishEdition(first, { out, settings, now, disk: quickDisk });
      },
      (out, disk) => publishEdition(second, { out, settings, now, disk }),
      async (out) => {
        const { versions } = await loadVersions(out);
        seen.add(versions?.lastSuccessful ?? null);
        // Complete and not yet entered is the one thing that may be found; readers go by versions.json.
        expect((await verify(out)).filter(({ kind }) => kind !== "stranger")).toEqual([]);
      },
    );
    expect(steps).toBeGreaterThan(30);
    expect(seen).toEqual(new Set([first.version, second.version]));
  });

  test("of a copy", async () => {
    const source = emptyFolder();
    await publishEdition(first, { out: source, settings, now, disk: quickDisk });
    await atEachStep(
      async (target) => {
        await quickDisk.makeFolder(target);
      },
      (target, disk) => publish(source, target, { disk }),
      async (target) => {
        const { versions } = await loadVersions(target);
        expect([null, first.version]).toContain(versions?.lastSuccessful);
        // Before the index is there, nothing is published: that is all that may be said.
        const early = versions?.lastSuccessful === null ? ["nothing", "index"] : [];
        expect((await verify(target)).filter(({ kind }) => kind !== "stranger" && !early.includes(kind))).toEqual([]);
      },
    );
  });
});
