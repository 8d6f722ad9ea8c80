import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { examine } from "../../src/cli/doctor.ts";

test.skipIf(process.platform !== "linux")("names that are no UTF-8 are tried, and shown as everywhere", async () => {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  await examine({ stdin, stdout, stderr, language: "en" });
  expect(String(stdout.read())).toMatch(/✓ names not in UTF-8\s+中文~gb18030\.html/u);
});
