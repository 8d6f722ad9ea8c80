/** Small notices with their truth: what a reader of any of their files must find. */
import { headings, regions, taskHeading, taskText, timesOf, topics, unitsOf, type Region, type Time } from "./material.ts";
import { randomOf, type Random } from "./random.ts";

/** How the tasks are laid out: a ruled table with one column of units, or with two; numbered items that end in a bracket; prose. */
export type Layout = "table" | "lead-table" | "brackets" | "prose";
export const layouts: readonly Layout[] = ["table", "lead-table", "brackets", "prose"];

export function isTable(layout: Layout): boolean {
  return layout === "table" || layout === "lead-table";
}

export interface MadeTask {
  /** Who it is through all versions, whatever becomes of its words and number. No reader sees it. */
  readonly uid: string;
  /** Of the notice, or in prose of the section. */
  readonly number: number;
  /** Printed before the text in prose only. */
  readonly heading: string;
  readonly text: string;
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly responsible: readonly string[];
  readonly time: Time;
}

export interface Section {
  readonly heading: string;
  readonly tasks: readonly MadeTask[];
}

/** One notice. */
export interface Made {
  readonly region: Region;
  readonly year: number;
  readonly serial: number;
  readonly layout: Layout;
  readonly topic: string;
  /** Of issue, `YYYY-MM-DD`. */
  readonly date: string;
  readonly sections: readonly Section[];
  /** A telephone number in the letter. */
  readonly phone: string | null;
}

/** A notice of a seed. No two of one seed have the same number. */
export function makeNotice(seed: string, i: number): Made {
  const random = randomOf(`${seed}/${i}`);
  const region = regions[i % regions.length] as Region;
  const year = 2018 + random.below(7);
  const layout = layouts[Math.floor(i / regions.length) % layouts.length] as Layout;
  const count = 5 + random.below(8);
  const tasks = distinct(count, (uid) => makeTask({ region, year, layout }, uid, random)).map((task, at, all) => likeAbove(task, all[at - 1], layout, random));
  const parts = 1 + random.below(3);
  const names = random.shuffle(headings).slice(0, parts);
  const sections = names.map((heading, at) => ({ heading, tasks: tasks.slice(Math.floor((at * count) / parts), Math.floor(((at + 1) * count) / parts)) }));
  const made: Made = {
    region, year, serial: Math.floor(i / regions.length) + 1, layout, topic: random.pick(topics), date: `${year}-0${1 + random.below(3)}-${10 + random.below(18)}`, sections,
    phone: random.chance(0.2) ? `05${10 + random.below(80)}-6${String(100_000 + random.below(899_999))}` : null,
  };
  return renumbered(made);
}

export function makeTask({ region, year, layout }: Pick<Made, "region" | "year" | "layout">, uid: string, random: Random): MadeTask {
  const [first = "", ...others] = random.shuffle(unitsOf(region));
  const time = random.pick(timesOf(year).filter(({ ongoing }) => !ongoing || layout !== "prose"));
  const words = { uid, number: 0, heading: taskHeading(random), text: taskText(random), time };
  if (layout === "table") return { ...words, lead: [], support: [], responsible: [first, ...others.slice(0, random.below(3))] };
  return { ...words, lead: [first], support: others.slice(0, 1 + random.below(2)), responsible: [] };
}

/** In a table some tasks have the units or the time of the one above: their cells are merged. */
function likeAbove(task: MadeTask, above: MadeTask | undefined, layout: Layout, random: Random): MadeTask {
  if (above === undefined || !isTable(layout)) return task;
  const { lead, support, responsible } = random.chance(0.2) ? above : task;
  return { ...task, lead, support, responsible, time: random.chance(0.2) ? above.time : task.time };
}

/** Tasks counted from 1 again: through the notice, or in prose through each section. */
export function renumbered(made: Made): Made {
  let number = 0;
  const sections = made.sections.map(({ heading, tasks }) => {
    if (made.layout === "prose") number = 0;
    return { heading, tasks: tasks.map((task) => ({ ...task, number: (number += 1) })) };
  });
  return { ...made, sections };
}

/** Tasks with different words. */
function distinct(count: number, make: (uid: string) => MadeTask): MadeTask[] {
  const found = new Map<string, MadeTask>();
  while (found.size < count) {
    const task = make(String(found.size));
    if (!found.has(task.text)) found.set(task.text, task);
  }
  return [...found.values()];
}

/** What a reader must find of one task. */
export interface Truth {
  readonly number: string | null;
  readonly label: string | null;
  readonly heading: string | null;
  readonly text: string;
  readonly section: string;
  readonly task: MadeTask;
}

/** What a reader must find, in order. */
export function truthOf({ layout, sections }: Made): Truth[] {
  return sections.flatMap(({ heading, tasks }, at) =>
    tasks.map((task) => {
      const section = `${numeral(at)}、${heading}`;
      if (layout !== "prose") return { number: String(task.number), label: null, heading: null, text: task.text, section, task };
      return { number: null, label: `（${numeral(task.number - 1)}）`, heading: `${task.heading}。`, text: `${task.text}由${clauseOf(task)}。`, section, task };
    }),
  );
}

export function tasksOf(made: Made): MadeTask[] {
  return made.sections.flatMap(({ tasks }) => tasks);
}

export function documentNumber({ region, year, serial }: Made): string {
  return `${region.code}〔${year}〕${serial}号`;
}

export function titleOf({ region, year, topic }: Made): string {
  return `${region.issuer}关于印发${year}年${topic}重点工作任务分工的通知`;
}

/** Titles of the plan that the letter forwards. */
export function planOf({ year, topic }: Made): string {
  return `${year}年${topic}重点工作任务分工`;
}

/** What the letter says. */
export function letterOf(made: Made): { readonly addressees: string; readonly words: readonly string[]; readonly signature: string; readonly date: string } {
  const [year = "", month = "", day = ""] = made.date.split("-");
  return {
    addressees: made.region.word === "省" ? "各市、县人民政府，省政府各部门、各直属机构：" : `各乡镇人民政府、街道办事处，${made.region.word}政府各部门、各直属机构：`,
    words: [
      `经${made.region.word}政府同意，现将《${planOf(made)}》印发给你们，请结合实际认真贯彻落实。`,
      ...(made.phone === null ? [] : [`联系人：办公室值班员，联系电话：${made.phone}。`]),
    ],
    signature: made.region.issuer,
    date: `${year}年${Number(month)}月${Number(day)}日`,
  };
}

const digits = "一二三四五六七八九";

/** 一, 二 … 十九, from 0. */
function numeral(i: number): string {
  return i < 9 ? (digits[i] ?? "") : `十${digits[i - 10] ?? ""}`;
}

/** Who and when, as one clause of prose. */
export function clauseOf({ lead, support, time }: MadeTask): string {
  return `${lead.join("、")}牵头，${support.join("、")}配合，${time.words}${time.ongoing ? "" : "完成"}`;
}
