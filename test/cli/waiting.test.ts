import { setTimeout as sleep } from "node:timers/promises";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { openWaiting } from "../../src/cli/waiting.ts";

const said = (stream: PassThrough): string => String(stream.read() ?? "");

test("a terminal sees what is read, and the line goes before anything else is said", async () => {
  const stderr = Object.assign(new PassThrough(), { isTTY: true });
  const waiting = openWaiting({ stderr }, true, "zh");
  waiting.at("2/3 通\u001b[31m知.pdf");
  await sleep(1200);
  expect(said(stderr)).toMatch(/^\r\u001b\[K正在读取 2\/3 通[^\u001b]*知.pdf · 已用 0:0\d$/u);
  waiting.stderr.write("警告\n");
  expect(said(stderr)).toBe("\r\u001b[K警告\n");
  waiting.at(null);
  await sleep(1200);
  expect(said(stderr)).toBe("");
  waiting.end();
});

test("a file or a pipe sees nothing", async () => {
  const stderr = new PassThrough();
  const waiting = openWaiting({ stderr }, true, "en");
  waiting.at("notice.pdf");
  await sleep(1100);
  waiting.stderr.write("note\n");
  waiting.end();
  expect(said(stderr)).toBe("note\n");
});
