/**
 * Flat shapes for spreadsheets and databases: four tables, each column with its Chinese header, its description and its schema.
 *
 * The key of a column is its English header and its name in the schema. Lists are joined by “；”, headings by “ / ”.
 * Text is trimmed and control characters other than tab and line feed are U+FFFD, so that every format can hold it.
 */
import { z } from "zod";
import { choice, column, count, date, flag, text, whole, word, type Column } from "./column.ts";
import { deadlineKinds, doubtWords } from "./doubts.ts";
import { findings } from "./finding.ts";
import { assignmentSchema, deadlineSchema, noticeSchema, parseResultSchema, taskSchema, unitSchema } from "./notice.ts";

const result = count("结果序号", "本次输出中的第几份通知，从 1 起；四张表由它相连", "Number of the notice in this output, from 1; it ties the four tables together");
const noticeId = word("通知标识", "通知的稳定标识，同一通知的不同文件相同", "Stable identity of the notice, the same for all files of one notice");
const documentNumber = text("发文字号", "按原文", "Document number as printed");
const noticeTitle = text("通知标题", "标题", "Title of the notice");
const ordinal = column("integer", z.int().min(1), "任务序号", "通知中的第几项任务，从 1 起，按阅读顺序", "Number of the task in reading order, from 1");
const ofTask = column("integer", z.int().min(1).nullable(), "任务序号", "所属任务的序号；不属于任务的为空", "Number of the task it belongs to; empty when it belongs to none");
const position = column("integer", z.int().min(1), "行号", "在这份通知中的顺序，从 1 起", "Order within the notice, from 1");
const file = text("文件", "所在文件名", "Name of the file it stands in");
const page = whole("页码", "所在页（第一处），没有分页的格式为空", "Page of the first place, empty for formats without pages");
const place = text("位置", "第一处的位置：页面坐标（磅），或元素路径@起止字符；+n 表示另有 n 处", "First place: box on the page in points, or element path@characters; +n for n more");
const maybeText = z.string().nullable();
const yearBasis = { title: "标题", text: "正文", documentNumber: "发文字号", dateIssued: "成文日期", datePublished: "发布日期", option: "用户给定" };

/** Sentences of the findings with a blank for what one finding alone says. */
const findingNames = Object.fromEntries(Object.entries(findings).map(([code, { zh }]) => [code, zh.replace(/[“（]?\{\w+\}[”）]?/gu, "…").replace(/。$/u, "")]));

const noticeColumns = {
  result,
  noticeId,
  file: word("文件", "读取的文件名", "Names of the files that were read"),
  status: choice(parseResultSchema.shape.status, "读取结果", { success: "完整", partial: "部分读不了", empty: "没有任务", failed: "读不出内容" }, "success, partial (parts unreadable), empty (no tasks), failed (nothing readable)"),
  kind: choice(noticeSchema.shape.kind, "文种", { "task-allocation": "任务分工", "assessment-plan": "考评方案", "action-plan": "行动方案", other: "其他" }, "Kind of notice"),
  documentNumber,
  agencyCode: text("机关代字", "发文字号中的机关代字", "Agency code of the document number"),
  documentYear: whole("发文年份", "发文字号中的年份", "Year of the document number"),
  documentSerial: whole("发文顺序号", "发文字号中的顺序号", "Serial of the document number"),
  title: text("标题", "公文标题", "Title"),
  issuers: text("发文机关", "多个用；分开", "Issuing agencies"),
  addressees: text("主送机关", "多个用；分开", "Addressees"),
  enclosure: text("印发文件", "随文印发的文件名", "The plan that the letter forwards"),
  dateIssued: date("成文日期", "成文日期", "Date of issue"),
  datePublished: date("发布日期", "网页上的发布日期", "Date the page was published"),
  draft: flag("是否草案", "征求意见稿、送审稿、草案", "A draft, not yet in force"),
  disclosure: text("公开方式", "此件公开发布等", "Disclosure note"),
  periodStart: date("行动开始", "整个行动的第一天", "First day of the whole action"),
  periodDue: date("行动结束", "整个行动的最后一天", "Last day of the whole action"),
  workYear: whole("工作年度", "没有年份的时限所取的年份", "Year that deadlines without a year take"),
  workYearBasis: choice(maybeText, "年度依据", yearBasis, "What settled the year"),
  jurisdictionCode: text("区划代码", "GB/T 2260 行政区划代码", "GB/T 2260 code of the jurisdiction"),
  jurisdictionName: text("行政区划", "通知所属的行政区划", "Name of the jurisdiction"),
  jurisdictionLevel: choice(maybeText, "区划级别", { national: "国家", province: "省级", city: "市级", county: "县级", town: "乡级", zone: "开发区" }, "Level of the jurisdiction"),
  indexNumber: text("索引号", "信息公开索引号", "Index number"),
  subjectCategory: text("主题分类", "多个用；分开", "Subject categories"),
  validity: text("有效性", "按原文", "Validity as printed"),
  attachments: text("附件", "附件说明与名称，用；分开", "Attachments: label and title"),
  references: text("引用文件", "引用或废止的文件，用；分开", "Documents it cites or repeals"),
  tasks: count("任务数", "任务表中的行数", "Number of tasks"),
  errors: count("错误数", "读取时的错误条数", "Findings: errors"),
  warnings: count("警告数", "读取时的警告条数", "Findings: warnings"),
  characters: count("字符数", "读到的字符，不计空白", "Characters read, white space left out"),
  unclaimed: count("未归类字符数", "没有归入任何字段的字符", "Characters that no field took"),
  sha256: text("文件摘要", "文件内容的 SHA-256，多个文件用；分开", "SHA-256 of the bytes of each file"),
  parserVersion: word("程序版本", "产生这一行的程序版本", "Version of the program"),
  schemaVersion: word("结构版本", "JSON 结构的版本", "Version of the JSON contract"),
};

const taskColumns = {
  result,
  ordinal,
  documentNumber,
  noticeTitle,
  kind: choice(taskSchema.shape.kind, "类别", { task: "任务", assessment: "考评项", phase: "阶段", indicator: "指标", safeguard: "保障措施" }, "Kind of task"),
  number: text("编号", "印出的序号", "Printed running number"),
  label: text("标号", "印出的非序号标记，如（一）", "Printed marker that is no running number"),
  group: text("所在部分", "有几张表或几个附件时，是哪一个", "Which table or attachment, when there are several"),
  part: whole("分项", "一个编号下有几项分工时的第几项", "Which of several allocations under one number"),
  path: text("上级标题", "由外到内，用 / 分开", "Headings above, outermost first"),
  heading: text("标题", "这一项自己的标题", "The item's own heading"),
  text: word("任务内容", "按原文，段落之间换行", "What must be done, as printed"),
  weight: column("number", z.number().nullable(), "权重", "百分比", "Percent, in assessment plans"),
  lead: text("牵头单位", "牵头单位全称，用；分开；没有写明牵头的为空", "Lead units, full names; empty when none is printed"),
  support: text("配合单位", "配合、参与单位全称，用；分开", "Supporting units, full names"),
  responsible: text("责任单位", "责任单位全称，用；分开", "Responsible units, full names"),
  others: text("其他角色", "角色：单位全称，用；分开", "Further roles: printed verb and unit"),
  people: text("责任人", "姓名（角色），用；分开", "Persons and their roles"),
  openEnded: flag("有等字", "单位之后印有“等”", "等 was printed: the list is open"),
  byDuty: flag("按职责分工", "印有“按职责分工”", "按职责分工 was printed"),
  allocation: text("分工原文", "责任单位一栏或括注的原文", "The printed cell or clause"),
  allocationBasis: choice(assignmentSchema.shape.basis, "分工来源", { cell: "单元格", clause: "括注或语句", rule: "全文规则", inherited: "沿用", heading: "标题", subject: "主语", none: "无" }, "Where the allocation comes from"),
  time: text("时限原文", "各时限的原文，用；分开", "Printed times"),
  due: date("完成时限", "不算迟的最后一天；原文定不下来的为空", "Last day still on time; empty when the text does not settle it"),
  ongoing: flag("长期任务", "持续、长期推进", "The work runs all the time"),
  findings: choice(maybeText, "待核问题", findingNames, "Codes of findings about this task", "与这一项有关的问题，用；分开"),
  file,
  page,
  place,
  noticeId,
  taskId: word("任务标识", "任务的稳定标识", "Stable identity of the task"),
};

const assignmentColumns = {
  result,
  position,
  documentNumber,
  noticeTitle,
  ordinal,
  number: taskColumns.number,
  text: taskColumns.text,
  due: taskColumns.due,
  role: choice(z.enum(["lead", "support", "responsible", "other"]), "角色", { lead: "牵头", support: "配合", responsible: "负责", other: "其他" }, "Role of the unit"),
  roleWord: text("角色原文", "其他角色的原文动词：指导、督导等", "Printed verb of another role"),
  unit: word("单位", "单位全称；不认识的按原文", "Full name of the unit where known, else as printed"),
  unitText: word("单位原文", "按原文", "The unit as printed"),
  unitKind: choice(unitSchema.shape.kind, "单位类别", { agency: "部门", collective: "统称", internal: "内设机构", government: "政府", party: "党委", judicial: "司法", mass: "群团", enterprise: "企业", institution: "事业单位", other: "其他" }, "Kind of unit"),
  unitFunction: text("职能标识", "部门职能表中的标识", "Id in the table of departments"),
  division: text("单位区划代码", "单位所属行政区划（GB/T 2260）", "GB/T 2260 code of the region the unit belongs to"),
  members: text("成员", "共用一个词尾的各单位，用；分开", "Words that share one tail"),
  basis: taskColumns.allocationBasis,
  file,
  page,
  place,
  noticeId,
  taskId: taskColumns.taskId,
};

const deadlineColumns = {
  result,
  position,
  documentNumber,
  noticeTitle,
  holder: choice(z.enum(["task", "section", "notice"]), "所属", { task: "任务", section: "正文段落", notice: "整个通知" }, "What the deadline belongs to"),
  ordinal: ofTask,
  text: word("时限原文", "按原文", "The printed words"),
  origin: choice(deadlineSchema.shape.origin, "出处", { cell: "单元格", text: "正文", header: "表头", notice: "通知", inherited: "沿用" }, "Where it was printed"),
  kind: choice(deadlineSchema.shape.kind, "时限类别", deadlineKinds, "Kind of deadline"),
  start: date("开始日期", "第一天", "First day, inclusive"),
  due: date("截止日期", "不算迟的最后一天", "Last day still on time, inclusive"),
  precision: choice(deadlineSchema.shape.precision, "精度", { day: "日", tenDay: "旬", month: "月", quarter: "季", halfYear: "半年", year: "年", plan: "规划期" }, "How exact the words are"),
  mod: choice(deadlineSchema.shape.mod, "修饰", { ON_OR_BEFORE: "不晚于", BEFORE: "早于", START: "初", MID: "中", END: "末", APPROX: "大约" }, "Modifier in the vocabulary of TIMEX3"),
  edtf: text("EDTF", "ISO 8601-2 写法", "Calendar meaning in ISO 8601-2 (EDTF)"),
  rrule: text("重复规则", "RFC 5545 重复规则", "Recurrence rule of RFC 5545"),
  duration: text("时长", "ISO 8601 时长", "ISO 8601 duration"),
  action: text("对应事项", "有几个时限时，这一个管的是什么", "The clause it governs when there are several"),
  appliesTo: text("适用对象", "有几个时限时，这一个管的是谁", "The doer or part it binds when there are several"),
  bound: choice(deadlineSchema.shape.bound, "界限", { finish: "完成", start: "开始" }, "finish, or start: a day to begin by"),
  anchorEvent: text("起算事件", "相对时限从什么事起算", "The event a relative deadline is counted from"),
  anchorRelation: choice(maybeText, "起算关系", { after: "之后", before: "之前", from: "起" }, "after, before or from the event"),
  anchorDayKind: choice(maybeText, "日的种类", { calendar: "自然日", business: "工作日" }, "calendar or business days"),
  anchorDate: date("起算日期", "起算事件的日期", "Date of that event, where known"),
  ongoing: taskColumns.ongoing,
  yearFrom: choice(deadlineSchema.shape.yearFrom, "年份来源", { text: "原文", title: "标题", documentNumber: "发文字号", dateIssued: "成文日期", option: "用户给定", none: "无" }, "What settled the year"),
  alternatives: text("其他读法", "其他说得通的日期或规则，用；分开", "Other defensible readings"),
  warnings: choice(maybeText, "疑点", doubtWords, "Codes of doubts", "读法的疑点，用；分开"),
  file,
  page,
  place,
  noticeId,
  taskId: text("任务标识", "任务的稳定标识", "Stable identity of the task"),
};

type Shape<C> = { [K in keyof C]: C[K] extends Column<infer S> ? S : never };

function rowSchema<const C extends Readonly<Record<string, Column>>>(id: string, description: string, columns: C) {
  const shape = Object.fromEntries(Object.entries(columns).map(([key, { schema }]) => [key, schema])) as unknown as Shape<C>;
  return z.strictObject(shape).meta({ id, description });
}

/** One row a notice, failed files included. */
const noticeRowSchema = rowSchema("NoticeRow", "One row a notice.", noticeColumns);
/** One row a task. */
const taskRowSchema = rowSchema("TaskRow", "One row a task.", taskColumns);
/** One row a task and unit. */
const assignmentRowSchema = rowSchema("AssignmentRow", "One row a task and unit.", assignmentColumns);
/** One row a deadline, those of sections and of the whole notice included. */
const deadlineRowSchema = rowSchema("DeadlineRow", "One row a deadline.", deadlineColumns);

export type NoticeRow = z.infer<typeof noticeRowSchema>;
export type TaskRow = z.infer<typeof taskRowSchema>;
export type AssignmentRow = z.infer<typeof assignmentRowSchema>;
export type DeadlineRow = z.infer<typeof deadlineRowSchema>;

/** The rows of all four tables. */
export const flatRowsSchema = z
  .strictObject({
    notices: z.array(noticeRowSchema),
    tasks: z.array(taskRowSchema),
    assignments: z.array(assignmentRowSchema),
    deadlines: z.array(deadlineRowSchema),
  })
  .meta({ id: "FlatRows", title: "fengong FlatRows", description: "Notices as rows of four flat tables, for spreadsheets and databases." });

export type FlatRows = z.infer<typeof flatRowsSchema>;

/** Name of a flat table. */
export type TableName = keyof FlatRows;

/** A value of a flat table; dates are `YYYY-MM-DD`. */
export type FlatValue = string | number | boolean | null;

/** A row of any flat table. */
export type FlatRow = Readonly<Record<string, FlatValue>>;

/** What is said of a flat table beside its columns. */
export interface FlatTable {
  readonly name: string;
  readonly zh: string;
  readonly about: { readonly zh: string; readonly en: string };
  readonly columns: Readonly<Record<string, Column>>;
  /** Columns that name a row. */
  readonly key: readonly string[];
  /** Columns that name a row of another table; when one of them is empty they name none. */
  readonly refers: readonly { readonly columns: readonly string[]; readonly to: string }[];
  /** Columns that people filter and sort by. */
  readonly indexed: readonly string[];
}

/** The flat tables; a table that others refer to stands before them. */
export const flatTables: readonly FlatTable[] = [
  { name: "notices", zh: "通知", about: { zh: "每份通知一行", en: "One row a notice" }, columns: noticeColumns, key: ["result"], refers: [], indexed: ["noticeId", "documentNumber"] },
  {
    name: "tasks",
    zh: "任务",
    about: { zh: "每项任务一行", en: "One row a task" },
    columns: taskColumns,
    key: ["result", "ordinal"],
    refers: [{ columns: ["result"], to: "notices" }],
    indexed: ["taskId", "noticeId", "due"],
  },
  {
    name: "assignments",
    zh: "分工",
    about: { zh: "每项任务的每个单位一行", en: "One row a task and unit" },
    columns: assignmentColumns,
    key: ["result", "position"],
    refers: [
      { columns: ["result"], to: "notices" },
      { columns: ["result", "ordinal"], to: "tasks" },
    ],
    indexed: ["unit", "role", "due"],
  },
  {
    name: "deadlines",
    zh: "时限",
    about: { zh: "每个时限一行，包括正文段落和整个通知的", en: "One row a deadline, those of sections and of the whole notice included" },
    columns: deadlineColumns,
    key: ["result", "position"],
    refers: [
      { columns: ["result"], to: "notices" },
      { columns: ["result", "ordinal"], to: "tasks" },
    ],
    indexed: ["due", "ordinal"],
  },
];
