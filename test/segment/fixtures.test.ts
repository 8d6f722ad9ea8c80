/** Fixture pairs: a sketched document and what segmenting makes of it. The folders are the list of what is known. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Sketch } from "./build-document.ts";
import { cut } from "./brief.ts";

interface Fixture {
  readonly document: readonly Sketch[];
  readonly tasks: readonly string[];
  readonly sections: readonly string[];
  readonly rules: readonly string[];
  readonly findings: readonly string[];
}

describe.each(["table", "outline"])("%s", (folder) => {
  const directory = new URL(`./${folder}/fixtures/`, import.meta.url);
  test.each(readdirSync(directory))("%s", (name) => {
    const fixture = JSON.parse(readFileSync(new URL(name, directory), "utf8")) as Fixture;
    const { draft, tasks, findings, unclaimed } = cut(fixture.document);
    expect(tasks).toEqual(fixture.tasks);
    expect(draft.sections.map(({ kind, path, text }) => `${kind}: ${[...path, text.text.replace(/\n/gu, "⏎")].join(" > ")}`)).toEqual(fixture.sections);
    expect(draft.rules.map(({ kind, fromTask, quote }) => `${kind} from ${fromTask}: ${quote.text}`)).toEqual(fixture.rules);
    expect(findings).toEqual(fixture.findings);
    expect(unclaimed).toEqual([]);
  });
});
