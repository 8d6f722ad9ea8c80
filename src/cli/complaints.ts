/** What is said of wrong usage: commander's English read by form, and reasons as people are told them everywhere. */
import type { Language } from "../model/finding.ts";
import { inChinese, reasonInChinese, type ReasonRow } from "../model/reason-words.ts";
import { words } from "./words.ts";

const usage: readonly ReasonRow[] = [
  [/^error: unknown option '(.+)'/u, "没有选项 $1"],
  [/^error: unknown command '(.+)'/u, "没有命令 $1"],
  [/^error: required option '(.+)' not specified/u, "缺少选项 $1"],
  [/^error: missing required argument '(.+)'/u, "缺少参数 $1"],
  [/^error: option '(.+)' argument missing/u, "选项 $1 缺少值"],
  [/^error: option '([^']+)' argument '(.*)' is invalid\.\s*/u, "选项 $1 的值“$2”不对："],
  [/^error: option '([^']+)' value '(.*)' from env '([^']+)' is invalid\.\s*/u, "环境变量 $3 给选项 $1 的值“$2”不对："],
  [/^error: option '([^']+)' cannot be used with option '([^']+)'/u, "选项 $1 不能与 $2 同用"],
  [/^error: command-argument value '(.*)' is invalid for argument '([^']+)'\.\s*/u, "参数 $2 的值“$1”不对："],
  [/^error: too many arguments(?: for '([^']+)')?\. Expected (\d+) arguments? but got (\d+): (.*)\.$/mu, (_, command = "fengong", most = "", given = "", all = "") => `参数太多：${command} 至多 ${most} 个，给了 ${given} 个（${all.split(", ").join("、")}）`],
  [/Allowed choices are (.{1,500})\./u, "可用 $1"],
  [/\(Did you mean (?:one of )?(.{1,500})\?\)/u, "（是不是 $1？）"],
];

/** What is said of wrong usage, in one language. */
export function complaint(text: string, language: Language): string {
  return words.wrong[language] + (language === "en" ? text : reasonInChinese(inChinese(text, usage))).replace(/^error: /u, "");
}
