/** Lines outside tables. */
import { describe, expect, test } from "vitest";
import { proseOf, reading } from "./reading.ts";

const wrapped = ["　　为贯彻落实国务院关于政务公开工作的决策部署，进一步提升", "政务公开工作质量，现将重点工作任务分工印发给你们，请结合实", "际认真贯彻落实。", "　　一、各部门要按照分工抓紧制定实施方案，明确时间表和路线图，", "并于每季度末向市政府办公室报送进展情况，由市政府办公室汇总后", "统一通报。"];

interface Case {
  readonly name: string;
  readonly text: readonly string[];
  readonly gives: readonly string[];
}

const cases: readonly Case[] = [
  { name: "each line a paragraph", text: ["一、总体要求", "各部门要落实。", "", "二、任务"], gives: ["一、总体要求", "各部门要落实。", "二、任务"] },
  { name: "lines broken at one width are closed", text: wrapped, gives: [wrapped.slice(0, 3).join("").trim(), wrapped.slice(3).join("").trim()] },
  { name: "page numbers", text: ["各部门要落实。", "- 3 -", "第 4 页", "3"], gives: ["各部门要落实。", "{page:dashes} - 3 -", "{page:words} 第 4 页", "3"] },
  { name: "signature and date far to the right", text: ["各部门要落实。", "                    某市人民政府办公室", "                      2020年6月8日", "          工作方案"], gives: ["各部门要落实。", "<right> 某市人民政府办公室", "<right> 2020年6月8日", "<center> 工作方案"] },
  {
    name: "a heading printed again on the next page",
    text: ["一、公开(10%", "", "一、公开(10%", "（一）编制目录。", "一、公开(10%", "（二）开展评选。", "二、解读", "（一）编制目录。"],
    gives: ["一、公开(10%", "{repeated-heading} 一、公开(10%", "（一）编制目录。", "{repeated-heading} 一、公开(10%", "（二）开展评选。", "二、解读", "（一）编制目录。"],
  },
  { name: "a weight on the line below its heading", text: ["八、保障措施", "", "12%", "12%", "各部门完成率不低于", "10%"], gives: ["八、保障措施⏎12%", "12%", "各部门完成率不低于", "10%"] },
  { name: "stray tags part paragraphs, inline ones vanish", text: ["<p>甲<b>乙</b>丙</p><p>丁</p>", "a<b，x < p>y"], gives: ["甲乙丙", "丁", "a<b，x < p>y"] },
  { name: "spaces at line ends of running text are closed, others kept", text: ["要严格落实个人信息保护有关规定，采取有效措施保管并妥善 处理，更好满足人民群众知情权，维护政府公信力。", "张三 李四"], gives: ["要严格落实个人信息保护有关规定，采取有效措施保管并妥善处理，更好满足人民群众知情权，维护政府公信力。", "张三 李四"] },
];

describe("prose in plain text", () => {
  test.each(cases.map((one) => [one.name, one] as const))("%s", async (_, { text, gives }) => {
    expect(proseOf(await reading(text.join("\n")))).toEqual(gives);
  });

  test.each(["\r\n", "\r", "\u2028"])("line end %j", async (end) => {
    expect(proseOf(await reading(["甲", "乙", "", "丙"].join(end)))).toEqual(["甲", "乙", "丙"]);
  });

  test("form feeds count pages", async () => {
    const { document } = await reading("甲\f乙\f丙");
    expect(document.pages).toBe(3);
  });
});
