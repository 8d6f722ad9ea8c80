/** What a site prints below an article is furniture in every format; who keeps the work together is no part of the last item. */
import { describe, expect, test } from "vitest";
import { parseNotice, type ParseResult } from "../../src/index.ts";
import { docx, p } from "../read/docx/build.ts";
import { makePdf, words } from "../read/pdf/make.ts";
import { readPlan, tellTasks } from "../read-plan.ts";
import { cut } from "./brief.ts";

const frame = ["关于印发乡村阅览室建设工作措施的通知", "清政办〔2031〕7号", "各县（区）人民政府，市直各有关单位：", "《乡村阅览室建设工作措施》已经市政府同意，现印发给你们。", "乡村阅览室建设工作措施", "一、重点任务"];
const items = ["1.培育阅读品牌。支持举办读书节，形成一县一品。", "2.提升管理水平。推动阅览室与图书馆通借通还。", "3.丰富活动内容。组织志愿者每周开展一次领读。"];
const signed = ["清江市人民政府办公室", "2031年3月5日"];

/** Files of one text. */
const formats: Readonly<Record<string, (lines: readonly string[]) => Uint8Array>> = {
  html: (lines) => new TextEncoder().encode(`<html><body><div>${lines.map((line) => `<p>${line}</p>`).join("\n")}</div></body></html>`),
  docx: (lines) => docx({ body: lines.map((line) => p(line)).join("") }),
  pdf: (lines) => makePdf([lines.map((line, i) => words(line, 60, 800 - 24 * i)).join("")]),
};

const read = (format: string, lines: readonly string[]): Promise<ParseResult> => parseNotice({ name: `n.${format}`, bytes: formats[format]?.(lines) ?? new Uint8Array() });

const labels = ["【相关附件】", "- 阅览室布局图.pdf", "【原文下载】", "- 关于印发工作措施的通知.pdf"];

describe.each(Object.keys(formats))("%s", (format) => {
  test("labels of downloads and the files below them are furniture, never units", async () => {
    const plain = await read(format, [...frame, ...items, ...signed]);
    const { tasks, notice, coverage } = await read(format, [...frame, ...items, ...signed, ...labels]);
    expect(tasks.map(({ text }) => text)).toEqual(plain.tasks.map(({ text }) => text));
    expect(tasks.map(({ assignment }) => assignment.basis)).toEqual(["none", "none", "none"]);
    expect(notice.sections.map(({ text }) => text).join("\n")).not.toMatch(/附件|下载|pdf/u);
    expect(coverage.furniture - plain.coverage.furniture).toBe(labels.join("").replace(/\s/gu, "").length);
    expect(coverage.unclaimed).toEqual([]);
  });

  test("a sentence on the whole behind the last item closes the plan", async () => {
    const sentence = "市文化局牵头建立协调机制，细化年度任务，定期汇总进展。";
    const { tasks, notice } = await read(format, [...frame, ...items, sentence, ...signed]);
    expect(tasks.at(-1)?.text).toBe("组织志愿者每周开展一次领读。");
    expect(notice.sections.find(({ kind }) => kind === "closing")?.text).toBe(sentence);
  });

  test("the makers of a site at the end are no doers of the last item", async () => {
    const makers = ["主办单位：清江市人民政府办公室", "网站标识码：0000000000 示ICP备00000000号"];
    const { tasks, coverage } = await read(format, [...frame, ...items, ...makers]);
    expect(tasks.map(({ assignment }) => assignment.basis)).toEqual(["none", "none", "none"]);
    expect(coverage.furniture).toBeGreaterThanOrEqual(makers.join("").replace(/\s/gu, "").length);
  });
});

const claimsOf = (lines: readonly string[]): string[] => cut([{ text: "清江市阅览室建设行动计划", align: "center", bold: true }, ...items, ...lines]).draft.claims.filter(({ owner }) => owner.startsWith("furniture:")).map(({ owner }) => owner);

test.each([
  ["附件下载：", "任务分解表.docx"],
  ["【相关附件】", "1.任务分解表.docx", "2.联系表.xls"],
  ["[下载附件]"],
  ["全文下载：", "- 工作措施.ofd（28KB）"],
  ["附件下载：任务分解表.docx"],
  ["主办单位：清江市人民政府办公室", "版权所有：清江市人民政府"],
  ["主办：清江市人民政府 承办：清江市数据局", "打印本页 关闭窗口"],
])("all of it is furniture: %s %s", (...lines) => {
  expect(claimsOf(lines)).toHaveLength(lines.length);
});

test.each([
  ["附件：1.任务分解表.docx"],
  ["主办单位：市文化局"],
  ["市文化局负责相关附件的下载。"],
  ["相关文件"],
  ["工作措施.pdf"],
])("none of it is: %s", (...lines) => {
  expect(claimsOf(lines)).toEqual([]);
});

test("a paragraph of the last item stays where the other items have such paragraphs, too", () => {
  const long = ["1.培育阅读品牌", "县文化局牵头建立工作机制，定期调度。", "2.提升管理水平", "县图书馆牵头建立工作机制，定期调度。"];
  const { tasks } = cut([{ text: "清江县阅览室建设行动计划", align: "center", bold: true }, ...long]);
  expect(tasks).toHaveLength(2);
  expect(tasks[1]).toContain("县图书馆牵头建立工作机制，定期调度。");
});

describe("who runs a site, below an item that has its units", () => {
  const above = ["一、重点任务", "1.举办节水宣传周。（市水利局）"];
  const wanted = "1 举办节水宣传周。 | responsible 市水利局 |";
  test.each([
    ["labels of downloads", ["【相关附件】", "任务表.docx", "主办单位：青禾市人民政府办公室　承办单位：市数据局"]],
    ["one line", ["主办单位：青禾市人民政府办公室　承办单位：市数据局"]],
    ["two lines", ["主办：青禾市人民政府办公室", "承办：青禾市政务信息中心"]],
    ["a telephone", ["主办单位：青禾市人民政府", "联系电话：0000-1234567"]],
    ["an address", ["网站主办：青禾市人民政府办公室", "地址：青禾市湖滨路1号", "邮编：000000"]],
    ["who keeps it", ["主办：青禾市人民政府 承办：市政府办公室", "维护单位：市融媒体中心"]],
    ["who is above it", ["主管单位：青禾市人民政府 主办单位：市政务服务局 运维单位：市大数据中心"]],
    ["where it was printed", ["原文地址：http://www.example.gov.cn/1.html"]],
    ["whose words they are", ["版权声明：本网站内容归青禾市人民政府所有"]],
    ["downloads alone", ["附件下载：", "1.任务表.xlsx", "承办单位：市数据局"]],
  ])("%s", async (_, below) => {
    const result = await readPlan(...above, ...below);
    expect([tellTasks(result), result.coverage.unclaimed]).toEqual([[wanted], []]);
  });

  test("below a label of units", async () => {
    expect(tellTasks(await readPlan("一、重点任务", "1.举办节水宣传周。", "责任单位：市水利局", "主办单位：青禾市人民政府办公室　承办单位：市数据局"))).toEqual([wanted]);
  });

  test("each item with an organiser keeps its own", async () => {
    const plan = await readPlan("一、重点任务", "1.举办节水宣传周。", "主办单位：市水利局", "2.举办读书节。（市教育局）", "主办单位：市文旅局");
    expect(tellTasks(plan)[1]).toContain("市文旅局");
  });
});

test("who runs a site is no unit of the last item, who organises an event is", async () => {
  const browsers = "为确保最佳浏览效果，建议您使用以下浏览器版本：IE浏览器9.0版本及以上；谷歌浏览器63版本及以上。";
  const item = "1.举办节水宣传周。（责任单位：市水利局）";
  const site = await readPlan("一、重点任务", item, "主办单位：青禾市人民政府办公室", browsers);
  expect(tellTasks(site)).toEqual(["1 举办节水宣传周。 | responsible 市水利局 |"]);
  const event = await readPlan("一、重点任务", "1.举办节水宣传周。", "主办单位：市水利局", "承办单位：市教育局");
  expect(tellTasks(event)[0]).toMatch(/lead 市水利局; support 市教育局|lead 市水利局; responsible 市教育局/u);
});
