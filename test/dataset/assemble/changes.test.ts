import { describe, expect, test } from "vitest";
import { changesOf, type State } from "../../../src/dataset/assemble/changes.ts";
import type { NoticeValues, TaskValues, Values } from "../../../src/dataset/fields.ts";

const task = (id: string, values: Values): TaskValues => ({ id, values: { number: null, group: null, ...values } });
const notice = (...tasks: NoticeValues["tasks"]): NoticeValues => ({ id: "n", values: { title: "某市通知" }, tasks });
const before = (values: NoticeValues | null): State => ({ causes: [], certain: true, values });
const step = (cause: State["causes"][number], values: NoticeValues | null): State => ({ causes: [cause], certain: true, values });
const brief = (states: readonly State[], explicit = new Map<string, string>()): string[] =>
  changesOf(states, explicit).map(({ op, task: id, field, before: from, after: to, causes, certain }) => `${op} ${id ?? "-"} ${field ?? "-"} ${from ?? "∅"}→${to ?? "∅"} ${causes.join("+")}${certain ? "" : "?"}`);

describe("the causes of a change", () => {
  const a = (due: string | null): NoticeValues => notice(task("n/a", { text: "编制清单", due }));

  test("nothing is said where nothing changed", () => {
    expect(brief([before(a("x")), step("parser", a("x")), step("source", a("x"))])).toEqual([]);
  });

  test("the step in which the value changed is named, and no other", () => {
    expect(brief([before(a("x")), step("parser", a("x")), step("source", a("y"))])).toEqual(["MOD n/a due x→y source"]);
    expect(brief([before(a("x")), step("parser", a("y")), step("source", a("y"))])).toEqual(["MOD n/a due x→y parser"]);
  });

  test("both are named where the value changed twice, and none where it came back", () => {
    expect(brief([before(a("x")), step("parser", a("y")), step("override", a("z"))])).toEqual(["MOD n/a due x→z parser+override"]);
    expect(brief([before(a("x")), step("parser", a("y")), step("override", a("x"))])).toEqual([]);
  });

  test("steps that could not be parted are both named and said to be unsure", () => {
    expect(brief([before(a("x")), { causes: ["parser", "source"], certain: false, values: a("y") }])).toEqual(["MOD n/a due x→y parser+source?"]);
  });

  test("tasks and notices come and go with their words", () => {
    expect(brief([before(null), step("source", a("x"))])).toEqual(["ADD - - ∅→某市通知 source", "ADD n/a - ∅→编制清单 source"]);
    expect(brief([before(a("x")), step("source", null)])).toEqual(["DEL - - 某市通知→∅ source", "DEL n/a - 编制清单→∅ source"]);
    expect(brief([before(a("x")), step("parser", notice()), step("source", notice())])).toEqual(["DEL n/a - 编制清单→∅ parser"]);
  });

  test("a change of order is none", () => {
    const [one, two] = [task("n/1", { text: "一" }), task("n/2", { text: "二" })];
    expect(brief([before(notice(one, two)), step("source", notice(two, one))])).toEqual([]);
  });
});

describe("an id that became another", () => {
  const old = task("n/old", { number: "3", text: "各级行政机关要依法公开工作职能和机构设置等信息" });
  const other = task("n/other", { number: "4", text: "按月公开政府重点工作任务的执行情况" });

  test("by a typing error that was mended: one REKEY and the values that changed", () => {
    const mended = task("n/new", { number: "3", text: "各级行政机关依法公开工作职能和机构设置等信息" });
    expect(brief([before(notice(old, other)), step("source", notice(mended, other))])).toEqual([
      "REKEY n/new - n/old→n/new source",
      "MOD n/new text 各级行政机关要依法公开工作职能和机构设置等信息→各级行政机关依法公开工作职能和机构设置等信息 source",
    ]);
  });

  test("not where another task took the number", () => {
    const stranger = task("n/new", { number: "3", text: "开展全省优秀政策解读材料评选活动" });
    expect(brief([before(notice(old)), step("source", notice(stranger))]).map((line) => line.split(" ")[0])).toEqual(["ADD", "DEL"]);
  });

  test("not where two would do", () => {
    const [one, two] = ["n/x", "n/y"].map((id) => task(id, { text: `${String(old.values["text"])}。` }));
    const ops = brief([before(notice(task("n/old", { text: old.values["text"] ?? null }))), step("source", notice(one!, two!))]).map((line) => line.split(" ")[0]);
    expect(ops).toEqual(["ADD", "ADD", "DEL"]);
  });

  test("because people said so", () => {
    const stranger = task("n/new", { number: "9", text: "开展评选" });
    expect(brief([before(notice(old)), step("parser", notice(stranger))], new Map([["n/old", "n/new"]]))[0]).toBe("REKEY n/new - n/old→n/new parser");
  });

  test("in one step and changed in another", () => {
    const renamed = task("n/new", { ...old.values });
    const changed = task("n/new", { ...old.values, due: "2020-06-30" });
    expect(brief([before(notice(old)), step("parser", notice(renamed)), step("source", notice(changed))])).toEqual(["REKEY n/new - n/old→n/new parser", "MOD n/new due ∅→2020-06-30 source"]);
  });
});
