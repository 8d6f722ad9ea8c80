import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { singly } from "../../src/batch/items.ts";
import { clashes, isIn, nameOf, outputOf } from "../../src/batch/tree.ts";

describe("nameOf", () => {
  test.each([
    ["a/1.html", "a/1.html"],
    ["./a/../b/1.html", "b/1.html"],
    ["../x/1.html", "_outside/data/x/1.html"],
    ["/elsewhere/1.html", "_outside/elsewhere/1.html"],
    ["..odd/1.html", "..odd/1.html"],
  ])("%s -> %s", (path, name) => {
    expect(nameOf(resolve("/data/base", path), "/data/base")).toBe(name);
  });
});

test("inputs with one stem have outputs of their own", () => {
  const items = singly(["a/1.html", "a/1.pdf", "b/1.html", "1.html"], process.cwd());
  expect(items.map(outputOf)).toEqual(["a/1.html.json", "a/1.pdf.json", "b/1.html.json", "1.html.json"]);
  expect(clashes(items)).toEqual([]);
  expect(clashes(singly(["a.html", "./a.html"], process.cwd()))).toEqual(["a.html.json"]);
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
