/** Drafts told in few words, for tests. */
import { openContext, type Context } from "../../src/model/context.ts";
import type { NoticeDocument } from "../../src/model/document.ts";
import type { NoticeDraft, TaskDraft } from "../../src/model/draft.ts";
import { atOnce } from "../../src/model/steps.ts";
import { segment } from "../../src/segment/segment.ts";
import { measureCoverage } from "../../src/validate/coverage.ts";
import { documentOf, type Sketch } from "./build-document.ts";

/** A document cut up, with its findings and the text that nothing claimed. */
export interface Cut {
  readonly draft: NoticeDraft;
  readonly tasks: readonly string[];
  readonly findings: readonly string[];
  readonly unclaimed: readonly string[];
}

/** Segments a sketched document. */
export function cut(sketches: readonly Sketch[]): Cut {
  const document: NoticeDocument = documentOf(sketches);
  const context: Context = openContext();
  const draft = atOnce(segment(document, context));
  const coverage = measureCoverage(document, draft.claims, [], context);
  return {
    draft,
    tasks: draft.tasks.map(brief),
    findings: context.diagnostics.map(({ code }) => code),
    unclaimed: coverage.unclaimed.map(({ text }) => text),
  };
}

/** One task on one line: number, path, heading, text, units by role, times; fields that are blank are left out. */
function brief(task: TaskDraft): string {
  const units = task.allocations.map(({ role, origin, quote }) => `${role ?? "clause"}${origin === "cell" || origin === "clause" ? "" : `(${origin})`}=${oneLine(quote.text)}`);
  const times = task.times.map(({ origin, quote, share }) => `${origin}=${oneLine(quote.text)}${share === null ? "" : ` [${share.index + 1} of ${share.of}]`}`);
  return [
    task.kind === "task" ? "" : task.kind,
    task.group === null ? "" : `<${task.group}>`,
    task.number ?? "",
    task.label ?? "",
    task.part === null ? "" : `part ${task.part}`,
    task.weight === null ? "" : `${task.weight}%`,
    task.path.length === 0 ? "" : `${task.path.join(" > ")} >`,
    task.heading === null ? "" : `[${task.heading}]`,
    oneLine(task.text.text),
    units.length === 0 ? "" : `{${units.join(" ")}}`,
    times.length === 0 ? "" : `@${times.join(" ")}`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function oneLine(text: string): string {
  return text.replace(/\n/gu, "⏎");
}
