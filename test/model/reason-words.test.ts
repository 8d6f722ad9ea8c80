import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import { describe, expect, test } from "vitest";
import { filesBelow } from "../../src/dataset/keep/sums.ts";
import { reasonWords, sentence } from "../../src/model/finding.ts";
import { reasonInChinese } from "../../src/model/reason-words.ts";

test.each([
  ["0001-aaaaaaaa: missing file tasks.csv", "0001-aaaaaaaa：缺少文件 tasks.csv"],
  ["a/1 is gone without DEL", "a/1 不见了，却没有 DEL"],
  ["REKEY a/1 was not there", "REKEY 的 a/1 本来就没有"],
  ["tasks.csv a/1: due 2026-01-31, in notices.ndjson 2026-02-28", "tasks.csv a/1: due 2026-01-31，notices.ndjson 里是 2026-02-28"],
  ["another deadline of the task says 2026-05-31", "这项任务另一个时限是 2026-05-31"],
  ["versions.json was changed: its checksum does not fit", "versions.json 被改动，校验和不符"],
  ["ENOENT", "不存在"],
  ["invalid zip data", "“invalid zip data”"],
  ["end of central directory record signature not found. Either not a zip file, or file is truncated.", "“end of central directory record signature not found. Either not a zip file, or file is truncated.”"],
  ["CRC", "CRC"],
  ["123 bytes", "123 bytes"],
  ["不是 JSON", "不是 JSON"],
  ["unit.txt: 5", "unit.txt: 5"],
])("%s", (english, chinese) => {
  expect(reasonInChinese(english)).toBe(chinese);
});

describe("YAML that is none", () => {
  test.each(["- \"a\" b\n", "a: [b\n", "a: b: c\n", "\t- a\n", "a: \"b\n", "a: @b\n", "a: 1\na: 2\n", "a: {b, c: ]}\n", "%\n", "a: &b &c d\n", "? a\n? [\n"])("%j is told in Chinese, or quoted", (text) => {
    const { errors } = parseDocument(text, { prettyErrors: false });
    expect(errors).not.toEqual([]);
    for (const { message } of errors) expect(reasonInChinese(message).replace(/“[^”]*”/gu, "")).not.toMatch(/[a-z]{3,} [a-z]{2,}/u);
  });
});

test("every reason of our own that refuses a correction has its Chinese", async () => {
  const root = new URL("../../src/dataset/", import.meta.url);
  const refusals = (await filesBelow(root.pathname)).flatMap((name) => [...readFileSync(new URL(name, root), "utf8").matchAll(/new Refusal\((?:"([^"]+)"|`([^`]+)`)\)/gu)].map(([, plain, filled]) => plain ?? (filled ?? "").replace(/\$\{[^}]*\}/gu, "2026-01-31")));
  expect(refusals.length).toBeGreaterThan(7);
  for (const reason of refusals) expect(sentence("dataset/override-refused", { field: "due", reason }, null, "zh").replace(/\b(?:due|DEL|ADD)\b/gu, "")).not.toMatch(/[a-z]{2,}|“/u);
});

test("the code of a finding is told with its sentence", () => {
  expect(reasonWords("input/empty", "zh")).toBe("文件是空的，没有可读的内容，input/empty");
  expect(reasonWords("input/empty", "en")).toBe("The file is empty; there is nothing to read, input/empty");
  expect(reasonWords("pdf/needs-ocr", "zh")).toBe("pdf/needs-ocr");
});
