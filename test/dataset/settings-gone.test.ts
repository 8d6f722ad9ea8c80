/** Gates that go with a file are not missed in silence. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { page, plant } from "../batch/tree-of.ts";
import { runDataset } from "./command.ts";

test("a dataset.yaml that was there for the version before and is gone is said, also with --quiet, once", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fengong-settings-"));
  const said = async (): Promise<boolean> => {
    const { code, stderr } = await runDataset(["build", join(folder, "in"), "--out", join(folder, "out"), "--quiet", "--lang", "zh"]);
    expect(code).toBe(0);
    return stderr.includes("上一版用了 dataset.yaml");
  };
  try {
    plant(folder, { "in/1.html": page("甲"), "in/dataset.yaml": "formats: [ndjson]\ngates: { failedReadings: 0 }\n" });
    expect(await said()).toBe(false);
    rmSync(join(folder, "in/dataset.yaml"));
    writeFileSync(join(folder, "in/2.html"), page("乙"));
    expect(await said()).toBe(true);
    expect(await said()).toBe(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
