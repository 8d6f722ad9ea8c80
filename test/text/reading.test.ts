import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reading, readingOf } from "../../src/text/reading.ts";

describe("reading", () => {
  test.each([
    ["絳政辦發(fā)〔2023〕14號", "绛政办发〔2023〕14号"],
    ["人(rén)民政府", "人民政府"],
    ["發　布 機 構：縣政府", "发布机构:县政府"],
    ["平臺（PaaS）建設", "平台(PaaS)建设"],
    ["市科技局（A）", "市科技局(A)"],
  ])("%s", (printed, words) => {
    expect(reading(printed)).toBe(words);
  });

  test("leads back to the printed words, glosses passed over", () => {
    const printed = "現(xiàn)將 方案印發(fā)";
    const { text, at } = readingOf(printed);
    expect(text).toBe("现将方案印发");
    expect(printed.slice(at(2), at(text.indexOf("印") + 1) + 1)).toBe("方案印發");
  });

  test("offsets ascend for any text", () => {
    fc.assert(
      fc.property(fc.string(), (printed) => {
        const { text, at } = readingOf(printed);
        for (let i = 1; i <= text.length; i++) expect(at(i)).toBeGreaterThanOrEqual(at(i - 1));
        expect(at(text.length)).toBeLessThanOrEqual(printed.length);
      }),
    );
  });
});
