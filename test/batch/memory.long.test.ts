/** A process that reads keeps nothing of the notices that it has read. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const at = (file: string): string => JSON.stringify(fileURLToPath(new URL(file, import.meta.url)));

/** Reads 6,000 notices, and tells what is held when 2,000 and when all were read, in bytes. */
const program = `
  import { readJob } from ${at("../../src/batch/read-job.ts")};
  import { page } from ${at("tree-of.ts")};
  const held = [];
  for (let i = 1; i <= 6_000; i++) {
    const bytes = new TextEncoder().encode(page("完成第" + i + "项工作，推进改革。"));
    const file = { path: "-", name: "in/" + i + ".html", role: "notice", label: null, uri: null, bytes };
    await readJob({ files: [file], options: {}, pretty: false, output: null, kept: null });
    if (i % 2_000 !== 0) continue;
    for (let k = 0; k < 4; k++) gc();
    const { heapUsed, external } = process.memoryUsage();
    held.push(heapUsed + external);
  }
  console.log(JSON.stringify(held));`;

test("of 4,000 more it holds no more than half a kilobyte each", () => {
  const { stdout, stderr } = spawnSync(process.execPath, ["--expose-gc", "--no-regexp-tier-up", "--input-type=module", "-e", program], { encoding: "utf8" });
  if (stdout === "") throw new Error(stderr.slice(0, 500));
  const [first = 0, , last = 0] = JSON.parse(stdout) as number[];
  expect(last - first).toBeLessThan(4_000 * 500);
});
