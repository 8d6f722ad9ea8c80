/** Documents that allocate nothing give no task, no kind and nothing to look at; `corpus/negatives/text` is what they were made of. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { repository } from "../evaluate/corpora.ts";
import { measureAll } from "../evaluate/measure.ts";

const folder = join(repository, "corpus", "negatives");
const { measured, unread } = await measureAll([], ["negatives/"]);

/** Findings on the reading of the page; none asks a person to look for tasks. */
const quiet = /^table\/(?:unruled|unjoined-part)$/u;

describe.each(measured.map((one) => [one.file.key, one.result] as const))("%s", (_, { status, notice, tasks, diagnostics }) => {
  test("is empty, of no kind that allocates", () => {
    expect({ status, kind: notice.kind, tasks: tasks.map(({ text }) => text) }).toEqual({ status: "empty", kind: "other", tasks: [] });
  });

  test("has no finding that asks for tasks", () => {
    expect(diagnostics.filter(({ code }) => !quiet.test(code)).map(({ message }) => message)).toEqual([]);
  });
});

test("all of them are read, each made of its text", () => {
  expect(unread.map(({ file }) => file.key)).toEqual([]);
  const texts = readdirSync(join(folder, "text")).map((name) => name.replace(/\.txt$/u, ""));
  expect(texts.filter((name) => !existsSync(join(folder, "files", name)))).toEqual([]);
  expect(readdirSync(join(folder, "files")).length).toBe(texts.length);
  expect(texts.length).toBeGreaterThanOrEqual(188);
});
