/** The columns of a made table: what stands above each, and what each record prints in it. */
import { isPeriods } from "./choices.ts";
import type { Item, World } from "./items.ts";
import { periodsOf } from "./times.ts";
import { heads } from "./words.ts";

/** What a column is to the table. */
export type Role = "number" | "class" | "name" | "text" | "units" | "time" | "period" | "amount" | "side" | "other";

export interface MadeColumn {
  readonly role: Role;
  /** From top to bottom: a head under a common head has two. */
  readonly head: readonly string[];
  /** In ems. */
  readonly width: number;
  /** Paragraphs of its cell for a record. */
  readonly cell: (item: Item) => readonly string[];
}

/** The columns in their order. */
export function columnsOf(world: World): MadeColumn[] {
  const { choices } = world;
  const { number, name, text } = wordColumns(world);
  const side = sideColumns(world);
  const classes = choices.group.startsWith("class") ? [classColumn(world)] : [];
  const units = unitColumns(world);
  const time = timeColumns(world);
  const amounts: MadeColumn[] = choices.group === "sums" ? [{ role: "amount", head: ["年度投资（万元）"], width: 6, cell: ({ amount }) => [String(amount)] }] : [];
  const doing = choices.order === "time-first" ? [...time, ...units] : [...units, ...time];
  const what = [...name, ...text];
  const ordered = choices.order === "units-first" ? [...classes, ...name, ...units, ...text, ...time] : choices.sideAt === "end" ? [...classes, ...what, ...doing] : [...classes, ...what, ...side, ...doing];
  const end = choices.order === "units-first" || choices.sideAt === "end" ? side : [];
  return [...number, ...ordered, ...amounts, ...end].map((column) => ({ ...column, head: column.head.map((words, i) => headPrinted(world, column, words, i)) }));
}

/** A head as it is printed: with letters spaced out, or broken over lines. */
function headPrinted({ choices, random }: World, { role }: MadeColumn, words: string, level: number): string {
  if (choices.heads === "unit-unknown" && role === "units" && level === 0) return random("head/unknown").pick(heads.unknownUnits);
  if (choices.heads === "time-unknown" && role === "time") return random("head/unknown").pick(heads.unknownTimes);
  if (/[（\d]/u.test(words) || words.length < 3) return words;
  if (choices.heads === "spaced" && words.length <= 4) return [...words].join(" ");
  return choices.heads === "broken" && words.length === 4 ? `${words.slice(0, 2)}\n${words.slice(2)}` : words;
}

/** Words in paragraphs, as cells print them. */
export function linesOf(text: string): string[] {
  return text.split("\n");
}

function wordColumns(world: World): { number: MadeColumn[]; name: MadeColumn[]; text: MadeColumn[] } {
  const { choices, random } = world;
  const pick = (name: keyof typeof heads): string => random(`head/${name}`).pick(heads[name]);
  const inText = choices.number === "in-text";
  const number: MadeColumn[] = choices.number === "none" || inText ? [] : [{ role: "number", head: [pick("number")], width: 3, cell: (item) => [String(item.number)] }];
  const text = (head: string): MadeColumn => ({ role: "text", head: [head], width: 20, cell: (item) => linesOf(inText ? `${item.number}.${item.text}` : item.text) });
  const headed = (head: string): string => (choices.time === "head" ? `${head}（${world.shared.text}完成）` : head);
  if (choices.columns === "name+detail") {
    const name: MadeColumn = { role: "name", head: [pick("name")], width: 8, cell: (item) => [item.name] };
    return { number, name: [name], text: [text(headed(pick("detail")))] };
  }
  if (choices.columns === "rectify") {
    const problem: MadeColumn = { role: "side", head: [pick("problem")], width: 12, cell: (item) => [`${item.name}推进不够有力，个别环节衔接不畅。`] };
    const aim: MadeColumn = { role: "side", head: [pick("aim")], width: 10, cell: (item) => [`${item.name}明显改善。`] };
    return { number, name: [problem, aim], text: [text(headed(pick("remedy")))] };
  }
  return { number, name: [], text: [text(headed(pick("task")))] };
}

function sideColumns({ sides }: World): MadeColumn[] {
  return sides.map(({ head }, i): MadeColumn => ({ role: "side", head: [head], width: 12, cell: (item) => [item.sides[i] ?? ""] }));
}

function classColumn({ random, groups, choices, items }: World): MadeColumn {
  const first = (item: Item): boolean => items[item.index - 1]?.group !== item.group;
  return { role: "class", head: [random("head/class").pick(heads.classes)], width: 6, cell: (item) => [choices.group === "class-repeated" || first(item) ? (groups[item.group] ?? "") : ""] };
}

function unitColumns(world: World): MadeColumn[] {
  const { choices, random, matrix } = world;
  const body = random("head/body").pick(choices.body === "inner" ? ["科室", "处室", "部门"] : heads.body);
  const head = (role: "lead" | "support" | "responsible"): string => random(`head/${role}`).pick(heads[role]) + body;
  const column = (words: readonly string[], cell: (item: Item) => readonly string[]): MadeColumn => ({ role: "units", head: words, width: 9, cell });
  const list = (units: (item: Item) => readonly string[]) => (item: Item): readonly string[] => printed(world, item, units(item));
  const lead = list(({ doers }) => doers.lead);
  const support = list(({ doers }) => doers.support);
  const responsible = list(({ doers }) => doers.responsible);
  const rule = choices.note === "head-first-leads" ? "（列首位的为牵头单位）" : "";
  switch (choices.units) {
    case "none":
      return [];
    case "inline":
      return [column([head("responsible")], (item) => (item.sameUnits && choices.ditto !== "none" ? [choices.ditto] : [roleClause(world, item)]))];
    case "lead+support":
      return [column([head("lead")], lead), column([head("support")], support)];
    case "lead+responsible":
      return [column([head("lead")], lead), column([`责任${body}`], support)];
    case "three":
      return [column([head("lead")], lead), column([`责任${body}`], responsible), column([head("support")], support)];
    case "under": {
      const common = random("head/common").pick(["责任分工", `责任${body}`, "任务分工"]);
      const [one, other] = random("head/pair").pick([["牵头", "配合"], ["主办", "协办"], ["牵头", "参与"], ["主办", "会办"]] as const);
      return [column([common, one], lead), column([common, other], support)];
    }
    case "host": {
      const [one, other] = random("head/pair").pick([["主办单位", "会办单位"], ["主办单位", "协办单位"], ["主办科室", "协办科室"]] as const);
      return [column([one], lead), column([other], support)];
    }
    case "leader":
      return [{ role: "other", head: [random("head/leader").pick(heads.leader)], width: 5, cell: ({ doers }) => [doers.leader] }, column([head("responsible")], responsible)];
    case "matrix":
    case "matrix-legend": {
      const common = choices.commonHead === "yes" ? [random("head/common").pick(["责任分工", "责任单位", "任务分工"])] : [];
      return matrix.map((unit) => ({ ...column([...common, unit], ({ doers }) => [markOf(world, doers, unit)]), width: 4 }));
    }
    default:
      return [column([head("responsible") + rule], responsible)];
  }
}

/** The marks of a matrix: what leads and what supports, or the one mark of all. */
export function marksOf({ choices, random }: World): readonly [string, string] {
  const own = random("marks");
  return choices.units === "matrix" ? own.pick([["√", "√"], ["●", "●"], ["✓", "✓"]] as const) : own.pick([["★", "△"], ["●", "○"], ["▲", "△"], ["★", "√"]] as const);
}

function markOf(world: World, doers: Item["doers"], unit: string): string {
  const [main, other] = marksOf(world);
  return doers.lead.includes(unit) || doers.responsible.includes(unit) ? main : doers.support.includes(unit) ? other : "";
}

function printed({ choices }: World, item: Item, units: readonly string[]): readonly string[] {
  if (item.sameUnits && choices.ditto !== "none") return units.length === 0 ? [""] : [choices.ditto];
  if (choices.listed === "lines") return units.length === 0 ? [""] : units;
  return [units.join(choices.listed === "commas" ? "，" : "、")];
}

/** X牵头，Y配合 in the one column of units. */
function roleClause({ random }: World, { doers, index }: Item): string {
  const own = random(`clause/${index}`);
  const lead = doers.lead.join("、");
  const support = doers.support.join("、");
  const by = own.pick(["牵头", "牵头负责", "主办"]);
  const with_ = own.pick(["配合", "参与", "协办"]);
  return support === "" ? `${lead}${by}` : own.chance(0.3) ? `由${lead}${by}，${support}${with_}` : `${lead}${by}，${support}${with_}`;
}

function timeColumns(world: World): MadeColumn[] {
  const { choices, random, year } = world;
  if (choices.time === "column") {
    const own = random("head/time");
    const head = own.chance(0.75) ? own.pick(heads.timeWord) + own.pick(heads.timeTail) : own.pick(heads.timeWhole);
    return [{ role: "time", head: [head], width: 7, cell: (item) => [isBlankTime(world, item) ? "" : item.time.text] }];
  }
  if (choices.time === "numbered") return [{ role: "time", head: [random("head/time").pick(heads.timeWord) + random("head/time").pick(heads.timeTail)], width: 10, cell: ({ times }) => times.map(({ text }, i) => `${String(i + 1)}.${text}`) }];
  if (!isPeriods(choices.time)) return [];
  const common = choices.commonHead === "yes" ? [random("head/periods").pick(["进度安排", "季度目标", "时间安排", "推进计划", "节点目标"])] : [];
  return periodsOf(choices.time, year).map(({ head }, i): MadeColumn => ({ role: "period", head: [...common, head], width: 8, cell: (item) => [item.milestones[i] ?? ""] }));
}

/** Whether the deadline of a record is left blank. */
export function isBlankTime({ choices }: World, item: Item): boolean {
  return choices.blank === "time" && item.index % 3 === 2 && !item.sameTime;
}
