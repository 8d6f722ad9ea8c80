/** A dose of `node test/hostile/disk.ts`: small file systems that fill up, and kills there. */
import { spawnSync } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const program = fileURLToPath(new URL("disk.ts", import.meta.url));

test.each(["batch", "dataset,publish"])("%s on disks that fill up, and killed there, loses nothing and says what was short", (only) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, "--only", only, "--sizes", "5", "--kills", "6"], { encoding: "utf8" });
  if (stdout.startsWith("skipped: ")) console.log(stdout.trim());
  // As one text: a list is cut short where the failure is told.
  expect(`${status === 0 ? "" : stdout}${stderr}`).toBe("");
  expect(status).toBe(0);
});
