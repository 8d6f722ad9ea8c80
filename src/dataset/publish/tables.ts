/**
 * The tables of a dataset: those of one output (model/flat.ts) keyed by stable ids, so that a notice that is new moves no row of another;
 * the sources, and the changes.
 */
import { z } from "zod";
import { flatten } from "../../emit/flatten.ts";
import { linksTable } from "../../emit/link-table.ts";
import { choice, column, flag, text, whole, word } from "../../model/column.ts";
import { flatTables, type FlatRow, type FlatTable, type FlatValue, type TableName } from "../../model/flat.ts";
import { sourceSchema } from "../../model/notice.ts";
import { changeSchema, type Change, type Edition, type NoticeRecord, type Rekey } from "../edition.ts";

const toNotice = { columns: ["noticeId"], to: "notices" };
const toTask = { columns: ["taskId"], to: "tasks" };
const keys: Readonly<Record<TableName, Pick<FlatTable, "key" | "refers">>> = {
  notices: { key: ["noticeId"], refers: [] },
  tasks: { key: ["taskId"], refers: [toNotice] },
  assignments: { key: ["noticeId", "position"], refers: [toNotice, toTask] },
  deadlines: { key: ["noticeId", "position"], refers: [toNotice, toTask] },
};

/** Without the running number of the output: it is another one when a notice is new. */
const stable: readonly FlatTable[] = flatTables.map((table) => ({
  ...table,
  ...keys[table.name as TableName],
  columns: Object.fromEntries(Object.entries(table.columns).filter(([key]) => key !== "result")),
}));

const noticeId = word("通知标识", "通知的稳定标识", "Stable identity of the notice");

const sources: FlatTable = {
  name: "sources",
  zh: "来源",
  about: { zh: "每份通知的每次读取的每个文件一行", en: "One row a file of a reading of a notice" },
  columns: {
    noticeId,
    item: word("来源项", "同一次读取的文件以正文文件为名", "Name of the reading: its letter or only file"),
    chosen: flag("采用", "公布的结果取自这次读取", "Its result is the published one"),
    agrees: column("boolean", z.boolean().nullable(), "一致", "与所采用的读取结果是否一致；所采用的为空", "Whether it says the same as the chosen reading; empty for the chosen one"),
    file: word("文件", "文件名", "Name of the file"),
    role: choice(sourceSchema.shape.role, "作用", { notice: "单独的通知", letter: "正文", attachment: "附件" }, "notice, letter or attachment"),
    label: text("附件序号", "附件说明", "Label of an attachment"),
    url: text("网址", "取得文件的网址", "Where it was fetched"),
    retrieved: column("date", z.iso.date().nullable(), "取得日期", "取得文件的日期", "Day on which it was fetched"),
    publisher: text("发布者", "在该网址发布的机构", "Who published it there"),
    format: word("格式", "按内容判断", "By content: html, docx, pdf …"),
    bytes: whole("字节数", "文件大小", "Size of the file"),
    sha256: text("文件摘要", "文件内容的 SHA-256", "SHA-256 of the bytes"),
    textSha256: text("文字摘要", "所读文字去掉空白后的 SHA-256，格式不同而文字相同的文件相同", "SHA-256 of the text without white space: equal for equal texts in two formats"),
    pages: whole("页数", "没有分页的格式为空", "Pages; empty for formats without"),
  },
  key: ["noticeId", "item", "file"],
  refers: [toNotice],
  indexed: ["sha256"],
};

const changes: FlatTable = {
  name: "changes",
  zh: "变化",
  about: { zh: "与上一成功版本相比，每处变化一行", en: "One row a change against the last successful version" },
  columns: {
    position: column("integer", z.int().min(1), "序号", "从 1 起", "From 1"),
    op: choice(changeSchema.unwrap().shape.op, "变化", { ADD: "新增", MOD: "修改", DEL: "删除", REKEY: "标识改变" }, "ADD, MOD, DEL, or REKEY: another id"),
    noticeId,
    taskId: text("任务标识", "通知本身的变化为空", "Empty when the notice itself changed"),
    field: text("字段", "修改的字段；整项任务或整份通知为空", "The field of a MOD; empty for the whole task or notice"),
    before: text("原值", "修改前的值；删除的文字；原标识", "The value before; the words that went; the old id"),
    after: text("新值", "修改后的值；新增的文字；新标识", "The value after; the words that came; the new id"),
    causes: choice(z.string(), "原因", { parser: "程序", source: "来源文件", lookup: "名称表", override: "人工更正" }, "parser, source, lookup, override; parted by ；"),
    certain: flag("确定", "否：来源与程序都变了而无从分辨，两者都列出", "no: source and parser both changed and cannot be told apart, so both are named"),
  },
  key: ["position"],
  refers: [],
  indexed: ["noticeId", "taskId"],
};

/** The tables of a dataset; a table that others refer to stands before them. */
export const datasetTables: readonly FlatTable[] = [...stable, sources, changes];

const links: FlatTable = { ...linksTable, refers: [{ columns: ["from"], to: "tasks" }, { columns: ["to"], to: "tasks" }] };

/** Those of a version: with the table of links where it has any. */
export function tablesOf(edition: Pick<Edition, "links">): readonly FlatTable[] {
  return edition.links === undefined ? datasetTables : [...datasetTables, links];
}

/** Ids that became others, over all versions. */
export const rekeysTable: FlatTable = {
  name: "rekeys",
  zh: "标识变更",
  about: { zh: "历来改变的标识", en: "Ids that became others, over all versions" },
  columns: {
    old: word("原标识", "以前的标识", "The id before"),
    new: word("新标识", "现在的标识", "The id after"),
    version: word("版本", "在哪个版本改变", "Version in which it happened"),
    causes: word("原因", "用；分开", "parser, source, lookup, override; parted by ；"),
  },
  key: ["version", "old"],
  refers: [],
  indexed: [],
};

/** The rows of a notice, by table. */
export function rowsOf(record: NoticeRecord): Readonly<Record<string, readonly FlatRow[]>> {
  return { ...flatten(record.result, 1), sources: sourceRows(record) };
}

function sourceRows({ id, readings }: NoticeRecord): FlatRow[] {
  return readings.flatMap(({ item, chosen, agrees, files }) =>
    files.map(({ name, role, label, uri, retrieved, publisher, format, bytes, sha256, textSha256, pages }) => ({
      noticeId: id,
      item,
      chosen,
      agrees,
      file: name,
      role,
      label,
      url: uri,
      retrieved,
      publisher,
      format,
      bytes,
      sha256,
      textSha256,
      pages,
    })),
  );
}

/** The row of a change. */
export function changeRow({ op, notice, task, field, before, after, causes, certain }: Change, position: number): FlatRow {
  return { position, op, noticeId: notice, taskId: task, field, before: words(before), after: words(after), causes: causes.join("；"), certain };
}

/** The row of an id that became another. */
export function rekeyRow(rekey: Rekey): FlatRow {
  return { old: rekey.old, new: rekey.new, version: rekey.version, causes: rekey.causes.join("；") };
}

function words(value: FlatValue): string | null {
  return value === null ? null : String(value);
}
