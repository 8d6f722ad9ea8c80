/** `fengong report`: what needs eyes first, as text or as one HTML file. */
import { extname } from "node:path";
import { parseFiles, type Given, type Parsed } from "./parse.ts";
import type { Settings } from "./run.ts";

/** In which form, and where to. */
interface Wanted {
  readonly html?: boolean;
  readonly out?: string;
  readonly force?: boolean;
}

/** What came of it: as of parse, or an extension that no report has. */
export type Reported = Parsed | { readonly exit: null; readonly wrong: "notAReport" };

/** Reads files and reports on them. What people see on standard output is not said again on standard error. */
export async function reportFiles(given: Given, { html = false, out, force = false }: Wanted, settings: Settings): Promise<Reported> {
  const output = html ? "report-html" : formOf(out ?? "");
  if (output === null) return { exit: null, wrong: "notAReport" };
  const target = { output, table: "tasks", headers: null, escapeFormulas: true, out: out ?? null, force } as const;
  return parseFiles(given, target, { ...settings, tell: out === undefined ? "nothing" : settings.tell });
}

/** Text, unless the extension of the file asks for a page. */
function formOf(out: string): "report" | "report-html" | null {
  const extension = extname(out).toLowerCase();
  return ["", ".txt"].includes(extension) ? "report" : [".html", ".htm"].includes(extension) ? "report-html" : null;
}
