import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseDeadline } from "../../src/deadlines.ts";
import { explainedRules, explainRule, type ExplainedRule } from "../../src/rules/explained.ts";
import { parseAssignment } from "../../src/units.ts";
import { parseNotice } from "../../src/index.ts";

const basisOf: Readonly<Record<ExplainedRule["of"], (words: string) => string[]>> = {
  deadline: (words) => parseDeadline(words, { year: 2020, issued: "2020-06-08" }).flatMap(({ basis }) => basis),
  unit: (words) => {
    const { lead, support, responsible, others } = parseAssignment(words, { year: 2020, region: "340000" });
    return [...lead, ...support, ...responsible, ...others.map(({ unit }) => unit)].flatMap(({ basis }) => basis);
  },
  notice: () => [],
  link: () => [],
};

describe.each(explainedRules)("$id", ({ id, of, zh, en, source, examples, not }) => {
  test("has its sentence and its source in both languages", () => {
    expect(zh).toMatch(/\p{Script=Han}.*。$/u);
    expect(en).toMatch(/[a-z].*\.$/u);
    expect(source.zh).not.toBe("");
    expect(source.en).not.toBe("");
  });

  test.each(examples)("settles %s", (words) => {
    expect(basisOf[of](words)).toContain(id);
  });

  test.each(not)("does not settle %s", (words) => {
    expect(basisOf[of](words)).not.toContain(id);
  });

  test("explains itself", () => {
    expect(explainRule(id)).toMatchObject({ id, of });
  });
});

test("ids are given once, and none that is not there is explained", () => {
  expect(new Set(explainedRules.map(({ id }) => id)).size).toBe(explainedRules.length);
  expect(explainRule("MONTH_END")).toBeNull();
  expect(explainRule("constructor")).toBeNull();
  expect(explainRule("department:local:x")).toBeNull();
});

test("ids that carry a name are explained by what stands before it", () => {
  expect(explainRule("lookup:units.3")).toMatchObject({ id: "lookup" });
  expect(explainRule("lookup-conflict:units.3+units.4")).toMatchObject({ id: "lookup-conflict" });
  expect(explainRule("meta:PubDate")).toMatchObject({ id: "meta" });
});

test.each(["wanzheng-66.html", "guichi-2018.docx", "wuhu-kaoping.html", "liutiliucu-4.html"])("each reason in the result of %s is explained", async (name) => {
  const result = await parseNotice({ name, bytes: new Uint8Array(readFileSync(new URL(`../../corpus/seeds/files/${name}`, import.meta.url))) });
  const given = new Set<string>();
  JSON.stringify(result, (key, value: unknown) => {
    if (key === "assignment" && isRecord(value)) return { ...value, basis: undefined };
    if (key === "basis" && value !== undefined) for (const id of Array.isArray(value) ? value : [value]) given.add(String(id));
    return value;
  });
  expect(given.size).toBeGreaterThan(5);
  expect([...given].filter((id) => explainRule(id) === null)).toEqual([]);
});

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
