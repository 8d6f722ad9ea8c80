/** Whether a result is what a result must be, whatever the file was. */
import type { ParseResult } from "../../src/index.ts";
import { parseResultSchema } from "../../src/model/notice.ts";
import { countInk } from "../../src/text/fold.ts";

/** What is wrong with a result; empty for nothing. */
export function faultsOf(result: ParseResult): string[] {
  const faults = (parseResultSchema.safeParse(result).error?.issues ?? []).slice(0, 3).map(({ path, message }) => `${path.join(".")}: ${message}`);
  const { characters, claimed, furniture, unclaimed } = result.coverage;
  const listed = unclaimed.reduce((sum, { text }) => sum + countInk(text), 0);
  if (claimed + furniture + listed !== characters) faults.push(`coverage: ${claimed} + ${furniture} + ${listed} is not ${characters}`);
  if (result.diagnostics.some(({ code }) => code === "segment/claimed-twice")) faults.push("coverage: claimed twice");
  if (result.diagnostics.some(({ code }) => code === "internal/crash")) faults.push("internal/crash");
  if (result.status === "failed" && result.diagnostics.length === 0) faults.push("failed without a word");
  return faults;
}
