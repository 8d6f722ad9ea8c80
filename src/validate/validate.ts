/** Looks at a finished notice and reports what a person should see. Each check is a file; this is their list. */
import type { Context } from "../model/context.ts";
import type { Check, Checked } from "./check.ts";
import { contradictingDeadlines } from "./checks/contradicting-deadlines.ts";
import { doerMissing } from "./checks/doer-missing.ts";
import { emptyTask } from "./checks/empty-task.ts";
import { leftBracket } from "./checks/left-bracket.ts";
import { noDoer } from "./checks/no-doer.ts";
import { numbering } from "./checks/numbering.ts";
import { prompts } from "./checks/prompts.ts";
import { recognisedFigures } from "./checks/recognised-figures.ts";
import { tasksElsewhere } from "./checks/tasks-elsewhere.ts";
import { weights } from "./checks/weights.ts";

const checks: readonly Check[] = [emptyTask, noDoer, tasksElsewhere, doerMissing, leftBracket, numbering, weights, contradictingDeadlines, recognisedFigures, prompts];

/** Runs all checks. */
export function validate(notice: Omit<Checked, "diagnostics">, context: Context): void {
  const checked = { ...notice, diagnostics: [...context.diagnostics] };
  for (const check of checks) check(checked, context.report);
}
