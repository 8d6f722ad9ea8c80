/** The answer for a job whose process ended without one: its time or memory ran out, or it died. No file is opened for it. */
import { describeUnread, failedSources } from "../emit/result.ts";
import type { Diagnostic, ParseResult } from "../model/notice.ts";
import type { Answer, Job, JobFile, Seen } from "./job.ts";
import { deliver, keyOf } from "./read-job.ts";

/** A failed result with the finding that says why; `seen` is what was known of the files before the process ended. */
export function giveUp(job: Job, problem: Diagnostic, seen: readonly Seen[] | null): Promise<Answer> {
  return deliver(job, seen === null ? null : keyOf(job, seen), unreadResult(job.files, problem, seen));
}

/** The result of files of which nothing could be read. */
export function unreadResult(files: readonly JobFile[], problem: Diagnostic, seen: readonly Seen[] | null): ParseResult {
  const sources = files.map(({ name, role, label, uri }, i) => ({ ...describeUnread({ name, role, label, uri }, null), ...seen?.[i] }));
  return failedSources(sources, [problem]);
}
