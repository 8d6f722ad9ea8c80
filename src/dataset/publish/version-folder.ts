/** Writes the files of a version into a folder. The same edition, settings and version before give the same bytes. */
import { csvOf } from "../../emit/csv.ts";
import { openPicturing, type PictureFacts } from "../../emit/pictures/facts.ts";
import { picturesOf } from "../../emit/pictures/pictures.ts";
import { corrections, resourceOf } from "./artifacts.ts";
import { openChangelog, type Changelog } from "./changelog.ts";
import { openCoverage, type CoverageFile } from "./coverage.ts";
import { datapackageText, type Resource } from "./datapackage.ts";
import { below, type Disk, type FilePieces, type FileSum } from "../keep/disk.ts";
import type { Edition } from "../edition.ts";
import { openFacts, type Facts } from "./facts.ts";
import { csvResource, plainCsv, tableFiles } from "./forms.ts";
import { checkGates, gatesText, type GatesFile } from "./gates.ts";
import { openGold, readGold, type GoldScore } from "../correct/gold.ts";
import type { Before } from "./before.ts";
import { readmeText } from "./readme.ts";
import { datasetSchemas } from "./schemas.ts";
import type { DatasetSettings } from "../correct/settings.ts";
import { openCounting, type Statistics } from "./statistics.ts";
import { openStore } from "./store.ts";
import { lockText } from "../keep/run-lock-file.ts";
import { sumOf, sumsText } from "../keep/sums.ts";
import { rekeyRow, rekeysTable, rowsOf, tablesOf } from "./tables.ts";
import { versionFiles } from "../keep/version-files.ts";
import type { Watcher } from "./watcher.ts";

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

/** Folders in a version; those in which nothing is are taken away. */
const folders = [corrections, "excel", "pictures", "schemas"];

/** Makes the folder. */
export async function openFolder(path: string, disk: Disk): Promise<Folder> {
  for (const inner of ["", ...folders]) await disk.makeFolder(below(path, inner));
  return { path, disk, sums: new Map(), resources: [] };
}

async function write({ path, disk, sums }: Folder, name: string, pieces: FilePieces): Promise<void> {
  sums.set(name, await disk.write(below(path, name), pieces));
}

/** Writes the records themselves, and the database of their rows. */
export async function writeRecords(folder: Folder, edition: Edition, gold: string | null): Promise<Records> {
  const [counting, coverage, facts, changelog, picturing] = [openCounting(edition), openCoverage(), openFacts(), openChangelog(), openPicturing()];
  const values = gold === null ? null : readGold(gold);
  const score = openGold(values ?? []);
  const database = openStore(below(folder.path, versionFiles.store), tablesOf(edition));
  const watchers: readonly Watcher[] = [database, counting, facts, coverage, changelog, { notice: (_, rows) => score.add(rows) }, { notice: ({ result }) => picturing.add(result) }];
  const records = <T>(name: string, all: Iterable<T>, see: (watcher: Watcher, one: T) => void): Promise<void> =>
    write(folder, name, lines(all, (one) => {
      for (const watcher of watchers) see(watcher, one);
    }));
  try {
    await records(versionFiles.changes, edition.changes(), (watcher, change) => watcher.change?.(change));
    await write(folder, versionFiles.notices, lines(edition.notices(), (record) => {
      const rows = rowsOf(record);
      for (const watcher of watchers) watcher.notice?.(record, rows);
    }));
    await records(versionFiles.issues, edition.issues(), (watcher, issue) => watcher.issue?.(issue));
    await records(versionFiles.statements, edition.statements(), (watcher, statement) => watcher.statement?.(statement));
    if (edition.links !== undefined) await records(versionFiles.links, edition.links(), (watcher, link) => watcher.link?.(link));
    database.finish();
  } finally {
    database.close();
  }
  await folder.disk.settle(below(folder.path, versionFiles.store));
  for (const [name, text] of Object.entries(edition.corrections)) {
    if (text === null) continue;
    facts.check(`${corrections}/${name}.yaml`, text);
    await write(folder, `${corrections}/${name}.yaml`, [text]);
  }
  const { notices, changes, issues, links, statements } = versionFiles;
  for (const name of [notices, changes, issues, links, statements]) if (folder.sums.has(name)) folder.resources.push(resourceOf(name));
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
  const json = async (name: string, value: unknown): Promise<void> => {
    folder.resources.push(resourceOf(name));
    await write(folder, name, [`${JSON.stringify(value, null, 2)}\n`]);
  };
  await json(versionFiles.statistics, statistics);
  await json(versionFiles.coverage, coverage);
  const gates = checkGates(settings.gates, { statistics, coverage, facts, gold: records.gold, before: before.statistics, allowLoss });
  await json(versionFiles.gates, gates);
  folder.resources.push(resourceOf(versionFiles.lock));
  await write(folder, versionFiles.lock, lockText(edition.lock));
  await write(folder, versionFiles.gatesReport, [gatesText(gates)]);
  for (const { file, text } of datasetSchemas()) await write(folder, `schemas/${file}`, [text]);

  const pictures = { zh: picturesOf(records.pictures, "zh"), en: picturesOf(records.pictures, "en") };
  for (const [language, all] of Object.entries(pictures)) {
    for (const { id, title, svg } of all) {
      const name = language === "zh" ? id : `${id}.${language}`;
      folder.resources.push({ name: `picture-${name.replace(".", "-")}`, path: `pictures/${name}.svg`, title, format: "svg", mediatype: "image/svg+xml", encoding: "utf-8" });
      await write(folder, `pictures/${name}.svg`, [svg]);
    }
  }
  const { changelog, readme, datapackage, sums } = versionFiles;
  const files = [...folder.sums.keys(), changelog, readme, datapackage, sums].sort();
  await write(folder, changelog, [records.changelog.text(statistics, facts, before.changelog)]);
  await write(folder, readme, [readmeText({ settings, statistics, coverage, facts, pictures: pictures.zh, picturesEn: pictures.en, files, tables: tablesOf(edition) })]);
  const { version } = edition;
  await write(folder, datapackage, [datapackageText({ version, settings, publishers: facts.publishers, resources: folder.resources, sums: folder.sums })]);
  await folder.disk.write(below(folder.path, sums), [sumsText(folder.sums)]);
  const used = folders.filter((inner) => [...folder.sums.keys()].some((name) => name.startsWith(`${inner}/`)));
  for (const inner of folders) if (!used.includes(inner)) await folder.disk.remove(below(folder.path, inner));
  for (const inner of ["", ...folders]) await folder.disk.settle(below(folder.path, inner));
  return gates;
}

async function writeTables(folder: Folder, edition: Edition, { formats }: DatasetSettings): Promise<void> {
  const from = below(folder.path, versionFiles.store);
  for (const { resource, pieces } of tableFiles(formats, tablesOf(edition))) {
    await write(folder, resource.path, pieces(from));
    folder.resources.push(resource);
  }
  await write(folder, versionFiles.rekeys, csvOf({ table: rekeysTable, rows: [[...edition.rekeys()].map(rekeyRow)] }, plainCsv));
  folder.resources.push(csvResource(rekeysTable));
  if (formats.includes("sqlite")) {
    folder.sums.set(versionFiles.store, await sumOf(from));
    folder.resources.push({ name: "dataset-sqlite", path: versionFiles.store, title: "SQLite 数据库，带全文检索 SQLite database with full-text search", format: "sqlite", mediatype: "application/vnd.sqlite3" });
  } else await folder.disk.remove(from);
}
