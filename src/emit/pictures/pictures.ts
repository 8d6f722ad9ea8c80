/**
 * The pictures of a report and of a dataset as plain SVG. They are read in grey (what is in doubt is hatched, every part has its number)
 * and by a screen reader (a title, a description, and the same numbers as a table).
 */
import type { Language } from "../../model/finding.ts";
import { element, escape, label } from "../svg/elements.ts";
import { widthOf } from "../svg/owners.ts";
import type { Certainty, PictureFacts } from "./facts.ts";

/** A picture, its words, and its numbers as a table. */
export interface Picture {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly svg: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Sizes in user units. */
const width = 760;
const size = 13;
const ink = "#222222";
const looks = { dark: "#333333", middle: "#8c8c8c", light: "#d9d9d9" } as const;

/** Most bars of a picture. */
const mostMonths = 36;
const mostUnits = 15;

type Say = (zh: string, en: string) => string;

/** All pictures of which there is something to show. */
export function picturesOf(facts: PictureFacts, language: Language): Picture[] {
  if (facts.tasks === 0) return [];
  const say: Say = (zh, en) => (language === "zh" ? zh : en);
  return [due(facts, say), units(facts, say), certainty(facts, say)];
}

/** What falls due when: a column a month, or a year where there are many. */
function due({ months, undated, tasks }: PictureFacts, say: Say): Picture {
  const columns = columnsOf(months);
  const dated = columns.reduce((sum, { sure, doubtful }) => sum + sure + doubtful, 0);
  const none = [
    [say("按周期", "recurring"), undated.recurring],
    [say("长期", "ongoing"), undated.ongoing],
    [say("没有写明或定不下来", "not printed or not settled"), undated.other],
  ] as const;
  const rest = none.filter(([, count]) => count > 0).map(([name, count]) => `${name} ${count}`).join(say("，", ", "));
  const most = Math.max(1, ...columns.map(({ sure, doubtful }) => sure + doubtful));
  const [top, height, left] = [50, 180, 20];
  const step = (width - 2 * left) / Math.max(columns.length, 1);
  const bar = Math.min(step * 0.7, 48);
  const drawn = columns.flatMap(({ name, sure, doubtful }, i) => {
    const x = left + step * i + (step - bar) / 2;
    const [high, low] = [(height * doubtful) / most, (height * sure) / most];
    const base = top + height;
    return [
      ...(sure === 0 ? [] : [rect(x, base - low, bar, low, looks.dark)]),
      ...(doubtful === 0 ? [] : [rect(x, base - low - high, bar, high, "url(#due-doubt)")]),
      ...(sure + doubtful === 0 ? [] : [middle(x + bar / 2, base - low - high - 5, String(sure + doubtful))]),
      ...(columns.length <= 18 || i % Math.ceil(columns.length / 18) === 0 ? [middle(x + bar / 2, base + 16, name, 11)] : []),
    ];
  });
  const axis = element("line", { x1: left, y1: top + height, x2: width - left, y2: top + height, stroke: ink });
  const title = say("任务何时到期", "When tasks fall due");
  const description = say(`${tasks} 项任务，${dated} 项有日子${rest === "" ? "" : `；没有日子：${rest}`}。`, `${tasks} tasks, ${dated} with a day${rest === "" ? "" : `; without: ${rest}`}.`);
  return {
    id: "due",
    title,
    description,
    svg: chart({ id: "due", title, description, height: top + height + 50 }, [...legend(say, top + height + 42), axis, ...drawn]),
    head: [say("到期", "due"), say("无疑点", "without doubt"), say("待核", "to check")],
    rows: [...columns.map(({ name, sure, doubtful }) => [name, String(sure), String(doubtful)]), ...none.filter(([, count]) => count > 0).map(([name, count]) => [name, String(count), ""])],
  };
}

function columnsOf(months: PictureFacts["months"]): { readonly name: string; readonly sure: number; readonly doubtful: number }[] {
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  if (first === undefined || last === undefined) return [];
  const span = index(last) - index(first) + 1;
  const yearly = span > mostMonths;
  const names = yearly ? Array.from({ length: Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1 }, (_, i) => String(Number(first.slice(0, 4)) + i)) : Array.from({ length: span }, (_, i) => monthAt(index(first) + i));
  // Decades with nothing in them are no columns.
  const shown = names.length > mostMonths ? [...new Set(months.map(({ month }) => month.slice(0, 4)))] : names;
  return shown.map((name) => {
    const own = months.filter(({ month }) => month.startsWith(name));
    return { name, sure: own.reduce((sum, { split }) => sum + split.sure, 0), doubtful: own.reduce((sum, { split }) => sum + split.doubtful, 0) };
  });
}

function index(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function monthAt(at: number): string {
  return `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`;
}

/** Whose work it is: a line a unit. */
function units({ units: all, tasks }: PictureFacts, say: Say): Picture {
  const shown = all.slice(0, mostUnits);
  const most = Math.max(1, ...shown.map(({ lead, responsible }) => lead + responsible));
  const [top, step] = [44, 24];
  const names = shown.map(({ name }) => shorten(name, 20));
  const left = 16 + Math.min(270, Math.max(40, ...names.map((name) => widthOf(name) * size)));
  const room = width - left - 60;
  const drawn = shown.flatMap(({ lead, responsible }, i) => {
    const y = top + step * i;
    const [own, other] = [(room * lead) / most, (room * responsible) / most];
    const words = lead > 0 && responsible > 0 ? `${lead} + ${responsible}` : String(lead + responsible);
    return [
      element("text", { x: left - 8, y: y + 13, "text-anchor": "end", "font-size": size, fill: ink }, escape(names[i] ?? "")),
      ...(lead === 0 ? [] : [rect(left, y, own, 16, looks.dark)]),
      ...(responsible === 0 ? [] : [rect(left + own, y, other, 16, looks.light)]),
      label(left + own + other + 6, y + 13, words, { "font-size": size, fill: ink }),
    ];
  });
  const base = top + step * shown.length;
  const keys = key([{ fill: looks.dark, words: say("牵头", "leads") }, { fill: looks.light, words: say("责任", "answers for") }], base + 14);
  const more = all.length > shown.length;
  const title = say("各单位的任务", "Work by unit");
  const description = say(`${tasks} 项任务，${all.length} 个牵头或责任单位${more ? `，图中是最多的 ${shown.length} 个` : ""}。`, `${tasks} tasks, ${all.length} units that lead or answer${more ? `; shown are the ${shown.length} with most` : ""}.`);
  return {
    id: "units",
    title,
    description,
    svg: chart({ id: "units", title, description, height: base + 30 }, [...drawn, ...keys]),
    head: [say("单位", "unit"), say("牵头", "leads"), say("责任", "answers for")],
    rows: shown.map(({ name, lead, responsible }) => [name, String(lead), String(responsible)]),
  };
}

/** How sure the reading is: tasks by the most urgent thing that is said of them, and characters without a field. */
function certainty({ certainty: counts, tasks, characters, unclaimed }: PictureFacts, say: Say): Picture {
  const names: Readonly<Record<Certainty, string>> = { clear: say("无疑点", "without doubt"), doubt: say("存疑", "in doubt"), warning: say("警告", "with a warning"), error: say("错误", "with an error") };
  const fills: Readonly<Record<Certainty, string>> = { clear: looks.light, doubt: "url(#certainty-doubt)", warning: looks.middle, error: looks.dark };
  const levels = (["clear", "doubt", "warning", "error"] as const).filter((level) => counts[level] > 0);
  const [left, top, room] = [20, 50, width - 40];
  let x = left;
  const drawn = levels.flatMap((level) => {
    const own = (room * counts[level]) / tasks;
    const from = x;
    x += own;
    return [rect(from, top, own, 30, fills[level])];
  });
  const keys = key(levels.map((level) => ({ fill: fills[level], words: `${names[level]} ${counts[level]}` })), top + 46);
  const share = characters === 0 ? "—" : `${((100 * (characters - unclaimed)) / characters).toFixed(2)}%`;
  const title = say("读得有多准", "How sure the reading is");
  const description = say(`${tasks} 项任务中 ${counts.clear} 项没有疑点；读到的字符 ${share} 有归属。`, `${counts.clear} of ${tasks} tasks are without doubt; ${share} of the characters have a place in the data.`);
  return {
    id: "certainty",
    title,
    description,
    svg: chart({ id: "certainty", title, description, height: top + 66 }, [...drawn, ...keys]),
    head: [say("任务", "tasks"), say("数量", "count")],
    rows: [...levels.map((level) => [names[level], String(counts[level])]), [say("字符有归属", "characters with a place"), share]],
  };
}

/** The frame: title and description for screen readers, the title again to be seen, the hatching. */
function chart({ id, title, description, height }: { readonly id: string; readonly title: string; readonly description: string; readonly height: number }, content: readonly string[]): string {
  const hatch = element("pattern", { id: `${id}-doubt`, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, rectOnly(0, 0, 6, 6, "#ffffff") + element("line", { x1: 0, y1: 0, x2: 0, y2: 6, stroke: ink, "stroke-width": 3 }));
  const all = [
    element("title", { id: `${id}-title` }, escape(title)),
    element("desc", { id: `${id}-desc` }, escape(description)),
    element("defs", {}, hatch),
    rectOnly(0, 0, width, height, "#ffffff"),
    label(20, 24, title, { "font-size": 16, "font-weight": "bold", fill: ink }),
    ...content,
  ];
  const frame = { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${Math.ceil(height)}`, role: "img", "aria-labelledby": `${id}-title ${id}-desc`, "font-family": "'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', sans-serif" };
  return `${element("svg", frame, `\n${all.join("\n")}\n`)}\n`;
}

function rectOnly(x: number, y: number, across: number, down: number, fill: string): string {
  return element("rect", { x, y, width: across, height: down, fill });
}

function rect(x: number, y: number, across: number, down: number, fill: string): string {
  return element("rect", { x, y, width: across, height: down, fill, stroke: ink, "stroke-width": 0.8 });
}

function middle(x: number, y: number, words: string, points = size): string {
  return element("text", { x, y, "text-anchor": "middle", "font-size": points, fill: ink }, escape(words));
}

function legend(say: Say, y: number): string[] {
  return key([{ fill: looks.dark, words: say("无疑点", "without doubt") }, { fill: "url(#due-doubt)", words: say("待核", "to check") }], y);
}

function key(entries: readonly { readonly fill: string; readonly words: string }[], y: number): string[] {
  let x = 20;
  return entries.flatMap(({ fill, words }) => {
    const at = x;
    x += 18 + widthOf(words) * size + 24;
    return [rect(at, y - 11, 13, 13, fill), label(at + 18, y, words, { "font-size": size, fill: ink })];
  });
}

function shorten(words: string, most: number): string {
  const characters = [...words];
  return characters.length <= most ? words : `${characters.slice(0, most - 1).join("")}…`;
}
