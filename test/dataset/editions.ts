/** A small edition made by hand: two notices that use every field, and what happened to them. */
import { diagnose } from "../../src/model/context.ts";
import type { Deadline, ParseResult, Unit } from "../../src/model/notice.ts";
import type { Place } from "../../src/model/position.ts";
import type { Change, Edition, Issue, NoticeRecord, Reading, Rekey, Statement } from "../../src/dataset/edition.ts";
import { failedResult } from "../../src/emit/result.ts";

const onPage: Place = { source: 0, kind: "page", page: 1, bbox: [10, 20.5, 300, 40] };
const inElement: Place = { source: 0, kind: "element", path: "html/body/p[3]", start: 2, end: 9 };
const hash = (digit: string): string => digit.repeat(64);

const deadline: Deadline = {
  text: "2021年6月底前",
  origin: "cell",
  kind: "by",
  start: null,
  due: "2021-06-30",
  precision: "month",
  mod: "END",
  edtf: "2021-06",
  rrule: null,
  duration: null,
  action: "完成清理",
  appliesTo: "各县区",
  bound: "finish",
  anchor: { event: "印发", relation: "after", dayKind: "business", date: "2021-03-15" },
  ongoing: false,
  yearFrom: "text",
  alternatives: [{ due: "2021-06-29", rrule: null, reason: "月底前不含月底" }],
  basis: ["month-end"],
  warnings: ["ambiguous"],
  place: [onPage, inElement],
};

function unit(name: string, kind: Unit["kind"] = "agency"): Unit {
  return { text: name.slice(1), name, kind, function: kind === "agency" ? "finance" : null, division: "340700", members: ["甲", "乙"], basis: ["alias"], place: [onPage] };
}

/** A notice with something in every field. `text` is the work of its first task. */
function full(text: string): ParseResult {
  const base = failedResult({ name: "铜政办/2021-08.html" }, null, []);
  const assignment = {
    text: "牵头单位：市财政局；配合单位：市数据局等",
    lead: [unit("市财政局")],
    support: [unit("市数据局"), unit("各有关单位", "collective")],
    responsible: [unit("市审计局")],
    others: [{ unit: unit("市政府办公室"), role: "督导" }],
    people: [{ name: "张三", role: "组长", unit: "市财政局" }],
    openEnded: true,
    byDuty: true,
    basis: "cell" as const,
    place: [onPage],
  };
  const id = "铜政办-2021-8";
  const task = (ordinal: number, words: string): ParseResult["tasks"][number] => ({
    id: `${id}/${String(ordinal).padStart(16, "0")}`,
    ordinal,
    kind: "task",
    number: `00${ordinal}`,
    label: "（一）",
    group: "附件1",
    part: 1,
    path: ["一、总体要求", "（二）重点"],
    heading: "清理规范",
    text: words,
    columns: [{ header: "工作任务", text: words }],
    weight: 12.5,
    assignment,
    deadlines: [deadline, { ...deadline, kind: "unrecognized", due: null, text: "条件成熟时" }],
    due: "2021-06-30",
    place: [onPage],
  });
  return {
    ...base,
    status: "success",
    sources: [{ ...base.sources[0]!, format: "html", mediaType: "text/html", uri: "https://www.tl.gov.cn/a/1.html", bytes: 1234, sha256: hash("a"), textSha256: hash("b"), charset: "utf-8", pages: 3 }],
    notice: {
      ...base.notice,
      id,
      kind: "task-allocation",
      documentNumber: { text: "铜政办〔2021〕8号", agencyCode: "铜政办", year: 2021, serial: 8 },
      title: "关于印发2021年<重点>工作任务|分工的通知",
      issuers: ["铜陵市人民政府办公室"],
      addressees: ["各县、区人民政府"],
      enclosure: "重点工作任务分工",
      dateIssued: "2021-03-15",
      datePublished: "2021-03-18",
      disclosure: "此件公开发布",
      period: { ...deadline, origin: "notice", kind: "interval", start: "2021-01-01", due: "2021-12-31" },
      workYear: { year: 2021, basis: "title" },
      jurisdiction: { code: "340700", name: "铜陵市", level: "city", basis: "agency-code" },
      indexNumber: "000014349/2021-00066",
      subjectCategory: ["综合政务"],
      validity: "有效",
      attachments: [{ label: "附件1", title: "分工表", url: "https://www.tl.gov.cn/a/1.docx" }],
      references: [{ documentNumber: "皖政〔2020〕1号", title: "关于某事的意见", relation: "cites", text: "《关于某事的意见》（皖政〔2020〕1号）", verb: null, basis: "named", place: [] }],
      rules: [{ kind: "first-is-lead", text: "列第一位者为牵头单位，下同", units: [unit("市财政局")], fromTask: 1, exceptions: null }],
      sections: [{ kind: "letter", path: [], text: "现印发给你们，请认真贯彻落实。", assignment: null, deadlines: [deadline], place: [inElement] }],
      unitLists: [{ title: "成员单位", text: "市财政局", units: [unit("市财政局")] }],
      further: [{ label: "主题词", text: "政务 任务" }],
      evidence: { title: { text: "关于印发", place: [inElement], basis: "heading" } },
    },
    tasks: [task(1, text), task(2, '=1+1，"引号"\n第二行'), task(3, "_x0041_ 007")],
    coverage: { characters: 400, claimed: 380, furniture: 10, unclaimed: [{ text: "未 归类的十个字符在此处", place: inElement }] },
    diagnostics: [diagnose("deadline/unrecognized", { actual: "条件成熟时", place: [onPage], task: `${id}/0000000000000001` })],
  };
}

function reading(item: string, result: ParseResult, rest: Partial<Reading> = {}): Reading {
  const files = result.sources.map((source) => ({ ...source, name: item, retrieved: "2026-11-01", publisher: "铜陵市人民政府" }));
  return { item, chosen: true, status: result.status, tasks: result.tasks.length, agrees: null, files, ...rest };
}

const letter = full("清理规范行政审批中介服务");
const plain: ParseResult = { ...failedResult({ name: "b.pdf" }, null, [diagnose("input/empty")]), notice: { ...failedResult({ name: "b.pdf" }, null, []).notice, id: "file-0000000000000000" } };

/** The two notices: one that was read twice and corrected, one that could not be read. */
export const twoNotices: readonly NoticeRecord[] = [
  { id: plain.notice.id, readings: [reading("b.pdf", plain)], result: plain, overrides: [] },
  {
    id: letter.notice.id,
    readings: [reading("铜政办/2021-08.html", letter), reading("另站/8.docx", letter, { chosen: false, agrees: false })],
    result: letter,
    overrides: [{ id: letter.tasks[0]!.id, field: "due", before: null, after: "2021-06-30", reason: "原文“6月底”", person: "李四", date: "2026-11-02" }],
  },
];

/** The same with other words in the first task. */
export function withWords(words: string): readonly NoticeRecord[] {
  return twoNotices.map((record) => {
    const [first, ...others] = record.result.tasks;
    return first === undefined ? record : { ...record, result: { ...record.result, tasks: [{ ...first, text: words }, ...others] } };
  });
}

/** Everything is new: what the first version says. */
export function allNew(records: readonly NoticeRecord[]): Change[] {
  const added = { op: "ADD", field: null, before: null, causes: ["source"], certain: true } as const;
  return records.flatMap(({ id, result }) => [
    { ...added, notice: id, task: null, after: result.notice.title },
    ...result.tasks.map((task) => ({ ...added, notice: id, task: task.id, after: task.text })),
  ]);
}

interface Parts {
  readonly version?: string;
  readonly previous?: string | null;
  readonly notices?: readonly NoticeRecord[];
  readonly changes?: readonly Change[];
  readonly rekeys?: readonly Rekey[];
  readonly issues?: readonly Issue[];
  readonly statements?: readonly Statement[];
  readonly corrections?: Edition["corrections"];
  readonly settings?: string | null;
}

/** An edition of some notices. */
export function editionOf({ version = "0001-aaaaaaaa", previous = null, notices = twoNotices, settings = null, corrections = { lookups: "units: []\n", overrides: null }, ...rest }: Parts = {}): Edition {
  const { changes = previous === null ? allNew(notices) : [], rekeys = [{ old: "x/1", new: "x/2", version: "0001-aaaaaaaa", causes: ["parser"] }] } = rest;
  const issues = rest.issues ?? notices.flatMap(({ id, readings, result }) => result.diagnostics.map((one) => ({ ...one, notice: id, item: readings[0]?.item ?? null })));
  const statements = rest.statements ?? notices.flatMap(({ id, result }) => result.tasks.map((task) => ({ notice: id, task: task.id, field: "text", value: task.text, firstSeen: version, lastSeen: version })));
  return {
    version,
    previous,
    lock: {
      previous,
      parser: { name: "fengong", version: "0.1.0", schemaVersion: "1.0.0", idnorm: "idnorm/1", code: hash("c") },
      lookups: hash("d"),
      overrides: null,
      settings,
      items: [{ item: "b.pdf", files: [{ name: "b.pdf", role: "notice", label: null, uri: null, bytes: null, sha256: null, retrieved: null, publisher: null }], options: { year: 2021 }, key: null }],
    },
    corrections,
    notices: () => notices,
    changes: () => changes,
    statements: () => statements,
    rekeys: () => rekeys,
    issues: () => issues,
  };
}
