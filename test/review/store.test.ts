/** Reviews of several corrections in one folder: none ends, loses or hides what another began. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore, type Store } from "../../src/review/store.ts";
import { sha256 } from "../../src/text/digest.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-store-"));
  writeFileSync(at("a.yaml"), "# mine\n");
  writeFileSync(at(".fengong-review.json"), JSON.stringify({ "a.yaml": { before: sha256("# mine\n"), after: "# decided\n" }, "a.ndjson": { before: null, after: "" } }));
});
afterEach(() => { rmSync(folder, { recursive: true }); });
const at = (name: string): string => join(folder, name);
const open = (name: string): Store => openStore({ overrides: at(`${name}.yaml`), gold: at(`${name}.csv`), reviews: at(`${name}.ndjson`) });
const written = (): unknown[] => [readFileSync(at("a.yaml"), "utf8"), existsSync(at("a.ndjson")), existsSync(at(".fengong-review.json"))];

test("what one began is ended when it opens again, whoever loaded and saved in between", async () => {
  const other = open("b");
  expect(await other.save((await other.load()).revision, { overrides: "# b\n", gold: "", reviews: "" })).not.toBeNull();
  expect([written(), await other.unfinished()]).toEqual([["# mine\n", false, true], [at("a.yaml"), at("a.ndjson")]]);
  await open("a").load();
  expect([written(), readFileSync(at("b.yaml"), "utf8")]).toEqual([["# decided\n", true, false], "# b\n"]);
});

test("who only reads writes nothing", async () => {
  const store = open("a");
  const before = readdirSync(folder);
  expect((await store.read()).texts).toEqual({ overrides: "# mine\n", gold: null, reviews: null });
  expect([await store.unfinished(), written(), readdirSync(folder)]).toEqual([[at("a.yaml"), at("a.ndjson")], ["# mine\n", false, true], before]);
});
