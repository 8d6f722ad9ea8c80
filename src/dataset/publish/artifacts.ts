/** The files of a version that are no tables: a row each, from which schemas, data package, README and the question whether a version says anything new are answered. */
import type { z } from "zod";
import { linkSchema } from "../../model/link.ts";
import { changeSchema, issueSchema, noticeRecordSchema, runLockSchema, statementSchema } from "../edition.ts";
import { versionFiles } from "../keep/version-files.ts";
import { versionsFile, versionsSchema } from "../keep/versions.ts";
import { coverageFileSchema } from "./coverage.ts";
import type { Resource } from "./datapackage.ts";
import { gatesFileSchema } from "./gates.ts";
import { statisticsSchema } from "./statistics.ts";

/** A file of a version, or beside the versions. */
interface Artifact {
  readonly path: string;
  /** Name of the file of its schema, and what it is made from. */
  readonly schema?: readonly [file: string, of: z.ZodType];
  /** What the data package calls it, in both languages. */
  readonly title?: string;
  /** What the README says of it. */
  readonly about?: readonly [zh: string, en: string];
  /** Another text in it makes another version. */
  readonly decides?: true;
}

/** The files, in the order of their schemas and of the README. */
export const artifactTable: readonly Artifact[] = [
  {
    path: versionFiles.notices,
    schema: ["notice-record.schema.json", noticeRecordSchema],
    title: "通知全文 Notices in full",
    about: [
      "每行一份通知的全部内容：原文、位置、来源、更正（schemas/notice-record.schema.json）",
      "all of a notice on one line: printed words, places, sources, corrections (schemas/notice-record.schema.json)",
    ],
    decides: true,
  },
  {
    path: "tasks.csv",
    about: [
      "UTF-8，供程序读取；公式没有加撇号，在电子表格中请打开 excel/ 下的文件或 dataset.xlsx",
      "UTF-8, for programs; formulas are not disarmed: open the files in excel/ or dataset.xlsx in a spreadsheet",
    ],
  },
  {
    path: versionFiles.store,
    about: [
      "SQLite，带全文检索：SELECT \\* FROM search WHERE words LIKE '%政务公开%' 找任何词",
      "SQLite with full-text search: SELECT \\* FROM search WHERE words LIKE '%政务公开%' finds any word",
    ],
  },
  { path: "tasks.parquet", about: ["Parquet，日期、数字、真假各有类型", "Parquet with dates, numbers and truth values as such"] },
  {
    path: versionFiles.changes,
    schema: ["change.schema.json", changeSchema],
    title: "变化及原因 Changes and their causes",
    about: [
      "与上一成功版本相比的变化和原因：parser 程序，source 来源文件，lookup 名称表，override 人工更正",
      "what changed since the last successful version and why: parser, source, lookup, override",
    ],
  },
  { path: versionFiles.links, schema: ["link.schema.json", linkSchema], title: "文字相同的任务 Tasks with equal words", decides: true },
  {
    path: versionFiles.statements,
    schema: ["statement.schema.json", statementSchema],
    title: "每个值最早和最近出现的版本 Values and the versions that say them",
    about: ["每个值最早和最近出现的版本", "the first and the last version that say each value"],
  },
  { path: versionFiles.issues, schema: ["issue.schema.json", issueSchema], title: "问题 Findings", decides: true },
  { path: versionFiles.statistics, schema: ["statistics.schema.json", statisticsSchema], title: "统计 Counts" },
  { path: versionFiles.coverage, schema: ["coverage.schema.json", coverageFileSchema], title: "字符归属 What became of each character" },
  { path: versionFiles.gates, schema: ["gates.schema.json", gatesFileSchema], title: "关口 Gates" },
  { path: versionFiles.lock, schema: ["run-lock.schema.json", runLockSchema], title: "来源、程序和更正的摘要 What decided this version" },
  { path: versionsFile, schema: ["versions.schema.json", versionsSchema] },
  { path: versionFiles.rekeys, about: ["历来改变的标识", "ids that became others"] },
  { path: versionFiles.datapackage, about: ["各文件的大小、摘要和字段（Frictionless Data Package 2）", "size, hash and columns of each file (Frictionless Data Package 2)"] },
];

/** Whether another text in a file makes another version: what is said of notices, and what people corrected. */
export function decides(path: string): boolean {
  return path.startsWith(`${corrections}/`) || artifactTable.some((artifact) => artifact.path === path && artifact.decides === true);
}

/** The folder of what people corrected. */
export const corrections = "corrections";

/** A file of records or counts in the data package. */
export function resourceOf(path: string): Resource {
  const title = artifactTable.find((artifact) => artifact.path === path)?.title ?? path;
  return path.endsWith(".ndjson")
    ? { name: path.replace(".ndjson", "-records"), path, title, format: "ndjson", mediatype: "application/x-ndjson", encoding: "utf-8" }
    : { name: path.replace(/\.json$/u, "").replaceAll(".", "-"), path, title, format: "json", mediatype: "application/json", encoding: "utf-8" };
}
