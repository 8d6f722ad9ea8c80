/** What a claim owns arrives in a field: the invariant over every file of every corpus, whole and damaged. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inspectNotice } from "../../src/pipeline.ts";
import { lostLines } from "../arrival.ts";
import { corpusFolders, repository } from "../evaluate/corpora.ts";
import { mutants } from "../hostile/mutants.ts";

async function lostOf(name: string, bytes: Uint8Array): Promise<string[]> {
  const { document, draft, result } = await inspectNotice({ name, bytes }, { verify: false });
  return document === null ? [] : lostLines({ document, claims: draft.claims, ...result });
}

/** Every file that a reader may open, whether a manifest names it or not. */
const files = [...new Set([join(repository, "corpus"), ...corpusFolders()].flatMap(filesBelow))].filter((path) => !path.includes(join("corpus", "dataset")));

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:html|docx|pdf|txt)$/u.test(name))
    .sort()
    .map((name) => join(folder, name));
}

test.each(files)("%s", async (path) => {
  expect(await lostOf(path, new Uint8Array(readFileSync(path)))).toEqual([]);
});

describe("damaged files", () => {
  test.each([["html", 40], ["txt", 40], ["docx", 12], ["pdf", 6]] as const)("%s", async (format, count) => {
    for (const { name, bytes } of mutants(500, count, format)) expect(await lostOf(name, bytes), name).toEqual([]);
  });
});
