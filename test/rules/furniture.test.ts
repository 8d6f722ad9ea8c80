import { describe, expect, test } from "vitest";
import { openContext } from "../../src/model/context.ts";
import { contentWords, furnitureElements, furnitureTexts, infoLabel, linkList, noticeWords, titleEnd } from "../../src/rules/furniture.ts";
import { textRule } from "../../src/read/html/furnish.ts";
import { read } from "../../src/read/read.ts";
import { cpuTime } from "../cpu-time.ts";

const body = `<div class="con"><h1>某市人民政府办公室关于印发重点工作任务分工的通知</h1>${"<p>各责任单位要细化措施，明确专人，每季度末向市政府办公室报送进展情况；年底前全面完成各项任务并总结上报。</p>".repeat(4)}</div>`;

/** The furniture rules met in a page that holds the markup beside a notice, with the text they explain. */
async function rulesIn(markup: string): Promise<Map<string, string>> {
  const bytes = new TextEncoder().encode(`<!DOCTYPE html><html><body>${markup}${body}</body></html>`);
  const { document } = await read({ name: "page.html", bytes, uri: null, role: "notice", label: null }, 0, openContext());
  const found = new Map<string, string>();
  for (const block of document?.blocks ?? []) {
    if (block.kind === "furniture") found.set(block.rule, document?.text.slice(block.span.start, block.span.end) ?? "");
  }
  return found;
}

const visible = (markup: string): string => markup.replace(/<[^>]*>/gu, "").replaceAll("&gt;", ">").replace(/\s/gu, "");

describe.each(furnitureElements)("element row $id", (row) => {
  test.each(row.examples)("explains %s", async (markup) => {
    const found = await rulesIn(markup);
    expect([...found.keys()]).toEqual([row.id]);
    expect(found.get(row.id)?.replace(/\s/gu, "")).toBe(visible(markup));
  });

  test("has an example", () => {
    expect(row.examples).not.toHaveLength(0);
  });

  for (const markup of row.not) {
    test(`keeps ${markup}`, async () => {
      expect((await rulesIn(markup)).size).toBe(0);
    });
  }
});

describe.each(furnitureTexts)("text row $id", (row) => {
  test.each(row.examples)("explains “%s”", (words) => {
    expect(textRule(words, false)).toBe(row.id);
    expect(textRule(words, true) === row.id).toBe(!row.outside);
  });

  test.each(row.not)("keeps “%s”", (words) => {
    expect(textRule(words, false)).toBeNull();
  });

  test("a long run of its words takes no time", () => {
    const longest = (row.examples[0] ?? "").repeat(400).slice(0, row.longest);
    const start = cpuTime();
    for (let i = 0; i < 20; i++) row.pattern.test(`${longest}责`);
    expect(cpuTime() - start).toBeLessThan(100);
  });
});

describe("lists of links", () => {
  test.each(linkList.examples)("explains %s", async (markup) => {
    expect([...(await rulesIn(markup)).keys()]).toEqual([linkList.id]);
  });

  test.each(linkList.not)("keeps %s", async (markup) => {
    expect((await rulesIn(markup)).size).toBe(0);
  });
});

test("ids are unique", () => {
  const ids = [...furnitureElements, ...furnitureTexts].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(["zoom", "TRS_Editor", "UCAP-CONTENT", "newscontnet", "j-fontContent", "vsb_content"])("%s names the body of an article", (word) => {
  expect(contentWords.test(word)).toBe(true);
});

test.each(["发布时间：2020-10-10", "索 引 号：000", "文　号：无", "阅读次数:"])("“%s” is page information", (words) => {
  expect(words.search(new RegExp(infoLabel.source, "u"))).toBe(0);
});

test.each(["某政办〔2020〕8号", "关于印发工作要点的通知", "重点任务分解", "附件1：责任表"])("“%s” is notice text", (words) => {
  expect(noticeWords.test(words)).toBe(true);
});

test.each(["某区2021年政务公开工作要点（征求意见稿）", "重点任务责任清单"])("“%s” ends as titles do", (words) => {
  expect(titleEnd.test(words)).toBe(true);
});
