/** `links: true`: the table, the changes with their causes, the history of a task. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { withEngine } from "../../src/batch/engine.ts";
import { explanationText } from "../../src/cli/dataset-words.ts";
import { buildDataset, type Built } from "../../src/dataset/build.ts";
import type { Change } from "../../src/dataset/edition.ts";
import { explainTask } from "../../src/dataset/ask/explain.ts";
import type { Reader } from "../../src/dataset/gather/reader.ts";
import { readSettings } from "../../src/dataset/correct/settings.ts";
import { verify } from "../../src/dataset/keep/verify.ts";
import { linkResults } from "../../src/lineage/links.ts";
import { linkSchema, type Link } from "../../src/model/link.ts";
import { parseNotice, type NoticeInput } from "../../src/pipeline.ts";
import { here } from "./five-versions.ts";

const folder = mkdtempSync(join(tmpdir(), "fengong-dataset-links-"));
const [sources, out] = [join(folder, "sources"), join(folder, "out")];
mkdirSync(sources);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const reader: Reader = {
  code: "test",
  jobs: 1,
  read: async ({ files, options }) => {
    const inputs = files.map(({ path, name, role, label, uri, bytes }): NoticeInput => ({ name, role, label, uri, bytes: bytes ?? new Uint8Array(readFileSync(path)) }));
    return JSON.stringify(await parseNotice(inputs as [NoticeInput, ...NoticeInput[]], await withEngine(options)));
  },
  files: here,
  close: () => undefined,
};

function put(...names: readonly string[]): void {
  for (const name of names) copyFileSync(new URL(`../lineage/notices/${name}.html`, import.meta.url), join(sources, `${name}.html`));
}

async function build(text = "links: true\nformats: [csv, sqlite]\n"): Promise<Built> {
  const { settings } = readSettings(text);
  if (settings === null) throw new TypeError(text);
  return buildDataset({ sources, out, manifest: null, settings, settingsText: text, corrections: { lookups: null, overrides: null, pairs: new Map() }, gold: null, options: {}, reader, linker: linkResults, now: "2026-11-01T00:00:00Z" });
}

const at = ({ outcome }: Built, name: string): string => join(out, "artifacts", outcome.version, name);
const lines = <T>(path: string): T[] => readFileSync(path, "utf8").split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as T);

test("a version has its links, the next one says what is new and why, and a task knows upward and downward", async () => {
  put("canteens-nation", "canteens-province");
  const first = await build();
  const links = lines<Link>(at(first, "links.ndjson"));
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) expect(linkSchema.safeParse(link).error).toBeUndefined();
  expect(readFileSync(at(first, "links.csv"), "utf8").trimEnd().split("\n")).toHaveLength(links.length + 1);
  const database = new DatabaseSync(at(first, "dataset.sqlite"), { readOnly: true });
  expect(database.prepare('SELECT count(*) AS n FROM links JOIN tasks ON tasks."taskId" = links."from"').get()).toEqual({ n: links.length });
  database.close();

  put("canteens-city");
  const second = await build();
  const changes = lines<Change>(at(second, "delta.ndjson"));
  const linked = changes.filter(({ field }) => field === "links");
  expect(linked.length).toBeGreaterThan(5);
  expect(linked.every(({ op, causes, certain, notice }) => op === "MOD" && certain && causes.join() === "source" && notice !== "蓬政办发-2031-55")).toBe(true);
  expect(changes.map(({ notice }) => notice)).toEqual(changes.map(({ notice }) => notice).toSorted());

  const page = readFileSync(new URL("../../docs/links.md", import.meta.url), "utf8");
  const next = new DatabaseSync(at(second, "dataset.sqlite"), { readOnly: true });
  const unanswered = next.prepare(/```sql\n(.+?)```/su.exec(page)?.[1] ?? "").all().map(({ number }) => number);
  next.close();
  expect(unanswered).toEqual(["5", "8", "9", "10", "12"]);

  const link = lines<Link>(at(second, "links.ndjson")).find(({ fromNotice, toNotice }) => fromNotice === "蓬政办发-2031-55" && toNotice === "岭政办发-2031-42");
  const explained = await explainTask(out, link?.to ?? "");
  expect(new Set(explained?.links.map(({ way }) => way))).toEqual(new Set(["upward", "downward"]));
  const words = explained === null ? "" : explanationText(explained, "zh");
  expect(words).toContain("↓ 较晚或下级的 蓬政办发〔2031〕55号 第1项：17字相同");
  expect(words).toContain("【城乡社区老年人口分布和就餐需求】");
  expect(words).toContain("变化");
  expect(await verify(out)).toEqual([]);
});

test("a notice that goes takes its links along, and its counterparts say so", async () => {
  rmSync(join(sources, "canteens-city.html"));
  const third = await build("links: true\nformats: [ndjson]\ngates: { deleted: 1, noticesDrop: 1, tasksDrop: 1 }\n");
  const gone = lines<Change>(at(third, "delta.ndjson")).filter(({ field }) => field === "links");
  expect(gone.length).toBeGreaterThan(5);
  expect(gone.every(({ causes }) => causes.join() === "source")).toBe(true);
});

test("without the setting there is neither file nor table, and nothing of links is told", async () => {
  const fourth = await build("formats: [csv]\n");
  expect(existsSync(at(fourth, "links.ndjson"))).toBe(false);
  expect(existsSync(at(fourth, "links.csv"))).toBe(false);
  expect(lines<Change>(at(fourth, "delta.ndjson")).filter(({ field }) => field === "links")).toEqual([]);
});
