/** The tables of a made notice, in the shapes that offices give them. */
import { columnsOf, isBlankTime, linesOf, marksOf, type MadeColumn } from "./columns.ts";
import type { Item, World } from "./items.ts";
import { personOf, unitsOf } from "./words.ts";
import { TableDraft, type MadeBlock, type MadeTable } from "./sheet.ts";

/** The tables with what stands right above and below them. */
export function tableBlocks(world: World): MadeBlock[] {
  const tables = shaped(world);
  const contacts = world.choices.extra === "second-table" ? [{ kind: "line", text: "联络员名单", align: "center" } as const, contactList(world)] : [];
  return [...captions(world), ...tables, ...notesBelow(world).map((text): MadeBlock => ({ kind: "line", text, align: "left" })), ...contacts];
}

/** A table that allocates nothing. */
function contactList({ home, choices, random }: World): MadeTable {
  const table = new TableDraft([4, 12, 8, 8]);
  table.row([["序号"], ["单位"], ["姓名"], ["职务"]]);
  unitsOf(random("contacts"), home, choices.body === "inner", 3).forEach((unit, i) => table.row([[String(i + 1)], [unit], [personOf(random(`contact/${String(i)}`))], ["联络员"]]));
  return table.finish(1);
}

/** What a group is called where its heading stands in a row of its own. */
export function groupTitle({ groups, groupTimes, choices }: World, group: number): string {
  const name = groups[group] ?? "";
  const until = choices.time === "group" ? `（${groupTimes[group]?.text ?? ""}完成）` : "";
  if (choices.group.startsWith("unit-banner")) return name;
  return choices.group === "pair" || choices.group === "sums" ? `${name}${until}` : `${"一二三四"[group] ?? ""}、${name}${until}`;
}

function captions({ choices, shared, random }: World): MadeBlock[] {
  if (choices.time !== "caption") return [];
  const words = random("caption").pick([`（完成时限：${shared.text}）`, `（完成时限均为${shared.text}）`, `（以下任务均须${shared.text}完成）`]);
  return [{ kind: "line", text: words, align: random("caption/align").pick(["center", "left"]) }];
}

function notesBelow(world: World): string[] {
  const { choices, shared, items, random } = world;
  const notes: string[] = [];
  const [main, other] = marksOf(world);
  if (choices.units === "matrix-legend") notes.push(random("legend").pick([`注：“${main}”为牵头单位，“${other}”为配合单位。`, `注：${main}表示牵头，${other}表示配合。`, `说明：${main}为牵头单位；${other}为配合单位`]));
  if (choices.time === "note") notes.push(random("note").pick([`注：以上任务均于${shared.text}完成。`, `注：各项任务完成时限为${shared.text}。`]));
  if (choices.note === "remark") notes.push("注：本表所列任务纳入年度督查范围。");
  if (choices.note === "first-leads") notes.push(random("note").pick(["注：列首位的为牵头单位。", "注：责任单位中排在第一位的为牵头单位，其他为配合单位。"]));
  const joint = jointlyLed(world);
  if (joint !== null) notes.push(`注：第${String(joint.number)}项由${joint.doers.responsible.slice(0, 2).join("、")}联合牵头。`);
  return items.length === 0 ? [] : notes;
}

/** The record that a note gives two leaders. */
export function jointlyLed({ choices, items }: World): Item | null {
  return choices.note === "joint-lead" ? (items.find(({ doers, sameUnits, index }) => doers.responsible.length >= 2 && !sameUnits && items[index + 1]?.sameUnits !== true) ?? null) : null;
}

function shaped(world: World): MadeBlock[] {
  switch (world.choices.shape) {
    case "transposed":
      return [transposed(world)];
    case "cards":
      return world.items.map((item) => card(world, item));
    case "paired-cards":
      return world.items.map((item) => pairedCard(world, item));
    case "stacked-cards":
      return [stackedCards(world)];
    case "halves":
    case "halves-across":
      return [halves(world)];
    case "steps":
      return [steps(world)];
    default:
      return rows(world);
  }
}

function rows(world: World): MadeBlock[] {
  const { choices, items } = world;
  const columns = columnsOf(world);
  if (choices.group === "tables") {
    const groups = [...new Set(items.map(({ group }) => group))];
    return groups.flatMap((group): MadeBlock[] => [{ kind: "line", text: groupTitle(world, group), align: "left" }, tableOf(world, columns, items.filter((item) => item.group === group), true, null)]);
  }
  if (choices.cut === "no" || items.length < 2) return [tableOf(world, columns, items, true, null)];
  const half = Math.ceil(items.length / 2);
  const [upper, lower] = [items.slice(0, half), items.slice(half)];
  const first = tableOf(world, columns, upper, true, choices.cut === "record" ? "head" : null);
  const second = tableOf(world, columns, lower, choices.cut === "new-header", choices.cut === "record" ? "tail" : null);
  return [first, second];
}

/** Where the words of a record that is cut by hand break off. */
function cutAt(text: string): number {
  return text.indexOf("，") + 1;
}

function tableOf(world: World, columns: readonly MadeColumn[], items: readonly Item[], headed: boolean, cut: "head" | "tail" | null): MadeTable {
  const { choices } = world;
  const table = new TableDraft(columns.map(({ width }) => width));
  if (headed) {
    if (choices.title !== "none") table.banner(`${world.home.name}${String(world.year)}年重点任务分解表${choices.time === "title-row" ? `（完成时限：${world.shared.text}）` : ""}`);
    if (choices.title === "row+unit-line") unitLine(table, world);
  }
  if (choices.group === "unit-banner-above") table.banner(groupTitle(world, 0));
  const top = table.rows;
  const headerRows = headed && choices.header === "yes" ? header(table, columns) : 0;
  const last = world.items.indexOf(items[0] as Item) - 1;
  const broken = world.items[last];
  if (cut === "tail" && broken !== undefined) table.row(columns.map(({ role }) => [role === "text" ? broken.text.slice(cutAt(broken.text)) : ""]));
  const at = new Map<Item, number>();
  for (const item of items) {
    const opens = world.items[item.index - 1]?.group !== item.group;
    const banner = choices.group === "banner" || choices.group === "unit-banner" || (choices.group === "unit-banner-above" && item.group > 0);
    if (banner && opens) table.banner(groupTitle(world, item.group));
    if ((choices.group === "pair" || choices.group === "sums") && world.items[item.index - 1]?.group !== item.group) pairRow(table, columns, world, item.group);
    const isCut = cut === "head" && item === items.at(-1);
    at.set(item, table.row(columns.map(({ role, cell }) => (isCut && role === "text" ? [item.text.slice(0, cutAt(item.text))] : cell(item)))));
  }
  merge(table, columns, items, at, world);
  if (choices.extra === "blank-rows") for (let i = 0; i < 2; i++) table.row(columns.map(() => [""]));
  if (choices.extra === "total") table.row(columns.map((_, i) => [i === 0 ? "合计" : i === 1 ? `${String(items.length)}项` : ""]));
  return table.finish(headerRows === 0 ? 0 : top + headerRows);
}

function unitLine(table: TableDraft, { home, choices }: World): void {
  const row = table.rows++;
  const columns = table.widths.length;
  const half = Math.max(1, Math.floor(columns / 2));
  table.put(row, row + 1, 0, half, [`填报单位：${home.name}${choices.body === "inner" ? "水务局" : "政府办公室"}`]);
  if (half < columns) table.put(row, row + 1, half, columns, ["单位：项"]);
}

/** The header; gives its number of rows. */
function header(table: TableDraft, columns: readonly MadeColumn[]): number {
  const deep = Math.max(...columns.map(({ head }) => head.length));
  const row = table.rows;
  table.rows += deep;
  for (let c = 0; c < columns.length; c++) {
    const head = columns[c]?.head ?? [];
    if (head.length < deep) table.put(row, row + deep, c, c + 1, linesOf(head[0] ?? ""));
    else if (deep === 1) table.put(row, row + 1, c, c + 1, linesOf(head[0] ?? ""));
    else {
      table.put(row + 1, row + 2, c, c + 1, linesOf(head[1] ?? ""));
      if (columns[c - 1]?.head.length === deep && columns[c - 1]?.head[0] === head[0]) continue;
      let end = c + 1;
      while (columns[end]?.head.length === deep && columns[end]?.head[0] === head[0]) end++;
      table.put(row, row + 1, c, end, linesOf(head[0] ?? ""));
    }
  }
  return deep;
}

/** A heading that fills number and name only: 一 | 供水保障. */
function pairRow(table: TableDraft, columns: readonly MadeColumn[], world: World, group: number): void {
  const name = columns.findIndex(({ role }) => role === "name" || role === "text" || role === "side");
  const sum = world.items.filter((item) => item.group === group).reduce((all, { amount }) => all + amount, 0);
  table.row(columns.map(({ role }, column) => [role === "number" ? ("一二三四"[group] ?? "") : column === name ? groupTitle(world, group) : role === "amount" ? String(sum) : ""]));
}

function merge(table: TableDraft, columns: readonly MadeColumn[], items: readonly Item[], at: ReadonlyMap<Item, number>, world: World): void {
  const { choices } = world;
  columns.forEach(({ role }, column) => {
    const joins = (item: Item, before: Item): boolean => {
      if ((at.get(item) ?? 0) !== (at.get(before) ?? 0) + 1) return false;
      if (role === "units" && choices.merge === "units") return item.sameUnits;
      if (role === "other" && choices.merge === "units") return item.sameUnits;
      if (role === "time" && choices.merge === "time") return item.sameTime && !isBlankTime(world, before);
      if (role === "class" && choices.group === "class-merged") return item.group === before.group;
      return (role === "number" || role === "name") && (item.part ?? 0) > 0;
    };
    let from = 0;
    for (let i = 1; i <= items.length; i++) {
      const [item, before] = [items[i], items[i - 1]];
      if (item !== undefined && before !== undefined && joins(item, before)) continue;
      const [first, end] = [at.get(items[from] as Item) ?? 0, at.get(before as Item) ?? 0];
      if (end > first) table.merge(column, first, end + 1);
      from = i;
    }
  });
}

/** Records as columns, their fields as rows. */
function transposed(world: World): MadeTable {
  const columns = columnsOf(world);
  const table = new TableDraft([7, ...world.items.map(() => 14)]);
  for (const { head, cell } of columns) table.row([[head.join("")], ...world.items.map(cell)]);
  return table.finish(0);
}

/** One table for each record, its fields as rows. */
function card(world: World, item: Item): MadeTable {
  const table = new TableDraft([8, 30]);
  for (const { head, cell } of columnsOf(world)) table.row([[head.join("")], cell(item)]);
  return table.finish(0);
}

/** The same with two fields in a row where both are short. */
function pairedCard(world: World, item: Item): MadeTable {
  const table = new TableDraft([8, 14, 8, 14]);
  const columns = columnsOf(world);
  for (let i = 0; i < columns.length; i++) {
    const [one, other] = [columns[i], columns[i + 1]];
    if (one === undefined) break;
    const row = table.rows++;
    const paired = one.role !== "text" && other !== undefined && other.role !== "text" && one.width < 12 && other.width < 12;
    table.put(row, row + 1, 0, 1, [one.head.join("")]);
    table.put(row, row + 1, 1, paired ? 2 : 4, one.cell(item));
    if (!paired) continue;
    table.put(row, row + 1, 2, 3, [other.head.join("")]);
    table.put(row, row + 1, 3, 4, other.cell(item));
    i++;
  }
  return table.finish(0);
}

/** Cards below each other in one table. */
function stackedCards(world: World): MadeTable {
  const table = new TableDraft([8, 30]);
  for (const item of world.items) for (const { head, cell } of columnsOf(world)) table.row([[head.join("")], cell(item)]);
  return table.finish(0);
}

/** Two records side by side under the same header twice. */
function halves(world: World): MadeTable {
  const columns = columnsOf(world);
  const narrow = columns.map(({ width }) => width * 0.6);
  const table = new TableDraft([...narrow, ...narrow]);
  const heads = columns.map(({ head }) => [head.join("")]);
  table.row([...heads, ...heads]);
  const half = Math.ceil(world.items.length / 2);
  const across = world.choices.shape === "halves-across";
  for (let i = 0; i < half; i++) {
    const other = world.items[across ? 2 * i + 1 : half + i];
    table.row([...columns.map(({ cell }) => cell(world.items[across ? 2 * i : i] as Item)), ...columns.map(({ cell }) => (other === undefined ? [""] : cell(other)))]);
  }
  return table.finish(1);
}

/** Several records in one row, a line each, in step over the cells: each column is as wide as its longest line, for in step with others no line may wrap. */
function steps(world: World): MadeTable {
  const columns = columnsOf(world);
  const table = new TableDraft(columns.map(({ head, cell }) => 1 + Math.max(...[...head, ...world.items.flatMap(cell)].map(({ length }) => length))));
  const headerRows = header(table, columns);
  for (let i = 0; i < world.items.length; i += 2) {
    const pair = world.items.slice(i, i + 2);
    table.row(columns.map(({ cell }) => pair.flatMap(cell)));
  }
  return table.finish(headerRows);
}
