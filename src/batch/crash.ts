/** The program itself failed. */
import { diagnose } from "../model/context.ts";
import type { Diagnostic } from "../model/notice.ts";

/** The finding for a program that failed. */
export function crash(reason: string): Diagnostic {
  return diagnose("internal/crash", { params: { reason } });
}
