/** Records of a made notice as numbered paragraphs. */
import type { Item, World } from "./items.ts";
import type { MadeBlock } from "./sheet.ts";

const heading = "一、重点任务";

/** The headings above the records. */
export function prosePath(): string[] {
  return [heading];
}

/** The paragraphs of all records, below their heading. */
export function proseBlocks(world: World): MadeBlock[] {
  return [heading, ...world.items.flatMap((item) => paragraphsOf(world, item))].map((text) => ({ kind: "line", text, align: "left" }));
}

/** The words of a record without its number and its allocation. */
export function proseText(world: World, item: Item): string {
  return world.choices.prose === "sentence" ? `${sentence(item)}${clause(world, item)}。` : sentence(item);
}

function sentence({ text }: Item): string {
  return /[。；]$/u.test(text) ? text : `${text}。`;
}

function clause({ choices }: World, { doers, time }: Item): string {
  const { lead, support, responsible } = doers;
  const until = choices.time !== "column" || time.gold === null ? "" : `，${time.text}${time.gold.kind === "ongoing" ? "" : "完成"}`;
  if (lead.length === 0) return `${responsible.join("、")}负责${until}`;
  return `${lead.join("、")}牵头${support.length === 0 ? "" : `，${support.join("、")}配合`}${until}`;
}

function paragraphsOf(world: World, item: Item): string[] {
  const { choices } = world;
  const { lead, support, responsible } = item.doers;
  const words = `${String(item.number)}.${sentence(item)}`;
  const until = choices.time === "column" && item.time.gold !== null;
  const labelled = lead.length + responsible.length === 0 ? [] : lead.length === 0 ? [`责任单位：${responsible.join("、")}`] : [`牵头单位：${lead.join("、")}`, ...(support.length === 0 ? [] : [`配合单位：${support.join("、")}`])];
  const time = until ? [`完成时限：${item.time.text}`] : [];
  switch (choices.prose) {
    case "lines":
      return [words, ...labelled, ...time];
    case "sentence":
      return [`${words}${clause(world, item)}。`];
    case "roles-bracket":
      return [`${words}（${clause(world, item)}）`];
    default:
      return [labelled.length + time.length === 0 ? words : `${words}（${[...labelled, ...time].join("；")}）`];
  }
}
