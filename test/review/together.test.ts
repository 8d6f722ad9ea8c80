/** Files that change together are all changed or none; several processes write one after the other. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { alone, endTogether, sweep, unfinished, writeTogether } from "../../src/review/together.ts";
import { sha256 } from "../../src/text/digest.ts";
import { draftsOf } from "../../src/batch/whole.ts";

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), "fengong-together-")); });
afterEach(() => { rmSync(folder, { recursive: true }); });
const at = (name: string): string => join(folder, name);
const text = (name: string): string => readFileSync(at(name), "utf8");
const intent = (files: Record<string, { before: string | null; after: string }>): void => { writeFileSync(at("intent"), JSON.stringify(Object.fromEntries(Object.entries(files).map(([name, file]) => [at(name), file])))); };

test("files are written, and what was put down first is gone", async () => {
  await writeTogether(at("intent"), { [at("a")]: "1", [at("b")]: "2" });
  expect([text("a"), text("b"), existsSync(at("intent"))]).toEqual(["1", "2", false]);
});

describe("what was begun and not ended", () => {
  test("is ended: of the files some are old, some are new", async () => {
    writeFileSync(at("a"), "new");
    writeFileSync(at("b"), "old");
    intent({ a: { before: sha256("old"), after: "new" }, b: { before: sha256("old"), after: "new" }, c: { before: null, after: "new" } });
    await endTogether(at("intent"), ["a", "b", "c"].map(at));
    expect([text("a"), text("b"), text("c"), existsSync(at("intent"))]).toEqual(["new", "new", "new", false]);
  });

  test("leaves a file that somebody else has changed since", async () => {
    writeFileSync(at("a"), "by hand");
    intent({ a: { before: sha256("old"), after: "new" } });
    await endTogether(at("intent"), [at("a")]);
    expect(text("a")).toBe("by hand");
  });

  test("writes no file that is none of ours, whatever it says", async () => {
    intent({ "../fengong-none": { before: null, after: "new" }, c: { before: null, after: "new" } });
    await endTogether(at("intent"), [at("a")]);
    expect([existsSync(at("../fengong-none")), existsSync(at("c"))]).toEqual([false, false]);
  });

  test("of others is kept until they come, and is ended then", async () => {
    intent({ a: { before: null, after: "A" }, b: { before: null, after: "B" }, shared: { before: null, after: "S" } });
    await endTogether(at("intent"), ["b", "shared"].map(at));
    expect([existsSync(at("a")), text("b"), text("shared"), await unfinished(at("intent"))]).toEqual([false, "B", "S", [at("a")]]);
    await endTogether(at("intent"), [at("a")]);
    expect([text("a"), existsSync(at("intent"))]).toEqual(["A", false]);
  });

  test("of others outlives what is written together in the same folder", async () => {
    intent({ a: { before: null, after: "A" } });
    await writeTogether(at("intent"), { [at("b")]: "1", [at("c")]: "2" });
    expect(await unfinished(at("intent"))).toEqual([at("a")]);
    await endTogether(at("intent"), [at("a")]);
    expect([text("a"), text("b"), text("c"), existsSync(at("intent"))]).toEqual(["A", "1", "2", false]);
  });

  test("is ended in a folder that was moved since", async () => {
    mkdirSync(at("old"));
    writeFileSync(at("old/intent"), JSON.stringify({ a: { before: null, after: "A" } }));
    renameSync(at("old"), at("new"));
    await endTogether(at("new/intent"), [at("new/a")]);
    expect([text("new/a"), existsSync(at("new/intent"))]).toEqual(["A", false]);
  });

  test("is put down by paths from its folder", async () => {
    intent({ a: { before: null, after: "A" }, b: { before: null, after: "B" } });
    await endTogether(at("intent"), [at("b")]);
    expect(Object.keys(JSON.parse(text("intent")) as object)).toEqual(["a"]);
  });

  test("is told without being changed; files that are written or that somebody else has changed do not wait", async () => {
    writeFileSync(at("done"), "new");
    writeFileSync(at("hand"), "by hand");
    const old = sha256("old");
    intent({ done: { before: old, after: "new" }, hand: { before: old, after: "new" }, same: { before: null, after: "new" } });
    const before = text("intent");
    expect([await unfinished(at("intent")), await unfinished(at("none")), text("intent"), existsSync(at("same"))]).toEqual([[at("same")], [], before, false]);
  });

  test("is told where it names a device that would be read for ever", async () => {
    writeFileSync(at("intent"), JSON.stringify({ "/dev/zero": { before: "0", after: "A" } }));
    expect(await unfinished(at("intent"))).toEqual([]);
  });

  test.each(["", "{", "[]", "null", '{"a":1}'])("that is none of it is left alone: %s", async (words) => {
    writeFileSync(at("intent"), words);
    await endTogether(at("intent"), [at("a")]);
    expect([text("intent"), existsSync(at("a"))]).toEqual([words, false]);
  });
});

test("drafts of killed processes go; those of others and of processes at work stay", async () => {
  const begin = draftsOf("a");
  const [killed, ours, other] = [`${begin}4194304-1.draft`, `${begin}${process.pid}-1.draft`, `${draftsOf("b")}4194304-1.draft`];
  for (const name of [killed, ours, other]) writeFileSync(at(name), "");
  await sweep([at("a")]);
  expect([killed, ours, other].map((name) => existsSync(at(name)))).toEqual([false, true, true]);
});

test("two that want to write do so one after the other", async () => {
  const said: string[] = [];
  const work = (name: string) => alone(at("lock"), async () => {
    said.push(`${name} begins`);
    await new Promise((done) => setTimeout(done, 30));
    said.push(`${name} ends`);
  });
  await Promise.all([work("a"), work("b")]);
  expect(said.map((words) => words.split(" ")[1])).toEqual(["begins", "ends", "begins", "ends"]);
  expect(existsSync(at("lock"))).toBe(false);
});
