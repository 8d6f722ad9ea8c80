/** An edition becomes files: complete, described, the same twice, read alike by independent readers, safe at every step. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import { DatabaseSync } from "node:sqlite";
import readExcelFile from "read-excel-file/node";
import { beforeAll, describe, expect, test } from "vitest";
import { publishEdition, type Published } from "../../../src/dataset/publish/publish-edition.ts";
import { datasetSchemas } from "../../../src/dataset/publish/schemas.ts";
import { changeRow, datasetTables, rowsOf } from "../../../src/dataset/publish/tables.ts";
import { verify } from "../../../src/dataset/keep/verify.ts";
import { loadVersions } from "../../../src/dataset/keep/versions.ts";
import { shownValue } from "../../../src/emit/shown-value.ts";
import { columnsOf } from "../../../src/emit/output.ts";
import type { FlatRow, FlatTable, FlatValue } from "../../../src/model/flat.ts";
import { complaints } from "../../validate-output.ts";
import { allNew, editionOf, twoNotices, withWords } from "../editions.ts";
import { contents, emptyFolder, inFolder, quickDisk, settingsOf } from "../folders.ts";

const now = "2026-11-26T00:00:00Z";
const build = (out: string, edition = editionOf(), settings = settingsOf()): Promise<Published> => publishEdition(edition, { out, settings, now, disk: quickDisk });

/** The rows that the JSON says, by table. */
function expected(table: FlatTable): readonly FlatRow[] {
  if (table.name === "changes") return allNew(twoNotices).map((change, i) => changeRow(change, i + 1));
  return twoNotices.flatMap((record) => rowsOf(record)[table.name] ?? []);
}

const values = (table: FlatTable, row: FlatRow): FlatValue[] => columnsOf(table).map(([key]) => row[key] ?? null);
const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null));
const fileOf = (table: FlatTable): string => (table.name === "changes" ? "delta" : table.name);

describe("the files of a version", () => {
  let files: Record<string, string> = {};
  const bytes = (name: string): Buffer => Buffer.from(files[name] ?? "", "latin1");

  beforeAll(async () => {
    files = await inFolder(async (out) => {
      await build(out);
      return contents(join(out, "artifacts/0001-aaaaaaaa"));
    });
  });

  test("are those of the layout", () => {
    expect(Object.keys(files).filter((name) => !name.startsWith("schemas/"))).toEqual(
      [
        ...["CHANGELOG.md", "README.md", "SHA256SUMS", "corrections/lookups.yaml", "coverage.json", "datapackage.json", "dataset.sqlite", "dataset.xlsx"],
        ...["delta.ndjson", "gates.json", "gates.txt", "issues.ndjson", "notices.ndjson", "rekeys.csv", "run.lock.json", "statements.ndjson", "statistics.json"],
        ...["certainty", "due", "units"].flatMap((name) => [`pictures/${name}.en.svg`, `pictures/${name}.svg`]),
        ...datasetTables.flatMap((table) => [`${fileOf(table)}.csv`, `excel/${fileOf(table)}.csv`, `${fileOf(table)}.parquet`]),
      ].sort(),
    );
  });

  test("hold what their schemas say, judged by ajv", () => {
    for (const { of, file } of datasetSchemas()) {
      // Links are written where the settings ask for them: test/dataset/links.long.test.ts.
      if (of === "versions.json" || of === "links.ndjson") continue;
      const text = bytes(of).toString("utf8");
      const all = of.endsWith(".ndjson") ? text.trimEnd().split("\n") : [text];
      expect(all.length).toBeGreaterThan(0);
      for (const one of all) expect(complaints(file, JSON.parse(one))).toEqual([]);
      expect(files[`schemas/${file}`]).toBeDefined();
    }
  });

  test("notices.ndjson holds the records", () => {
    expect(bytes("notices.ndjson").toString("utf8").trimEnd().split("\n").map((line): unknown => JSON.parse(line))).toEqual(twoNotices);
  });

  test.each(datasetTables)("CSV of $name, read by csv-parse", (table) => {
    const [head, ...body] = parse(bytes(`${fileOf(table)}.csv`));
    expect(head).toEqual(Object.keys(table.columns));
    expect(body).toEqual(expected(table).map((row) => values(table, row).map((value) => (value === null ? "" : String(value)))));
    expect(body.length).toBeGreaterThan(0);
  });

  test.each(datasetTables)("CSV of $name for Excel", (table) => {
    const [head, ...body] = parse(bytes(`excel/${fileOf(table)}.csv`), { bom: true });
    expect(head).toEqual(columnsOf(table).map(([, { zh }]) => zh));
    const asMeant = body.map((row) => row.map((value) => /^="([^"]*)"$/u.exec(value)?.[1] ?? value.replace(/^'(?=[-=+@])/u, "")));
    expect(asMeant).toEqual(expected(table).map((row) => columnsOf(table).map(([key, column]) => String(shownValue(row[key] ?? null, column, "zh") ?? ""))));
  });

  test.each(datasetTables)("Parquet of $name, read by hyparquet", async (table) => {
    const read = await parquetReadObjects({ file: new Uint8Array(bytes(`${fileOf(table)}.parquet`)).buffer });
    expect(read.map((row) => columnsOf(table).map(([key]) => plain(row[key])))).toEqual(expected(table).map((row) => values(table, row)));
  });

  test("XLSX, read by read-excel-file", async () => {
    const book = await readExcelFile(bytes("dataset.xlsx"), { trim: false });
    expect(book.map(({ sheet }) => sheet)).toEqual(["台账", "任务", "通知", "分工", "时限", "来源", "变化", "字段说明"]);
    for (const table of datasetTables) {
      const [, ...body] = book.find(({ sheet }) => sheet === table.zh)?.data ?? [];
      const want = expected(table).map((row) =>
        columnsOf(table).map(([key, column]) => {
          const value = shownValue(row[key] ?? null, column, "zh");
          if (value === "") return null;
          return column.type === "date" && typeof value === "string" ? new Date(`${value}T00:00:00Z`) : value;
        }),
      );
      expect(body).toEqual(want);
    }
  });

  test("SQLite, read by SQL; its keys are ids and hold", () => {
    const database = new DatabaseSync(":memory:");
    database.deserialize(new Uint8Array(bytes("dataset.sqlite")));
    expect(database.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
    for (const table of datasetTables) {
      const read = database.prepare(`SELECT * FROM "${table.name}" ORDER BY "row"`).all();
      expect(read.map((row) => columnsOf(table).map(([key, { type }]) => (type === "boolean" && row[key] !== null ? row[key] === 1 : row[key])))).toEqual(expected(table).map((row) => values(table, row)));
    }
    const keys = database.prepare(`SELECT "from", "table" FROM pragma_foreign_key_list('assignments') ORDER BY "from"`).all();
    expect(keys).toEqual([{ from: "noticeId", table: "notices" }, { from: "taskId", table: "tasks" }]);
    expect(database.prepare("SELECT count(*) AS n FROM tasks_search WHERE tasks_search MATCH '清理'").get()).toEqual({ n: 3 });
  });

  test("SHA256SUMS names every other file", () => {
    const listed = bytes("SHA256SUMS").toString("utf8").trimEnd().split("\n").map((line) => line.slice(66));
    expect(listed).toEqual(Object.keys(files).filter((name) => name !== "SHA256SUMS").sort());
  });

  test("the README counts, in both languages", () => {
    const readme = bytes("README.md").toString("utf8");
    expect(readme).toContain("2 份通知、3 项任务、15 条分工、8 个时限，来自 3 个文件");
    expect(readme).toContain("2 notices, 3 tasks, 15 assignments, 8 deadlines, from 3 files");
    expect(readme).toContain("| 铜陵市人民政府办公室 | 1 |");
    expect(readme).toContain("| 2021 | 1 |");
    expect(readme).toContain("| `taskId` |");
  });
});

test("twice, in another zone, at another time: the same bytes apart from the index", async () => {
  const [first, second] = [emptyFolder(), emptyFolder()];
  await build(first);
  const zone = process.env["TZ"];
  process.env["TZ"] = "Pacific/Kiritimati";
  await publishEdition(editionOf(), { out: second, settings: settingsOf(), now: "2027-01-01T00:00:00Z", disk: quickDisk });
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
  const [one, other] = [await contents(first), await contents(second)];
  expect(Object.keys(one)).toEqual(Object.keys(other));
  expect(Object.keys(one).filter((name) => one[name] !== other[name])).toEqual(["versions.json"]);
});

test("only the wanted forms are written, and the package describes no others", async () => {
  const out = emptyFolder();
  await build(out, editionOf(), settingsOf("formats: [csv]"));
  const names = Object.keys(await contents(join(out, "artifacts/0001-aaaaaaaa")));
  expect(names.filter((name) => /xlsx|parquet|sqlite|excel/u.test(name))).toEqual([]);
  expect(names).toContain("tasks.csv");
  expect(await verify(out)).toEqual([]);
});

test("an edition that says nothing new leaves everything as it is; other settings make a version", async () => {
  const out = emptyFolder();
  const settings = settingsOf("formats: [csv]");
  await build(out, editionOf(), settings);
  const before = await contents(out);
  expect(await build(out, editionOf({ version: "0002-bbbbbbbb", previous: "0001-aaaaaaaa" }), settings)).toEqual({ status: "unchanged", version: "0001-aaaaaaaa" });
  expect(await contents(out)).toEqual(before);
  const other = await build(out, editionOf({ version: "0002-cccccccc", previous: "0001-aaaaaaaa", settings: "e".repeat(64) }), settings);
  expect(other.status).toBe("success");
});

test("the second version tells what changed and why, above what the first one told", async () => {
  const out = emptyFolder();
  const settings = settingsOf("formats: [csv]");
  await build(out, editionOf(), settings);
  const notices = withWords("清理规范中介服务和收费");
  const task = notices[1]!.result.tasks[0]!.id;
  const changes = [{ op: "MOD", notice: "铜政办-2021-8", task, field: "text", before: "旧", after: "新", causes: ["parser", "override"], certain: false }] as const;
  await build(out, editionOf({ version: "0002-bbbbbbbb", previous: "0001-aaaaaaaa", notices, changes }), settings);
  const text = readFileSync(join(out, "artifacts/0002-bbbbbbbb/CHANGELOG.md"), "utf8");
  expect(text).toMatch(/## 0002-bbbbbbbb[\s\S]*\| 修改 modified \| 0 \| 1 \|[\s\S]* {2}- 任务001“[^”]+”：任务内容 旧 → 新 ← 程序、人工更正（分不清）[\s\S]*task 001 “[^”]+”: text 旧 → 新 ← parser, override \(cannot be told apart\)[\s\S]*## 0001-aaaaaaaa[\s\S]*新增 added \| 2 \| 3/u);
  expect(text).toContain("关于印发2021年\\<重点\\>工作任务\\|分工的通知");
  expect(text.match(/^# /gmu)).toHaveLength(1);
  expect(await verify(out)).toEqual([]);
  expect((await loadVersions(out)).versions?.versions.map(({ changes: counted }) => counted)).toEqual([{ ADD: 5, MOD: 0, DEL: 0, REKEY: 0 }, { ADD: 0, MOD: 1, DEL: 0, REKEY: 0 }]);
});

test("a version that falls at a gate is kept, entered as failed, and not pointed to", async () => {
  const out = emptyFolder();
  await build(out, editionOf(), settingsOf("formats: [csv]"));
  const fallen = await build(out, editionOf({ version: "0002-bbbbbbbb", previous: "0001-aaaaaaaa", notices: withWords("别的") }), settingsOf("formats: [csv]\ngates: { notices: { min: 3 } }"));
  expect(fallen.status).toBe("failed");
  const { versions } = await loadVersions(out);
  expect(versions?.lastSuccessful).toBe("0001-aaaaaaaa");
  expect(versions?.versions[1]).toMatchObject({ status: "failed", fell: ["notices"] });
  expect(readFileSync(join(out, "artifacts/0002-bbbbbbbb/gates.txt"), "utf8")).toMatch(/^版本 0002-bbbbbbbb：1 道关口没有通过.*\nVersion 0002-bbbbbbbb fell at one gate.*\n\n✗ notices .*\n {4}2 {2}≥ 3 \(-1\)/u);
  expect(await verify(out)).toEqual([]);
});

test("a version of a killed build whose inputs then changed makes room; one that was entered never does", async () => {
  const out = emptyFolder();
  const settings = settingsOf("formats: [ndjson]");
  await build(out, editionOf(), settings);
  await quickDisk.makeFolder(join(out, "artifacts/0002-aaaaaaaa"));
  await build(out, editionOf({ version: "0002-bbbbbbbb", previous: "0001-aaaaaaaa", notices: withWords("别的") }), settings);
  await build(out, editionOf({ version: "0001-cccccccc", previous: "0002-bbbbbbbb" }), settings);
  expect(readdirSync(join(out, "artifacts"))).toEqual(["0001-aaaaaaaa", "0001-cccccccc", "0002-bbbbbbbb"]);
});

test("a moment that is none is refused before anything is entered", async () => {
  const out = emptyFolder();
  await expect(publishEdition(editionOf(), { out, settings: settingsOf("formats: [ndjson]"), now: "今天", disk: quickDisk })).rejects.toThrow(/created/u);
  expect(await loadVersions(out)).toEqual({ versions: { lastSuccessful: null, versions: [] }, damage: null });
});

test("old versions give back their space and keep their entries", async () => {
  const out = emptyFolder();
  const settings = settingsOf("keep: 2\nformats: [ndjson]");
  await build(out, editionOf(), settings);
  let previous = "0001-aaaaaaaa";
  for (const number of [2, 3, 4]) {
    const version = `000${number}-bbbbbbbb`;
    await build(out, editionOf({ version, previous, notices: withWords(`第${number}次`) }), settings);
    previous = version;
  }
  expect(readdirSync(join(out, "artifacts"))).toEqual(["0003-bbbbbbbb", "0004-bbbbbbbb"]);
  expect((await loadVersions(out)).versions?.versions.map(({ pruned }) => pruned)).toEqual([true, true, false, false]);
  expect(await verify(out)).toEqual([]);
});
