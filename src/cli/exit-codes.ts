/** Exit codes of the command. They are part of the public contract; the table in docs/command.md is tested against this one. */
import type { Diagnostic } from "../model/notice.ts";

interface ExitCode {
  readonly code: number;
  readonly zh: string;
  readonly en: string;
}

export const exitCodes = {
  ok: { code: 0, zh: "全部读取成功（包括读得出文字但没有任务的文件）", en: "everything was read (also files that hold text but no task)" },
  failed: { code: 1, zh: "有文件读不出内容；多个文件失败原因不同也是 1", en: "a file gave nothing readable; also several files that failed for different reasons" },
  usage: { code: 2, zh: "命令用法不对", en: "wrong usage" },
  findings: { code: 3, zh: "文件已读，但有 --fail-on 指定级别的问题；数据集没有通过关口", en: "read, but with findings of the level that --fail-on names; a dataset that failed its gates" },
  input: { code: 4, zh: "打不开文件：不存在、是文件夹、没有权限、空文件", en: "a file could not be opened: missing, a directory, no permission, empty" },
  defect: { code: 5, zh: "程序自身缺陷，请报告", en: "a defect of the program; please report it" },
  limit: { code: 6, zh: "超过大小、时间、内存或嵌套上限，或 Node 版本太旧", en: "a limit of size, time, memory or nesting was exceeded, or Node is too old" },
  machine: { code: 7, zh: "写不了或打不开：磁盘或配额已满，文件大小、打开文件数、进程数到了上限，只读，没有权限，磁盘出错", en: "the machine gave no room or right: full disk or quota, a limit on file size, open files or processes, read-only, no permission, a failing disk" },
  partial: { code: 8, zh: "有通知只读出一部分：缺附件、缺页、要先做文字识别，或碰到上限", en: "a notice was read in part only: an attachment or a page is missing, needs OCR or met a limit" },
  interrupted: { code: 130, zh: "被 Ctrl-C 中断", en: "interrupted by Ctrl-C" },
} as const satisfies Record<string, ExitCode>;

/** Name of an exit code. */
export type Exit = keyof typeof exitCodes;

/** Which exit a failed file asks for, by the first error that was reported of it. Asked in this order. */
const causes: readonly { readonly codes: RegExp; readonly exit: Exit }[] = [
  { codes: /^limit\//u, exit: "limit" },
  { codes: /^(?:machine\/|output\/unwritable$)/u, exit: "machine" },
  { codes: /^internal\//u, exit: "defect" },
  { codes: /^input\/(?:empty|not-found|directory|permission|special|unreadable|too-deep|link-outside|outside|list-loop|list-unreadable|whole-machine)$/u, exit: "input" },
];

/** What one file adds to the exit code. */
export interface FileOutcome {
  readonly status: string;
  readonly diagnostics: readonly Pick<Diagnostic, "code" | "severity">[];
}

/** The severity from which `--fail-on` fails, null when it was not asked for. */
export type FailOn = "error" | "warning" | null;

/** The exit of one file. */
export function exitOf({ status, diagnostics }: FileOutcome, failOn: FailOn): Exit {
  if (status === "failed") {
    const first = diagnostics.find((diagnostic) => diagnostic.severity === "error")?.code ?? "";
    return causes.find((cause) => cause.codes.test(first))?.exit ?? "failed";
  }
  const met = diagnostics.some(({ severity }) => severity === "error" || (failOn === "warning" && severity === "warning"));
  if (failOn !== null && met) return "findings";
  return status === "partial" ? "partial" : "ok";
}

/** Exits of files that were read, the gravest first. */
const ofRead = ["findings", "partial", "ok"] as const satisfies readonly Exit[];

/** The exit of a whole run: that of its failed files when they agree, else `failed`; what was found in the others counts only when no file failed. */
export function combineExits(exits: readonly Exit[]): Exit {
  const failures = new Set(exits.filter((exit) => !ofRead.some((read) => read === exit)));
  if (failures.size > 1) return "failed";
  const [only] = failures;
  return only ?? ofRead.find((read) => exits.includes(read)) ?? "ok";
}
