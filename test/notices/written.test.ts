import { expect, test } from "vitest";
import { isRight, missesOf, read, writers } from "./measure.ts";
import { writtenNames, writtenNotice } from "./written.ts";

test.each(writtenNames)("%s is read as a careful reader reads it, in all formats", async (name) => {
  for (const format of Object.keys(writers)) {
    const reading = await read(writtenNotice(name), format);
    expect(isRight(reading), missesOf(reading)).toBe(true);
  }
});

test.each([["indicators-of-an-area", "indicator"], ["points-of-townships", "assessment"], ["shared-rows", "task"]])("the rows of %s are of kind %s", async (name, kind) => {
  const { result } = await read(writtenNotice(name), "html");
  expect(new Set(result.tasks.map((task) => task.kind))).toEqual(new Set([kind]));
});
