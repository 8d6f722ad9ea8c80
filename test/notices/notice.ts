/** A whole made notice: the letter, the tasks as table or prose, and the answer. */
import type { Gold } from "../evaluate/gold.ts";
import { answerOf } from "./answer.ts";
import { choose, type Choices } from "./choices.ts";
import { makeWorld, type World } from "./items.ts";
import { proseBlocks } from "./prose.ts";
import type { MadeBlock, MadeLine } from "./sheet.ts";
import { tableBlocks } from "./table.ts";

/** A made notice before any file format. */
export interface MadeNotice {
  readonly seed: string;
  readonly choices: Choices;
  readonly title: string;
  readonly blocks: readonly MadeBlock[];
  readonly gold: Gold;
}

/** The notice of a seed; `choices` other than its own keep its content. */
export function makeNotice(seed: string, choices: Choices = choose(seed)): MadeNotice {
  const world = makeWorld(seed, choices);
  const title = choices.frame === "bare" ? tableTitle(world) : letterTitle(world);
  return { seed, choices, title, blocks: framed(world, title), gold: answerOf(world) };
}

const line = (text: string, align: MadeLine["align"] = "left"): MadeLine => ({ kind: "line", text, align });

function issuer({ home, choices }: World): string {
  return choices.body === "inner" ? `${home.name}水务局` : `${home.name}人民政府办公室`;
}

function tableTitle({ home, year, choices }: World): string {
  return `${home.name}${String(year)}年重点任务${choices.place === "table" ? "分工表" : "分工方案"}`;
}

function letterTitle(world: World): string {
  return `${issuer(world)}关于印发${tableTitle(world)}的通知`;
}

function framed(world: World, title: string): MadeBlock[] {
  const { home, year, choices } = world;
  const between = choices.place === "both" ? [line("附件"), { ...line(`${home.name}${String(year)}年重点任务分工表`, "center"), title: true }] : [];
  const tasks = [...(choices.place === "table" ? [] : proseBlocks(world)), ...between, ...(choices.place === "prose" ? [] : tableBlocks(world))];
  const addressees = choices.body === "inner" ? "局机关各科室、局属各单位：" : `${home.below[0] ?? ""}，${home.short}直各单位：`;
  const signature = [line(issuer(world), "right"), line(`${String(year)}年2月6日`, "right")];
  if (choices.frame === "bare") return [{ ...line(title, "center"), title: true }, ...tasks];
  const head = [{ ...line(title, "center"), title: true }, line(addressees)];
  if (choices.frame === "letter") {
    const opening = choices.place === "prose" ? `为做好${String(year)}年各项工作，现将有关事项通知如下：` : `现将${String(year)}年重点任务分工明确如下，请认真抓好落实。`;
    return [...head, line(opening), ...tasks, ...signature];
  }
  return [...head, line(`现将《${tableTitle(world)}》印发给你们，请认真组织实施。`), ...signature, { ...line(tableTitle(world), "center"), title: true }, ...tasks];
}
