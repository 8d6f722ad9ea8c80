/** Whatever stands in a document: nothing is taken twice, nothing lost, and the time grows with the length. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { openContext } from "../../../src/model/context.ts";
import { frame } from "../../../src/segment/front/frame.ts";
import { documentOf, type Sketch } from "../build-document.ts";
import { expectWholeFrame } from "./whole-frame.ts";
import { cpuTime } from "../../cpu-time.ts";

const words = [
  "示例市人民政府文件", "示政〔2020〕7号", "示例市人民政府关于", "印发2020年工作要点的通知", "2020年工作要点", "各区人民政府，市政府各部门：",
  "现将《2020年工作要点》印发给你们。", "附件：1.任务清单 2.联系表", "附件1", "附件：任务清单", "示例市人民政府", "2020年6月8日", "（此件公开发布）",
  "2020年6月8日（此件公开发布）抄送：市委。", "索引号：A1/2020-1 文号：示政〔2020〕7号", "发布时间：2020-06-09 来源：市府 字体：【大 中 小】", "文号：", "特急", "机密★1年",
  "一、推进公开。", "省长　　王某某", "抄送：市委各部门。", "示例市人民政府办公室 2020年6月9日印发", "》》《（", "签发人：王某", "（征求意见稿）", "第7号", "示例省人民政府令", "责任编辑：", "",
] as const;

const sketch: fc.Arbitrary<Sketch> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ text: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n")), align: fc.constantFrom(null, "center", "right"), bold: fc.boolean() }) },
  { weight: 2, arbitrary: fc.array(fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 }).map((table) => ({ table })) },
  { weight: 1, arbitrary: fc.constantFrom(...words).map((furniture) => ({ furniture })) },
);

test("any order of elements", () => {
  fc.assert(
    fc.property(fc.array(sketch, { maxLength: 14 }), (sketches) => {
      const document = documentOf(sketches);
      expectWholeFrame(document, frame(document, openContext()));
    }),
    { numRuns: 600 },
  );
});

test.each([
  ["dates", "2020年6月8日"],
  ["attachment headings", "附件1"],
  ["lists", "附件：1.任务清单"],
  ["title marks", "》《》》印发（"],
  ["titles", "关于印发2020年工作要点的通知"],
  ["labels", "文号：索引号："],
  ["numbers", "根据国发〔2020〕5号和《关于工作的通知》（国发〔2021〕6号）"],
  ["plain words", "推进公开"],
])("many %s take time in proportion", (_, line) => {
  const time = (count: number): number => {
    const document = documentOf(Array.from({ length: count }, () => ({ text: line, align: "center" as const })));
    const start = cpuTime();
    frame(document, openContext());
    return cpuTime() - start;
  };
  time(200);
  const [short, long] = [Math.max(5, time(1000)), time(8000)];
  expect(long / short).toBeLessThan(40);
});
