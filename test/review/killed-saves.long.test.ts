/**
 * Killed in the middle of a save: every decision that was answered is there, the one under way is there as a whole or not at all, and nothing
 * is torn. `FENGONG_KILLS=500` kills as often as the study asks.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { filesIn, openDeciding } from "./decisions.ts";

const kills = Number(process.env["FENGONG_KILLS"] ?? 25);
const folder = mkdtempSync(join(tmpdir(), "fengong-killed-"));
const [work, mirror] = [join(folder, "work"), join(folder, "mirror")];
afterAll(() => { rmSync(folder, { recursive: true }); });

/** Lets a process decide from a number on, kills it so many milliseconds after its first answer, and gives what it answered. */
async function killedAfter(milliseconds: number, first: number): Promise<string[]> {
  const child = spawn(process.execPath, [fileURLToPath(new URL("deciding.ts", import.meta.url)), work, String(first)], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (bytes: Buffer) => (said += bytes.toString()));
  await Promise.race([once(child.stdout, "data"), once(child, "close")]);
  await new Promise((done) => setTimeout(done, milliseconds));
  child.kill("SIGKILL");
  if (child.exitCode === null && child.signalCode === null) await once(child, "close");
  return said.split("\n").slice(0, -1).map((line) => line.split(" ")[1] ?? "");
}

test(`${kills} times`, async () => {
  for (const path of [work, mirror]) mkdirSync(path, { recursive: true });
  // The same decisions, in peace.
  const peace = openDeciding(filesIn(mirror));
  const found = { old: 0, new: 0 };
  let [number, now] = [0, (await peace.store.load()).revision];
  for (let kill = 0; kill < kills; kill++) {
    // Moments spread over some saves, each a fraction further than the one before.
    const answered = await killedAfter((kill * 7.3) % 131, number);
    expect(answered.length, "it decided something").toBeGreaterThan(0);
    for (const revision of answered) {
      now = await peace.decide(number++);
      expect(revision, `decision ${number - 1}`).toBe(now);
    }
    const left = await openDeciding(filesIn(work)).store.load();
    expect(left.readOnly).toBeNull();
    if (left.revision === now) found.old++;
    else {
      now = await peace.decide(number++);
      expect(left.revision, `decision ${number - 1} is there as a whole`).toBe(now);
      found.new++;
    }
    if ((kill + 1) % 100 === 0) console.log(`killed ${kill + 1} times`, found);
    // Files grow; the same few tasks are decided about again and again.
    if (number > 400) {
      for (const path of [work, mirror]) rmSync(join(path, "reviews.ndjson"), { force: true });
      now = (await peace.store.load()).revision;
    }
  }
  console.log(`killed ${kills} times while ${number} decisions were written: ${found.old} times the one under way was not there, ${found.new} times it was there as a whole`);
  // What killed processes leave beside the files is taken away by the next save.
  await openDeciding(filesIn(work)).decide(number);
  expect(readdirSync(work).filter((name) => !["overrides.yaml", "gold.csv", "reviews.ndjson"].includes(name))).toEqual([]);
}, 60_000 + kills * 30_000);
