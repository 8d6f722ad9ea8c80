/** `fengong report`: what needs eyes first, as text or as one HTML file. */
import { parseFiles, type Parsed } from "./parse.ts";
import type { Settings } from "./run.ts";

/** In which form, and where to. */
interface Wanted {
  readonly html?: boolean;
  readonly out?: string;
  readonly force?: boolean;
}

/** Reads files and reports on them. What people see on standard output is not said again on standard error. */
export function reportFiles(files: readonly string[], { html = false, out, force = false }: Wanted, settings: Settings): Promise<Parsed> {
  const target = { output: html ? "report-html" : "report", table: "tasks", headers: null, escapeFormulas: true, out: out ?? null, force } as const;
  return parseFiles({ files, together: false }, target, { ...settings, tell: out === undefined ? "nothing" : settings.tell });
}
