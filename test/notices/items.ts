/** The records of a made notice: what is to be done, by whom, by when. */
import { randomOf, type Random } from "../dataset/notices/random.ts";
import { isPeriods, type Choices } from "./choices.ts";
import { dayOf, periodsOf, timeOf, type Time } from "./times.ts";
import { fieldCount, homes, matterOf, personOf, sides, textOf, unitsOf, type Home } from "./words.ts";

/** Who does a record, by role. */
export interface Doers {
  readonly leader: string;
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly responsible: readonly string[];
}

/** One record. */
export interface Item {
  /** Position among the records from 0. */
  readonly index: number;
  /** Which group it stands in, from 0. */
  readonly group: number;
  /** The running number, from 1. */
  readonly number: number;
  /** Below a number that several records share: which of them, from 0; null where the number is its own. */
  readonly part: number | null;
  readonly name: string;
  readonly text: string;
  readonly doers: Doers;
  readonly time: Time;
  /** One for each point of its text, where they are numbered alike. */
  readonly times: readonly Time[];
  /** What is spent on it, in tens of thousands. */
  readonly amount: number;
  /** What is printed below each period; blank where there is nothing. */
  readonly milestones: readonly string[];
  readonly sides: readonly string[];
  /** The cell of the units, of the time, says the same as the one above. */
  readonly sameUnits: boolean;
  readonly sameTime: boolean;
}

/** What all records of a notice share. */
export interface World {
  readonly seed: string;
  readonly choices: Choices;
  readonly year: number;
  readonly home: Home;
  readonly groups: readonly string[];
  /** A time that holds for all records, where it is printed once. */
  readonly shared: Time;
  /** One time for each group. */
  readonly groupTimes: readonly Time[];
  readonly sides: readonly (typeof sides)[number][];
  readonly items: readonly Item[];
  /** Units of a matrix, in the order of their columns. */
  readonly matrix: readonly string[];
  readonly random: (name: string) => Random;
}

/** The records of a seed and its choices. Content depends on the seed and the position alone, so that fewer choices keep it. */
export function makeWorld(seed: string, choices: Choices): World {
  const random = (name: string): Random => randomOf(`${seed}/${name}`);
  const year = 2018 + random("year").below(8);
  const home: Home = homes[Number(choices.home) % homes.length] ?? homes[0];
  const first = random("fields").below(fieldCount);
  const count = Number(choices.count);
  const grouped = choices.group !== "none" && count >= 2;
  const inner = choices.body === "inner";
  const matrix = unitsOf(random("matrix"), home, inner, 4).filter((unit) => !unit.startsWith("各"));
  const chosenSides = random("sides").shuffle(sides).slice(0, Number(choices.side));
  const periods = isPeriods(choices.time) ? periodsOf(choices.time, year) : [];
  const items: Item[] = [];
  let number = 0;
  for (let index = 0; index < count; index++) {
    const own = random(`item/${index}`);
    const group = grouped && index >= Math.ceil(count / 2) ? 1 : 0;
    const joins: boolean = choices.subRows === "yes" && index > 0 && index % 3 === 1;
    const before: Item | undefined = items[index - 1];
    if (joins && before !== undefined) items[index - 1] = { ...before, part: 0 };
    else number = choices.number === "restarts" && before !== undefined && before.group !== group ? 1 : number + 1;
    const matter = matterOf(random(`matter/${index}`), index, first + (grouped ? group : index));
    const length = choices.text === "mixed" ? own.pick(["short", "sentence", "long"]) : choices.text;
    const time = choices.time === "text" ? dayOf(random(`time/${index}`), year) : timeOf(random(`time/${index}`), year);
    const sameUnits = before !== undefined && before.group === group && !joins && before.part === null && ((choices.merge === "units" && index % 3 !== 0) || (choices.ditto !== "none" && index % 3 === 1));
    const sameTime = before !== undefined && before.group === group && !joins && before.part === null && choices.merge === "time" && index % 3 !== 0;
    const printed = sameTime ? before.time : time;
    items.push({
      index,
      group,
      number,
      part: joins ? (before?.part ?? 0) + 1 : null,
      name: joins && before !== undefined ? before.name : matter.name,
      text: choices.time === "text" ? timed(printed, textOf(own, matter, length)) : textOf(own, matter, length),
      doers: sameUnits ? before.doers : doersOf(random(`doers/${index}`), choices, home, inner, matrix),
      time: printed,
      times: choices.time === "numbered" ? [0, 1, 2].map((i) => dayOf(random(`time/${index}/${String(i)}`), year)) : [],
      amount: 100 + 10 * own.below(400),
      milestones: periods.map((_, i) => (periods.length === 2 || random(`milestone/${index}/${i}`).chance(0.75) || i === index % periods.length ? (matter.steps[i % matter.steps.length] ?? "") : "")),
      sides: chosenSides.map((side, i) => random(`side/${index}/${i}`).pick(side.cells)),
      sameUnits,
      sameTime,
    });
  }
  return {
    seed, choices, year, home, items, matrix, random,
    groups: choices.group.startsWith("unit-banner") ? unitsOf(random("group"), home, false, 4).filter((unit) => !unit.startsWith("各")).slice(0, 2) : [0, 1].map((group) => matterOf(random("group"), 0, first + group).field),
    shared: dayOf(random("shared"), year),
    groupTimes: [0, 1].map((group) => dayOf(random(`group/${group}`), year)),
    sides: chosenSides,
  };
}

/** A deadline printed at the head of the words. */
function timed({ text }: Time, words: string): string {
  return words.startsWith("1.") ? words : `${text}${words}`;
}

function doersOf(random: Random, choices: Choices, home: Home, inner: boolean, matrix: readonly string[]): Doers {
  const count = 2 + random.below(4);
  const [first = "", ...rest] = unitsOf(random, home, inner, count);
  const leader = personOf(random);
  const none = { leader, lead: [], support: [], responsible: [] };
  switch (choices.units) {
    case "none":
      return none;
    case "one":
    case "leader":
      return { ...none, responsible: [first, ...rest.slice(0, random.below(3))] };
    case "lead+responsible":
      return { ...none, lead: [first], support: rest };
    case "three": {
      const [own = "", ...others] = rest.length > 1 ? rest : [...rest, inner ? "机关各科室" : home.below[0] ?? ""];
      return { ...none, lead: [first], responsible: [own], support: others };
    }
    case "matrix":
      return { ...none, responsible: matrix.filter((_, i) => random.chance(0.5) || i === count % matrix.length) };
    case "matrix-legend": {
      const main = random.below(matrix.length);
      return { ...none, lead: matrix.filter((_, i) => i === main), support: matrix.filter((_, i) => i !== main && random.chance(0.5)) };
    }
    default:
      return { ...none, lead: [first], support: rest };
  }
}
