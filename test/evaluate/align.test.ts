import { expect, test } from "vitest";
import { align } from "./align.ts";
import { readGold } from "./gold.ts";
import { perfectTask } from "./perfect.ts";

const texts = ["全面梳理行政权力", "推进政策解读回应", "加强平台建设管理", "强化组织领导保障", "做好疫情信息发布"];
const gold = readGold({ notice: {}, tasks: texts.map((text, i) => ({ number: String(i + 1), text })) }).tasks;
const got = gold.map(perfectTask);

test("a record left out does not shift the others", () => {
  const { pairs, missing, extra } = align(gold, got.filter((_, i) => i !== 1));
  expect(pairs.map(({ record, got: task }) => [record, task.number])).toEqual([[1, "1"], [3, "3"], [4, "4"], [5, "5"]]);
  expect(missing.map(({ record }) => record)).toEqual([2]);
  expect(extra).toEqual([]);
});

test("a record too many does not shift the others", () => {
  const made = got.flatMap((task, i) => (i === 2 ? [{ ...task, number: null, text: "编造出来的一条" }, task] : [task]));
  const { pairs, missing, extra } = align(gold, made);
  expect(pairs.map(({ record, got: task }) => `${record}=${task.number ?? ""}`)).toEqual(["1=1", "2=2", "3=3", "4=4", "5=5"]);
  expect(missing).toEqual([]);
  expect(extra.map(({ text }) => text)).toEqual(["编造出来的一条"]);
});

test("order is kept: two records exchanged give one pair", () => {
  const [one, two] = got;
  if (one === undefined || two === undefined) throw new Error("no records");
  const { missing, extra } = align(gold, [two, one, ...got.slice(2)]);
  expect([missing.length, extra.length]).toEqual([1, 1]);
});

test("between equal texts the number decides", () => {
  const twice = readGold({ notice: {}, tasks: ["1", "2"].map((number) => ({ number, text: "推进政策解读" })) }).tasks;
  const { pairs } = align(twice, twice.slice(1).map(perfectTask));
  expect(pairs.map(({ record }) => record)).toEqual([2]);
});

test("between equal texts the attachment decides", () => {
  const twice = readGold({ notice: {}, tasks: ["附件2", "附件3"].map((attachment) => ({ attachment, text: "推进政策解读" })) }).tasks;
  expect(align(twice, twice.slice(0, 1).map(perfectTask)).pairs.map(({ record }) => record)).toEqual([1]);
  expect(align(twice, twice.slice(1).map(perfectTask)).pairs.map(({ record }) => record)).toEqual([2]);
});

test.each(["强化组织领导保障", "全面强化组织领导保障"])("texts that share little are not paired: %s", (text) => {
  expect(align(gold.slice(0, 1), got.slice(0, 1).map((task) => ({ ...task, text }))).pairs).toEqual([]);
});

test("a record that runs on into what follows is still found", () => {
  const long = got.slice(0, 1).map((task) => ({ ...task, text: `${task.text}${"后面是结尾部分的其他要求。".repeat(9)}` }));
  expect(align(gold.slice(0, 1), long).pairs.length).toBe(1);
});
