import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { singly } from "../../src/batch/items.ts";
import { pathOfBytes } from "../../src/batch/path-bytes.ts";
import { clashes, isIn, isShortened, nameOf, outputOf, pathOf } from "../../src/batch/tree.ts";

describe("nameOf", () => {
  test.each([
    ["a/1.html", "a/1.html"],
    ["./a/../b/1.html", "b/1.html"],
    ["..odd/1.html", "..odd/1.html"],
    [".", "base"],
    ["_outside/x/1.html", "_outside~utf8/x/1.html"],
    [pathOfBytes(Buffer.from("\xb8\xbd\xbc\xfe/\xd6\xd0.html", "latin1")), "附件~gb18030/中~gb18030.html"],
  ])("%s -> %s", (path, name) => {
    expect(nameOf(resolve("/data/base", path), "/data/base")).toBe(name);
  });

  test.each([["a/1.html"], ["_outside/x/1.html"], ["a/x~bytes.html"], [pathOfBytes(Buffer.from("\xb8\xbd\xbc\xfe/\xd6\xd0.html", "latin1"))], [pathOfBytes(Buffer.from("a/caf\xe9.html", "latin1"))]])("and back: %j", (path) => {
    expect(pathOf(nameOf(resolve("/data/base", path), "/data/base"), "/data/base")).toBe(`/data/base/${path}`);
  });

  test("of a file outside leads nowhere", () => {
    expect(pathOf(nameOf("/elsewhere/1.html", "/data/base"), "/data/base")).toBeNull();
  });

  test("of a file outside tells no path of the machine, and is its own", () => {
    const names = ["../x/1.html", "/elsewhere/x/1.html", "/1.html", "../x/y/1.html", "../x/2.html"].map((path) => nameOf(resolve("/data/base", path), "/data/base"));
    for (const [i, form] of [/^_outside\/x-[0-9a-f]{8}\/1\.html$/u, /^_outside\/x-[0-9a-f]{8}\/1\.html$/u, /^_outside\/root-[0-9a-f]{8}\/1\.html$/u, /^_outside\/y-[0-9a-f]{8}\/1\.html$/u, /^_outside\/x-[0-9a-f]{8}\/2\.html$/u].entries()) expect(names[i]).toMatch(form);
    expect(new Set(names).size).toBe(names.length);
    expect(nameOf("/elsewhere/x/1.html", "/other/base")).toBe(names[1]);
  });
});

test("inputs with one stem have outputs of their own", () => {
  const items = singly(["a/1.html", "a/1.pdf", "b/1.html", "1.html"], process.cwd());
  expect(items.map(outputOf)).toEqual(["a/1.html.json", "a/1.pdf.json", "b/1.html.json", "1.html.json"]);
  expect(clashes(items)).toEqual([]);
  expect(clashes(singly(["a.html", "./a.html"], process.cwd()))).toEqual(["a.html.json"]);
  expect(clashes(singly(["a/n.html", "a/n.html.json/n.html", "a/n.html.json/b/n.html"], process.cwd()))).toEqual(["a/n.html.json"]);
  expect(clashes(singly(["a/n.html", "a/n.html.jsonx/n.html", "n.html/n.html"], process.cwd()))).toEqual([]);
});

describe("the name of an output", () => {
  /** Bytes of the input's name, of 3 a character and its extension; whether it must be shortened. */
  test.each([230, 236, 239, 242, 245, 248, 250, 251, 252, 254, 255].map((bytes) => [bytes, bytes + 5 > 255] as const))("of an input of %i bytes: shortened is %s", (bytes, long) => {
    const stem = "示例市人民政府办公室关于印发任务分解表的通知".repeat(4);
    const base = stem.slice(0, Math.floor((bytes - 5) / 3));
    const file = `${base}${"a".repeat(bytes - 5 - base.length * 3)}.html`;
    const [item, other] = singly([`in/${file}`, `in/${file.replace(".html", "b.html")}`], process.cwd());
    const name = outputOf(item!);
    expect(Buffer.byteLength(file)).toBe(bytes);
    expect(isShortened(item!)).toBe(long);
    expect(Buffer.byteLength(name.slice(3))).toBeLessThanOrEqual(255);
    expect(name).toMatch(long ? /^in\/示例市[^/]*~[0-9a-f]{8}\.html\.json$/u : /^in\/示例市[^/]*\.html\.json$/u);
    expect(outputOf(other!)).not.toBe(name);
    expect(clashes([item!, other!])).toEqual([]);
  });
});

test("folders with long names, and long paths, have an output, too", () => {
  const gbk = pathOfBytes(Buffer.from("\xd6\xd0".repeat(120), "latin1"));
  const names = [`${gbk}/${gbk}.html`, `${gbk}/${gbk}x.html`, `${gbk}x/${gbk}.html`, `${`${"d".repeat(200)}/`.repeat(15)}1.html`, `${`${"d".repeat(200)}/`.repeat(15)}2.html`];
  const items = singly(names, process.cwd());
  for (const output of items.map(outputOf)) {
    expect(Buffer.byteLength(output)).toBeLessThanOrEqual(2048);
    for (const part of output.split("/")) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(255);
  }
  expect(clashes(items)).toEqual([]);
  expect(items.every(isShortened)).toBe(true);
});

test("each notice is in one shard, whatever else is there", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 20 }), (name, of) => {
      const [item] = singly([name], process.cwd());
      const shards = Array.from({ length: of }, (_, i) => ({ index: i + 1, of }));
      expect(shards.filter((shard) => item !== undefined && isIn(shard, item))).toHaveLength(1);
    }),
  );
});
