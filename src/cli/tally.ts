/** What people are told of a batch: each notice that failed, and at the end how many of what. */
import { passedName } from "../batch/passed-over.ts";
import type { Done } from "../batch/run.ts";
import { diagnose } from "../model/context.ts";
import { findings, type FindingCode } from "../model/finding.ts";
import type { Diagnostic } from "../model/notice.ts";
import { printable } from "../text/shown.ts";
import { clock } from "./clock.ts";
import { describe, summarise } from "./people.ts";
import type { Settings } from "./run.ts";

/** Counts what is done. */
export interface Tally {
  /** The lines that people are told of a notice. */
  readonly add: (done: Done) => string[];
  /** The closing line: of so many notices, and so many files that were passed over in folders. */
  readonly summary: (total: number, passed: number) => string;
}

/** What is said of a notice that was read, too: where its result is, and what was odd about naming it. */
const saidAlways: ReadonlySet<string> = new Set<FindingCode>(["output/name-shortened", "input/manifest-twice"]);

/** Opens the count of one run. */
export function openTally({ streams: { stderr }, language, tell }: Settings): Tally {
  const started = Date.now();
  const count = { success: 0, partial: 0, empty: 0, failed: 0, kept: 0 };
  return {
    add: ({ item, entry, kept }) => {
      count[entry.status]++;
      if (kept) count.kept++;
      const showing = { file: item.name, language, stream: stderr };
      const diagnostics = entry.diagnostics.map(told);
      const errors = diagnostics.filter(({ severity }) => severity === "error");
      const renamed = kept || tell === "errors" ? [] : diagnostics.filter(({ code }) => saidAlways.has(code) || (tell === "all" && code === "input/name-bytes")).map((diagnostic) => describe(diagnostic, showing));
      if (entry.status === "failed") return [...errors.slice(0, 1).map((diagnostic) => describe(diagnostic, showing)), ...renamed];
      if (entry.status === "partial" && tell !== "all") return [...partReasons(errors.length > 0 ? errors : diagnostics).map((diagnostic) => describe(diagnostic, showing)), ...renamed];
      return tell === "all" && !kept ? [...renamed, ...errors.map((diagnostic) => describe(diagnostic, showing)), summarise(entry.tasks, "tasks", diagnostics, showing)] : renamed;
    },
    summary: (total, passed) => {
      const { success, partial, empty, failed, kept } = count;
      const done = success + partial + empty + failed;
      const time = clock((Date.now() - started) / 1000);
      const zh = `${total} 份通知：${success} 份读全，${partial} 份不完整，${empty} 份没有任务，${failed} 份失败${done < total ? `，${total - done} 份未做` : ""}；其中 ${kept} 份沿用上次结果。${passed > 0 ? `文件夹里另有 ${passed} 个文件略过（-v 列出，也记在 ${passedName}）。` : ""}用时 ${time}`;
      const en = `${total} notices: ${success} read, ${partial} in part, ${empty} without tasks, ${failed} failed${done < total ? `, ${total - done} not done` : ""}; ${kept} of them kept from before. ${passed > 0 ? `${passed} other files of the folders were passed over (-v lists them, and so does ${passedName}). ` : ""}${time}`;
      return printable(language === "zh" ? zh : en);
    },
  };
}

/** Why a notice was read in part: one finding of each code, the errors where there are any. */
function partReasons(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.filter(({ severity }) => severity !== "info").map((diagnostic) => [diagnostic.code, diagnostic])).values()];
}

/** A finding as the journal has it: without place. */
function told({ code, severity, params }: Done["entry"]["diagnostics"][number]): Diagnostic {
  if (isFindingCode(code)) return diagnose(code, { params });
  return { code, severity, params, message: code, hint: null, actual: null, task: null, place: [] };
}

function isFindingCode(code: string): code is FindingCode {
  return Object.hasOwn(findings, code);
}
