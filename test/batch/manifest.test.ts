import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Item } from "../../src/batch/item.ts";
import { fromManifest, ManifestError } from "../../src/batch/manifest.ts";
import { systemPath, pathOfBytes } from "../../src/batch/path-bytes.ts";

let folder = "";
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "fengong-manifest-")));
  for (const file of ["a/1.html", "a/附件1.docx", "b/1.html", "secret/private.html", pathOfBytes(Buffer.from("a/\xd6\xd0\xce\xc4.html", "latin1"))]) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(systemPath(join(folder, file)), "x");
  }
  symlinkSync("../secret/private.html", join(folder, "a/link.html"));
  symlinkSync("../secret", join(folder, "a/way"));
  symlinkSync("1.html", join(folder, "a/same.html"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const brief = (item: Item): string[] => item.files.map(({ name, role, label }) => [name, role, label ?? ""].join(" ").trim());
const manifest = (text: string, bounds: Partial<Parameters<typeof fromManifest>[1]> = {}): Promise<Item[]> => {
  writeFileSync(join(folder, "a", "m.json"), text);
  return fromManifest(join(folder, "a", "m.json"), { base: folder, ...bounds });
};
const entries = [{ file: "附件1.docx", partOf: "1.html", label: "附件1" }, { file: "1.html", year: 2020, uri: "https://example.gov.cn/1.html" }, { file: "../b/1.html" }];

test.each([
  ["a list", JSON.stringify(entries, null, 1)],
  ["an object with files", JSON.stringify({ files: entries })],
  ["NDJSON", entries.map((entry) => `${JSON.stringify(entry)}\n`).join("")],
])("%s", async (_, text) => {
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

test.each<[what: string, make: (path: string) => void, said: RegExp]>([
  ["a pipe", (path) => execFileSync("mkfifo", [path]), /input\/special/u],
  ["a device", (path) => symlinkSync("/dev/zero", path), /input\/special/u],
  ["a folder", (path) => mkdirSync(path), /input\/directory/u],
  ["not there", () => undefined, /input\/not-found/u],
  ["in GBK", (path) => writeFileSync(path, Buffer.from('[\n{"file":"\xd6\xd0.html"}]', "latin1")), /^2: not UTF-8$/u],
])("a manifest that is %s is refused at once", async (_, make, said) => {
  const path = join(folder, "odd.json");
  rmSync(path, { force: true, recursive: true });
  make(path);
  await expect(fromManifest(path, { base: folder })).rejects.toThrow(said);
});

describe("a manifest stays inside", () => {
  const inA = (): { base: string; within: string[] } => ({ base: join(folder, "a"), within: [join(folder, "a")] });

  test.each([
    ["../secret/private.html"],
    ["../../../../../../../../etc/hostname"],
    ["/etc/hostname"],
    ["x/../../b/1.html"],
    ["C:\\notices\\x.html"],
    ["C:x.html"],
    ["\\\\server\\share\\x.html"],
    ["..\\secret\\private.html"],
    ["sub\\x.html"],
    ["file:///etc/hostname"],
    ["link.html"],
    ["way/private.html"],
    ["way/../../secret/private.html"],
    ["1.html\u0000.jpg"],
  ])("%j is refused, by a name that tells nothing of the machine", async (file) => {
    const [item, ...others] = await manifest(JSON.stringify([{ file }]), inA());
    expect(others).toEqual([]);
    expect(item?.files[0].problem?.code).toBe("input/outside");
    expect(item?.files[0].problem?.params["entry"]).toBe("1");
    expect(item?.name).toMatch(/^_outside\/[0-9a-f]{8}\/[^/\\\0]+$/u);
    expect(JSON.stringify(item?.files[0].problem)).not.toContain(folder);
  });

  test.each([["1.html", "1.html"], ["./1.html", "1.html"], ["../a/1.html", "1.html"], ["x/../1.html", "1.html"], ["same.html", "same.html"], ["gone/1.html", "gone/1.html"], ["..odd.html", "..odd.html"]])("%j is inside", async (file, name) => {
    const [item] = await manifest(JSON.stringify([{ file }]), inA());
    expect(item?.files[0].problem).toBeUndefined();
    expect(item?.name).toBe(name);
  });

  test("attachments and their letters alike; the others are read", async () => {
    const items = await manifest(JSON.stringify([{ file: "附件1.docx", partOf: "../secret/private.html" }, { file: "../b/1.html", partOf: "1.html" }, { file: "same.html" }]), inA());
    expect(items.map(({ files }) => files.map(({ problem }) => problem?.code ?? ""))).toEqual([[""], ["input/outside", ""], ["", "input/outside"]]);
  });

  test("links are followed when that is asked for", async () => {
    const [item] = await manifest('{"file":"link.html"}', { ...inA(), followLinks: true });
    expect(item?.files[0].problem).toBeUndefined();
  });
});

test("of two entries for one file the first holds, and that is said", async () => {
  const [item, ...others] = await manifest(JSON.stringify([{ file: "1.html", uri: "https://a.gov.cn" }, { file: "./1.html", uri: "https://b.gov.cn" }, { file: "附件1.docx", partOf: "1.html" }, { file: "../a/附件1.docx", partOf: "1.html" }]));
  expect(others).toEqual([]);
  expect(item?.files.map(({ uri }) => uri)).toEqual(["https://a.gov.cn", null]);
  expect(item?.findings?.map(({ code, params }) => [code, params["name"], params["entries"]])).toEqual([
    ["input/manifest-twice", "a/1.html", "1, 2"],
    ["input/manifest-twice", "a/附件1.docx", "3, 4"],
  ]);
});

test.skipIf(process.platform !== "linux")("a file is named as it is shown", async () => {
  const [item] = await manifest('{"file":"中文~gb18030.html"}');
  expect(item?.files[0].path).toBe(pathOfBytes(Buffer.concat([Buffer.from(`${folder}/a/`), Buffer.from("d6d0cec42e68746d6c", "hex")])));
  expect(item?.name).toBe("a/中文~gb18030.html");
});
