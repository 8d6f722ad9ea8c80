import { describe, expect, test } from "vitest";
import type { ParseResult, Task } from "../../src/model/notice.ts";
import { corpusFiles, filesOf, corpusFolders, repository } from "./corpora.ts";
import { readGold, type Gold } from "./gold.ts";
import { judge } from "./judge.ts";
import { tally, type Score } from "./judgement.ts";
import { perfectDeadline, perfectResult, perfectTask, unit } from "./perfect.ts";

const notices = new Map(corpusFiles().map((file) => [`${file.corpus}/${file.notice}`, file]));

function scores(gold: Gold, result: ParseResult, id = "any"): Map<string, Score> {
  return tally(judge(gold, result, id));
}

function fieldsBelowOne(gold: Gold, result: ParseResult, id = "any"): string[] {
  return [...scores(gold, result, id).values()].filter(({ value }) => value < 1).map(({ field }) => field);
}

describe("the perfect answer", () => {
  test.each([...notices])("scores 1 everywhere: %s", (_, { gold, notice }) => {
    const result = perfectResult(gold, notice);
    const wrong = judge(gold, result, notice).filter(({ right }) => !right);
    expect(wrong).toEqual([]);
  });

  test("is compared in every field that the seeds speak of", () => {
    const fields = filesOf(corpusFolders("")[0] ?? repository).flatMap(({ gold, notice }) => [...scores(gold, perfectResult(gold, notice), notice).keys()]);
    for (const field of ["records", "text", "path", "number", "label", "kind", "group", "weight", "columns", "cellDeadlines", "textDeadlines"]) {
      expect(fields).toContain(field);
    }
    for (const field of ["anchors", "due", "units", "subjectUnits", "clause", "openEnded", "byDuty", "unitLists", "notice.period", "status"]) {
      expect(fields).toContain(field);
    }
  });
});

const goldTask = {
  group: "task",
  number: "1",
  label: null,
  path: ["一、重点工作", "（一）公开"],
  heading: "公开权责清单。",
  text: "对照法律法规规章，全面梳理本机关依法行使的行政权力，更新完善权责清单，于7月底前公开。",
  weight: 5,
  columns: { 重点内容: "公开透明" },
  units: { text: "省司法厅牵头，省政府各部门等配合", lead: ["省司法厅"], support: ["省政府各部门"], responsible: [], openEnded: true, byDuty: false },
  deadlines: [
    { text: "年底前", kind: "by", start: null, end: "2020-12-31", where: "cell" },
    { text: "7月底前", kind: "by", start: null, end: "2020-07-31", where: "text" },
    { text: "3个工作日内", kind: "relative", offset: { amount: 3, unit: "business-day", from: "收到留言之日" }, where: "text" },
    { text: "每年1月31日前", kind: "recurring", recurrence: "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31", where: "text" },
    { text: "施行前", kind: "unspecified", where: "text" },
    { text: "近期", kind: "by", end: null, where: "text", optional: true },
  ],
  optionalTimes: ["及时"],
  notDeadlines: [
    { text: "三年行动", why: "name-of-plan" },
    { text: "每年7月底前", why: "shares its words with a deadline" },
  ],
};

const second = { ...goldTask, number: "2", text: "推进“放管服”改革，做好政策解读和舆情回应工作，落实工作责任。", deadlines: [], notDeadlines: [] };
const third = { ...goldTask, number: "3", text: "加强政务新媒体管理，清理僵尸账号，建立健全监测机制。", deadlines: [], part: 2 };

const gold = readGold({
  notice: {
    documentNumber: "皖政办秘〔2020〕66号",
    agencyCode: "皖政办秘",
    year: 2020,
    serial: 66,
    title: "关于印发2020年政务公开重点工作任务分工的通知",
    issuers: ["安徽省人民政府办公厅"],
    addressees: ["各市、县人民政府", "省政府各部门"],
    addresseesAlternative: ["各市、县人民政府，省政府各部门"],
    dateIssued: "2020-06-08",
    datePublished: null,
    draft: false,
    publicityNote: "此件公开发布",
    workYear: 2020,
    enclosure: "任务分工",
    indexNumber: "000014349/2018-00229",
    subjectCategory: "民政\\\\扶贫",
    attachments: [{ label: "附件1", title: "考评对象" }],
    references: ["国办发〔2019〕1号", "国办发〔2019〕2号"],
    referencesAlternative: [["国办发〔2019〕1号"]],
    repeals: ["国办发〔2016〕82号"],
    leadRule: { text: "排在第一位的为牵头部门，下同", kind: "first-is-lead" },
    period: { text: "6月10日至年底", kind: "range", start: "2020-06-10", end: "2020-12-31" },
    notDeadlines: [{ text: "近年来", why: "past" }],
    notUnits: [{ text: "（以下统称“三项制度”）", why: "short name" }, { text: "编制管理等单位参加", why: "mechanism" }],
  },
  tasks: [goldTask, second, third],
  closing: [
    {
      text: "各有关部门制定实施办法，于2018年12月31日前报送国务院办公厅。",
      deadlines: [{ text: "2018年12月31日前", kind: "by", end: "2018-12-31", where: "text" }],
    },
  ],
  unitLists: [{ attachment: "附件1", heading: "一、市直单位(2家)", members: ["市教育局", "市科技局"] }],
  notTasks: [{ text: "一、元旦：放假调休，共3天。", why: "calendar" }],
});

function broken(change: (result: ParseResult, first: Task) => void): ParseResult {
  const result = structuredClone(perfectResult(gold, "any"));
  const [first] = result.tasks;
  if (first === undefined) throw new Error("no task");
  change(result, first);
  return result;
}

test("the made-up notice is answered perfectly by its perfect answer", () => {
  expect(fieldsBelowOne(gold, perfectResult(gold, "any"))).toEqual([]);
});

const losses: readonly (readonly [what: string, change: (result: ParseResult, first: Task) => void, fields: readonly string[]])[] = [
  ["a record left out", ({ tasks }) => tasks.splice(1, 1), ["records", "text", "path", "number", "units"]],
  ["a record made up", ({ tasks }, first) => tasks.push({ ...first, heading: null, text: "这一条是凭空编造出来的内容。", deadlines: [] }), ["records"]],
  ["other words", (_, first) => (first.text += "附加"), ["text"]],
  ["a heading that is not above it", (_, first) => first.path.pop(), ["path"]],
  ["another number", (_, first) => (first.number = "7"), ["number"]],
  ["a label where none is printed", (_, first) => (first.label = "（一）"), ["label"]],
  ["another kind", (_, first) => (first.kind = "safeguard"), ["kind"]],
  ["another part", ({ tasks }) => tasks.forEach((task) => (task.part = 1)), ["part"]],
  ["another weight", (_, first) => (first.weight = 6), ["weight"]],
  ["other words in a column", (_, first) => (first.columns = [{ header: "重点内容", text: "公开" }]), ["columns"]],
  ["a column without its header", (_, first) => (first.columns = [{ header: null, text: "公开透明" }]), ["columns"]],
  ["another day in the cell", (_, first) => set(first.deadlines[0], { due: "2020-12-30" }), ["cellDeadlines", "stated"]],
  ["another kind in the cell", (_, first) => set(first.deadlines[0], { kind: "ongoing", due: null }), ["cellDeadlines"]],
  ["the cell read as text", (_, first) => set(first.deadlines[0], { origin: "text" }), ["cellDeadlines", "stated", "textDeadlines"]],
  ["a deadline too many in the cell", (_, first) => first.deadlines.push(day("5月底前", "2020-05-31", "cell")), ["cellDeadlines", "stated"]],
  ["another day in the text", (_, first) => set(first.deadlines[1], { due: "2020-07-30" }), ["stated", "textDeadlines"]],
  ["a deadline in the text overlooked", (_, first) => first.deadlines.splice(1, 1), ["textDeadlines"]],
  ["a deadline made up in the text", (_, first) => first.deadlines.push(day("5月底前", "2020-05-31", "text")), ["stated", "textDeadlines"]],
  ["working days as calendar days", (_, first) => set(first.deadlines[2], { anchor: null }), ["textDeadlines"]],
  ["another length", (_, first) => set(first.deadlines[2], { duration: "P5D" }), ["textDeadlines"]],
  ["another recurrence", (_, first) => set(first.deadlines[3], { rrule: "FREQ=YEARLY" }), ["textDeadlines"]],
  ["a time without calendar read as a day", (_, first) => set(first.deadlines[4], { kind: "by", due: "2020-01-01" }), ["stated", "textDeadlines"]],
  ["another event to count from", (_, first) => set(first.deadlines[2]?.anchor ?? undefined, { event: "政府会议" }), ["anchors"]],
  ["another sortable date", (_, first) => (first.due = "2020-07-31"), ["due"]],
  ["a name of a plan taken as a deadline", (_, first) => first.deadlines.push(day("三年行动", null, "text")), ["textDeadlines", "notDeadlines"]],
  ["a past time taken in a section", ({ notice }) => notice.sections[0]?.deadlines.push(day("近年来", null, "text")), ["notDeadlines"]],
  ["lead and support exchanged", (_, first) => first.assignment.lead.push(...first.assignment.support.splice(0)), ["units"]],
  ["a unit lost", (_, first) => first.assignment.support.pop(), ["units"]],
  ["a unit made up", (_, first) => first.assignment.responsible.push(unit("省财政厅")), ["units"]],
  ["a unit made up in a further role", (_, first) => first.assignment.others.push({ unit: unit("省财政厅"), role: "指导" }), ["units"]],
  ["等 overlooked", (_, first) => (first.assignment.openEnded = false), ["openEnded"]],
  ["按职责分工 made up", (_, first) => (first.assignment.byDuty = true), ["byDuty"]],
  ["the clause cut short", (_, first) => (first.assignment.text = "省司法厅牵头"), ["clause"]],
  ["a bracket that is no unit", ({ notice }) => takeUnit(notice, "三项制度"), ["notUnits"]],
  ["a mechanism read as a clause", ({ notice }) => takeUnit(notice, "省司法厅", "编制管理等单位参加"), ["notUnits"]],
  ["a calendar entry read as a task", ({ tasks }, first) => tasks.push({ ...first, text: "元旦：放假调休，共3天。", deadlines: [], heading: null }), ["records", "notTasks"]],
  ["another document number", ({ notice }) => (notice.documentNumber = null), ["notice.documentNumber", "notice.agencyCode", "notice.year", "notice.serial"]],
  ["another title", ({ notice }) => (notice.title = "通知"), ["notice.title"]],
  ["no issuer", ({ notice }) => (notice.issuers = []), ["notice.issuers"]],
  ["addressees out of order", ({ notice }) => notice.addressees.reverse(), ["notice.addressees"]],
  ["no date of issue", ({ notice }) => (notice.dateIssued = null), ["notice.dateIssued"]],
  ["a date of publication made up", ({ notice }) => (notice.datePublished = "2020-01-01"), ["notice.datePublished"]],
  ["called a draft", ({ notice }) => (notice.draft = true), ["notice.draft"]],
  ["no word on disclosure", ({ notice }) => (notice.disclosure = null), ["notice.disclosure"]],
  ["another work year", ({ notice }) => (notice.workYear = { year: 2019, basis: "text" }), ["notice.workYear"]],
  ["no enclosure", ({ notice }) => (notice.enclosure = null), ["notice.enclosure"]],
  ["another index number", ({ notice }) => (notice.indexNumber = "1"), ["notice.indexNumber"]],
  ["no subject", ({ notice }) => (notice.subjectCategory = []), ["notice.subjectCategory"]],
  ["an attachment without its title", ({ notice }) => (notice.attachments = [{ label: "附件1", title: "", url: null }]), ["notice.attachments"]],
  ["a rule overlooked", ({ notice }) => (notice.rules = []), ["notice.leadRule"]],
  ["another period", ({ notice }) => (notice.period = null), ["notice.period"]],
  ["a repeal read as a citation", ({ notice }) => notice.references.forEach((one) => (one.relation = "cites")), ["references", "repeals"]],
  ["references out of order", ({ notice }) => notice.references.splice(0, 2, ...notice.references.slice(0, 2).reverse()), ["references"]],
  ["a member of a list lost", ({ notice }) => notice.unitLists[0]?.units.pop(), ["unitLists"]],
  ["a list of units made up", ({ notice }) => notice.unitLists.push({ title: "成员单位", text: "市水务局", units: [unit("市水务局")] }), ["unitLists"]],
  ["a list with another title", ({ notice }) => set(notice.unitLists[0], { title: "成员" }), ["notice.unitListTitle"]],
  ["the deadline of a closing order overlooked", ({ notice }) => (notice.sections = []), ["sectionDeadlines"]],
  ["a readable notice called empty", (result) => (result.status = "empty"), ["status"]],
];

function set<T extends object>(target: T | undefined, values: Partial<T>): void {
  if (target === undefined) throw new Error("nothing to change");
  Object.assign(target, values);
}

function day(text: string, due: string | null, origin: "cell" | "text") {
  return { ...perfectDeadline({ text, kind: "by", end: due }), origin };
}

function takeUnit(notice: ParseResult["notice"], name: string, clause: string | null = null): void {
  const [closing] = notice.sections;
  const [assignment] = gold.tasks.map((task) => ({ ...perfectTask(task, 0).assignment, text: clause, lead: [unit(name)], support: [] }));
  set(closing, { assignment: assignment ?? null });
}

describe("a broken answer loses the right field and no other", () => {
  test.each(losses)("%s", (_, change, fields) => {
    expect(fieldsBelowOne(gold, broken(change)).sort()).toEqual([...fields].sort());
  });
});

const permitted: readonly (readonly [what: string, change: (result: ParseResult, first: Task) => void])[] = [
  ["white space, width and quotation marks", ({ tasks }) => set(tasks[1], { text: "推进放管服改革,做好政策解读\n和舆情回应工作，落实 工作责任。" })],
  ["the heading at the head of the text", (_, first) => set(first, { text: (first.heading ?? "") + first.text, heading: null })],
  ["the own heading last in the path", (_, first) => first.path.push(first.heading ?? "")],
  ["an optional time found otherwise", (_, first) => set(first.deadlines[5], { due: "2020-09-09" })],
  ["an optional time overlooked", (_, first) => first.deadlines.splice(5, 1)],
  ["a time without calendar overlooked", (_, first) => first.deadlines.splice(4, 1)],
  ["a time without calendar unrecognized", (_, first) => set(first.deadlines[4], { kind: "unrecognized" })],
  ["及时 read as ongoing", (_, first) => first.deadlines.push({ ...day("及时", null, "text"), kind: "ongoing" })],
  ["the period of the action given to the task", (_, first) => first.deadlines.push({ ...perfectDeadline({ text: "6月10日至年底", kind: "range", start: "2020-06-10", end: "2020-12-31" }), origin: "notice" })],
  ["a first due date of a recurring deadline", (_, first) => set(first.deadlines[3], { due: "2021-01-31" })],
  ["a closing order as a further task", ({ notice, tasks }, first) => {
    const deadlines = notice.sections[0]?.deadlines ?? [];
    tasks.push({ ...first, heading: null, text: notice.sections[0]?.text ?? "", deadlines });
    notice.sections = [];
  }],
  ["other addressees that gold accepts", ({ notice }) => (notice.addressees = ["各市、县人民政府，省政府各部门"])],
  ["other references that gold accepts", ({ notice }) => notice.references.splice(1, 1)],
  ["a cited title without a number", ({ notice }) => notice.references.push({ documentNumber: null, title: "纲要", relation: "cites", text: "《纲要》", verb: null, basis: "named", place: [] })],
  ["disclosure in its brackets", ({ notice }) => (notice.disclosure = "（此件公开发布）")],
];

describe("records that gold calls optional, and optional times of sections", () => {
  const requirement = { text: "各单位总结撰写年度报告，于1月31日前发布。", optional: true, deadlines: [{ text: "1月31日前", kind: "by", end: "2021-01-31" }] };
  const closing = [{ text: "力争用五年时间", deadlines: [{ text: "五年时间", kind: "relative", optional: true }] }];
  const lenient = readGold({ notice: {}, tasks: [second, { ...requirement, group: "requirement" }], closing });
  const whole = perfectResult(lenient, "any");

  test("may be left out when a section has their deadlines", () => {
    const inSection = { ...whole, tasks: whole.tasks.slice(0, 1) };
    inSection.notice = { ...whole.notice, sections: [{ kind: "requirements", path: [], text: "", assignment: null, deadlines: whole.tasks[1]?.deadlines ?? [], place: [] }] };
    expect(fieldsBelowOne(lenient, inSection)).toEqual([]);
  });

  test("still owe their deadlines", () => {
    expect(fieldsBelowOne(lenient, { ...whole, tasks: whole.tasks.slice(0, 1) })).toEqual(["sectionDeadlines"]);
  });
});

test("one file of a notice may have other values", () => {
  const json = { notice: { datePublished: "2020-10-10" }, tasks: [] };
  expect(readGold(json, { "notice.datePublished": null }).notice.datePublished).toBeNull();
  expect(json.notice.datePublished).toBe("2020-10-10");
});

test.each(permitted)("%s is as good", (_, change) => {
  expect(fieldsBelowOne(gold, broken(change))).toEqual([]);
});

describe("numbered paragraphs that one allocation holds for", () => {
  const part = (number: string, text: string) => ({ number, text, heading: null });
  const parts = [part("1", "加强平台建设管理。"), part("2", "推进政策解读回应。")];
  const group = { label: "（一）", heading: "政务公开", path: [], text: "加强平台建设管理。\n推进政策解读回应。", parts, units: { text: "甲局", lead: ["甲局"] } };
  const grouped = readGold({ notice: {}, tasks: [group] });
  const split = readGold({ notice: {}, tasks: parts.map((one) => ({ ...group, ...one, label: undefined, path: ["（一）政务公开"], parts: undefined })) });

  test("may be one record or one each", () => {
    expect(fieldsBelowOne(grouped, perfectResult(grouped, "any"))).toEqual([]);
    expect(fieldsBelowOne(grouped, perfectResult(split, "any"))).toEqual([]);
  });

  test("may not be one record of the first alone", () => {
    const [first] = perfectResult(split, "any").tasks;
    expect(fieldsBelowOne(grouped, { ...perfectResult(split, "any"), tasks: first === undefined ? [] : [first] })).toContain("text");
  });
});

test("records behind the last one of partial gold are not judged, those before it are", () => {
  const texts = ["全面梳理行政权力", "推进政策解读回应"];
  const partial = readGold({ partial: true, notice: {}, tasks: texts.map((text, i) => ({ number: String(i + 1), text })) });
  const { tasks, ...rest } = perfectResult(partial, "any");
  const with3 = (at: number) => {
    const made = tasks.map((task) => ({ ...task }));
    made.splice(at, 0, ...tasks.slice(0, 1).map((task) => ({ ...task, text: "凭空编造出来的一条内容", deadlines: [] })));
    return { ...rest, tasks: made.map((task, i) => ({ ...task, ordinal: i + 1 })) };
  };
  expect(fieldsBelowOne(partial, with3(2))).toEqual([]);
  expect(fieldsBelowOne(partial, with3(1))).toEqual(["records"]);
});
