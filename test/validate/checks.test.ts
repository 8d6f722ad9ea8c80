import { describe, expect, test } from "vitest";
import { openContext } from "../../src/model/context.ts";
import type { Deadline, Task } from "../../src/model/notice.ts";
import type { Check } from "../../src/validate/check.ts";
import { contradictingDeadlines } from "../../src/validate/checks/contradicting-deadlines.ts";
import { doerMissing } from "../../src/validate/checks/doer-missing.ts";
import { leftBracket } from "../../src/validate/checks/left-bracket.ts";
import { emptyTask } from "../../src/validate/checks/empty-task.ts";
import { noDoer } from "../../src/validate/checks/no-doer.ts";
import { numbering } from "../../src/validate/checks/numbering.ts";
import { prompts } from "../../src/validate/checks/prompts.ts";
import { weights } from "../../src/validate/checks/weights.ts";
import { deadlineOf, noticeOf, taskOf } from "../build-notice.ts";

function found(check: Check, tasks: readonly Task[]): string[] {
  const context = openContext();
  check({ notice: noticeOf(), tasks, coverage: { characters: 0, claimed: 0, furniture: 0, unclaimed: [] }, diagnostics: [] }, context.report);
  return context.diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

describe("numbering", () => {
  const numbered = (...numbers: (string | null)[]): string[] => found(numbering, numbers.map((number) => taskOf({ number })));

  test("is silent on a run, a restart, continuation rows and tasks without number", () => {
    expect(numbered("1", "2", "2", null, "3", "1", "2")).toEqual([]);
  });

  test("is silent on a number that heads other records", () => {
    const tasks = [taskOf({ number: "3" }), taskOf({ number: null, path: ["二、执法", "4.加强检查。"] }), taskOf({ number: "5", path: ["二、执法"] })];
    expect(found(numbering, tasks)).toEqual([]);
    expect(found(numbering, [...tasks, taskOf({ number: "7" })])).toEqual(["task/number-jump: 任务编号从5跳到7。"]);
  });

  test("reports a jump, and a step back", () => {
    expect(numbered("1", "4")).toEqual(["task/number-jump: 任务编号从1跳到4。"]);
    expect(numbered("5", "3")).toHaveLength(1);
  });
});

describe("prompts of forms", () => {
  test("are named, task by task", () => {
    const cells = (...texts: string[]): Task => taskOf({ columns: texts.map((text) => ({ header: null, text })) });
    expect(found(prompts, [cells("建成平台。", "单击此处输入文字。", "请选择日期"), cells("完成排查。", "县水利局")])).toEqual([expect.stringContaining("单击此处输入文字。 | 请选择日期")]);
  });
});

describe("weights", () => {
  const weighted = (...values: (number | null)[]): string[] => found(weights, values.map((weight) => taskOf({ weight })));

  test("is silent when they add up, or when some are not printed", () => {
    expect(weighted(45, 25, 20, 10)).toEqual([]);
    expect(weighted(33.3, 33.3, 33.4)).toEqual([]);
    expect(weighted(45, 25, null)).toEqual([]);
  });

  test("reports another sum", () => {
    expect(weighted(45, 25, 20)).toEqual(["task/weights: 考评权重合计90%，不是100%。"]);
  });
});

describe("no doer", () => {
  const done = (basis: Task["assignment"]["basis"]): Task => taskOf({ assignment: { ...taskOf().assignment, basis } });

  test("is silent where one task names somebody, and on phases, indicators and safeguards", () => {
    expect(found(noDoer, [done("none"), done("clause")])).toEqual([]);
    expect(found(noDoer, [taskOf({ kind: "phase" }), taskOf({ kind: "safeguard" })])).toEqual([]);
    expect(found(noDoer, [])).toEqual([]);
  });

  test("says once that no task names anybody", () => {
    expect(found(noDoer, [done("none"), done("none"), taskOf({ kind: "safeguard" })])).toEqual(["task/no-doer: 2项任务都没有写明由谁承担。"]);
  });
});

describe("doer missing", () => {
  const done = (basis: Task["assignment"]["basis"]): Task => taskOf({ assignment: { ...taskOf().assignment, basis } });

  test("names the one task without units among many that have some", () => {
    expect(found(doerMissing, [done("clause"), done("cell"), done("clause"), done("none"), done("heading")])).toHaveLength(1);
  });

  test("is silent where several name nobody, and where doers stand in sentences only", () => {
    expect(found(doerMissing, [done("clause"), done("none"), done("none")])).toEqual([]);
    expect(found(doerMissing, [done("subject"), done("subject"), done("subject"), done("none")])).toEqual([]);
    expect(found(doerMissing, [done("clause"), done("clause"), done("clause"), done("clause"), taskOf({ kind: "safeguard" })])).toEqual([]);
  });
});

describe("bracket left in the text", () => {
  test("is said where it ends a line and names a role", () => {
    expect(found(leftBracket, [taskOf({ text: "推广节水器具（市水利局牵头，市教育局配合）。" })])).toHaveLength(1);
    expect(found(leftBracket, [taskOf({ text: "封山育林2万亩。（西山镇、河口镇）" })])).toHaveLength(1);
    expect(found(leftBracket, [taskOf({ text: "推广节水器具（含学校）。" }), taskOf({ text: "建立（市水利局牵头的）机制。" })])).toEqual([]);
  });
});

describe("empty task", () => {
  test("needs words or a heading", () => {
    expect(found(emptyTask, [taskOf({ text: "" })])).toHaveLength(1);
    expect(found(emptyTask, [taskOf({ text: "", heading: "加强领导。" })])).toEqual([]);
  });
});

describe("contradicting deadlines", () => {
  const dated = (...deadlines: Partial<Deadline>[]): string[] => found(contradictingDeadlines, [taskOf({ deadlines: deadlines.map(deadlineOf) })]);

  test("a text that allows more time than the cell", () => {
    expect(dated({ due: "2018-08-31", origin: "cell" }, { due: "2018-09-30", origin: "text" })).toHaveLength(1);
  });

  test("earlier milestones, start days and what binds others are no contradiction", () => {
    expect(dated({ due: "2018-09-30", origin: "cell" }, { due: "2018-08-31", origin: "text" })).toEqual([]);
    expect(dated({ due: "2018-08-31", origin: "cell" }, { due: "2018-09-30", origin: "text", bound: "start" })).toEqual([]);
    expect(dated({ due: "2018-08-31", origin: "cell" }, { due: "2018-09-30", origin: "text", appliesTo: "市直部门" })).toEqual([]);
  });
});
