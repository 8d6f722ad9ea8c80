/** What must hold for any notice, however its parts are thrown together: nothing lost in silence, nothing claimed twice. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openContext } from "../../src/model/context.ts";
import { overlap } from "../../src/model/position.ts";
import { atOnce } from "../../src/model/steps.ts";
import { segment } from "../../src/segment/segment.ts";
import { measureCoverage } from "../../src/validate/coverage.ts";
import { documentOf, type Sketch } from "./build-document.ts";

const pieces: readonly Sketch[] = [
  { text: "示例市2021年重点工作任务分工方案", align: "center", bold: true },
  { text: "附件1", align: "left" },
  { text: "任务分解表", align: "center" },
  { text: "示例市人民政府办公室", align: "right" },
  { text: "2021年3月2日", align: "right" },
  { text: "稳就业", bold: true },
  { text: "推进改革", label: "（一）" },
  { table: [["序号", "任务", "责任单位"], ["1", "改造老旧小区20个。", "区住建局"], [{ text: "注：第一位的为牵头单位。", columns: 3 }]] },
  { table: [["索引号", "A1/2021-01", "发布日期", "2021-06-09"], ["文号", "", "名称", "关于2021年工作的意见"]] },
  "索引号", "发布机构", "有效性", "失效", "A1/2021-00012",
  "各乡镇人民政府：", "现将《示例方案》（以下简称《方案》）印发给你们。", "附件：1.2021年项目表", "2.责任分工表",
  "一、总体要求", "一、职责分工", "二、主要任务（市发改委牵头）", "（一）强化公开。一是做好公开。二是做好解读。", "（二）县公安局：负责查处。", "（三）保障措施",
  "1.建设科技园。完成厂房5万平方米。", "2.8月开工（市科技局）；9月投用（市财政局）。", "3.改造小区。责任单位：市住建局。完成时限：11月底。地点：城区。",
  "（市交通局牵头）", "责任单位：市科技局", "牵头领导：张某　责任单位：市水利局", "完成时限：2021年10月底前", "整改措施：", "权重：45%",
  "第一阶段：自查（3月）。", "第一阶段，自查；第二阶段，整改。", "第一工作组：负责征迁", "组　长：孙某", "成　员：党政办、财政所", "工作任务：完成拆迁。",
  "一要提高认识。", "二要强化排查。", "各单位要于每月5日前报送进展。", "县农业农村局：负责收储。", "三、本方案自印发之日起施行。", "联系人：王某，联系电话：1234567", "（此件公开发布）", "抄送：市委办公室。", "第三条　各部门应当建立清单。",
  "四、考核内容", "（五）日常考核（60%）。由市办打分。", "考核对象", "特此通知。", "議定事項一：關於供水問題",
];

describe("any notice", () => {
  test("each character is claimed once or listed as unclaimed, and claims never overlap", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (sketches) => {
        const document = documentOf(sketches);
        const context = openContext();
        const { claims, tasks } = atOnce(segment(document, context));
        const ordered = [...claims].sort((a, b) => a.span.start - b.span.start);
        for (const [i, claim] of ordered.entries()) {
          const next = ordered[i + 1];
          if (next !== undefined) expect(overlap(claim.span, next.span), `${claim.owner} and ${next.owner}: ${document.text.slice(claim.span.start, claim.span.end)}`).toBe(false);
        }
        expect(measureCoverage(document, claims, [], context).unclaimed.map(({ text }) => text)).toEqual([]);
        for (const task of tasks) for (const { quote } of task.allocations) expect(quote.text.trim()).not.toBe("");
      }),
      { numRuns: 400 },
    );
  });
});
