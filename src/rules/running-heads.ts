/**
 * What stands in the margins of a Word file: page numbers and running heads are furniture, while a letterhead, a document
 * number or a colophon is part of the notice (GB/T 9704-2012, 7.2 and 7.4). Tables of contents repeat the headings.
 * Letterheads and colophons are often drawn with tables, which are none.
 */
import { findDocumentNumbers } from "../text/document-number.ts";

/** Where a line stands. */
export type Margin = "first-header" | "header" | "footer";

/** A row that explains a line in a margin. The pattern is tried on the line with white space left out. */
export interface MarginRow {
  readonly id: string;
  readonly margins: readonly Margin[];
  readonly pattern: RegExp;
  readonly examples: readonly string[];
  readonly not: readonly string[];
}

/** Lines that are part of the notice though they stand in a margin. */
export const marginContent: readonly MarginRow[] = [
  {
    id: "colophon",
    margins: ["first-header", "header", "footer"],
    pattern: /^(?:抄送|主送|分送|抄报|印发|签发人?|会签人?|联系人|此件)[:：（(]?|年\d{1,2}月\d{1,2}日印发?$|公开发布[）)]?$/u,
    examples: ["抄送：市委各部门，市人大常委会办公室。", "示例市人民政府办公室2021年3月1日印发", "签发人：张某", "（此件公开发布）"],
    not: ["示例市人民政府办公室", "第3页"],
  },
  {
    id: "secrecy-urgency",
    margins: ["first-header", "header"],
    pattern: /^(?:绝密|机密|秘密|内部资料|特急|加急|平急|特提)(?:[★☆].{0,6})?(?:特急|加急)?$/u,
    examples: ["秘密★1年", "特急", "机密"],
    not: ["秘密工作管理办法"],
  },
  {
    id: "letterhead",
    margins: ["first-header"],
    pattern: /(?:人民政府|办公厅|办公室|委员会|领导小组|指挥部|[厅局委办部院])(?:文件|公文|函|便函|公报)?$/u,
    examples: ["安徽省人民政府办公厅", "示例市财政局文件"],
    not: ["任务分工方案", "2021年重点工作"],
  },
  {
    id: "letterhead-document",
    margins: ["header"],
    pattern: /(?:人民政府|办公厅|办公室|委员会|领导小组|指挥部|[厅局委办部院])文件$/u,
    examples: ["示例市人民政府文件"],
    not: ["示例市人民政府办公室", "政策文件"],
  },
];

const number = "(?:\\d{1,4}|[０-９]{1,4}|[ivxlcIVXLCⅠ-Ⅻⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ]{1,6}|[一二三四五六七八九十百]{1,5})";

/** Lines that belong to the page. Any other line of a margin is a running head or foot. */
export const marginFurniture: readonly MarginRow[] = [
  {
    id: "docx:page-number",
    margins: ["first-header", "header", "footer"],
    pattern: new RegExp(`^[-—–－―─·•~～]*(?:(?=[^-—–－―─·•~～])第?${number}?页?(?:[/／,，、共]{1,3}${number}?页?)?[-—–－―─·•~～]*)?$`, "u"),
    examples: ["—3—", "- 12 -", "3", "第3页", "第1页共12页", "3/12", "第2页，共8页", "——", "IV", "第页共页"],
    not: ["2021年重点工作", "第一章总则"],
  },
];

/** Rules for lines of a margin that no row names, and for a table of contents. */
export const marginDefaults = { header: "docx:running-head", footer: "docx:running-foot", repeated: "docx:repeated-head", contents: "docx:contents" } as const;

/** The furniture rule of a line in a margin; null when it is part of the notice. */
export function marginRule(text: string, margin: Margin): string | null {
  const words = text.replace(/\s+/gu, "");
  const holds = (row: MarginRow): boolean => row.margins.includes(margin) && row.pattern.test(words);
  const furniture = marginFurniture.find(holds);
  if (furniture !== undefined) return furniture.id;
  if (findDocumentNumbers(text).length > 0 || marginContent.some(holds)) return null;
  return margin === "footer" ? marginDefaults.footer : marginDefaults.header;
}

/** Lines of a letterhead or colophon that show by themselves what the table around them is. */
export const layoutMarks: readonly MarginRow[] = [
  {
    id: "colophon-line",
    margins: [],
    pattern: /^(?:抄送|主送|分送|抄报|签发人?|会签人?)[:：].{1,300}$|^.{0,40}年\d{1,2}月\d{1,2}日印发?$/u,
    examples: ["抄送：市委各部门，市人大常委会办公室。", "2021年3月5日印发", "示例市人民政府办公室2021年3月5日印发", "签发人：张某"],
    not: ["2021年3月5日", "抄送情况", "6月底前印发"],
  },
  {
    id: "letterhead-word",
    margins: [],
    pattern: /^(?:文件|.{2,40}(?:人民政府|办公厅|办公室|委员会|领导小组|指挥部|[厅局委办部院])文件)$/u,
    examples: ["文件", "示例市人民政府文件"],
    not: ["政策文件", "文件名称"],
  },
];

/** Lines that stand beside those marks: an office, a date, a mark of secrecy or urgency. */
export const layoutLines: readonly MarginRow[] = [
  {
    id: "office",
    margins: [],
    pattern: /^.{0,40}(?:人民政府|办公厅|办公室|委员会|领导小组|指挥部|[厅局委办部院])$/u,
    examples: ["示例市人民政府办公室", "示例市财政局"],
    not: ["责任单位", "完成时限"],
  },
  { id: "date", margins: [], pattern: /^\d{4}年\d{1,2}月\d{1,2}日$/u, examples: ["2021年3月5日"], not: ["年底前", "2021年3月"] },
  {
    id: "secrecy-urgency-mark",
    margins: [],
    pattern: /^(?:绝密|机密|秘密|特急|加急|平急|特提)(?:[★☆].{0,6})?$|^[（(]?此件.{2,20}[）)]?$/u,
    examples: ["特急", "秘密★1年", "（此件公开发布）"],
    not: ["秘密工作"],
  },
];

/** Whether the lines of a table are those of a letterhead or colophon: at least one shows it, and all others fit. */
export function isLayout(lines: readonly string[]): boolean {
  const claims = (rows: readonly MarginRow[], words: string): boolean => rows.some((row) => row.pattern.test(words));
  let marked = false;
  for (const line of lines) {
    const words = line.replace(/\s+/gu, "");
    if (claims(layoutMarks, words) || (words.length <= 40 && findDocumentNumbers(line).length > 0)) marked = true;
    else if (!claims(layoutLines, words)) return false;
  }
  return marked;
}
