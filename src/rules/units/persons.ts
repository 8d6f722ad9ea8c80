/** Names of persons whom no label announces: a bracket behind a unit holds them (市财政局（李四 局长）), and they are no unit. */

/** A name that begins with one of the most common surnames. On folded words. */
export const commonName = {
  id: "person:common-name",
  pattern:
    /^(?:[王李张刘陈杨赵黄周吴徐孙胡朱何郭罗梁宋郑谢韩冯董萧曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴钟汪姜范姚谭廖邹熊陆郝孔崔邱秦邵孟段钱汤尹黎乔贺赖龚樊庞柳耿骆涂夏顾毛严]|林(?![业场草权区地长木])|欧阳|司马|上官|诸葛|尉迟)[\u4e00-\u9fff·]{1,2}$/u,
  examples: ["李四", "王某某", "欧阳某", "林琛"],
  not: ["林业", "林长办", "市财政局", "体育局", "牵头", "李", "高新区管委会"],
} as const;

/** An office behind a name. */
export const officeBehind = {
  id: "person:office",
  pattern: /(?:副?(?:局长|主任|书记|部长|科长|处长|组长|厅长|院长|所长|站长|队长)|同志)$/u,
  examples: ["李四局长", "张三副主任", "王五同志"],
  not: ["李四", "局长办公会", "主任科员"],
} as const;

/** An office before a name. */
const officeBefore = {
  id: "person:office-before",
  pattern: /^(?:党[组委])?副?(?:局长|主任|书记|部长|科长|处长|组长|厅长|院长|所长|站长|队长|市长|县长|区长|镇长|乡长|(?:县|市|区|镇|乡)长助理)[::]?(?=[\u4e00-\u9fff·]{2,4}$)/u,
  examples: ["主任陆禾", "副局长李四", "党组书记王某某"],
  not: ["陆禾", "主任科员会", "局长办公会"],
} as const;

/** Whether words are the name of a person, an office before or behind it or not. */
export function namesPerson(words: string): boolean {
  return commonName.pattern.test(words.replace(officeBefore.pattern, "").replace(officeBehind.pattern, ""));
}
