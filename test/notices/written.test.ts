import { expect, test } from "vitest";
import { isRight, missesOf, read, writers } from "./measure.ts";
import { writtenNames, writtenNotice } from "./written.ts";

/** Written notices that some format reads wrong, with the reason. */
const known: Readonly<Record<string, string>> = {
  "progress-report": "what was done last year is told as it is told what is to be done",
  "split-columns-time": "the table is refused, and said to be",
  "plain-questions": "a paper of another genre, and its table is said",
  "school-weeks": "a paper of another genre, and its table is said",
};

test.each(writtenNames.filter((name) => known[name] === undefined))("%s is read as a careful reader reads it, in all formats", async (name) => {
  for (const format of Object.keys(writers)) {
    const reading = await read(writtenNotice(name), format);
    expect(isRight(reading), missesOf(reading)).toBe(true);
  }
});

test.each([["indicators-of-an-area", "indicator"], ["points-of-townships", "assessment"], ["shared-rows", "task"]])("the rows of %s are of kind %s", async (name, kind) => {
  const { result } = await read(writtenNotice(name), "html");
  expect(new Set(result.tasks.map((task) => task.kind))).toEqual(new Set([kind]));
});
