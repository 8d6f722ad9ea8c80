/** Test data name invented persons only: 某 stands in their names, or they are on the list. Who adds a name adds it here, and makes it up. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "../evaluate/corpora.ts";

/** Names of nobody. */
const invented: ReadonlySet<string> = new Set(["张三", "李四", "王五", "赵六", "陆禾", "陆鸣", "陆明", "陆清禾", "陆青禾", "钱禾", "方远", "江立", "于越", "区建辰", "吴宜凡", "王小明"]);

const surnames =
  "王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范方石姚谭廖邹熊陆郝孔崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易乔贺赖龚骆庞樊凌温季葛狄项阮华卫";
const office = "书记|省长|市长|县长|区长|州长|镇长|乡长|局长|厅长|部长|秘书长|处长|科长|院长|校长|站长|所长|队长|经理|同志|(?<!第)主任|主席|常委";
const behindOffice = new RegExp(`(?:${office})[:：、（( 　]{0,2}([${surnames}][\\u4e00-\\u9fff]{1,2})(?=[、，,；;。）)\\s"'|<\\]\`]|$)`, "gu");
const beforeOffice = new RegExp(`(?<![\\u4e00-\\u9fff])([${surnames}][\\u4e00-\\u9fff]{1,2})副?(?:${office})`, "gu");
/** `name=role` of tables, `"name": "…", "role"` of results. */
const stated = /(?<![^\t；;])([\u4e00-\u9fff·]{2,8})=(?=[\u4e00-\u9fff]{2,8}(?:[；;\t]|$))|"?name"?:\s*"([\u4e00-\u9fff·]{2,4})",\s*"?role"?/gmu;

/** Words that look like a name beside an office. */
const words = /^(?:常务|文化|金融|项目)|[局委办处科组长人副]$|领导$/u;

function namesIn(text: string): string[] {
  return [behindOffice, beforeOffice, stated].flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? ""));
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:ts|json|tsv|csv|html|txt|md|yaml|ndjson|xml)$/u.test(name))
    .map((name) => join(repository, folder, name));
}

test.each(["test", "corpus/negatives", "docs", "src"])("%s", (folder) => {
  const found = filesBelow(folder).flatMap((path) => namesIn(readFileSync(path, "utf8")).map((name) => [name, path] as const));
  expect(found.filter(([name]) => !name.includes("某") && !invented.has(name) && !words.test(name)).map(([name, path]) => `${name} in ${path}`)).toEqual([]);
});

test("a name behind or before an office, of a table and of a result is found", () => {
  expect(namesIn("市发改委主任陆禾、局长：钱禾，王小明同志")).toEqual(["陆禾", "钱禾", "王小明"]);
  expect(namesIn('牵头领导\t市财政局\t江立=牵头领导；于越=分管领导\n{"name": "吴宜凡", "role": "责任人"}')).toEqual(["江立", "于越", "吴宜凡"]);
});
