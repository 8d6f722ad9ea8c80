/** The words that head a table or a figure of their own. */
export const caption = {
  id: "caption",
  pattern: /^(?:(?:table|figure|exhibit|chart|box)(?:\s?\d|\s[A-Z]{1,3}(?![A-Za-z]))|附?[图表]\s?[\d一二三四五六七八九十]|续表|附件\s?[\d一二三四五六七八九十]{1,3}\s?[:：.．、])/iu,
  examples: ["Table 3. Revenue", "Figure A", "Table IV", "表1 任务分解", "图 二", "附表3", "续表", "附件2：分工表"],
  not: ["列表1", "表彰先进", "图书馆", "附件", "附件另发", "Tables and chairs"],
} as const;
