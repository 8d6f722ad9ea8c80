/** The CHANGELOG of a version, in Chinese and English, made from its changes; those of the versions before stand below. */
import type { Change, NoticeRecord } from "./edition.ts";
import { markdownText } from "./readme.ts";
import type { Statistics } from "./statistics.ts";

/** So many notices of a version are named; all changes stand in its delta.ndjson. */
const named = 50;
const head = "# 变化 Changes\n\n";

/** What is told of the changes of one notice. */
interface Told {
  readonly ops: Map<string, number>;
  readonly causes: Set<string>;
  readonly fields: Set<string>;
}

/** Collects what the section of a version says: first its changes, then its notices. */
export interface Changelog {
  readonly change: (change: Change) => void;
  readonly add: (record: NoticeRecord) => void;
  /** The text of the file. `older`: that of the last successful version. */
  readonly text: (statistics: Statistics, older: string | null) => string;
}

/** Opens the CHANGELOG of a version. */
export function openChangelog(): Changelog {
  const told = new Map<string, Told>();
  const titles = new Map<string, string>();
  return {
    change: (change) => {
      add(told, change);
      if (change.task === null && change.op === "DEL") titles.set(change.notice, String(change.before ?? ""));
    },
    add: ({ id, result }) => {
      if (told.has(id)) titles.set(id, result.notice.title ?? "");
    },
    text: (statistics, older) => `${head}${section(statistics, told, titles)}${sectionsOf(older)}`,
  };
}

/** The sections of a CHANGELOG that was written before. */
function sectionsOf(text: string | null): string {
  const at = text?.indexOf("\n## ") ?? -1;
  return text === null || at < 0 ? "" : text.slice(at);
}

function add(told: Map<string, Told>, { op, notice, task, field, causes }: Change): void {
  const known: Told = told.get(notice) ?? { ops: new Map(), causes: new Set(), fields: new Set() };
  told.set(notice, known);
  const key = `${op} ${task === null ? "notice" : "task"}`;
  known.ops.set(key, (known.ops.get(key) ?? 0) + 1);
  for (const cause of causes) known.causes.add(cause);
  if (field !== null) known.fields.add(field);
}

const ops = ["ADD", "MOD", "DEL", "REKEY"] as const;
const words: Readonly<Record<string, string>> = { ADD: "新增 added", MOD: "修改 modified", DEL: "删除 deleted", REKEY: "换标识 rekeyed" };
const causeWords: Readonly<Record<string, string>> = { parser: "程序 parser", source: "来源 source", lookup: "名称表 lookup", override: "人工更正 override" };

function section({ version, previous, changes, notices, tasks }: Statistics, told: ReadonlyMap<string, Told>, titles: ReadonlyMap<string, string>): string {
  const since = previous === null ? "第一个成功版本。The first successful version." : `与 ${previous} 相比。Against ${previous}.`;
  const size = `${notices.total} 份通知 notices，${tasks.total} 项任务 tasks；${changes.total} 处变化 changes。`;
  const table = ["| | 通知 notices | 任务 tasks |", "| --- | --- | --- |", ...ops.map((op) => `| ${words[op] ?? op} | ${changes.notices[op]} | ${changes.tasks[op]} |`)].join("\n");
  const why = Object.entries(changes.byCause).map(([cause, n]) => `- ${causeWords[cause] ?? cause}: ${n}`);
  const unsure = changes.uncertain === 0 ? [] : [`- 来源与程序无从分辨 source and parser cannot be told apart: ${changes.uncertain}`];
  const list = [...told].slice(0, named).map(([id, one]) => line(id, one, titles.get(id) ?? ""));
  const more = told.size > named ? [`- … +${told.size - named}（delta.ndjson）`] : [];
  const blocks = [`## ${version}`, `${since} ${size}`, table, why.length === 0 ? "" : `原因 Causes\n\n${[...why, ...unsure].join("\n")}`, list.length === 0 ? "" : `涉及的通知 Notices concerned\n\n${[...list, ...more].join("\n")}`];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function line(id: string, { ops: counted, causes, fields }: Told, title: string): string {
  const what = [...counted].map(([key, n]) => `${key.replace(/ notice$/u, " 通知").replace(/ task$/u, " 任务")} ×${n}`).join("，");
  const which = fields.size === 0 ? "" : ` (${[...fields].sort().join(", ")})`;
  return `- ${markdownText(id)}${title === "" ? "" : ` ${markdownText(title)}`}：${what}${which} ← ${[...causes].join(", ")}`;
}
