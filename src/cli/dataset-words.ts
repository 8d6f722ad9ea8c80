/** Changes and histories of a dataset in words for people. */
import { csvOf } from "../emit/csv.ts";
import { whereWords } from "../emit/ledger/where.ts";
import { differenceWords, itemName, relationSentence, wordingSentence } from "../emit/link-words.ts";
import { shownValue } from "../emit/shown-value.ts";
import type { Change } from "../dataset/edition.ts";
import type { Mended } from "../dataset/publish/recover.ts";
import type { Explanation } from "../dataset/ask/explain.ts";
import { causeWords, columnOf, nameOf, sentencesOf, tellChanges, type Names } from "../dataset/publish/sentences.ts";
import { changeRow, datasetTables } from "../dataset/publish/tables.ts";
import { reasonWords, type Language } from "../model/finding.ts";
import type { FlatValue } from "../model/flat.ts";
import { printable } from "../text/shown.ts";

/** Longer values are cut: `--format json` has them whole. */
const longest = 80;

function shown(value: FlatValue, language: Language): string {
  if (value === null) return language === "zh" ? "无" : "none";
  const characters = [...printable(String(value).replaceAll("\n", "⏎"))];
  return characters.length > longest ? `${characters.slice(0, longest).join("")}…` : characters.join("");
}

/** The part of a task's id behind that of its notice: `explain` takes it. */
function shortId(task: string): string {
  return printable(task.slice(task.lastIndexOf("/") + 1));
}

/** What changed, a paragraph a notice and a line a task. */
export function changesText({ from, to, changes }: { readonly from: string | null; readonly to: string; readonly changes: readonly Change[] }, names: ReadonlyMap<string, Names>, language: Language): string {
  const zh = language === "zh";
  const notices = Map.groupBy(changes, ({ notice }) => notice);
  const tasks = new Set(changes.flatMap(({ task }) => task ?? [])).size;
  const title = `${from ?? (zh ? "（无）" : "(none)")} → ${to}${zh ? `：${notices.size} 份通知、${tasks} 项任务有变化\n` : `: ${notices.size} notices and ${tasks} tasks changed\n`}`;
  const paragraphs = [...notices].map(([notice, own]) => {
    const known = names.get(notice) ?? null;
    const lines = tellChanges(own, known, language).map((told) => {
      const words = [told.called, told.sentences.join(zh ? "；" : "; ")].filter((part) => part !== "").join(zh ? "：" : ": ");
      return `  ${words} ← ${causeWords(told, language)}${told.task === null ? "" : ` [${shortId(told.task)}]`}\n`;
    });
    return `\n${known?.title == null ? "" : `${printable(known.title)} `}${printable(notice)}\n${lines.join("")}`;
  });
  return title + paragraphs.join("");
}

/** Changes as CSV, in the columns of `delta.csv`. */
export async function changesCsv(changes: readonly Change[]): Promise<string> {
  const table = datasetTables.find(({ name }) => name === "changes");
  if (table === undefined) throw new TypeError("no table of changes");
  let text = "";
  for await (const piece of csvOf({ table, rows: [changes.map((change, i) => changeRow(change, i + 1))] }, { headers: "en", escapeFormulas: true, excel: false })) text += String(piece);
  return text;
}

/** Values that only a reader of JSON tells apart: `--json` has them. */
const unsaid: ReadonlySet<string> = new Set(["units", "deadlines", "columns"]);

/** The history of a task. */
export function explanationText(told: Explanation, language: Language): string {
  const zh = language === "zh";
  const value = (field: string, given: FlatValue): string => shown(shownValue(given, columnOf(field) ?? {}, language), language);
  const places = told.place.map((place) => whereWords(place, language) || (place.kind === "element" ? place.path : "")).filter((words, i, all) => all.indexOf(words) === i);
  const colon = zh ? "：" : ": ";
  const lines = [
    `${told.notice.title ?? told.notice.id}${told.notice.title === null ? "" : `  ${told.notice.id}`}`,
    `${zh ? "任务标识" : "task"} ${told.id}  (${told.version})`,
    ...(told.asked === told.id || told.id.endsWith(told.asked) || shortId(told.id).startsWith(told.asked) ? [] : [zh ? `原标识 ${told.asked}` : `formerly ${told.asked}`]),
    ...(told.task === null ? [zh ? "这项任务已不在公布的版本里。" : "The task is no longer published."] : [`${zh ? "位置" : "place"} ${places.join(zh ? "、" : ", ")}`, `${zh ? "读它的规则" : "rules"} ${told.rules.join(" ")}`]),
    "",
    ...told.fields.filter(({ field }) => !unsaid.has(field)).flatMap(({ field, value: now, since, correction, earlier }) => [
      `${nameOf(field, language)}${colon}${value(field, now)}${since === "" ? "" : `  ${zh ? "自" : "since"} ${since}`}`,
      ...(correction === null ? [] : [`    ${zh ? "更正" : "corrected"} ${value(field, correction.before)} → ${value(field, correction.after)}${colon}${correction.reason}（${correction.person}，${correction.date}）`]),
      ...earlier.map((past) => `    ${zh ? "曾是" : "was"} ${value(field, past.value)}  ${past.firstSeen === past.lastSeen ? past.firstSeen : `${past.firstSeen}–${past.lastSeen}`}`),
    ]),
    ...(told.changes.length === 0 ? [] : ["", zh ? "变化" : "changes"]),
    ...[...Map.groupBy(told.changes, ({ version }) => version)].map(([version, own]) => {
      const causes = [...new Set(own.flatMap((change) => change.causes))];
      return `${version} ${sentencesOf(own, language).join(zh ? "；" : "; ")} ← ${causeWords({ causes, certain: own.every(({ certain }) => certain) }, language)}`;
    }),
    ...linkLines(told, language),
    "",
    ...told.readings.map(({ item, chosen, agrees, files }) => `${chosen ? (zh ? "采用" : "chosen") : agrees === true ? (zh ? "一致" : "agrees") : zh ? "不一致" : "differs"} ${item} ${files.map(({ uri, publisher }) => [publisher, uri].filter((part) => part !== null).join(" ")).join(" ")}`),
  ];
  return `${lines.map((line) => printable(line).trimEnd()).join("\n")}\n`;
}

const ways: Readonly<Record<Explanation["links"][number]["way"], Readonly<Record<Language, string>>>> = {
  upward: { zh: "↑ 较早或上级的", en: "↑ earlier or higher:" },
  before: { zh: "← 往年的", en: "← the year before:" },
  after: { zh: "→ 后来的", en: "→ a later year:" },
  downward: { zh: "↓ 较晚或下级的", en: "↓ later or lower:" },
  beside: { zh: "↔ 先后不明的", en: "↔ earlier or later, not known:" },
};

/** The tasks of other notices with equal words: where, how much, by which reference, and both texts with the equal words in 【】. */
function linkLines({ links, notice, id: own }: Explanation, language: Language): string[] {
  if (links.length === 0) return [];
  const zh = language === "zh";
  return [
    "",
    zh ? "其他通知里文字相同的任务（相同处标【】）" : "tasks of other notices with equal words (in 【】)",
    ...links.flatMap(({ way, link, other, between, own: mine, others }) => [
      `${ways[way][language]} ${other.documentNumber ?? other.title ?? other.notice} ${itemName(other, language)}${zh ? "：" : ": "}${wordingSentence(link, language, link.from === own ? "from" : "to")}`,
      `    ${relationSentence(link.documents, (id) => (id === other.notice ? (other.documentNumber ?? other.title ?? id) : id === notice.id ? (notice.title ?? id) : (between[link.documents?.through.indexOf(id) ?? -1] ?? id)), language)}`,
      `    ${zh ? "本项" : "this"} ${mine.replaceAll("\n", "⏎")}`,
      `    ${zh ? "对方" : "other"} ${others.replaceAll("\n", "⏎")}`,
      ...differenceWords({ differences: { ...link.differences, added: [], dropped: [] } }, language).map((words) => `    ${words}`),
    ]),
  ];
}

/** What was done to the index, in a sentence. */
export function mendedWords({ damage, entered, broken }: Mended, language: Language): string {
  const zh = language === "zh";
  const list = entered.join(zh ? "、" : ", ");
  const why = damage === null ? "" : `${reasonWords(damage, language)}${zh ? "；" : "; "}`;
  const rest = broken.length === 0 ? "" : zh ? `；不完整、没有登记：${broken.join("、")}` : `; not whole and not entered: ${broken.join(", ")}`;
  if (damage === null) return zh ? `上次中断前已完成的版本补登了：${list}${rest}。` : `Versions that were complete when a build was interrupted were entered: ${list}${rest}.`;
  return zh ? `${why}索引已由各版本重建：${list}${rest}。` : `${why}the index was made again from the versions: ${list}${rest}.`;
}
