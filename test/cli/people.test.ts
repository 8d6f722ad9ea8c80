import { describe as group, expect, test } from "vitest";
import { describe, summarise } from "../../src/cli/people.ts";
import { diagnose } from "../../src/model/context.ts";
import type { Place } from "../../src/model/position.ts";
import { printable } from "../../src/text/shown.ts";

const stream = process.stderr;
const element: Place = { source: 0, kind: "element", path: "/html/body/p[3]", start: 4, end: 8 };
const page: Place = { source: 0, kind: "page", page: 3, bbox: [0, 0, 1, 1] };
const line = (...[code, details]: Parameters<typeof diagnose>) => ({
  zh: plain(describe(diagnose(code, details), { file: "a.html", language: "zh", stream })),
  en: plain(describe(diagnose(code, details), { file: "a.html", language: "en", stream })),
});

/** Without colours: FORCE_COLOR may be set where the tests run. */
function plain(text: string): string {
  return text.replace(/\u001B\[\d+m/gu, "");
}

group("a finding on one line", () => {
  test("names file, severity, code, sentence and place", () => {
    const { zh, en } = line("deadline/unrecognized", { actual: "适时推进", place: [element, page] });
    expect(zh).toBe("a.html: 警告 deadline/unrecognized: 没有规则能读懂完成时限“适时推进”。 [/html/body/p[3] 4–8 +1]");
    expect(en).toBe("a.html: warning deadline/unrecognized: No rule reads the deadline “适时推进”. [/html/body/p[3] 4–8 +1]");
  });

  test("adds the printed words where the sentence does not hold them", () => {
    expect(line("task/empty-text", { actual: "（三）" }).zh).toBe("a.html: 警告 task/empty-text: 这一项没有任务内容。“（三）”");
  });

  test("shows pages", () => {
    expect(line("task/empty-text", { place: [page] })).toEqual({
      zh: "a.html: 警告 task/empty-text: 这一项没有任务内容。 [第 3 页]",
      en: "a.html: warning task/empty-text: This item has no words that say what to do. [page 3]",
    });
  });

  test("cuts long words and stays on one line", () => {
    const { zh } = line("segment/unclaimed-text", { actual: "字\n".repeat(500) });
    expect(zh.length).toBeLessThan(200);
    expect(zh).not.toContain("\n");
    expect(zh).toContain("…");
  });

  test("lets no file steer the terminal", () => {
    expect(line("segment/unclaimed-text", { actual: "\u001B]0;gone\u0007\u202Ereversed" }).zh).toContain("\uFFFD]0;gone\uFFFD\uFFFDreversed");
    expect(printable("a\r\nb\u0000\u009Bc")).toBe("a⏎b\uFFFD\uFFFDc");
  });
});

test("summarise counts by severity", () => {
  const diagnostics = [diagnose("unit/blank-cell"), diagnose("unit/blank-cell"), diagnose("segment/no-task")];
  expect(summarise(48, "tasks", diagnostics, { file: "a.html", language: "zh", stream })).toBe("a.html: 48 项任务，2 条警告，1 条提示");
  expect(summarise(2, "tables", diagnostics, { file: "a.html", language: "en", stream })).toBe("a.html: 2 tables, 2 warnings, 1 note");
});
