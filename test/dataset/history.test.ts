/** Statements, ids that became others, comparisons over several versions, and the files they are read from. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { joinChanges } from "../../src/dataset/ask/diff.ts";
import type { Change, Statement } from "../../src/dataset/edition.ts";
import { indexLines } from "../../src/dataset/keep/ndjson.ts";
import { candidatesOf, linesOf } from "../../src/dataset/assemble/notice-lines.ts";
import { follow, loadRekeys, readPairs, RekeysError } from "../../src/dataset/assemble/rekeys.ts";
import { statementsOf } from "../../src/dataset/assemble/statements.ts";

const folder = mkdtempSync(join(tmpdir(), "fengong-history-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("statements", () => {
  const said = (task: string, value: string, firstSeen: string, lastSeen: string): Statement => ({ notice: "n", task, field: "due", value, firstSeen, lastSeen });
  const now = { id: "n", values: {}, tasks: [{ id: "n/1", values: { due: "b" } }] };

  test("a value that holds keeps its first version; one that no longer holds keeps its last", () => {
    const earlier = [said("n/1", "a", "0001", "0001"), said("n/1", "b", "0002", "0002")];
    expect(statementsOf("n", now, { version: "0003", earlier, idOf: (id) => id })).toEqual([said("n/1", "b", "0002", "0003"), said("n/1", "a", "0001", "0001")]);
  });

  test("a value of a task with another id is as old as under the old one", () => {
    expect(statementsOf("n", now, { version: "0003", earlier: [said("n/0", "b", "0001", "0002")], idOf: (id) => (id === "n/0" ? "n/1" : id) })[0]).toEqual(said("n/1", "b", "0001", "0003"));
  });

  test("of a notice that is gone nothing is forgotten", () => {
    const earlier = [said("n/1", "a", "0001", "0002")];
    expect(statementsOf("n", null, { version: "0003", earlier, idOf: (id) => id })).toEqual(earlier);
  });
});

describe("rekeys", () => {
  test("are read as they are written, quotes and all", async () => {
    writeFileSync(join(folder, "rekeys.csv"), 'old,new,version,causes\nn/1,n/2,0002-aa,parser；source\n"n,x/""1""",n/3,0003-bb,source\n');
    expect(await loadRekeys(join(folder, "rekeys.csv"))).toEqual([
      { old: "n/1", new: "n/2", version: "0002-aa", causes: ["parser", "source"] },
      { old: 'n,x/"1"', new: "n/3", version: "0003-bb", causes: ["source"] },
    ]);
    expect(await loadRekeys(join(folder, "none.csv"))).toEqual([]);
  });

  test("are followed to the end, and a ring ends", () => {
    const idOf = follow(new Map([["a", "b"], ["b", "c"], ["x", "y"], ["y", "x"]]));
    expect([idOf("a"), idOf("c"), idOf("z")]).toEqual(["c", "c", "z"]);
    expect(["x", "y"]).toContain(idOf("x"));
  });

  test("that people name are checked", () => {
    expect(readPairs("- old: a\n  new: b\n")).toEqual(new Map([["a", "b"]]));
    for (const text of ["- old: a\n", "- old: [\n", "- &a { old: x, new: y }\n- *b\n", "x: &a [1, 2]\ny: &b [*a, *a, *a, *a]\nz: &c [*b, *b, *b, *b]\nu: [*c, *c, *c, *c]\n"]) expect(() => readPairs(text)).toThrow(RekeysError);
  });
});

test("notices are the same by id, or by the source they were read from where only one is new", () => {
  const before = new Map([["a", ["1.html"]], ["b", ["2.html"]], ["c", ["3.html"]]]);
  const now = new Map([["a", ["1.html"]], ["B", ["2.html"]], ["d", ["4.html"]]]);
  expect(candidatesOf(before, now)).toEqual(new Map([["b", "B"]]));
  expect(linesOf(before, now, candidatesOf(before, now))).toEqual([
    { before: "b", now: "B" },
    { before: "a", now: "a" },
    { before: "c", now: null },
    { before: null, now: "d" },
  ]);
  expect(linesOf(before, now, new Map())).toEqual([
    { before: null, now: "B" },
    { before: "a", now: "a" },
    { before: "b", now: null },
    { before: "c", now: null },
    { before: null, now: "d" },
  ]);
});

describe("changes over several versions", () => {
  const change = (part: Partial<Change>): Change => ({ op: "MOD", notice: "n", task: "n/1", field: "due", before: "a", after: "b", causes: ["source"], certain: true, ...part });

  test("are one where one value changed twice, and none where it came back", () => {
    expect(joinChanges([[change({})], [change({ before: "b", after: "c", causes: ["parser"] })]])).toEqual([change({ after: "c", causes: ["source", "parser"] })]);
    expect(joinChanges([[change({})], [change({ before: "b", after: "a" })]])).toEqual([]);
  });

  test("say of a task that came and went nothing, and of one that came only that", () => {
    const added = change({ op: "ADD", field: null, before: null, after: "编制" });
    expect(joinChanges([[added], [change({ op: "DEL", field: null, before: "编制", after: null })]])).toEqual([]);
    expect(joinChanges([[added], [change({})]])).toEqual([added]);
  });

  test("follow an id that became another", () => {
    const rekey = change({ op: "REKEY", task: "n/2", field: null, before: "n/1", after: "n/2" });
    const joined = joinChanges([[change({})], [rekey, change({ task: "n/2", before: "b", after: "c" })]]);
    expect(joined).toEqual([rekey, change({ task: "n/2", after: "c", causes: ["source"] })]);
  });
});

test("lines are found by notice, also those longer than a piece of the file", async () => {
  const long = "长".repeat(700_000);
  const lines = [{ id: "a", text: long }, { id: 'b"', text: "短" }, { id: 'b"', text: "又" }];
  writeFileSync(join(folder, "lines.ndjson"), lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const index = await indexLines(join(folder, "lines.ndjson"), "id");
  expect(index.ids()).toEqual(["a", 'b"']);
  expect(await index.read("a")).toEqual([lines[0]]);
  expect(await index.read('b"')).toEqual(lines.slice(1));
  expect(await index.read("c")).toEqual([]);
  await index.close();
  expect((await indexLines(join(folder, "none.ndjson"), "id")).ids()).toEqual([]);
});
