import { expect, test } from "vitest";
import { parseNotice } from "../../../src/index.ts";
import { makeNotice } from "../../notices/notice.ts";
import { choiceNames, plainest, settle, type Choices } from "../../notices/choices.ts";
import { pdfFileOf } from "../../notices/pdf.ts";

const plain = Object.fromEntries(choiceNames.map((name) => [name, plainest(name)])) as Choices;

test.each(["5", "6", "8"])("running numbers of %s rows at the edge of a page are no code that runs along it", async (count) => {
  const notice = makeNotice("notice-101-280", settle({ ...plain, count, time: "quarters" }));
  const { tasks } = await parseNotice({ name: "a.pdf", bytes: pdfFileOf(notice) });
  expect(tasks.map(({ number }) => number)).toEqual(notice.gold.tasks.map(({ number }) => number));
});
