/** Marks as they are drawn in text from top to bottom, and characters that fill a cell alone. */

/** Vertical forms of marks (Unicode blocks Vertical Forms and CJK Compatibility Forms) and the marks that they are. */
const marks = new Map(
  [
    "︐，", "︑、", "︒。", "︓：", "︔；", "︕！", "︖？", "︗〖", "︘〗", "︙…", "︰‥", "︱—", "︲–", "︳_", "︵（", "︶）", "︷｛", "︸｝", "︹〔", "︺〕",
    "︻【", "︼】", "︽《", "︾》", "︿〈", "﹀〉", "﹁「", "﹂」", "﹃『", "﹄』", "﹇［", "﹈］",
  ].map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);

/** The mark that a vertical form is; any other character as it is. */
export function levelForm(character: string): string {
  const code = character.charCodeAt(0);
  return code >= 0xfe10 && code <= 0xfe48 ? (marks.get(character) ?? character) : character;
}

/** Characters that tables have alone in a cell: answers, sexes, marks, numerals. Tried on all characters of a column one after the other. */
export const cellCharacters = {
  id: "vertical:cell-characters",
  pattern: /^(?:[是否有无男女对错优良中差好合格√×○●☑☐✓✔—-]+|[一二三四五六七八九十〇零]+|[甲乙丙丁戊己庚辛壬癸]+|[元个项间处座套户亩人次年月日]+)$/u,
  examples: ["是是否是", "一二三四", "甲乙丙丁", "√×√√", "男女女男"],
  not: ["重点任务分工方案", "三是加强", "中共石桥镇委员会", "一年一评"],
} as const;

/** Numbers at the head of a column, Chinese up to 十 or of digits. */
export const columnLabel = {
  id: "vertical:label",
  pattern: /^(?:第?([一二三四五六七八九十]|\d{1,2})[、.．，条章节]|[(（]([一二三四五六七八九十]|\d{1,2})[)）]|([①-⑨]))/u,
  examples: ["一、修桥", "3.护树", "（二）改房", "第三条", "②挂牌"],
  not: ["一是加强", "2026年", "市财政局"],
} as const;

/** The number that heads a column, null without one. */
export function labelNumber(words: string): number | null {
  const found: readonly (string | undefined)[] = columnLabel.pattern.exec(words) ?? [];
  const label = found.slice(1).find((group) => group !== undefined);
  if (label === undefined) return null;
  const place = "一二三四五六七八九十".indexOf(label);
  const circled = "①②③④⑤⑥⑦⑧⑨".indexOf(label);
  return place !== -1 ? place + 1 : circled !== -1 ? circled + 1 : Number(label);
}
