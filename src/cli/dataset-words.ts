/** Changes and histories of a dataset in words for people. */
import { csvOf } from "../emit/csv.ts";
import type { Cause, Change } from "../dataset/edition.ts";
import type { Explanation } from "../dataset/explain.ts";
import { changeRow, datasetTables } from "../dataset/tables.ts";
import type { Language } from "../model/finding.ts";
import type { FlatValue } from "../model/flat.ts";
import { printable } from "../text/shown.ts";

const causes: Readonly<Record<Cause, Readonly<Record<Language, string>>>> = {
  source: { zh: "来源", en: "source" },
  parser: { zh: "程序", en: "parser" },
  lookup: { zh: "名称表", en: "lookup" },
  override: { zh: "人工更正", en: "override" },
};

function causeWords({ causes: found, certain }: Pick<Change, "causes" | "certain">, language: Language): string {
  const named = found.map((cause) => causes[cause][language]).join(language === "zh" ? "、" : ", ");
  return certain ? named : language === "zh" ? `${named}（分不清）` : `${named} (cannot be told apart)`;
}

/** Longer values are cut: `--format json` has them whole. */
const longest = 80;

function shown(value: FlatValue): string {
  if (value === null) return "∅";
  const characters = [...printable(String(value).replaceAll("\n", "⏎"))];
  return `“${characters.length > longest ? `${characters.slice(0, longest).join("")}…` : characters.join("")}”`;
}

function changeWords(change: Change, language: Language): string {
  const { op, field, before, after } = change;
  const why = `← ${causeWords(change, language)}`;
  if (op === "ADD") return `+ ${shown(after)} ${why}`;
  if (op === "DEL") return `- ${shown(before)} ${why}`;
  if (op === "REKEY") return `= ${String(before)} → ${String(after)} ${why}`;
  return `~ ${field ?? ""}: ${shown(before)} → ${shown(after)} ${why}`;
}

/** Changes, a paragraph a notice. */
export function changesText({ from, to, changes }: { readonly from: string | null; readonly to: string; readonly changes: readonly Change[] }, language: Language): string {
  const title = `${from ?? "∅"} → ${to}: ${changes.length}${language === "zh" ? " 处变化" : " changes"}\n`;
  const notices = [...new Set(changes.map(({ notice }) => notice))];
  const paragraphs = notices.map((notice) => {
    const own = changes.filter((change) => change.notice === notice);
    const lines = own.map((change) => `  ${change.task === null ? "" : `${printable(change.task.slice(notice.length + 1))} `}${changeWords(change, language)}\n`);
    return `\n${printable(notice)}\n${lines.join("")}`;
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

/** The history of a task. */
export function explanationText(told: Explanation, language: Language): string {
  const zh = language === "zh";
  const lines = [
    `${told.id}  (${told.version})`,
    ...(told.asked === told.id ? [] : [zh ? `原标识 ${told.asked}` : `formerly ${told.asked}`]),
    `${zh ? "通知" : "notice"} ${told.notice.id} ${told.notice.title ?? ""}`,
    ...(told.task === null ? [zh ? "这项任务已不在公布的版本里。" : "The task is no longer published."] : [`${zh ? "位置" : "place"} ${told.place.map(placeWords).join("; ")}`, `${zh ? "规则" : "rules"} ${told.rules.join(" ")}`]),
    "",
    ...told.fields.flatMap(({ field, value, since, correction, earlier }) => [
      `${field}: ${shown(value)}${since === "" ? "" : ` ${zh ? "自" : "since"} ${since}`}`,
      ...(correction === null ? [] : [`    ${zh ? "更正" : "corrected"} ${shown(correction.before)} → ${shown(correction.after)}: ${correction.reason} (${correction.person}, ${correction.date})`]),
      ...earlier.map((past) => `    ${zh ? "曾是" : "was"} ${shown(past.value)} ${past.firstSeen}–${past.lastSeen}`),
    ]),
    "",
    ...told.changes.map((change) => `${change.version} ${changeWords(change, language)}`),
    "",
    ...told.readings.map(({ item, chosen, agrees, files }) => `${chosen ? (zh ? "采用" : "chosen") : agrees === true ? (zh ? "一致" : "agrees") : zh ? "不一致" : "differs"} ${item} ${files.map(({ uri, publisher }) => [publisher, uri].filter((part) => part !== null).join(" ")).join(" ")}`),
  ];
  return `${lines.map((line) => printable(line).trimEnd()).join("\n")}\n`;
}

function placeWords(place: Explanation["place"][number]): string {
  return place.kind === "page" ? `p${place.page} ${place.bbox.map((edge) => Math.round(edge)).join(",")}` : `${place.path}${place.start === null ? "" : `@${place.start}-${place.end ?? ""}`}`;
}
