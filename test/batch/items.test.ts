import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findInputs, ListError, pathsInList } from "../../src/batch/inputs.ts";
import type { Item } from "../../src/batch/item.ts";
import { asOne, byFolder, fromManifest, ManifestError } from "../../src/batch/items.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-items-"));
  for (const file of ["a/1.html", "a/附件1.docx", "a/~$1.docx", "a/style.css", "b/1.html", "b/.hidden/2.html", "b/deep/3.pdf", "out/1.html", "odd[1].html"]) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), "x");
  }
  writeFileSync(join(folder, "list.txt"), "a/1.html\r\n\nb/*.html\n");
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const find = async (...words: string[]): Promise<readonly string[]> => (await findInputs(words, { cwd: folder, out: join(folder, "out") })).paths;
const brief = (item: Item): string[] => item.files.map(({ name, role, label }) => [name, role, label ?? ""].join(" ").trim());

describe("findInputs", () => {
  test.each([
    [["a/1.html", "a/1.html"], ["a/1.html"]],
    [["a"], ["a/1.html", "a/附件1.docx"]],
    [["b"], ["b/1.html", "b/deep/3.pdf"]],
    [["**/*.html"], ["a/1.html", "b/1.html", "odd[1].html"]],
    [["odd[1].html"], ["odd[1].html"]],
    [["@list.txt"], ["a/1.html", "b/1.html"]],
    [["gone.html", "none/*.pdf"], ["gone.html", "none/*.pdf"]],
  ])("%j", async (words, paths) => {
    expect(await find(...words)).toEqual(paths);
  });

  test("a folder without the output and without what is no document", async () => {
    const { paths, passed } = await findInputs(["."], { cwd: folder, out: join(folder, "out") });
    expect(paths).toEqual(["a/1.html", "a/附件1.docx", "b/1.html", "b/deep/3.pdf", "list.txt", "odd[1].html"]);
    expect(passed).toBe(2);
  });

  test("a list that is not there", async () => {
    await expect(find("@gone.txt")).rejects.toThrow(ListError);
  });

  test("lists are parted by lines or by NUL", () => {
    expect(pathsInList("a\r\n\n b\n")).toEqual(["a", " b"]);
    expect(pathsInList("a\nb\0c\0")).toEqual(["a\nb", "c"]);
  });
});

describe("several files as one notice", () => {
  test("by folder", async () => {
    const items = byFolder((await find("a", "b")).map((path) => join(folder, path)), folder);
    expect(items.map(brief)).toEqual([["a/1.html letter", "a/附件1.docx attachment 附件1"], ["b/1.html notice"], ["b/deep/3.pdf notice"]]);
  });

  test("as named", () => {
    expect(brief(asOne(["x/l.pdf", "x/附件2.docx", "x/other.docx"].map((file) => join(folder, file)) as [string], folder))).toEqual([
      "x/l.pdf letter",
      "x/附件2.docx attachment 附件2",
      "x/other.docx attachment",
    ]);
  });

  const manifest = (text: string): Promise<Item[]> => {
    writeFileSync(join(folder, "a", "m.json"), text);
    return fromManifest(join(folder, "a", "m.json"), folder);
  };
  const entries = [{ file: "附件1.docx", partOf: "1.html", label: "附件1" }, { file: "1.html", year: 2020, uri: "https://example.gov.cn/1.html" }, { file: "../b/1.html" }];

  test.each([
    ["a list", JSON.stringify(entries, null, 1)],
    ["an object with files", JSON.stringify({ files: entries })],
    ["NDJSON", entries.map((entry) => `${JSON.stringify(entry)}\n`).join("")],
  ])("by manifest: %s", async (_, text) => {
    const items = await manifest(text);
    expect(items.map(brief)).toEqual([["a/1.html letter", "a/附件1.docx attachment 附件1"], ["b/1.html notice"]]);
    expect(items.map(({ options }) => options)).toEqual([{ year: 2020 }, {}]);
    expect(items[0]?.files[0].uri).toBe("https://example.gov.cn/1.html");
  });

  test("a letter that only its attachments name", async () => {
    expect((await manifest('{"file":"附件1.docx","partOf":"1.html"}')).map(brief)).toEqual([["a/1.html letter", "a/附件1.docx attachment"]]);
  });

  test.each(["{nope", "[{}]", '[{"file":"a","year":"x"}]'])("%s is no manifest", async (text) => {
    await expect(manifest(text)).rejects.toThrow(ManifestError);
  });
});
