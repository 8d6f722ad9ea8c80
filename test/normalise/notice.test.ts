import { describe, expect, test } from "vitest";
import { openContext, type ParseOptions } from "../../src/model/context.ts";
import { normaliseFront, type NoticeFront } from "../../src/normalise/notice.ts";
import { frame } from "../../src/segment/front/frame.ts";
import { documentOf, type Sketch } from "../segment/build-document.ts";

function noticeOf(blocks: readonly Sketch[], options: ParseOptions = {}, meta: Readonly<Record<string, string>> = {}): NoticeFront {
  const context = openContext(options);
  const document = documentOf(blocks, meta);
  const notice = normaliseFront(frame(document, context).front, { period: null, held: null, yearLine: null }, document, context);
  expect(context.diagnostics).toEqual([]);
  return notice;
}

const centred = (text: string): Sketch => ({ text, align: "center" });
const right = (text: string): Sketch => ({ text, align: "right" });
const body = "经省政府同意，现将有关事项通知如下。";

test("values and their evidence, place by place", () => {
  const notice = noticeOf([
    centred("皖政办秘〔2020〕66号"),
    centred("安徽省人民政府办公厅关于印发\n2020年任务分工的通知"),
    "各市、县人民政府，省政府各部门：",
    "现将《2020年任务分工》印发给你们。",
    right("安徽省人民政府办公厅"),
    right("二〇二〇年六月八日"),
  ]);
  expect(notice).toMatchObject({
    documentNumber: { text: "皖政办秘〔2020〕66号", agencyCode: "皖政办秘", year: 2020, serial: 66 },
    title: "安徽省人民政府办公厅关于印发2020年任务分工的通知",
    issuers: ["安徽省人民政府办公厅"],
    addressees: ["各市、县人民政府", "省政府各部门"],
    enclosure: "2020年任务分工",
    dateIssued: "2020-06-08",
    datePublished: null,
    draft: false,
    workYear: { year: 2020, basis: "title" },
    jurisdiction: { code: "340000", name: "安徽省", level: "province", basis: "issuers" },
  });
  expect(notice.evidence["dateIssued"]).toEqual({
    text: "二〇二〇年六月八日",
    place: [{ source: 0, kind: "element", path: "p[6]", start: 0, end: 9 }],
    basis: "signature",
  });
  expect(Object.keys(notice.evidence).sort()).toEqual(
    ["addressees", "dateIssued", "documentNumber", "enclosure", "issuers", "jurisdiction", "title", "workYear"].sort(),
  );
});

describe("work year", () => {
  const year = (title: string, options: ParseOptions = {}, ...more: Sketch[]) => noticeOf([centred(title), ...more, body], options).workYear;
  test.each([
    ["关于印发2020年工作要点的通知", { year: 2020, basis: "title" }],
    ["关于印发二〇二一年工作要点的通知", { year: 2021, basis: "title" }],
    ["关于2019年总结和2020年计划的通知", null],
    ["关于三年行动计划（2018—2020年）的通知", null],
    ["关于开展专项行动的通知", null],
  ])("%s", (title, expected) => {
    expect(year(title)).toEqual(expected);
  });

  test("number, then date, then option", () => {
    expect(year("关于开展专项行动的通知", { year: 2019 }, centred("皖政〔2021〕3号"))).toEqual({ year: 2021, basis: "documentNumber" });
    expect(year("关于开展专项行动的通知", { year: 2019 }, centred("（2022年3月1日）"))).toEqual({ year: 2022, basis: "dateIssued" });
    expect(year("关于开展专项行动的通知", { year: 2019 })).toEqual({ year: 2019, basis: "option" });
  });
});

test("a range of years in the title is the period", () => {
  const { period, workYear, evidence } = noticeOf([centred("示例市三年行动计划（2018—2020年）"), centred("（2018年3月1日）"), body]);
  expect(period).toMatchObject({ text: "2018—2020年", kind: "interval", start: "2018-01-01", due: "2020-12-31", edtf: "2018/2020" });
  expect(workYear).toEqual({ year: 2018, basis: "dateIssued" });
  expect(evidence["period"]?.place).toEqual([{ source: 0, kind: "element", path: "p[1]", start: 10, end: 20 }]);
});

test("a draft", () => {
  expect(noticeOf([centred("贵池区2018年任务分工（征求意见稿）"), body])).toMatchObject({ draft: true, documentNumber: null, jurisdiction: { code: "341702", name: "贵池区", level: "county", basis: "title" } });
});

describe("jurisdiction", () => {
  const of = (issuer: string, meta: Readonly<Record<string, string>> = {}, options: ParseOptions = {}) =>
    noticeOf([centred("关于开展行动的通知"), body, right(issuer), right("2020年6月8日")], options, meta).jurisdiction;
  test.each([
    ["安徽省人民政府办公厅", "340000"],
    ["国务院办公厅", "000000"],
    ["中共安徽省委办公厅", "340000"],
    ["上海市人民政府", "310000"],
    ["内蒙古自治区人民政府", "150000"],
    ["芜湖市政务公开办公室", "340200"],
    ["安徽省芜湖市人民政府", "340200"],
    ["上海市黄浦区人民政府", "310101"],
    ["某某市人民政府", undefined],
    ["安徽省市场监督管理局", "340000"],
  ])("%s", (issuer, code) => {
    expect(of(issuer)?.code).toBe(code);
  });

  test("SiteIDCode, then option; zeros say nothing; a city's organ is not its province", () => {
    expect(of("政务公开办公室", { SiteIDCode: "3400000001" })).toMatchObject({ code: "340000", basis: "siteIdCode" });
    expect(of("芜湖市人民政府", { SiteIDCode: "3400000001" })).toMatchObject({ code: "340200", basis: "issuers" });
    expect(of("某某市人民政府", { SiteIDCode: "3400000001" })).toBeNull();
    expect(of("政务公开办公室", { SiteIDCode: "0000000000" }, { region: "340200" })).toEqual({ code: "340200", name: "芜湖市", level: "city", basis: "option" });
  });

  test("by number when no issuer is printed", () => {
    expect(noticeOf([centred("皖政务办〔2020〕4号"), centred("关于开展行动的通知"), body]).jurisdiction).toMatchObject({ code: "340000", basis: "documentNumber" });
  });
});

test("options fill what the file does not say", () => {
  const notice = noticeOf([centred("关于开展行动的通知"), body], { issued: "2020-06-08" });
  expect(notice.dateIssued).toBe("2020-06-08");
  expect(notice.evidence["dateIssued"]).toEqual({ text: "2020-06-08", place: [], basis: "option" });
});

test("a number that lost a bracket is read, and said so", () => {
  const context = openContext();
  const document = documentOf([centred("示政办〔20205号"), centred("关于开展行动的通知"), body]);
  const { documentNumber } = normaliseFront(frame(document, context).front, { period: null, held: null, yearLine: null }, document, context);
  expect(documentNumber).toEqual({ text: "示政办〔20205号", agencyCode: "示政办", year: 2020, serial: 5 });
  expect(context.diagnostics.map(({ code, message }) => [code, message])).toEqual([["notice/number-repaired", "文号“示政办〔20205号”缺一个括号，读作2020年第5号。"]]);
});
