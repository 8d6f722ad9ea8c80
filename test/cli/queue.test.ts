/** `fengong queue` before there is a queue. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { page, plant, run } from "../batch/tree-of.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-queue-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the command", () => {
  test.each([
    ["no queue", ["queue", "add", "x.html"], "--queue"],
    ["no address", ["queue", "add", "x.html", "--queue", "mysql://127.0.0.1"], "postgres://"],
    ["no output folder", ["queue", "reconcile", "x.html", "--queue", "redis://127.0.0.1:1"], "--out"],
  ])("refuses %s", async (_, args, said) => {
    plant(folder, { "x.html": page("甲") });
    const { code, out, err } = await run(args, folder);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(said);
  });
});
