/** The right answer of a made notice, in the form of gold. */
import type { Gold, GoldDeadline, GoldTask } from "../evaluate/gold.ts";
import { readGold } from "../evaluate/gold.ts";
import { isPeriods } from "./choices.ts";
import { isBlankTime } from "./columns.ts";
import type { Item, World } from "./items.ts";
import { proseText, prosePath } from "./prose.ts";
import { groupTitle, jointlyLed } from "./table.ts";
import { periodsOf, type Time } from "./times.ts";

/** The answer of a world. */
export function answerOf(world: World): Gold {
  return readGold({ notice: {}, tasks: world.items.map((item) => recordOf(world, item)) });
}

function recordOf(world: World, item: Item): Partial<GoldTask> {
  const { choices } = world;
  const prose = choices.place === "prose";
  return {
    number: choices.number === "none" && !prose ? null : String(item.number),
    path: prose ? prosePath() : pathOf(world, item),
    text: prose ? proseText(world, item) : item.text,
    units: unitsOf(world, item) as GoldTask["units"],
    deadlines: deadlinesOf(world, item),
  };
}

function pathOf(world: World, item: Item): string[] {
  const { choices, groups } = world;
  if (choices.group === "none") return [];
  if (choices.group === "banner" || choices.group === "tables" || choices.group.startsWith("unit-banner")) return [groupTitle(world, item.group)];
  if (choices.group === "pair" || choices.group === "sums") return [`${"一二三四"[item.group] ?? ""} ${groupTitle(world, item.group)}`];
  return [groups[item.group] ?? ""];
}

function unitsOf(world: World, item: Item): object {
  const { choices } = world;
  const { lead, support, responsible } = item.doers;
  if (choices.note === "first-leads" || choices.note === "head-first-leads") return { lead: responsible.slice(0, 1), support: responsible.slice(1), responsible: [], roleAlternative: { support: "responsible" } };
  if (jointlyLed(world) === item) return { lead: responsible.slice(0, 2), support: responsible.slice(2), responsible: [], roleAlternative: { support: "responsible" } };
  return { lead, support, responsible, ...(choices.units === "three" ? { roleAlternative: { responsible: "support" } } : {}) };
}

function deadlinesOf(world: World, item: Item): GoldDeadline[] {
  const { choices, shared, groupTimes, year } = world;
  if (choices.place === "prose") return choices.time === "none" ? [] : deadline(item.time, choices.time === "text" || choices.prose === "sentence" ? "text" : "line");
  if (isPeriods(choices.time)) {
    return periodsOf(choices.time, year).flatMap(({ head, start, end }, i) => ((item.milestones[i] ?? "") === "" ? [] : deadline({ text: head, gold: { kind: "period", start, end } }, "header")));
  }
  switch (choices.time) {
    case "column":
      return isBlankTime(world, item) ? [] : deadline(item.time, "cell");
    case "numbered":
      return item.times.flatMap((time) => deadline(time, "cell"));
    case "text":
      return deadline(item.time, "text");
    case "caption":
    case "title-row":
      return deadline(shared, "caption");
    case "head":
      return deadline(shared, "header");
    case "note":
      return deadline(shared, "note");
    case "group":
      return deadline(groupTimes[item.group] ?? shared, "group row");
    default:
      return [];
  }
}

function deadline({ text, gold }: Time, where: string): GoldDeadline[] {
  return gold === null ? [] : [{ text, where, ...gold }];
}
