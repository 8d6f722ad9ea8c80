/** The grammar of choices that made notices come from. The first value of each choice is the plainest; shrinking goes there. */
import { randomOf } from "../dataset/notices/random.ts";

const menu = {
  place: ["table", "both", "prose"],
  frame: ["enclosure", "letter", "bare"],
  home: ["0", "1", "2"],
  body: ["units", "inner"],
  count: ["2", "3", "4", "5", "6", "8"],
  shape: ["rows", "transposed", "cards", "paired-cards", "stacked-cards", "halves", "halves-across", "steps"],
  number: ["own", "none", "in-text", "restarts", "automatic"],
  text: ["sentence", "short", "long", "points", "mixed"],
  columns: ["task", "name+detail", "rectify"],
  order: ["usual", "time-first", "units-first"],
  units: ["one", "inline", "lead+support", "lead+responsible", "three", "under", "host", "leader", "matrix", "matrix-legend", "none"],
  listed: ["marks", "lines", "commas"],
  time: ["column", "none", "caption", "head", "group", "note", "text", "title-row", "quarters", "nth-quarters", "quarter-aims", "months", "ranges", "halves", "numbered"],
  commonHead: ["no", "yes"],
  heads: ["known", "unit-unknown", "time-unknown", "spaced", "broken"],
  side: ["0", "1", "2"],
  sideAt: ["end", "before-units"],
  group: ["none", "banner", "pair", "sums", "unit-banner", "unit-banner-above", "tables", "class-merged", "class-blank", "class-repeated"],
  merge: ["none", "units", "time"],
  ditto: ["none", "同上", "〃"],
  blank: ["none", "time"],
  note: ["none", "remark", "joint-lead", "first-leads", "head-first-leads"],
  title: ["none", "row", "row+unit-line"],
  header: ["yes", "no"],
  subRows: ["no", "yes"],
  cut: ["no", "new-header", "no-header", "record"],
  portal: ["no", "yes"],
  pages: ["together", "over", "cut"],
  extra: ["none", "total", "blank-rows", "second-table"],
  prose: ["bracket", "lines", "sentence", "roles-bracket"],
} as const;

export type Choice = keyof typeof menu;

/** One value for each choice. */
export type Choices = Readonly<Record<Choice, string>>;

export const choiceNames = Object.keys(menu) as readonly Choice[];

/** How often a choice is the plain one: layouts that offices rarely use are made rarely, but all are made. */
const plainness: Readonly<Partial<Record<Choice, number>>> = {
  place: 0.8, frame: 0.5, body: 0.75, home: 0.4, count: 0.05, shape: 0.8, number: 0.55, text: 0.3, columns: 0.55, order: 0.75, units: 0.25, listed: 0.7, time: 0.4, commonHead: 0.7, side: 0.65,
  sideAt: 0.5, group: 0.5, merge: 0.75, ditto: 0.85, blank: 0.9, note: 0.75, title: 0.75, header: 0.94, subRows: 0.88, cut: 0.8, portal: 0.7, pages: 0.6, prose: 0.3, heads: 0.82, extra: 0.85,
};

/** The plainest value of a choice. */
export function plainest(choice: Choice): string {
  return menu[choice][0];
}

/** Chooses for a seed; what cannot stand together is settled. */
export function choose(seed: string): Choices {
  const random = randomOf(`${seed}/choices`);
  const chosen = Object.fromEntries(choiceNames.map((name) => {
    const [plain, ...others] = menu[name];
    return [name, random.chance(plainness[name] ?? 0.5) ? plain : random.pick(others)];
  }));
  return settle(chosen as Choices);
}

/** Takes back choices that contradict others, until none does. */
export function settle(chosen: Choices): Choices {
  for (let before = chosen; ; ) {
    const after = settleOnce(before);
    if (choiceNames.every((name) => after[name] === before[name])) return after;
    before = after;
  }
}

function settleOnce(chosen: Choices): Choices {
  const settled: Record<Choice, string> = { ...chosen };
  const plain = (...names: readonly Choice[]): void => {
    for (const name of names) settled[name] = plainest(name);
  };
  if (settled.place !== "table") plain("shape", "cut", "subRows", "group", "title", "header", "ditto", "merge", "note", "blank");
  if (settled.place === "prose") {
    plain("number", "order", "side", "columns", "commonHead");
    if (settled.text === "points") settled.text = "sentence";
    if (settled.time !== "none" && settled.time !== "text") settled.time = "column";
    if (settled.units !== "none") settled.units = settled.prose === "bracket" ? "one" : "lead+support";
    if (settled.units === "none") settled.units = "one";
  }
  if (settled.place !== "prose") plain("prose");
  if (settled.place === "both") {
    if (!["column", "none", "text"].includes(settled.time)) settled.time = "column";
    plain("number", "frame");
    if (settled.text === "points") settled.text = "sentence";
  }
  if (settled.shape !== "rows") {
    plain("group", "merge", "subRows", "header", "cut", "ditto", "commonHead", "blank");
    if (settled.units.startsWith("matrix") || settled.units === "under") settled.units = "one";
    if (!["column", "none", "text", "caption"].includes(settled.time)) settled.time = "column";
    if (settled.note === "first-leads" || settled.note === "head-first-leads") settled.note = "none";
  }
  if (settled.shape === "transposed" || settled.shape.endsWith("cards")) {
    plain("order", "sideAt", "title");
    if (settled.number === "in-text" || settled.number === "automatic") settled.number = "own";
    if (settled.units === "none" && settled.time === "none") settled.units = "one";
  }
  if (settled.shape === "transposed") settled.count = String(Math.min(4, Number(settled.count)));
  if (settled.shape.startsWith("halves")) plain("side", "title");
  if (settled.shape !== "rows" || settled.header === "no") plain("heads", "extra");
  if (settled.place !== "table") plain("heads", "extra");
  if (settled.heads === "unit-unknown" && settled.units !== "one") settled.heads = "spaced";
  if (settled.heads === "time-unknown" && settled.time !== "column") settled.heads = "broken";
  if (settled.heads === "time-unknown") plain("blank", "merge", "ditto");
  if (settled.heads === "unit-unknown") plain("merge", "ditto");
  if ((settled.extra === "second-table" || settled.extra === "blank-rows") && settled.cut !== "no") settled.extra = "none";
  if (settled.extra === "total" && settled.cut === "record") settled.extra = "none";
  if (settled.extra === "total" && settled.number === "in-text") settled.extra = "none";
  if (settled.shape.startsWith("halves") || settled.shape === "steps") {
    settled.number = "own";
    settled.columns = "task";
    settled.text = settled.text === "short" ? "short" : "sentence";
    settled.listed = "marks";
    if (Number(settled.count) < 4) settled.count = "4";
  }
  if (settled.shape === "steps") {
    plain("side");
    if (settled.units === "none") settled.units = "one";
    if (settled.units === "leader") settled.units = "one";
    if (settled.time !== "column") settled.time = "column";
  }
  if (settled.time === "title-row" && (settled.shape !== "rows" || settled.place !== "table")) settled.time = "caption";
  if (settled.time === "title-row" && settled.title === "none") settled.title = "row";
  if (settled.time === "group" && settled.group !== "banner" && settled.group !== "pair" && settled.group !== "tables") settled.group = "banner";
  if (["sums", "unit-banner", "unit-banner-above", "tables"].includes(settled.group)) {
    plain("cut", "title", "header", "subRows", "merge", "ditto", "extra");
    if (settled.number !== "own" && settled.number !== "restarts") settled.number = "own";
    if (settled.units === "none") settled.units = "one";
    if (settled.group === "sums") settled.columns = "name+detail";
    if (settled.note === "joint-lead") settled.note = "none";
    if (settled.time === "title-row" || settled.time === "note" || (settled.group === "tables" && settled.time === "caption")) settled.time = "column";
    if (settled.group === "tables") settled.number = "restarts";
    if (settled.group === "tables" && settled.frame !== "enclosure") settled.frame = "enclosure";
    if (settled.group === "tables" && settled.note.endsWith("first-leads")) settled.note = "none";
    if (settled.group === "tables" && settled.units === "matrix-legend") settled.units = "matrix";
  }
  if (settled.time === "numbered") {
    if (settled.shape !== "rows" || settled.place !== "table" || settled.subRows === "yes" || settled.cut !== "no" || settled.number === "in-text" || settled.number === "none" || settled.header === "no") settled.time = "column";
    else settled.text = "points";
  }
  if (settled.time !== "column") {
    if (settled.merge === "time") settled.merge = "none";
    plain("blank");
    if (settled.order === "time-first") settled.order = "usual";
  }
  if (settled.units === "none") {
    if (settled.merge === "units") settled.merge = "none";
    if (settled.note !== "remark") settled.note = "none";
    if (settled.time !== "column" && !isPeriods(settled.time)) settled.time = "column";
    if (settled.title !== "none" && settled.title !== "row") settled.title = "row";
    if (settled.order === "units-first") settled.order = "usual";
  }
  if (settled.units.startsWith("matrix") && settled.merge === "units") settled.merge = "none";
  if (settled.units !== "one" && (settled.note === "first-leads" || settled.note === "head-first-leads")) settled.note = "none";
  if (settled.note === "joint-lead" && settled.units !== "one") settled.note = "none";
  if (settled.note === "joint-lead" && settled.number !== "own") settled.note = "none";
  if (settled.columns === "rectify" && settled.number === "in-text") settled.number = "own";
  if (!["banner", "pair", "sums", "unit-banner", "unit-banner-above", "tables"].includes(settled.group) && settled.number === "restarts") settled.number = "own";
  if (settled.group === "pair" && settled.number !== "own" && settled.number !== "restarts") settled.number = "own";
  if (settled.group === "pair") plain("cut");
  if (settled.header === "no") {
    plain("commonHead", "title", "cut", "side", "number", "columns");
    if (settled.units !== "inline") settled.units = "one";
    settled.time = "column";
    if (settled.note === "head-first-leads") settled.note = "none";
    if (settled.group.startsWith("class") || settled.group === "pair") settled.group = "none";
    if (settled.text === "short" || settled.text === "mixed") settled.text = "sentence";
  }
  if (settled.subRows === "yes") {
    settled.columns = "name+detail";
    plain("number", "merge", "ditto", "cut", "note");
    if (settled.units.startsWith("matrix")) settled.units = "one";
    if (settled.text === "points") settled.text = "sentence";
  }
  if (settled.cut === "record") {
    settled.text = "long";
    if (settled.number !== "own") settled.number = "own";
    if (settled.columns === "rectify") settled.columns = "task";
    plain("merge");
  }
  if ((settled.time === "text" || settled.number === "in-text") && settled.text === "points") settled.text = "sentence";
  if (settled.header === "no") plain("subRows");
  if (settled.cut !== "no" || (settled.pages === "cut" && (settled.merge === "none" && settled.group !== "class-merged" && settled.subRows === "no"))) plain("pages");
  if (settled.cut !== "no" && settled.merge !== "none") plain("merge");
  if (settled.ditto !== "none") plain("merge");
  if (settled.frame === "bare") plain("portal");
  if (!(settled.units === "under" || isPeriods(settled.time))) plain("commonHead");
  if (settled.side === "0") plain("sideAt");
  return settled;
}

/** Whether the times are columns of periods. */
export function isPeriods(time: string): boolean {
  return ["quarters", "nth-quarters", "quarter-aims", "months", "ranges", "halves"].includes(time);
}

/** The choices that are not plain, as `name=value`. */
export function featuresOf(choices: Choices): string[] {
  return choiceNames.filter((name) => choices[name] !== plainest(name)).map((name) => `${name}=${choices[name]}`);
}
