/** Writes the files of a version into a folder. The same edition, settings and version before give the same bytes. */
import { csvOf } from "../../emit/csv.ts";
import { linkRow } from "../../emit/link-table.ts";
import { openPicturing, type PictureFacts } from "../../emit/pictures/facts.ts";
import { picturesOf } from "../../emit/pictures/pictures.ts";
import { openChangelog, type Changelog } from "./changelog.ts";
import { openCoverage, type CoverageFile } from "./coverage.ts";
import { datapackageText, type Resource } from "./datapackage.ts";
import { below, type Disk, type FilePieces, type FileSum } from "../keep/disk.ts";
import type { Edition } from "../edition.ts";
import { openFacts, type Facts } from "./facts.ts";
import { tableFiles } from "./forms.ts";
import { checkGates, gatesText, type GatesFile } from "./gates.ts";
import { openGold, readGold, type GoldScore } from "../correct/gold.ts";
import type { Before } from "./before.ts";
import { linksFile } from "../assemble/linked.ts";
import { readmeText } from "./readme.ts";
import { datasetSchemas } from "./schemas.ts";
import type { DatasetSettings } from "../correct/settings.ts";
import { openCounting, type Statistics } from "./statistics.ts";
import { openStore } from "./store.ts";
import { sumOf, sumsFile, sumsText } from "../keep/sums.ts";
import { changeRow, rekeyRow, rekeysTable, rowsOf, tablesOf } from "./tables.ts";

/** A folder that is being filled: what was written so far. */
interface Folder {
  readonly path: string;
  readonly disk: Disk;
  readonly sums: Map<string, FileSum>;
  readonly resources: Resource[];
}

/** What was found in writing the records. */
export interface Records {
  readonly statistics: Statistics;
  readonly coverage: CoverageFile;
  readonly facts: Facts;
  readonly gold: GoldScore | null;
  readonly changelog: Changelog;
  readonly pictures: PictureFacts;
}

const store = "dataset.sqlite";

/** Makes the folder. */
export async function openFolder(path: string, disk: Disk): Promise<Folder> {
  for (const inner of ["", "corrections", "excel", "pictures", "schemas"]) await disk.makeFolder(below(path, inner));
  return { path, disk, sums: new Map(), resources: [] };
}

async function write({ path, disk, sums }: Folder, name: string, pieces: FilePieces): Promise<void> {
  sums.set(name, await disk.write(below(path, name), pieces));
}

/** Writes the records themselves, and the database of their rows. */
export async function writeRecords(folder: Folder, edition: Edition, gold: string | null): Promise<Records> {
  const [counting, coverage, facts, changelog] = [openCounting(edition), openCoverage(), openFacts(), openChangelog()];
  const picturing = openPicturing();
  const values = gold === null ? null : readGold(gold);
  const score = openGold(values ?? []);
  const database = openStore(below(folder.path, store), tablesOf(edition));
  const note = (name: string, title: string): void => {
    folder.resources.push({ name: name.replace(".ndjson", "-records"), path: name, title, format: "ndjson", mediatype: "application/x-ndjson", encoding: "utf-8" });
  };
  try {
    let position = 0;
    await write(folder, "delta.ndjson", lines(edition.changes(), (change) => {
      for (const one of [counting, facts, changelog]) one.change(change);
      database.add("changes", [changeRow(change, ++position)]);
    }));
    await write(folder, "notices.ndjson", lines(edition.notices(), (record) => {
      const rows = rowsOf(record);
      for (const [table, some] of Object.entries(rows)) database.add(table, some);
      for (const one of [counting, facts]) one.add(record, rows);
      for (const one of [coverage, changelog]) one.add(record);
      score.add(rows);
      picturing.add(record.result);
    }));
    await write(folder, "issues.ndjson", lines(edition.issues(), (issue) => {
      for (const one of [counting, facts, coverage]) one.issue(issue);
    }));
    await write(folder, "statements.ndjson", lines(edition.statements(), (statement) => {
      facts.check(statement.notice, statement);
    }));
    if (edition.links !== undefined) {
      let links = 0;
      await write(folder, linksFile, lines(edition.links(), (link) => {
        database.add("links", [linkRow(link, ++links)]);
      }));
    }
    database.finish();
  } finally {
    database.close();
  }
  await folder.disk.settle(below(folder.path, store));
  for (const [name, text] of Object.entries(edition.corrections)) {
    if (text === null) continue;
    facts.check(`corrections/${name}.yaml`, text);
    await write(folder, `corrections/${name}.yaml`, [text]);
  }
  note("notices.ndjson", "通知全文 Notices in full");
  note("delta.ndjson", "变化及原因 Changes and their causes");
  note("issues.ndjson", "问题 Findings");
  if (edition.links !== undefined) note(linksFile, "文字相同的任务 Tasks with equal words");
  note("statements.ndjson", "每个值最早和最近出现的版本 Values and the versions that say them");
  return { statistics: counting.done(), coverage: coverage.done(), facts: facts.done(), gold: values === null ? null : score.done(), changelog, pictures: picturing.done() };
}

function* lines<T>(values: Iterable<T>, see: (value: T) => void): Generator<string, void, undefined> {
  for (const value of values) {
    see(value);
    yield `${JSON.stringify(value)}\n`;
  }
}

/** Writes everything else, and holds the version to its gates. */
export async function writeRest(folder: Folder, edition: Edition, records: Records, { settings, before, allowLoss }: { readonly settings: DatasetSettings; readonly before: Before; readonly allowLoss: boolean }): Promise<GatesFile> {
  const { statistics, coverage, facts } = records;
  await writeTables(folder, edition, settings);
  const json = async (name: string, title: string, value: unknown): Promise<void> => {
    folder.resources.push({ name: name.replaceAll(".", "-").replace(/-json$/u, ""), path: name, title, format: "json", mediatype: "application/json", encoding: "utf-8" });
    await write(folder, name, [`${JSON.stringify(value, null, 2)}\n`]);
  };
  await json("statistics.json", "统计 Counts", statistics);
  await json("coverage.json", "字符归属 What became of each character", coverage);
  const gates = checkGates(settings.gates, { statistics, coverage, facts, gold: records.gold, before: before.statistics, allowLoss });
  await json("gates.json", "关口 Gates", gates);
  await json("run.lock.json", "来源、程序和更正的摘要 What decided this version", edition.lock);
  await write(folder, "gates.txt", [gatesText(gates)]);
  for (const { file, text } of datasetSchemas()) await write(folder, `schemas/${file}`, [text]);

  const pictures = { zh: picturesOf(records.pictures, "zh"), en: picturesOf(records.pictures, "en") };
  for (const [language, all] of Object.entries(pictures)) {
    for (const { id, title, svg } of all) {
      const name = language === "zh" ? id : `${id}.${language}`;
      folder.resources.push({ name: `picture-${name.replace(".", "-")}`, path: `pictures/${name}.svg`, title, format: "svg", mediatype: "image/svg+xml", encoding: "utf-8" });
      await write(folder, `pictures/${name}.svg`, [svg]);
    }
  }
  const files = [...folder.sums.keys(), "CHANGELOG.md", "README.md", "datapackage.json", sumsFile].sort();
  await write(folder, "CHANGELOG.md", [records.changelog.text(statistics, facts, before.changelog)]);
  await write(folder, "README.md", [readmeText({ settings, statistics, coverage, facts, pictures: pictures.zh, picturesEn: pictures.en, files, tables: tablesOf(edition) })]);
  const { version } = edition;
  await write(folder, "datapackage.json", [datapackageText({ version, settings, publishers: facts.publishers, resources: folder.resources, sums: folder.sums })]);
  await folder.disk.write(below(folder.path, sumsFile), [sumsText(folder.sums)]);
  for (const inner of ["corrections", "excel", "pictures"]) if (![...folder.sums.keys()].some((name) => name.startsWith(`${inner}/`))) await folder.disk.remove(below(folder.path, inner));
  for (const inner of ["", "corrections", "excel", "pictures", "schemas"]) await folder.disk.settle(below(folder.path, inner));
  return gates;
}

async function writeTables(folder: Folder, edition: Edition, { formats }: DatasetSettings): Promise<void> {
  const from = below(folder.path, store);
  for (const { resource, pieces } of tableFiles(formats, tablesOf(edition))) {
    await write(folder, resource.path, pieces(from));
    folder.resources.push(resource);
  }
  await write(folder, "rekeys.csv", csvOf({ table: rekeysTable, rows: [[...edition.rekeys()].map(rekeyRow)] }, { headers: "en", escapeFormulas: false, excel: false }));
  folder.resources.push({ name: "rekeys", path: "rekeys.csv", title: `${rekeysTable.zh} ${rekeysTable.about.en}`, format: "csv", mediatype: "text/csv", encoding: "utf-8", table: rekeysTable, csv: true });
  if (formats.includes("sqlite")) {
    folder.sums.set(store, await sumOf(from));
    folder.resources.push({ name: "dataset-sqlite", path: store, title: "SQLite 数据库，带全文检索 SQLite database with full-text search", format: "sqlite", mediatype: "application/vnd.sqlite3" });
  } else await folder.disk.remove(from);
}
