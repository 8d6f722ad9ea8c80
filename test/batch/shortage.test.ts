import { execFileSync } from "node:child_process";
import process from "node:process";
import { expect, test } from "vitest";
import { lastingIn, Shortage, shortageOf } from "../../src/batch/shortage.ts";
import { findings } from "../../src/model/finding.ts";

const error = (more: object): Error => Object.assign(new Error("words"), more);

/** An error, and the finding that it is; null for what is no shortage of the machine. */
test.each<[object, string | null]>([
  [{ code: "ENOSPC" }, "machine/disk-full"],
  [{ code: "EDQUOT" }, "machine/quota"],
  [{ code: "EFBIG" }, "machine/file-size"],
  [{ code: "EMFILE" }, "machine/open-files"],
  [{ code: "ENFILE" }, "machine/open-files"],
  [{ code: "EROFS" }, "machine/read-only"],
  [{ code: "ENOENT", syscall: "uv_cwd" }, "machine/no-folder"],
  [{ code: "EACCES" }, "machine/permission"],
  [{ code: "EIO" }, "machine/disk-fault"],
  [{ code: "ENOMEM" }, "machine/memory"],
  [{ code: "EAGAIN", syscall: "spawn node" }, "machine/processes"],
  [{ code: "EAGAIN", syscall: "read" }, null],
  [{ code: "ERR_SQLITE_ERROR", errcode: 13 }, "machine/disk-full"],
  [{ code: "ERR_SQLITE_ERROR", errcode: 778 }, "machine/disk-fault"],
  [{ code: "ERR_SQLITE_ERROR", errcode: 8 }, "machine/read-only"],
  [{ code: "ERR_SQLITE_ERROR", errcode: 1 }, null],
  [{ code: "ENOENT" }, null],
  [{ code: "ENAMETOOLONG" }, null],
  [{}, null],
])("%j is %s", (more, code) => {
  const shortage = shortageOf(error(more), "out/a.json");
  expect(shortage?.diagnostic.code ?? null).toBe(code);
  if (shortage !== null) expect(shortage.message).toContain("out/a.json");
});

test("names the path of the error where no other is known", () => {
  expect(shortageOf(error({ code: "EACCES", path: "closed", syscall: "scandir" }))?.diagnostic.params).toEqual({ name: "closed", reason: "EACCES" });
  expect(shortageOf("no error")).toBeNull();
});

test("what ends a whole run is what the next file meets too", () => {
  const of = (code: string) => lastingIn([{ code: "segment/no-task", params: {} }, { code, params: { name: "a", reason: "r" } }]);
  expect(of("machine/disk-full")).toBeInstanceOf(Shortage);
  expect(of("machine/file-size")).toBeNull();
  expect(of("output/unwritable")).toBeNull();
});

test("each finding about the machine says the path and the reason in both languages", () => {
  for (const [code, { zh, en, params }] of Object.entries(findings)) {
    if (!code.startsWith("machine/")) continue;
    expect(params).toEqual(["name", "reason"]);
    for (const text of [zh, en]) expect(text).toMatch(/\{name\}.*\{reason\}|\{reason\}.*\{name\}/u);
    expect(`${zh}${en}`).not.toMatch(/缺陷|defect/u);
  }
});

test.skipIf(process.platform === "win32")("a process that cannot be started for want of open files is no defect", () => {
  const lines = `import { openSync } from "node:fs";
import { defaultBudget } from "${new URL("../../src/batch/budget.ts", import.meta.url).href}";
import { openKeeper } from "${new URL("../../src/batch/keeper.ts", import.meta.url).href}";
const keeper = openKeeper(new URL("${new URL("./processes/moody.ts", import.meta.url).href}"), defaultBudget);
try { for (;;) openSync("/dev/null", "r"); } catch {}
await keeper.run("this").catch((error) => process.stdout.write(error.diagnostic.code));
process.exit();`;
  expect(execFileSync("bash", ["-c", 'ulimit -n 100; exec "$0" --input-type=module -e "$1"', process.execPath, lines], { encoding: "utf8" })).toBe("machine/open-files");
});
