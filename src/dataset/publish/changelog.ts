/** The CHANGELOG of a version, in Chinese and English, made from its changes; those of the versions before stand below. */
import { markdownTable, markdownText } from "../../emit/markdown.ts";
import { messageOf } from "../../emit/report/wording.ts";
import type { Language } from "../../model/finding.ts";
import type { Change, Issue,  } from "../edition.ts";
import { namesIn } from "./names.ts";
import { causeWords, tellChanges, type Names } from "./sentences.ts";
import type { Statistics } from "./statistics.ts";
import type { Watcher } from "./watcher.ts";

/** So many notices of a version are told of, and so many tasks of each; all changes stand in its delta.ndjson. */
const told = { notices: 50, tasks: 20 } as const;
const head = "# 变化 Changes\n\n";

/** Collects what the section of a version says: first its changes, then its notices. */
export interface Changelog extends Pick<Required<Watcher>, "change" | "notice"> {
  /** The text of the file. `older`: that of the last successful version; `issues`: what was not read and which corrections rest. */
  readonly text: (statistics: Statistics, issues: Pick<Unused, "unread" | "resting">, older: string | null) => string;
}

/** Sources of which nothing is published, and corrections by people that were not applied. */
export interface Unused {
  readonly unread: readonly Issue[];
  readonly resting: readonly Issue[];
}

/** Counts notices and tasks by what happened to them, each once. */
class Counts {
  readonly #seen = { notices: new Map<Change["op"], string>(), tasks: new Map<Change["op"], string>() };
  readonly counts = { notices: { ADD: 0, MOD: 0, DEL: 0, REKEY: 0 }, tasks: { ADD: 0, MOD: 0, DEL: 0, REKEY: 0 } };

  /** Changes of one task stand together. */
  add({ op, notice, task }: Change): void {
    const kind = task === null ? "notices" : "tasks";
    const id = task ?? notice;
    if (this.#seen[kind].get(op) === id) return;
    this.#seen[kind].set(op, id);
    this.counts[kind][op]++;
  }
}

/** Opens the CHANGELOG of a version. */
export function openChangelog(): Changelog {
  const counts = new Counts();
  const kept = new Map<string, { readonly changes: Change[]; readonly tasks: Set<string>; readonly more: Set<string> }>();
  const names = new Map<string, Names>();
  let notices = 0;
  let last = "";
  return {
    change: (change) => {
      counts.add(change);
      if (change.notice !== last) notices++;
      last = change.notice;
      if (!kept.has(change.notice) && kept.size >= told.notices) return;
      const own = kept.get(change.notice) ?? { changes: [], tasks: new Set(), more: new Set() };
      kept.set(change.notice, own);
      if (change.task !== null && !own.tasks.has(change.task) && own.tasks.size >= told.tasks) {
        own.more.add(change.task);
        return;
      }
      if (change.task !== null) own.tasks.add(change.task);
      own.changes.push(change);
    },
    notice: ({ id, result }) => {
      const own = kept.get(id);
      if (own === undefined) return;
      const all = namesIn(result);
      names.set(id, { title: all.title, tasks: new Map([...all.tasks].filter(([task]) => own.tasks.has(task))) });
    },
    text: (statistics, issues, older) => {
      const list = (language: Language): string[] => {
        const lines = [...kept].map(([id, { changes, more }]) => noticeLines({ id, changes, more: more.size }, names.get(id) ?? null, language));
        return [...lines, ...(notices > kept.size ? [`- … +${notices - kept.size}（delta.ndjson）`] : [])];
      };
      return `${head}${section(statistics, counts.counts, issues, list)}${sectionsOf(older)}`;
    },
  };
}

/** The sections of a CHANGELOG that was written before. */
function sectionsOf(text: string | null): string {
  const at = text?.indexOf("\n## ") ?? -1;
  return text === null || at < 0 ? "" : text.slice(at);
}

/** What happened to a notice and its tasks: a line each. */
function noticeLines({ id, changes, more }: { readonly id: string; readonly changes: readonly Change[]; readonly more: number }, names: Names | null, language: Language): string {
  const zh = language === "zh";
  const gone = changes.find(({ task, op }) => task === null && op === "DEL");
  const title = names?.title ?? String(gone?.before ?? "");
  const lines = tellChanges(changes, names, language).map((one) => {
    const words = one.sentences.join(zh ? "；" : "; ");
    return `  - ${markdownText([one.called, words].filter((part) => part !== "").join(zh ? "：" : ": "))} ← ${causeWords(one, language)}`;
  });
  const rest = more === 0 ? [] : [zh ? `  - 另有 ${more} 项任务（delta.ndjson）` : `  - ${more} more tasks (delta.ndjson)`];
  return [`- ${title === "" ? "" : `${markdownText(title)} `}${markdownText(id)}`, ...lines, ...rest].join("\n");
}

const ops = ["ADD", "MOD", "DEL", "REKEY"] as const;
const words: Readonly<Record<string, string>> = { ADD: "新增 added", MOD: "修改 modified", DEL: "删除 deleted", REKEY: "换标识 rekeyed" };
const causes: Readonly<Record<string, string>> = { parser: "程序 parser", source: "来源 source", lookup: "名称表 lookup", override: "人工更正 override" };

function section({ version, previous, changes, notices, tasks }: Statistics, counts: Counts["counts"], { unread, resting }: Unused, list: (language: Language) => string[]): string {
  const since = previous === null ? "第一个成功版本。The first successful version." : `与 ${previous} 相比。Against ${previous}.`;
  const size = `${notices.total} 份通知 notices，${tasks.total} 项任务 tasks。`;
  const table = markdownTable(["", "通知 notices", "任务 tasks"], ops.map((op) => [words[op] ?? op, String(counts.notices[op]), String(counts.tasks[op])]));
  const why = Object.entries(changes.byCause).map(([cause, n]) => `- ${causes[cause] ?? cause}: ${n}`);
  const unsure = changes.uncertain === 0 ? [] : [`- 来源与程序无从分辨 source and parser cannot be told apart: ${changes.uncertain}`];
  const [zh, en] = [list("zh"), list("en")];
  const blocks = [
    `## ${version}`,
    `${since} ${size}`,
    table,
    why.length === 0 ? "" : `原因（字段数） Causes (fields)\n\n${[...why, ...unsure].join("\n")}`,
    zh.length === 0 ? "" : `涉及的通知\n\n${zh.join("\n")}`,
    en.length === 0 ? "" : `Notices concerned\n\n${en.join("\n")}`,
    unread.length === 0 ? "" : `没有读出的来源 Sources of which nothing was read\n\n${issueLines(unread)}`,
    resting.length === 0 ? "" : `没有采用的人工更正 Corrections that were not applied\n\n${issueLines(resting)}`,
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** Issues as a list, in both languages. */
function issueLines(issues: readonly Issue[]): string {
  const lines = issues.slice(0, told.notices).map((issue) => `- ${issueWords(issue, "zh")} ${messageOf(issue, "en")}`);
  return [...lines, ...(issues.length > told.notices ? [`- … +${issues.length - told.notices}（issues.ndjson）`] : [])].join("\n");
}

/** An issue with what it is about. */
export function issueWords(issue: Issue, language: Language): string {
  const about = issue.task ?? issue.item ?? issue.notice;
  return markdownText(`${about === null ? "" : `${about}${language === "zh" ? "：" : ": "}`}${messageOf(issue, language)}`);
}
