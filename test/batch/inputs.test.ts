import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findInputs, type Inputs, type Means } from "../../src/batch/inputs.ts";
import { pathsInList } from "../../src/batch/lists.ts";
import { pathOfBytes, systemPath } from "../../src/batch/path-bytes.ts";
import { troubleOf } from "../../src/batch/search.ts";
import { shownName } from "../../src/batch/shown-name.ts";
import { samples } from "../../src/read/samples.ts";

let folder = "";
const place = (file: string, content: string | Uint8Array = "x"): void => {
  mkdirSync(systemPath(join(folder, dirname(file))), { recursive: true });
  writeFileSync(systemPath(join(folder, file)), content);
};
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "fengong-inputs-")));
  for (const file of ["a/1.html", "a/附件1.docx", "a/~$1.docx", "a/style.css", "b/1.html", "b/.hidden/2.html", "b/deep/3.pdf", "out/1.html", "odd[1].html"]) place(file);
  place("list.txt", "a/1.html\r\n\nb/*.html\n");
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const all = (words: readonly string[], more: Partial<Means> = {}): Promise<Inputs> => findInputs(words, { cwd: folder, out: join(folder, "out"), ...more });
const find = async (...words: string[]): Promise<readonly string[]> => (await all(words)).paths;
const troublesOf = ({ troubles }: Inputs): string[][] => troubles.map(({ path, code }) => [path, code]);

test.each([
  [["a/1.html", "a/1.html", "./a/1.html", "b/../a/1.html"], ["a/1.html"]],
  [["a"], ["a/1.html", "a/附件1.docx"]],
  [["b"], ["b/1.html", "b/deep/3.pdf"]],
  [["a", "**/1.html"], ["a/1.html", "a/附件1.docx", "b/1.html"]],
  [["**/*.html"], ["a/1.html", "b/1.html", "odd[1].html"]],
  [["*/*.html"], ["a/1.html", "b/1.html"]],
  [["{a,b}/1.html"], ["a/1.html", "b/1.html"]],
  [["odd[1].html"], ["odd[1].html"]],
  [["@list.txt"], ["a/1.html", "b/1.html"]],
  [["gone.html", "none/*.pdf"], ["gone.html"]],
])("%j", async (words, paths) => {
  expect(await find(...words)).toEqual(paths);
});

test("a glob by its whole path", async () => {
  expect(await find(join(folder, "*/1.html"))).toEqual([join(folder, "a/1.html"), join(folder, "b/1.html")]);
});

test("a folder without the output; what is no document is passed over, and listed", async () => {
  const { paths, passed } = await all(["."]);
  expect(paths).toEqual(["a/1.html", "a/附件1.docx", "b/1.html", "b/deep/3.pdf", "list.txt", "odd[1].html"]);
  expect(passed.map(({ path, why }) => [path, why.code]).sort()).toEqual([["a/style.css", "input/passed-by-name"], ["a/~$1.docx", "input/passed-by-name"], ["b/.hidden", "input/passed-by-name"]]);
});

describe("names that say nothing", () => {
  const docx = samples.docx();
  const words = "各县区人民政府要按照任务分工抓好落实，确保完成全年目标任务。".repeat(3);
  beforeAll(() => {
    for (const [file, content] of Object.entries({
      "通知.docx.1": docx,
      通知: docx,
      "2.关于印发通知": docx,
      "doc.tmp": docx,
      "index.do": "<!DOCTYPE html><p>x",
      "page.cgi": "<html><body>x",
      "old.pdf_": "%PDF-1.4\n",
      letter: `{\\rtf1 x}`,
      正文: words,
      "正文.txt.1": new Uint8Array(Buffer.from("b8f7cfd8c7f8c8cbc3f1d5fec8ae".repeat(5), "hex")),
      "scan.jpg": Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
      "scan.png": Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
      扫描: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
      README: "What this is.",
      "words.weird": words,
      "noise.dat": Uint8Array.of(1, 2, 3, 0, 0, 0),
      "nothing.dat": "",
      "app.xpi": Buffer.from("UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==", "base64"),
    })) place(`odd/${file}`, content);
    place("odd/.git/config", words);
  });

  test("are taken by content or passed over with a reason", async () => {
    const { paths, passed } = await all(["odd"]);
    expect(paths.map((path) => path.slice(4))).toEqual(["2.关于印发通知", "app.xpi", "doc.tmp", "index.do", "letter", "old.pdf_", "page.cgi", "正文", "正文.txt.1", "通知", "通知.docx.1"]);
    expect(Object.fromEntries(passed.map(({ path, why }) => [path.slice(4), [why.code, why.params["format"] ?? ""].join(" ").trim()]))).toEqual({
      ".git": "input/passed-by-name",
      README: "input/passed-by-content 纯文本",
      "noise.dat": "input/unknown-format",
      "nothing.dat": "input/empty",
      "scan.jpg": "input/unsupported-format JPEG 图片",
      "scan.png": "input/unsupported-format PNG 图片",
      "words.weird": "input/passed-by-content 纯文本",
      扫描: "input/unsupported-format JPEG 图片",
    });
  });

  test("what is named by itself is always taken", async () => {
    expect(await find("odd/scan.jpg", "a/style.css")).toEqual(["a/style.css", "odd/scan.jpg"]);
  });
});

describe.skipIf(process.platform !== "linux")("names that are no UTF-8", () => {
  const gbk = (bytes: string): string => pathOfBytes(Buffer.from(bytes, "latin1"));
  const [one, two] = [gbk("\xd6\xd0\xce\xc4.html"), gbk("\xce\xc4\xd6\xd0.html")];
  beforeAll(() => {
    for (const file of [one, two, gbk("\xd6\xd0/\xff.html"), "中文.html"]) place(`gbk/${file}`);
    place("gbk-list.txt", Buffer.from("gbk/\xd6\xd0\xce\xc4.html\ngbk/\xd6\xd0\xce\xc4~.html\n", "latin1"));
    place("names/通知.html");
    place("gbk-words.txt", Buffer.from("names/\xcd\xa8\xd6\xaa.html\n", "latin1"));
  });
  const shown = async (...words: string[]): Promise<string[]> => (await find(...words)).map(shownName).sort();

  test.each([
    [["gbk"], ["gbk/中~gb18030/%FF~bytes.html", "gbk/中文.html", "gbk/中文~gb18030.html", "gbk/文中~gb18030.html"]],
    [["gbk/*.html"], ["gbk/中文.html", "gbk/中文~gb18030.html", "gbk/文中~gb18030.html"]],
    [["gbk/中~gb18030/%FF~bytes.html"], ["gbk/中~gb18030/%FF~bytes.html"]],
    [["gbk/中文~gb18030.html"], ["gbk/中文~gb18030.html"]],
    [["@gbk-list.txt"], ["gbk/中文~gb18030.html", "gbk/中文~~gb18030.html"]],
    [["@gbk-words.txt"], ["names/通知.html"]],
  ])("%j", async (words, paths) => {
    expect(await shown(...words)).toEqual(paths);
  });
});

describe("lists", () => {
  test.each<[string, Buffer, string[]]>([
    ["lines", Buffer.from("a\r\n\n b\n"), ["a", " b"]],
    ["lines, the last without its end", Buffer.from("a\nb"), ["a", "b"]],
    ["NUL", Buffer.from("a\nb\0c\0"), ["a\nb", "c"]],
    ["lines, behind a mark of the byte order", Buffer.from("\ufeff通知.html\n"), ["通知.html"]],
    ["lines of UTF-16", Buffer.from("\ufeff通知.html\r\nb\r\n上下\r", "utf16le"), ["通知.html", "b", "上下\r"]],
    ["lines of UTF-16, the high byte first", Buffer.from("\ufeff通知.html\r\nb\n", "utf16le").swap16(), ["通知.html", "b"]],
    ["lines of GB18030", Buffer.from("\xd6\xd0/1.html\nb\n", "latin1"), ["\udcd6\udcd0/1.html", "b"]],
    ["nothing", Buffer.from(""), []],
    ["lines, very many", Buffer.from(Array.from({ length: 20_000 }, (_, i) => `通知/${i}.html\n`).join("")), Array.from({ length: 20_000 }, (_, i) => `通知/${i}.html`)],
  ])("are parted by %s, however they come in", async (_, bytes, paths) => {
    for (const size of [1, 3, 64, 65_536, 1_000_000].filter((one) => bytes.length / one < 20_000)) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
      const found: string[] = [];
      for await (const path of pathsInList(chunks)) found.push(path);
      expect(found).toEqual(paths);
    }
  });

  test("with a line that does not end are refused, and are not held", async () => {
    const endless = function* (): Generator<Buffer> {
      for (;;) yield Buffer.alloc(65_536, "a");
    };
    await expect(async () => {
      for await (const path of pathsInList(endless())) expect.unreachable(path);
    }).rejects.toThrow("too long");
  });

  test("are read once, and one that is not there does not stop the rest", async () => {
    for (const [file, text] of Object.entries({ "l/top.txt": "@l/left.txt\n@l/right.txt\n", "l/left.txt": "@l/end.txt", "l/right.txt": "@./l/end.txt\n@l/gone.txt\n@l", "l/end.txt": "a/1.html" })) place(file, text);
    const found = await all(["@l/top.txt"]);
    expect(found.paths).toEqual(["a/1.html"]);
    expect(found.troubles).toEqual([
      { path: "l/@gone.txt", code: "input/list-unreadable", params: { reason: "ENOENT" } },
      { path: "@l", code: "input/list-unreadable", params: { reason: "EISDIR" } },
    ]);
  });

  test.each([
    ["itself", { "loop.txt": "@loop.txt\na/1.html\n" }, "loop.txt → loop.txt"],
    ["itself by another path", { "loop.txt": "@./b/../loop.txt\na/1.html" }, "loop.txt → ./b/../loop.txt"],
    ["two lists", { "loop.txt": "@loop2.txt\na/1.html", "loop2.txt": "@loop.txt" }, "loop.txt → loop2.txt → loop.txt"],
    ["three lists, the second of them", { "loop.txt": "a/1.html\n@loop2.txt", "loop2.txt": "@loop3.txt", "loop3.txt": "@loop2.txt" }, "loop2.txt → loop3.txt → loop2.txt"],
    ["many times", { "loop.txt": "@loop.txt\n".repeat(1000) + "a/1.html" }, "loop.txt → loop.txt"],
  ])("a list that names %s is refused there", async (_, files, chain) => {
    for (const [file, text] of Object.entries(files)) place(file, text);
    const { paths, troubles } = await all(["@loop.txt"]);
    expect(paths).toEqual(["a/1.html"]);
    expect(troubles[0]).toMatchObject({ code: "input/list-loop", params: { chain } });
  });

  test("have remarks, unless a file is called so", async () => {
    place("remarks/a.html");
    place("remarks/#b.html");
    writeFileSync(join(folder, "remarks/list"), "# 第一批\nremarks/a.html\n#remarks/a.html\nremarks/#b.html\n");
    const found = await all(["@remarks/list"]);
    expect(found).toMatchObject({ paths: ["remarks/#b.html", "remarks/a.html"], troubles: [] });
  });

  test("a device is no list", async () => {
    expect(troublesOf(await all(["@/dev/zero"]))).toEqual([["/dev/@zero", "input/list-unreadable"]]);
  });
});

describe("bounds", () => {
  test.each([["/**/*"], ["/**"], ["/**/*.html"], ["/*/**/x.html"], ["/"], ["../../../../../../../../../../../../**/*"]])("%s asks for the whole machine and is refused; the rest is read", async (word) => {
    place("wild.txt", `${word}\na/1.html`);
    for (const words of [[word, "a/1.html"], ["@wild.txt"]]) {
      const found = await all(words);
      expect(found.paths).toEqual(["a/1.html"]);
      expect(troublesOf(found)).toEqual([[word, "input/whole-machine"]]);
    }
  });

  test("each folder that was named and not looked at to its end is said", async () => {
    for (let i = 0; i < 3; i++) place(`full/${i}/x.html`);
    const found = await all(["full/0", "full/1", "full/2", "a/1.html"], { most: 1 });
    expect(found.paths).toEqual(["a/1.html", "full/0/x.html"]);
    expect(troublesOf(found)).toEqual([["full/1", "limit/entries"], ["full/2", "limit/entries"]]);
    expect(troublesOf(await all(["full/0", "full/1"], { most: 2 }))).toEqual([]);
  });

  test("no more than so many entries are looked at, and that is said", async () => {
    for (let i = 0; i < 30; i++) place(`many/${i % 3}/${i}.html`);
    for (const word of ["many", "many/**/*.html"]) {
      const found = await all([word, "a/1.html"], { most: 15 });
      expect(found.paths.length).toBeLessThanOrEqual(13);
      expect(found.paths).toContain("a/1.html");
      expect(troublesOf(found)).toEqual([["many", "limit/entries"]]);
    }
    expect((await all(["many"], { most: 60 })).paths).toHaveLength(30);
  });

  test.each([
    ["EMFILE", "machine/open-files"],
    ["ENFILE", "machine/open-files"],
    ["EACCES", "input/permission"],
    ["EPERM", "input/permission"],
    ["ENAMETOOLONG", "input/too-deep"],
    ["EIO", "input/unreadable"],
    ["ELOOP", "input/unreadable"],
    ["ENOENT", undefined],
  ])("a folder of which the system says %s: %s", (code, said) => {
    expect(troubleOf("x", Object.assign(new Error(code), { code }))?.code).toBe(said);
  });

  test("a folder that is too deep is said once", async () => {
    const name = "深".repeat(80);
    place("far/near.html");
    let below = join(folder, "far");
    const before = process.cwd();
    try {
      process.chdir(below);
      for (let i = 0; i < 18; i++) {
        mkdirSync(name);
        process.chdir(name);
        below = join(below, name);
      }
      writeFileSync("low.html", "x");
    } finally {
      process.chdir(before);
    }
    const found = await all(["far", "a/1.html"]);
    expect(found.paths).toEqual(["a/1.html", "far/near.html"]);
    expect(found.troubles.map(({ code }) => code)).toEqual(["input/too-deep"]);
    expect((await all(["far/**/*.html"])).troubles.map(({ code }) => code)).toEqual(["input/too-deep"]);
  });
});

describe("a dataset of ours in a folder", () => {
  beforeAll(() => {
    for (const name of ["1.html", "published/versions.json", "published/artifacts/0001-00000000/README.md", "published/artifacts/0001-00000000/tasks.xlsx", "halves/versions.json", "halves/artifacts.html"]) place(`shelf/${name}`);
  });

  test("is no source, and that is said", async () => {
    const found = await all(["shelf"]);
    expect(found.paths).toEqual(["shelf/1.html", "shelf/halves/artifacts.html"]);
    expect(found.passed.map(({ path, why }) => [path, why.code])).toContainEqual(["shelf/published", "input/passed-dataset"]);
  });

  test("is none for a pattern either", async () => {
    const found = await all(["shelf/**/*.{html,xlsx,md}"]);
    expect(found.paths).toEqual(["shelf/1.html", "shelf/halves/artifacts.html"]);
    expect(found.passed.map(({ why }) => why.code)).toEqual(["input/passed-dataset"]);
    expect((await all(["shelf/published/**/*.xlsx"])).paths).toEqual(["shelf/published/artifacts/0001-00000000/tasks.xlsx"]);
  });

  test("is read when it is named", async () => {
    expect((await all(["shelf/published"])).paths).toContain("shelf/published/artifacts/0001-00000000/tasks.xlsx");
  });
});

describe("links in a folder", () => {
  beforeAll(() => {
    place("away/secret.html");
    place("away/deep/secret.html");
    place("tree/own/1.html");
    for (const [link, target] of Object.entries({
      "tree/out.html": "../away/secret.html",
      "tree/out": "../away",
      "tree/up": "..",
      "tree/self": ".",
      "tree/same.html": "own/1.html",
      "tree/inner": "own",
      "tree/broken.html": "nowhere.html",
      "tree/loop.html": "loop.html",
      "tree/plain.css": "../a/style.css",
    })) symlinkSync(target, join(folder, link));
  });

  test("that lead outside are said and not followed", async () => {
    const found = await all(["tree"]);
    expect(found.paths).toEqual(["tree/broken.html", "tree/loop.html", "tree/own/1.html", "tree/same.html"]);
    expect(troublesOf(found).sort()).toEqual([["tree/out", "input/link-outside"], ["tree/out.html", "input/link-outside"], ["tree/up", "input/link-outside"]]);
    expect(found.passed.map(({ path, why }) => [path, why.code])).toEqual([["tree/inner", "input/passed-link"], ["tree/plain.css", "input/passed-by-name"], ["tree/self", "input/passed-link"]]);
  });

  test("that lead outside are said of a glob, too", async () => {
    const found = await all(["tree/**/*.html"]);
    expect(found.paths).toEqual(["tree/broken.html", "tree/loop.html", "tree/own/1.html", "tree/same.html"]);
    expect(found.troubles.map(({ path, code }) => [path.slice(path.indexOf("tree")), code]).sort()).toEqual([["tree/out", "input/link-outside"], ["tree/out.html", "input/link-outside"], ["tree/up", "input/link-outside"]]);
  });

  test("are followed when that is asked for, each folder once", async () => {
    const { paths, troubles } = await all(["tree"], { followLinks: true });
    expect(troubles.filter(({ code }) => code === "input/link-outside")).toEqual([]);
    expect(paths).toContain("tree/out.html");
    expect(paths.filter((path) => path.endsWith("secret.html")).length).toBe(2);
    expect(paths.filter((path) => path.endsWith("own/1.html") || path.endsWith("inner/1.html")).length).toBe(1);
  });

  test("one that is named by itself is what was named", async () => {
    expect(await find("tree/out", "tree/out.html")).toEqual(["tree/out.html", "tree/out/deep/secret.html", "tree/out/secret.html"]);
  });
});
