/** A mail without a title names units and times: no task is made of it, and how many sentences do is said. */
import { expect, test } from "vitest";
import { parseNotice } from "../../src/pipeline.ts";

async function findingOf(...lines: readonly string[]): Promise<readonly unknown[]> {
  const { status, diagnostics } = await parseNotice({ name: "mail.txt", bytes: new TextEncoder().encode(`${lines.join("\n")}\n`) });
  const found = diagnostics.find(({ code }) => code === "segment/untold-allocation");
  return [status, found?.params["count"] ?? null, found?.actual ?? null];
}

test.each([
  ["three items", ["各有关单位：", "1.市财政局牵头，4月底前完成预算公开清单编制。", "2.市教育局牵头，市财政局配合，6月底前完成平台建设。", "3.市发改委负责，年底前完成总结。"], ["empty", "3", "市财政局牵头，4月底前完成预算公开清单编制。"]],
  ["one sentence", ["各位：", "市水利局牵头，5月10日前报送水库名单。"], ["empty", "1", "市水利局牵头，5月10日前报送水库名单。"]],
  ["an answer to a citizen", ["王先生：", "回复：您好，河堤加固由县水利局牵头实施，预计2032年10月底前完工。"], ["empty", null, null]],
  ["nothing of the kind", ["各位：", "五一放假四天，请做好值班。"], ["empty", null, null]],
] as const)("%s", async (_, lines, said) => {
  expect(await findingOf(...lines)).toEqual(said);
});
