import { describe, expect, test } from "vitest";
import { namedDocument, relationRows, statedRelation } from "../../../src/rules/metadata/relations.ts";

/** What the words around X say. */
function stated(text: string): { id: string; verb: string } | null {
  const [before = "", behind = ""] = text.split("X");
  const found = statedRelation(before, behind);
  return found === null ? null : { id: found.row.id, verb: (found.side === "before" ? before : behind).slice(found.start, found.end) };
}

describe.each(relationRows.map((row) => [row.id, row] as const))("relation %s", (id, row) => {
  test("has examples and counter-examples", () => {
    expect(row.examples).not.toHaveLength(0);
    expect(row.not).not.toHaveLength(0);
  });
  test.each(row.examples)("reads $text", ({ text, verb }) => {
    expect(stated(text)).toEqual({ id, verb });
  });
  test.each(row.not)("leaves %s", (text) => {
    expect(stated(text)?.id).not.toBe(id);
  });
});

test("every verb belongs to one row", () => {
  const verbs = relationRows.flatMap((row) => row.before);
  expect(new Set(verbs).size).toBe(verbs.length);
});

test.each(["国务院办公厅关于某事的通知", "某某纲要（2015—2020年）", "某省规划", "管理办法（试行）", "政府工作报告", "中华人民共和国律师法"])("%s is a document", (title) => {
  expect(namedDocument.test(title)).toBe(true);
});

test.each(["不动产登记证明", "国民经济行业分类", "政务公开工作交流", "统计表", "做法"])("%s is no document that is named by its title alone", (title) => {
  expect(namedDocument.test(title)).toBe(false);
});
