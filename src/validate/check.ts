import type { Context } from "../model/context.ts";
import type { Coverage, Diagnostic, Notice, Task } from "../model/notice.ts";

/** What a check may look at. */
export interface Checked {
  readonly notice: Notice;
  readonly tasks: readonly Task[];
  readonly coverage: Coverage;
  /** What was said so far of reading it. */
  readonly diagnostics: readonly Diagnostic[];
}

/** One thing that can be wrong with a notice. */
export type Check = (checked: Checked, report: Context["report"]) => void;
