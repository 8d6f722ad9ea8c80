import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { areSmall } from "../../src/batch/small.ts";

const folder = mkdtempSync(join(tmpdir(), "fengong-small-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const file = (path: string, bytes?: Uint8Array): Parameters<typeof areSmall>[0][number] => ({
  path, name: path, role: "notice", label: null, uri: null, ...(bytes === undefined ? {} : { bytes }),
});
const written = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const page = "<!DOCTYPE html><title>分工</title><p>一、市水利局牵头。";

describe("short notices are", () => {
  test.each([
    ["a page", page],
    ["a page behind a mark and an empty line", `\ufeff\r\n${page}`],
    ["plain text", "关于印发重点工作分工的通知\n\t一、市水利局牵头。\r\n"],
    ["text of 64 kB", "字".repeat(21_845)],
  ])("%s", async (name, content) => {
    expect(await areSmall([file(written(`${name}.x`, content))])).toBe(true);
    expect(await areSmall([file("-", Buffer.from(content))])).toBe(true);
  });
});

describe("no short notices are", () => {
  test.each([
    ["longer pages", page + " ".repeat(65_536)],
    ["PDF", "%PDF-1.7\n%"],
    ["packages", "PK\u0003\u0004"],
    ["XML, which can hold packages", '<?xml version="1.0"?><pkg:package/>'],
    ["RTF, which can hold pictures", "{\\rtf1 ..."],
    ["mails, which can hold anything", "MIME-Version: 1.0\n\n"],
    ["mails of a mailbox", "From a@example.com Mon\n"],
    ["text in two bytes a character", "\ufffe\u0000分"],
    ["nothing but spaces", "   \n"],
  ])("%s", async (name, content) => {
    expect(await areSmall([file(written(`${name}.x`, content))])).toBe(false);
    expect(await areSmall([file("-", Buffer.from(content))])).toBe(false);
  });

  test("several that are too long together", async () => {
    const half = file(written("half.txt", "字".repeat(15_000)));
    expect([await areSmall([half]), await areSmall([half, half])]).toEqual([true, false]);
  });

  test("folders, pipes and what is not there", async () => {
    expect(await areSmall([file(folder)])).toBe(false);
    expect(await areSmall([file(join(folder, "gone.html"))])).toBe(false);
    if (process.platform === "win32") return;
    execFileSync("mkfifo", [join(folder, "pipe.html")]);
    expect(await areSmall([file(join(folder, "pipe.html"))])).toBe(false);
  });
});
