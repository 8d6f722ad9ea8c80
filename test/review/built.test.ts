/** What the page writes is what a dataset is built with, and all its tables say the same. */
import { mkdirSync, readdirSync, readFileSync, copyFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, expect, test } from "vitest";
import { Desk } from "../../src/review/desk.ts";
import { build } from "../dataset/command.ts";
import { openReview, removeReviews, seed } from "./open.ts";

afterAll(removeReviews);

test("a corrected deadline is the same in deadlines, tasks and assignments; what was dropped is gone, what was added is there", async () => {
  const review = openReview([seed("wanzheng-66.html")]);
  const desk = new Desk(review);
  const { result } = (await review.shelf.notice(0))!;
  const [first, second, third] = result.tasks;
  const signed = { n: 0, reason: "更正通知", person: "张三" };
  let { revision } = await review.store.load();
  const correct = async (given: object): Promise<void> => {
    const written = await desk.correct({ ...signed, revision, ...given } as Parameters<Desk["correct"]>[0]);
    if (written.kind !== "written") throw new Error(written.kind);
    ({ revision } = written.stored);
  };
  await correct({ id: first!.id, field: "deadlines.0.due", shown: "2020-12-31", value: "2020-11-30" });
  await correct({ op: "drop", id: second!.id });
  await correct({ op: "add", id: result.notice.id, after: first!.id, words: second!.text, fields: { text: second!.text, responsible: "省财政厅", due: "2020-09-30" } });
  await correct({ id: third!.id, field: "due", shown: third!.due, value: "2021-01-31" });

  const sources = join(review.folder, "sources");
  mkdirSync(sources);
  copyFileSync(seed("wanzheng-66.html"), join(sources, "wanzheng-66.html"));
  const out = join(review.folder, "data");
  await build(sources, out, ["--overrides", review.paths.overrides]);
  const folder = join(out, "artifacts", readdirSync(join(out, "artifacts"))[0] ?? "");
  const rows = (table: string): Record<string, string>[] => parse(readFileSync(join(folder, `${table}.csv`), "utf8"), { columns: true, bom: true });
  const days = (table: string, id: string): string[] => [...new Set(rows(table).filter((row) => row["taskId"] === id).map((row) => row["due"] ?? ""))];
  for (const [id, day] of [[first!.id, "2020-11-30"], [third!.id, "2021-01-31"]] as const) expect(["deadlines", "tasks", "assignments"].map((table) => days(table, id))).toEqual([[day], [day], [day]]);
  expect(rows("tasks").some((row) => row["taskId"] === second!.id)).toBe(false);
  const added = rows("tasks")[1];
  expect([added?.["text"], added?.["due"]]).toEqual([second!.text, "2020-09-30"]);
  expect(days("deadlines", added?.["taskId"] ?? "")).toEqual(["2020-09-30"]);
});
