/**
 * Labels of printed metadata: 索引号 tables, lines under a page title, colophons. Conventions: 政府信息公开目录系统实施指引
 * (its core elements), 政府网站发展指引, GB/T 9704-2012. Words are folded: no white space (索 引 号 is 索引号), ASCII colon.
 */

/** The field a labelled value goes to; `further` keeps it as printed, `tool` belongs to the page (counters, font size). */
export type LabelField =
  | "indexNumber"
  | "title"
  | "subjectCategory"
  | "issuers"
  | "dateIssued"
  | "datePublished"
  | "documentNumber"
  | "validity"
  | "disclosure"
  | "further"
  | "tool";

export interface LabelRow {
  readonly id: string;
  readonly words: readonly string[];
  readonly field: LabelField;
  /** When several labels of one field are printed, the lowest rank gives the value. */
  readonly rank: number;
  /** Stands in colophons and under signatures too, not only in the record of the page. */
  readonly foot?: boolean;
  readonly examples: readonly { readonly line: string; readonly value: string }[];
}

export const labelRows: readonly LabelRow[] = [
  {
    id: "index-number",
    words: ["索引号", "信息索引号", "索引编号", "信息索引"],
    field: "indexNumber",
    rank: 0,
    examples: [{ line: "索 引 号：000014349/2017-00110", value: "000014349/2017-00110" }],
  },
  { id: "title", words: ["名称", "信息名称", "标题", "文件名称", "文件标题", "信息标题"], field: "title", rank: 0, examples: [{ line: "标　　题：专利代理条例", value: "专利代理条例" }] },
  { id: "subject", words: ["主题分类"], field: "subjectCategory", rank: 0, examples: [{ line: "主题分类：综合政务\\政务公开", value: "综合政务\\政务公开" }] },
  { id: "catalogue", words: ["组配分类", "信息分类", "分类"], field: "subjectCategory", rank: 1, examples: [{ line: "组配分类：通知公告", value: "通知公告" }] },
  { id: "issuer", words: ["发文机关", "发文单位", "制发机关", "制定机关", "发文机构", "颁布机关"], field: "issuers", rank: 0, examples: [{ line: "发文机关：国务院办公厅", value: "国务院办公厅" }] },
  {
    id: "written",
    words: ["成文日期", "成文时间", "生成日期", "生成时间", "产生日期", "发文日期", "发文时间", "制发日期", "签发日期"],
    field: "dateIssued",
    rank: 0,
    examples: [{ line: "成文日期：2018年11月06日", value: "2018年11月06日" }],
  },
  {
    id: "published",
    words: ["发布日期", "发布时间", "公开日期", "公开时间", "公布日期", "信息发布日期", "发稿时间", "更新时间", "日期", "时间"],
    field: "datePublished",
    rank: 0,
    examples: [{ line: "发布时间:2020-10-10 16:52", value: "2020-10-10 16:52" }],
  },
  { id: "number", words: ["文号", "发文字号", "文件编号", "发文文号", "文件文号", "发文号"], field: "documentNumber", rank: 0, examples: [{ line: "文       号：国令第706号", value: "国令第706号" }] },
  { id: "validity", words: ["有效性", "信息时效", "时效", "时效性", "效力状态", "文件状态"], field: "validity", rank: 0, examples: [{ line: "有 效 性：有效", value: "有效" }] },
  { id: "publicity", words: ["公开方式", "公开属性", "公开类别"], field: "disclosure", rank: 0, examples: [{ line: "公开方式：主动公开", value: "主动公开" }] },
  {
    id: "publisher",
    words: ["发布机构", "发布单位", "发布机关", "公开机构", "公开责任部门", "发布部门", "信息来源", "文章来源", "稿件来源", "内容来源", "来源", "责任部门", "所属机构"],
    field: "further",
    rank: 0,
    foot: true,
    examples: [{ line: "信息来源: 芜湖市人民政府", value: "芜湖市人民政府" }],
  },
  {
    id: "catalogue-detail",
    words: ["主题词", "关键词", "关键字", "体裁分类", "文种", "服务对象分类", "服务对象", "公开范围", "公开时限", "公开期限", "内容概述", "信息概述", "摘要", "内容摘要"],
    field: "further",
    rank: 0,
    examples: [{ line: "主 题 词：政务公开", value: "政务公开" }],
  },
  {
    id: "term",
    words: ["生效日期", "实施日期", "施行日期", "废止日期", "废止时间", "失效日期", "失效时间", "有效期", "统一编号", "登记号", "备案号", "规范性文件编号", "文件登记号", "规范性文件统一编号", "三统一编号"],
    field: "further",
    rank: 0,
    examples: [{ line: "生效日期：2020-01-01", value: "2020-01-01" }],
  },
  {
    id: "maker",
    words: ["编辑", "责任编辑", "责编", "作者", "审核", "初审", "复审", "终审", "审核人", "录入", "撰稿", "签发"],
    field: "further",
    rank: 0,
    foot: true,
    examples: [{ line: "责任编辑：王某", value: "王某" }],
  },
  {
    id: "colophon",
    words: ["抄送", "抄报", "主送", "分送", "共印", "印发", "主题词"],
    field: "further",
    rank: 0,
    foot: true,
    examples: [{ line: "抄送：省委各部门，省人大常委会办公厅。", value: "省委各部门，省人大常委会办公厅。" }],
  },
  { id: "urgency", words: ["紧急程度", "缓急程度", "密级", "保密期限", "份号"], field: "further", rank: 0, examples: [{ line: "紧急程度：特急", value: "特急" }] },
  { id: "signatory", words: ["签发人", "会签人"], field: "further", rank: 0, examples: [{ line: "签发人：王某", value: "王某" }] },
  { id: "contact", words: ["联系人", "联系单位", "联系部门", "联系电话", "咨询电话", "电话"], field: "further", rank: 0, foot: true, examples: [{ line: "联系人：王某", value: "王某" }] },
  {
    id: "page-tool",
    words: [
      "阅读次数", "浏览次数", "点击次数", "访问次数", "点击数", "点击量", "点击率", "浏览量", "阅读量", "访问量", "阅读", "浏览", "点击",
      "字体", "字号", "字体大小", "分享到", "分享", "打印", "视力保护色", "保护视力色",
    ],
    field: "tool",
    rank: 0,
    foot: true,
    examples: [{ line: "字体:【大 中 小】", value: "大 中 小" }],
  },
];

/** Words that head columns of any table: in a cell without colon they do not show that a table is a page record. */
export const commonWords: ReadonlySet<string> = new Set([
  "名称", "标题", "分类", "日期", "时间", "来源", "时效", "文种", "服务对象", "有效期", "摘要", "编辑", "作者", "审核", "审核人", "录入", "撰稿", "签发", "印发",
  "抄送", "主送", "联系人", "联系单位", "联系部门", "联系电话", "咨询电话", "电话", "责任部门", "阅读", "浏览", "点击", "分享", "打印", "文件名称", "密级", "实施日期",
]);

/** The row of a label, by its folded words without colon; undefined when no row knows them. */
export function labelRow(word: string): LabelRow | undefined {
  return byWord.get(word);
}

/** Every label word, longest first, for patterns. */
export const labelWords: readonly string[] = [...new Set(labelRows.flatMap((row) => row.words))].sort((a, b) => b.length - a.length);

const byWord: ReadonlyMap<string, LabelRow> = new Map([...labelRows].reverse().flatMap((row) => row.words.map((word) => [word, row] as const)));
