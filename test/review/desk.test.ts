/** What people do is in files that others can read, and nothing of it is lost. */
import { readFileSync, writeFileSync, chmodSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { readGold } from "../../src/dataset/correct/gold.ts";
import { readOverrides } from "../../src/dataset/correct/overrides.ts";
import { readReviews } from "../../src/review/checked-rows.ts";
import { correctionSchema, Desk, type Undo, type Written } from "../../src/review/desk.ts";
import { inspectNotice } from "../../src/pipeline.ts";
import { openShelf } from "../../src/review/shelf.ts";
import { stateOf, valueIn } from "../../src/review/state.ts";
import { openStore } from "../../src/review/store.ts";
import { Drawing } from "../../src/review/view.ts";
import { openReview, seed, type Opened, removeReviews } from "./open.ts";

afterAll(removeReviews);

const html = seed("wanzheng-66.html");
const signed = { reason: "更正通知", person: "张三" };

async function opened(texts: Parameters<typeof openReview>[1] = {}) {
  const review = openReview([html], texts);
  const desk = new Desk(review);
  const notice = (await review.shelf.notice(0))!;
  return { ...review, desk, notice, tasks: notice.result.tasks, revision: (await review.store.load()).revision };
}

const text = (review: Opened, name: keyof Opened["paths"]): string => readFileSync(review.paths[name], "utf8");

describe("a correction", () => {
  test("is a row of the file that the dataset takes", async () => {
    const review = await opened();
    const [task] = review.tasks;
    const written = await review.desk.correct({ n: 0, revision: review.revision, id: task!.id, field: "due", shown: task!.due, value: "2020-11-30", ...signed });
    expect(written.kind).toBe("written");
    expect(text(review, "overrides")).toBe(
      `# 人工更正：每行一处，随数据集进版本库（fengong review、dataset build --overrides）\n\n- id: ${task!.id}\n  field: due\n  expected: 2020-12-31\n  value: 2020-11-30\n  reason: 更正通知\n  person: 张三\n  date: 2026-11-01\n`,
    );
    expect(readOverrides(text(review, "overrides")).troubles).toEqual([]);
    expect(written.kind === "written" ? written.state.result.tasks[0]?.due : null).toBe("2020-11-30");
  });

  test("takes the place of an earlier one; comments, order and other rows stay", async () => {
    const [first, second] = (await opened()).tasks;
    const row = (id: string, value: string): string => `- { id: ${id}, field: due, expected: "2020-12-31", value: ${value}, reason: 电话, person: 李四, date: 2026-10-01 } # 见函\n`;
    const review = await opened({ overrides: `# 我们的更正\n\n${row(first!.id, "2020-11-01")}# 第二处\n${row(second!.id, "2020-11-02").replace("2020-12-31", "2020-10-31")}` });
    await review.desk.correct({ n: 0, revision: review.revision, id: first!.id, field: "due", shown: "2020-11-01", value: "2020-11-30", ...signed });
    expect(text(review, "overrides")).toBe(
      `# 我们的更正\n\n- { id: ${first!.id}, field: due, expected: "2020-12-31", value: 2020-11-30, reason: 更正通知, person: 张三, date: 2026-11-01 } # 见函\n# 第二处\n- { id: ${second!.id}, field: due, expected: "2020-10-31", value: 2020-11-02, reason: 电话, person: 李四, date: 2026-10-01 } # 见函\n`,
    );
  });

  test("is taken back, and the way back is told", async () => {
    const review = await opened();
    const [task] = review.tasks;
    const written = await review.desk.correct({ n: 0, revision: review.revision, id: task!.id, field: "lead", shown: null, value: "省财政厅", ...signed });
    if (written.kind !== "written" || written.undo?.kind !== "withdraw") throw new Error(written.kind);
    expect(written.state.result.tasks[0]?.assignment.lead.map(({ name }) => name)).toEqual(["省财政厅"]);
    const back = await review.desk.withdraw({ n: 0, revision: written.stored.revision, ...written.undo });
    expect(back.kind === "written" ? back.state.result.tasks[0]?.assignment.lead : null).toEqual([]);
    expect(readOverrides(text(review, "overrides")).overrides).toEqual([]);
  });

  test("whose words are YAML is one quoted string", async () => {
    const review = await opened();
    const [task] = review.tasks;
    const reason = "a\n- {id: x, field: due}\n# b: [";
    await review.desk.correct({ n: 0, revision: review.revision, id: task!.id, field: "due", shown: task!.due, value: null, ...signed, reason });
    expect(readOverrides(text(review, "overrides"))).toMatchObject({ troubles: [], overrides: [{ reason, value: null }] });
  });

  test.each([
    ["a day that is none", { field: "due", value: "2020-13-01" }, "wrong"],
    ["a field that is none", { field: "ordinal", value: "1" }, "wrong"],
    ["another value than the one that stands", { field: "due", shown: "1999-01-01", value: "2020-11-30" }, "moved"],
    ["files that have moved", { field: "due", value: "2020-11-30", revision: "0" }, "moved"],
    ["a notice that is none", { field: "due", value: "2020-11-30", n: 9 }, "unknown"],
  ])("is refused: %s", async (_, part, kind) => {
    const review = await opened();
    const [task] = review.tasks;
    const written = await review.desk.correct({ n: 0, revision: review.revision, id: task!.id, shown: task!.due, ...signed, ...part });
    expect(written.kind).toBe(kind);
    expect((await review.store.load()).texts).toEqual({ overrides: null, gold: null, reviews: null });
  });

  test("drops a task, and adds one whose words stand in the source", async () => {
    const review = await opened();
    const id = review.tasks[2]!.id;
    const dropped = await review.desk.correct({ n: 0, revision: review.revision, op: "drop", id, ...signed });
    if (dropped.kind !== "written") throw new Error(dropped.kind);
    expect(dropped.state.tasks).toHaveLength(review.tasks.length - 1);
    const words = review.tasks[2]!.text;
    const add = { n: 0, op: "add" as const, id: review.notice.result.notice.id, after: review.tasks[1]!.id, fields: { text: words, number: "3", due: "" }, ...signed };
    expect((await review.desk.correct({ ...add, revision: dropped.stored.revision, words: "没有印过的话" })).kind).toBe("wrong");
    const added = await review.desk.correct({ ...add, revision: dropped.stored.revision, words });
    if (added.kind !== "written") throw new Error(added.kind);
    expect(added.state.result.tasks[2]).toMatchObject({ number: "3", text: words, due: null });
    expect(added.undo).toMatchObject({ kind: "withdraw", field: "add", words });
  });
});

describe("a value that no field takes", () => {
  test.each([
    ["a day that is none", { field: "due", value: "2020-13-01", shown: null }, "“完成时限”不是日期，要写成 2026-12-31 这样。"],
    ["a day of one deadline", { field: "deadlines.0.due", shown: "2020-12-31", value: "年底" }, "“时限1 截止日期”不是日期，要写成 2026-12-31 这样。"],
    ["no number", { field: "weight", shown: null, value: "多" }, "“权重”要是数字。"],
    ["no text", { field: "text", shown: "", value: "" }, "“任务内容”不能空着。"],
    ["others without a role", { field: "others", shown: null, value: "市财政局" }, "“其他角色”要写成“角色：单位”，几个之间用“；”。"],
    ["people without a role", { field: "people", shown: null, value: "张三" }, "“责任人”要写成“姓名（角色）”或“姓名（单位 角色）”，几个之间用“；”。"],
    ["neither yes nor no", { field: "openEnded", shown: false, value: "也许" }, "”要是 true（是）或 false（否）。"],
    ["a kind that is none", { field: "kind", shown: "task", value: "x" }, "”只能是 "],
  ])("is refused in a sentence: %s", async (_, part, sentence) => {
    const review = await opened();
    const [task] = review.tasks;
    const shown = part.field === "text" ? task!.text : part.field === "due" ? task!.due : part.field === "kind" ? task!.kind : part.shown;
    const written = await review.desk.correct({ n: 0, revision: review.revision, id: task!.id, ...signed, ...part, shown });
    expect(written.kind === "wrong" ? written.message : written.kind).toContain(sentence);
    expect((await review.store.load()).texts.overrides).toBeNull();
  });

  test("a task that is added with one is refused too, and the file stays one that can be read", async () => {
    const review = await opened();
    const words = review.tasks[2]!.text;
    const add = { n: 0, revision: review.revision, op: "add" as const, id: review.notice.result.notice.id, after: null, words, ...signed };
    const written = await review.desk.correct({ ...add, fields: { text: words, due: "2020-13-01" } });
    expect(written).toMatchObject({ kind: "wrong", message: "“完成时限”不是日期，要写成 2026-12-31 这样。" });
    expect(await review.desk.correct({ ...add, fields: {} })).toMatchObject({ kind: "wrong" });
    expect(await review.store.load()).toMatchObject({ readOnly: null, texts: { overrides: null } });
  });

  test("what cannot be so beside the rest is refused in Chinese", async () => {
    const review = await opened();
    const add = { n: 0, revision: review.revision, op: "add" as const, id: review.notice.result.notice.id, after: null, ...signed };
    expect(await review.desk.correct({ ...add, words: "没有印过的话", fields: { text: "没有印过的话" } })).toMatchObject({ kind: "wrong", message: "来源里没有这些字" });
  });
});

describe("a confirmation", () => {
  test("is rows of the gold file and a line of the reviews, asked again when the reading changes", async () => {
    const review = await opened({ gold: "task,field,value,note\nx/1,due,2020-01-01,电话\n" });
    const state = stateOf(review.notice.result, await review.store.load(), "zh");
    const { task, key } = state.tasks[0]!;
    const written = await review.desk.confirm({ n: 0, revision: review.revision, id: task.id, field: null, key, verdict: "confirmed", person: "张三" });
    if (written.kind !== "written") throw new Error(written.kind);
    expect(written.state.tasks[0]?.standing).toBe("confirmed");
    expect(text(review, "gold")).toContain("x/1,due,2020-01-01,电话\n");
    expect(readGold(text(review, "gold"))).toContainEqual({ task: task.id, field: "due", value: "2020-12-31" });
    expect(readReviews(text(review, "reviews"))).toMatchObject([{ id: task.id, field: null, key, sources: [review.notice.result.sources[0]?.sha256], verdict: "confirmed", person: "张三", date: "2026-11-01" }]);

    const corrected = await review.desk.correct({ n: 0, revision: written.stored.revision, id: task.id, field: "due", shown: "2020-12-31", value: "2020-11-30", ...signed });
    if (corrected.kind !== "written") throw new Error(corrected.kind);
    expect(corrected.state.tasks[0]?.standing).toBe("again");
    expect(readGold(text(review, "gold"))).not.toContainEqual({ task: task.id, field: "due", value: "2020-12-31" });
    expect(readGold(text(review, "gold"))).toContainEqual(expect.objectContaining({ task: task.id, field: "text" }));
  });

  test("is withdrawn", async () => {
    const review = await opened();
    const { task, key } = stateOf(review.notice.result, await review.store.load(), "zh").tasks[0]!;
    const one = { n: 0, id: task.id, field: null, key, person: "张三" };
    const written = await review.desk.confirm({ ...one, revision: review.revision, verdict: "confirmed" });
    if (written.kind !== "written") throw new Error(written.kind);
    const back = await review.desk.confirm({ ...one, revision: written.stored.revision, verdict: "withdrawn" });
    expect(back.kind === "written" ? back.state.tasks[0]?.standing : null).toBe("open");
    expect(readGold(text(review, "gold"))).toEqual([]);
  });
});

describe("what is taken back", () => {
  /** Takes back what was written, then takes the taking back back: the files of then stand there again. */
  async function forthAndBack(review: Awaited<ReturnType<typeof opened>>, written: Written): Promise<void> {
    if (written.kind !== "written" || written.undo === null) throw new Error(written.kind);
    const then = text(review, "overrides");
    const undo = async (undo: Undo, revision: string): Promise<Written> => {
      if (undo.kind === "withdraw") return review.desk.withdraw({ n: 0, revision, ...undo });
      if (undo.kind === "confirm") return review.desk.confirm({ n: 0, revision, ...undo, person: "张三" });
      if (undo.kind === "again") return review.desk.correct(correctionSchema.parse({ ...undo.body, n: 0, revision }));
      const { id, field, value, reason, person, date } = undo;
      return review.desk.correct({ id, field, value, reason, person, date, n: 0, revision, shown: valueIn(written.state.read, undo.id, undo.field) ?? null });
    };
    const back = await undo(written.undo, written.stored.revision);
    if (back.kind !== "written" || back.undo === null) throw new Error(JSON.stringify(back).slice(0, 300));
    expect(text(review, "overrides")).not.toBe(then);
    const again = await undo(back.undo, back.stored.revision);
    expect(again.kind).toBe("written");
    expect(readOverrides(text(review, "overrides"))).toEqual(readOverrides(then));
  }

  test("a correction, and it again, with the day of then", async () => {
    const review = await opened();
    const [task] = review.tasks;
    await forthAndBack(review, await review.desk.correct({ n: 0, revision: review.revision, id: task!.id, field: "due", shown: task!.due, value: "2020-11-30", date: "2026-10-01", ...signed }));
    expect(text(review, "overrides")).toContain("date: 2026-10-01");
  });

  test("a dropped task, and dropped again", async () => {
    const review = await opened();
    await forthAndBack(review, await review.desk.correct({ n: 0, revision: review.revision, op: "drop", id: review.tasks[2]!.id, ...signed }));
  });

  test("an added task, and added again", async () => {
    const review = await opened();
    const words = review.tasks[2]!.text;
    await forthAndBack(review, await review.desk.correct({ n: 0, revision: review.revision, op: "add", id: review.notice.result.notice.id, after: null, words, fields: { text: words, weight: 5 }, ...signed }));
  });

  test("what is not there (any more) is not taken back", async () => {
    const review = await opened();
    expect((await review.desk.withdraw({ n: 0, revision: review.revision, id: review.tasks[0]!.id, field: "due", words: null })).kind).toBe("moved");
  });
});

describe("an added task", () => {
  async function added() {
    const review = await opened();
    const words = review.tasks[2]!.text;
    const written = await review.desk.correct({ n: 0, revision: review.revision, op: "add", id: review.notice.result.notice.id, after: null, words, fields: { text: words }, ...signed });
    if (written.kind !== "written") throw new Error(written.kind);
    return { review, revision: written.stored.revision, id: written.state.tasks[0]!.task.id };
  }

  test("is corrected in the row that added it", async () => {
    const { review, revision, id } = await added();
    const written = await review.desk.correct({ n: 0, revision, id, field: "due", shown: null, value: "2020-11-30", ...signed, reason: "补时限" });
    expect(written.kind === "written" ? written.state.result.tasks[0]?.due : null).toBe("2020-11-30");
    expect(readOverrides(text(review, "overrides")).overrides).toMatchObject([{ op: "add", fields: { due: "2020-11-30" }, reason: "补时限" }]);
  });

  test("that is dropped was never added", async () => {
    const { review, revision, id } = await added();
    expect((await review.desk.correct({ n: 0, revision, op: "drop", id, ...signed })).kind).toBe("written");
    expect(readOverrides(text(review, "overrides")).overrides).toEqual([]);
  });
});

test("a value that is confirmed by itself holds until it is another, whatever becomes of its task", async () => {
  const review = await opened();
  const { task, key } = stateOf(review.notice.result, await review.store.load(), "zh").tasks[0]!;
  const looked = await review.desk.confirm({ n: 0, revision: review.revision, id: task.id, field: "due", key, verdict: "confirmed", person: "张三" });
  if (looked.kind !== "written") throw new Error(looked.kind);
  expect([...looked.state.tasks[0]!.confirmed]).toEqual(["due"]);
  expect(readGold(text(review, "gold"))).toEqual([{ task: task.id, field: "due", value: "2020-12-31" }]);
  const other = await review.desk.correct({ n: 0, revision: looked.stored.revision, id: task.id, field: "lead", shown: null, value: "省财政厅", ...signed });
  if (other.kind !== "written") throw new Error(other.kind);
  expect([...other.state.tasks[0]!.confirmed]).toEqual(["due"]);
  const due = await review.desk.correct({ n: 0, revision: other.stored.revision, id: task.id, field: "due", shown: "2020-12-31", value: "2020-11-30", ...signed });
  expect(due.kind === "written" ? [...due.state.tasks[0]!.confirmed] : null).toEqual([]);
});

describe("a confirmation that a correction had put out of force is in the gold file again when that is taken back", () => {
  async function confirmed(field: string | null) {
    const review = await opened();
    const { task, key } = stateOf(review.notice.result, await review.store.load(), "zh").tasks[0]!;
    const written = await review.desk.confirm({ n: 0, revision: review.revision, id: task.id, field, key, verdict: "confirmed", person: "张三" });
    if (written.kind !== "written") throw new Error(written.kind);
    return { review, task, gold: readGold(text(review, "gold")), revision: written.stored.revision };
  }
  async function takenBack(review: Awaited<ReturnType<typeof opened>>, written: Written) {
    if (written.kind !== "written" || written.undo?.kind !== "withdraw") throw new Error(written.kind);
    expect((await review.desk.withdraw({ n: 0, revision: written.stored.revision, ...written.undo })).kind).toBe("written");
    return readGold(text(review, "gold"));
  }
  const byField = (rows: ReturnType<typeof readGold>) => rows?.toSorted((a, b) => a.field.localeCompare(b.field));

  test.each([["all of the task", null], ["one value", "due"]])("%s, its value corrected", async (_, field) => {
    const { review, task, gold, revision } = await confirmed(field);
    const written = await review.desk.correct({ n: 0, revision, id: task.id, field: "due", shown: task.due, value: "2020-11-30", ...signed });
    expect(readGold(text(review, "gold"))).not.toContainEqual(expect.objectContaining({ field: "due" }));
    expect(byField(await takenBack(review, written))).toEqual(byField(gold));
  });

  test.each([["all of the task", null], ["one value", "responsible"]])("%s, the task dropped", async (_, field) => {
    const { review, task, gold, revision } = await confirmed(field);
    const written = await review.desk.correct({ n: 0, revision, op: "drop", id: task.id, ...signed });
    expect(readGold(text(review, "gold"))).toEqual([]);
    expect(byField(await takenBack(review, written))).toEqual(byField(gold));
  });

  test("one that was withdrawn does not come again", async () => {
    const { review, task, revision } = await confirmed("due");
    const { key } = stateOf(review.notice.result, await review.store.load(), "zh").tasks[0]!;
    const withdrawn = await review.desk.confirm({ n: 0, revision, id: task.id, field: "due", key, verdict: "withdrawn", person: "张三" });
    if (withdrawn.kind !== "written") throw new Error(withdrawn.kind);
    const written = await review.desk.correct({ n: 0, revision: withdrawn.stored.revision, op: "drop", id: task.id, ...signed });
    expect(await takenBack(review, written)).toEqual([]);
  });
});

describe("bad input", () => {
  test.each([
    ["a day", "due", "2020-12-31"],
    ["a day with spaces", "due", " 2020-12-31 "],
    ["nothing where nothing was read", "lead", ""],
    ["words", "number", "1"],
  ])("%s that is corrected to what was read is no correction, and that is said", async (_, field, value) => {
    const review = await opened();
    const [task] = review.tasks;
    const written = await review.desk.correct({ n: 0, revision: review.revision, id: task!.id, field, shown: valueIn(review.notice.result, task!.id, field) ?? null, value, ...signed });
    expect(written).toMatchObject({ kind: "wrong", message: expect.stringContaining("和所读的一样") as string });
    expect((await review.store.load()).texts.overrides).toBeNull();
  });

  test("of a file that was not opened nothing is confirmed or corrected: all such files would share it", async () => {
    const review = openReview([html]);
    const file = { path: `${review.folder}/none.pdf`, name: "none.pdf", role: "notice" as const, label: null, uri: null };
    const shelf = openShelf([{ name: "none.pdf", files: [file], options: {}, record: null }], { read: async () => ({ result: (await inspectNotice({ name: "none.pdf", bytes: null })).result, renderings: [null] }), close: () => undefined });
    const desk = new Desk({ ...review, shelf });
    const { revision } = await review.store.load();
    const { id } = (await shelf.notice(0))!.result.notice;
    expect(await desk.correct({ n: 0, revision, id, field: "title", shown: null, value: "通知", ...signed })).toEqual({ kind: "locked", message: "这份文件没有打开，没有能认可、更正的。" });
  });

  test("a broken file of corrections: read-only, with line and reason, never overwritten", async () => {
    const broken = "- id: a\n  field: due\n  expected: 1\n  value: x\n  reason: r\n  person: p\n  date: nie\n";
    const review = await opened({ overrides: broken });
    expect((await review.store.load()).readOnly).toMatch(/overrides\.yaml:1: date/u);
    const [task] = review.tasks;
    expect(await review.desk.correct({ n: 0, revision: review.revision, id: task!.id, field: "due", shown: task!.due, value: null, ...signed })).toMatchObject({ kind: "locked", message: expect.stringMatching(/overrides\.yaml:1: date: 写法不对$/u) as string });
    expect(text(review, "overrides")).toBe(broken);
  });

  test.skipIf(process.getuid?.() === 0)("a folder that takes nothing: read-only", async () => {
    const review = await opened();
    chmodSync(review.folder, 0o500);
    expect((await review.store.load()).readOnly).not.toBeNull();
  });

  test("a folder that is not there: read-only, with its name", async () => {
    const review = await opened();
    const nowhere = `${review.folder}/none`;
    const store = openStore({ overrides: `${nowhere}/overrides.yaml`, gold: `${nowhere}/gold.csv`, reviews: `${nowhere}/reviews.ndjson` });
    const { readOnly, revision } = await store.load();
    expect(readOnly).toContain(nowhere);
    expect(await store.save(revision, { overrides: "[]" })).toBeNull();
  });

  test("a source that has changed since: corrections are refused until it is read again", async () => {
    const review = await opened();
    writeFileSync(`${review.folder}/wanzheng-66.html`, "anders");
    const [task] = review.tasks;
    expect(await review.desk.correct({ n: 0, revision: review.revision, id: task!.id, field: "due", shown: task!.due, value: null, ...signed })).toEqual({ kind: "locked", message: "changed" });
  });

  test("a stale correction is shown with what was expected and what is found", async () => {
    const [task] = (await opened()).tasks;
    const review = await opened({ overrides: `- { id: ${task!.id}, field: due, expected: 2019-01-01, value: 2020-11-30, reason: r, person: p, date: 2026-11-01 }\n` });
    const state = stateOf(review.notice.result, await review.store.load(), "zh");
    expect(state.corrected.stale).toMatchObject([{ found: "2020-12-31" }]);
    expect(state.counts.open).toBeGreaterThan(0);
  });

  test("what rests says of which task it is, which words it would add, and of a task that is dropped no value", async () => {
    const { tasks: [task, other], notice: { result: { notice: { id } } } } = await opened();
    const row = (part: string): string => `- { ${part}, reason: 电话, person: 李四, date: 2026-10-01 }\n`;
    const review = await opened({ overrides: row(`id: ${task!.id}, field: due, expected: 2019-01-01, value: 2020-11-30`) + row(`op: drop, id: ${other!.id}, expected: 别的话`) + row(`op: add, id: ${id}, after: null, words: 没有印的话, fields: { text: 没有印的话 }`) });
    const html = new Drawing("zh").findings(stateOf(review.notice.result, await review.store.load(), "zh"));
    const told = [...html.matchAll(/<span class="about">([^<]*)<\/span><span class="said">([^<]*)</gu)].slice(0, 3).map(([, about, said]) => `${about ?? ""}｜${said ?? ""}`);
    expect(told).toEqual([
      "第1项 完成时限｜更正没有用上：程序读出的已不是当时的值：当时 2019-01-01 · 现在 2020-12-31 · 已更正 2020-11-30 · 电话 · 李四 2026-10-01",
      expect.stringMatching(/^第2项 删去｜.*当时 别的话 · 现在 各级行政机关[^·]* · 电话 · 李四/u) as string,
      "增加｜更正用不上：来源里没有这些字 · “没有印的话” · 电话 · 李四 2026-10-01",
    ]);
  });

  test("a correction of a task that is not there is shown, and can be withdrawn", async () => {
    const { id } = (await opened()).notice.result.notice;
    const review = await opened({ overrides: `- { id: ${id}/none, field: due, expected: 2019-01-01, value: 2020-11-30, reason: r, person: p, date: 2026-11-01 }\n` });
    const state = stateOf(review.notice.result, await review.store.load(), "zh");
    expect(state.corrected.stale).toMatchObject([{ override: { id: `${id}/none` }, found: null }]);
    expect((await review.desk.withdraw({ n: 0, revision: review.revision, id: `${id}/none`, field: "due", words: null })).kind).toBe("written");
  });
});
