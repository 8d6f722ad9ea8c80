/** Services share their thread with a reading, and can end it. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseMany, parseNotice, readDocument } from "../src/index.ts";

const bytes = readFileSync(new URL("../corpus/seeds/files/wanzheng-66.pdf", import.meta.url));
const file = { name: "66.pdf", bytes };
const enough = new Error("enough");

test("others have the thread between pages, and the answer is the same", async () => {
  let turns = 0;
  let going = true;
  const turn = (): void => {
    turns++;
    if (going) setImmediate(turn);
  };
  setImmediate(turn);
  const result = await parseNotice(file, { signal: new AbortController().signal });
  going = false;
  expect(turns).toBeGreaterThan(result.sources[0]?.pages ?? Infinity);
  expect(result).toEqual(await parseNotice(file));
});

test.each([
  ["parseNotice", (signal: AbortSignal) => parseNotice(file, { signal })],
  ["readDocument", (signal: AbortSignal) => readDocument(file, { signal })],
  ["parseMany", (signal: AbortSignal) => parseMany([file], { signal }).next()],
])("%s ends with the reason of its signal, before it begins and on the way", async (_, read) => {
  await expect(read(AbortSignal.abort(enough))).rejects.toBe(enough);
  const controller = new AbortController();
  const reading = read(controller.signal);
  setImmediate(() => setImmediate(() => controller.abort(enough)));
  await expect(reading).rejects.toBe(enough);
});
