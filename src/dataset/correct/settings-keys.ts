/** The keys of `dataset.yaml` in words: for the file that `dataset init` writes, and for the table of the README. */

/** A key, how it may be written, and what it does. */
export interface SettingsKey {
  /** With its section: `gates.notices`. */
  readonly key: string;
  /** As YAML; what holds without it where that can be written, else an example. */
  readonly yaml: string;
  /** Whether the YAML is what holds without the key. */
  readonly usual: boolean;
  readonly zh: string;
  readonly en: string;
}

const key = (name: string, yaml: string, usual: boolean, zh: string, en: string): SettingsKey => ({ key: name, yaml, usual, zh, en });

/** All keys, in the order of the file. */
export const settingsKeys: readonly SettingsKey[] = [
  key("name", "fengong-dataset", true, "短名：小写字母、数字、. _ -", "short name: small letters, digits, . _ -"),
  key("title", "任务分工数据集", true, "标题", "title"),
  key("description", "2026 年各市任务分工通知", false, "说明", "description"),
  key("homepage", "https://example.gov.cn/data", false, "主页", "home page"),
  key("licence", "{ name: CC-BY-4.0, title: Creative Commons Attribution 4.0 }", false, "许可：name 或 path，可有 title", "licence: name or path, and title"),
  key("contributors", "[{ title: 数据组, organization: 某市数据局 }]", false, "贡献者：title，可有 path、email、organization、roles", "contributors: title, and path, email, organization, roles"),
  key("lookups", "lookups.yaml", false, "单位名称对照表（YAML），从本文件所在的文件夹找", "aliases and corrections of unit names (YAML), beside this file"),
  key("overrides", "overrides.yaml", false, "人工更正（YAML）：id、field、expected、value、reason、person、date", "corrections by people (YAML): id, field, expected, value, reason, person, date"),
  key("rekeys", "rekeys.yaml", false, "人工指定的标识对照（YAML）：old、new", "pairs of ids that people named (YAML): old, new"),
  key("gold", "gold.csv", false, "人工核对过的值（CSV）：task、field、value", "values that people checked (CSV): task, field, value"),
  key("formats", "[ndjson, csv, csv-excel, xlsx, parquet, sqlite]", true, "写哪些形式；ndjson 总是写", "forms that are written; ndjson always is"),
  key("redact", "true", true, "遮盖手机号、身份证号等个人号码", "mask personal numbers"),
  key("links", "false", true, "对照各通知，写出文字相同的任务（links 表）", "link tasks of different notices with equal words (table links)"),
  key("keep", "12", false, "磁盘上保留几个版本；不写则全部保留", "how many versions stay on the disk; all without it"),
  key("gates.notices", "{ min: 1 }", false, "通知份数：min、max", "notices: min, max"),
  key("gates.tasks", "{ min: 1 }", false, "任务项数：min、max", "tasks: min, max"),
  key("gates.fill", "{ tasks.due: 0.5 }", false, "各列有值的行至少占多少（0–1），如 tasks.due", "smallest share of rows with a value (0–1) by column, such as tasks.due"),
  key("gates.unclaimed", "0.01", false, "没有归入任何字段的字符至多占多少", "largest share of characters that no field took"),
  key("gates.noticesDrop", "0.5", true, "通知比上一成功版本至多减少多少", "largest share of notices fewer than in the last successful version"),
  key("gates.tasksDrop", "0.5", true, "任务比上一成功版本至多减少多少", "largest share of tasks fewer than in the last successful version"),
  key("gates.deleted", "0.5", true, "上一成功版本的任务至多删除多少", "largest share of the tasks of the last successful version that are gone"),
  key("gates.lostNotices", "0", true, "来源还在、却已不是原来那份通知的，至多几份", "most notices that are gone though their source is there"),
  key("gates.shrunkNotices", "0", true, "来源还在、任务却少了一半以上的通知，至多几份", "most notices that lost more than half of their tasks though their source is there"),
  key("gates.lostSources", "0", true, "原是一份通知的来源、现在不是，至多几份", "most sources that were readings of a notice and are none any more"),
  key("gates.failedShare", "0.5", true, "读不出内容的来源至多占多少", "largest share of sources of which nothing could be read"),
  key("gates.keptReadings", "0", false, "这一次读不了、通知保持原样的来源，至多几份", "most sources that could not be read this time and whose notices stay as they were"),
  key("gates.unknownDeadlines", "0.05", false, "没有读懂的时限至多占多少", "largest share of deadlines that were not understood"),
  key("gates.unknownUnits", "0.3", false, "不认识职能的部门至多占多少", "largest share of agencies without a known function"),
  key("gates.failedReadings", "0", false, "读不出内容的来源，至多几份", "most sources of which nothing could be read"),
  key("gates.disagreements", "0", false, "来源说法不一的通知，至多几份", "most notices whose sources say different things"),
  key("gates.staleOverrides", "0", false, "没有采用的人工更正，至多几处", "most corrections that were not applied"),
  key("gates.gold", "{ min: 0.98 }", false, "与人工核对值一致的至少占多少：min，可有 file", "smallest share of values that people checked: min, and file"),
];

/** A `dataset.yaml` in which every key is said; all are commented out, so that it means what no file means. */
export function settingsTemplate(): string {
  const lines: string[] = ["# fengong dataset build 的设置。每一项都可以不写；行首去掉 # 即生效。", "# Settings of fengong dataset build. Every key may be left out; take the # away to set one.", ""];
  let section = "";
  for (const { key: name, yaml, usual, zh, en } of settingsKeys) {
    const [first = "", second] = name.split(".");
    if (second !== undefined && first !== section) lines.push("", "# 关口：没有通过的版本留存，公布的版本不变。 Gates: a version that falls is kept, what is published stays.", `# ${first}:`);
    section = first;
    lines.push(`# ${zh}${usual ? "（默认如此）" : ""} ${en}${usual ? " (as without it)" : ""}`, second === undefined ? `# ${name}: ${yaml}` : `#   ${second}: ${yaml}`);
  }
  return `${lines.join("\n")}\n`;
}
