/** What holds for the document of every reader: spans ascend, each character that is seen stands in one fragment, and places are as long as what they lead to. */
import { expect } from "vitest";
import type { NoticeDocument } from "../../src/model/document.ts";
import { checkBlocks } from "./grid-checks.ts";

export function checkWhole(document: NoticeDocument): void {
  checkBlocks(document);
  let end = 0;
  for (const { span, place } of document.fragments) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(document.text.slice(end, span.start)).toMatch(/^\s*$/u);
    end = span.end;
    if (place.kind === "element") {
      expect((place.end ?? 0) - (place.start ?? 0)).toBe(span.end - span.start);
      continue;
    }
    const [left, top, right, bottom] = place.bbox;
    expect(document.sheets?.some(({ page }) => page === place.page)).toBe(true);
    expect(right).toBeGreaterThanOrEqual(left);
    expect(bottom).toBeGreaterThanOrEqual(top);
  }
  expect(document.text.slice(end)).toMatch(/^\s*$/u);
}
