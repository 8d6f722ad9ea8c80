import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { combineExits, exitCodes, exitOf, type Exit } from "../../src/cli/exit-codes.ts";
import { diagnose } from "../../src/model/context.ts";
import type { FindingCode } from "../../src/model/finding.ts";

const error = diagnose("limit/cells");
const warning = diagnose("unit/blank-cell");
const info = diagnose("segment/no-task");

describe("exitOf a failed file", () => {
  test.each<[FindingCode, Exit]>([
    ["input/not-found", "input"],
    ["input/directory", "input"],
    ["input/permission", "input"],
    ["input/special", "input"],
    ["input/unreadable", "input"],
    ["input/empty", "input"],
    ["input/unknown-format", "failed"],
    ["input/unsupported-format", "failed"],
    ["html/no-text", "failed"],
    ["limit/bytes", "limit"],
    ["limit/time", "limit"],
    ["limit/memory", "limit"],
    ["limit/depth", "limit"],
    ["internal/crash", "defect"],
    ["machine/disk-full", "machine"],
    ["machine/file-size", "machine"],
    ["output/unwritable", "machine"],
  ])("%s -> %s", (code, exit) => {
    expect(exitOf({ status: "failed", diagnostics: [info, warning, diagnose(code)] }, null)).toBe(exit);
  });
});

describe("exitOf a file that was read", () => {
  test.each([
    [[], "error", "ok"],
    [[info], "warning", "ok"],
    [[warning], null, "ok"],
    [[warning], "error", "ok"],
    [[warning], "warning", "findings"],
    [[error], null, "ok"],
    [[error], "error", "findings"],
    [[error], "warning", "findings"],
  ] as const)("%j with --fail-on %s -> %s", (diagnostics, failOn, exit) => {
    expect(exitOf({ status: "success", diagnostics }, failOn)).toBe(exit);
  });

  test("in part only is said, unless what was asked for was found", () => {
    expect(exitOf({ status: "partial", diagnostics: [error] }, null)).toBe("partial");
    expect(exitOf({ status: "partial", diagnostics: [error] }, "error")).toBe("findings");
    expect(exitOf({ status: "empty", diagnostics: [error] }, null)).toBe("ok");
  });
});

describe("combineExits", () => {
  test.each<[Exit[], Exit]>([
    [[], "ok"],
    [["ok", "ok"], "ok"],
    [["ok", "findings"], "findings"],
    [["findings", "limit", "ok"], "limit"],
    [["ok", "partial"], "partial"],
    [["partial", "findings"], "findings"],
    [["partial", "input"], "input"],
    [["input", "input"], "input"],
    [["input", "limit"], "failed"],
  ])("%j -> %s", (exits, exit) => {
    expect(combineExits(exits)).toBe(exit);
  });
});

test("docs/command.md lists each exit code with its meaning", () => {
  const page = readFileSync(new URL("../../docs/command.md", import.meta.url), "utf8");
  for (const { code, zh, en } of Object.values(exitCodes)) expect(page).toContain(`| ${code} | ${zh} | ${en} |`);
});
