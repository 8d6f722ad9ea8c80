/** Running numbers beyond three digits. */
import { expect, test } from "vitest";
import { parseNotice } from "../../../src/index.ts";

const rows = (numbers: readonly string[]): string => numbers.map((number, i) => `<tr><td>${number}</td><td>编制第${i + 1}号清单</td><td>市财政局</td><td>5月底前</td></tr>`).join("");
const pageOf = (numbers: readonly string[]): string => `<meta charset="utf-8"><h1>关于印发2021年重点工作任务分工的通知</h1><table><tr><th>序号</th><th>工作任务</th><th>牵头单位</th><th>完成时限</th></tr>${rows(numbers)}</table>`;
const numbersOf = async (numbers: readonly string[]): Promise<(string | null)[]> =>
  (await parseNotice({ name: "a.html", bytes: new TextEncoder().encode(pageOf(numbers)) })).tasks.map(({ number, label }) => number ?? `label ${label ?? ""}`);

test.each([
  ["from the hundreds on", ["998", "999", "1000", "1001"]],
  ["all beyond a thousand", ["1047", "1048", "1049"]],
  ["of five digits", ["9999", "10000", "10001"]],
])("%s are numbers", async (_, numbers) => {
  expect(await numbersOf(numbers)).toEqual(numbers);
});

test("of several levels stay whole", async () => {
  expect(await numbersOf(["1-1", "1-2", "2.1.3"])).toEqual(["1-1", "1-2", "2.1.3"]);
});
