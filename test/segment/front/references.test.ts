import { expect, test } from "vitest";
import { openContext } from "../../../src/model/context.ts";
import { frame } from "../../../src/segment/front/frame.ts";
import { documentOf } from "../build-document.ts";
import { centred, letter } from "./pair.ts";

/** The references of a notice with a title and paragraphs: relation, number, title, verb. */
function read(title: string, ...paragraphs: readonly string[]): string[] {
  const document = documentOf([centred(title), "各区人民政府：", letter, ...paragraphs]);
  const { references } = frame(document, openContext()).front;
  for (const { words, verb } of references) for (const field of [words, verb]) for (const span of field?.quote?.spans.slice(0, 1) ?? []) expect(field?.text.startsWith(document.text.slice(span.start, span.end))).toBe(true);
  return references.map(({ relation, documentNumber, title: name, verb }) => [relation, documentNumber ?? "", name ?? "", verb?.text ?? ""].join("|"));
}

const plain = "示例市人民政府关于加强公开工作的通知";

test.each<[string, string, string[], string[]]>([
  ["the verb before the title says what is done", plain, ["为贯彻落实《省政府关于加强公开工作的意见》（皖政〔2021〕3号）精神，结合实际，制定本方案。"], ["implements|皖政〔2021〕3号|省政府关于加强公开工作的意见|贯彻落实"]],
  ["a list shares its verb", plain, ["根据《甲市公开办法》（甲政〔2020〕1号）、《乙市公开办法》（乙政〔2020〕2号）和丙市《关于公开的意见》要求办理。"], ["cites|甲政〔2020〕1号|甲市公开办法|根据", "cites|乙政〔2020〕2号|乙市公开办法|根据", "cites||关于公开的意见|根据"]],
  ["forwarded", plain, ["现将《国务院办公厅关于某事的通知》（国办发〔2020〕17号）转发给你们，请认真贯彻落实。"], ["transmits|国办发〔2020〕17号|国务院办公厅关于某事的通知|转发"]],
  ["amended", plain, ["对《示例市公开办法》（示政〔2018〕2号）作如下修改：", "新修订的《政府信息公开条例》已经施行。"], ["amends|示政〔2018〕2号|示例市公开办法|修改", "cites||政府信息公开条例|"]],
  ["supplemented", plain, ["现就《示例市公开办法》（示政〔2018〕2号）有关事项补充通知如下。"], ["supplements|示政〔2018〕2号|示例市公开办法|补充"]],
  ["no verb glued to a number", plain, ["围绕示综办〔2016〕127号要求，切实推进。", "严格执行示政〔2018〕2号文件。"], ["cites|示综办〔2016〕127号||围绕", "implements|示政〔2018〕2号||执行"]],
  ["what is only being made, what the notice brings, and short names are no other documents", plain, ["制定《示例市公开规划》，印发《示例市公开指南》。", "现将《2022年公开工作方案》印发给你们。", "按照《条例》第二十条和《方案》办理。", "填写《情况统计表》。"], []],
  ["no longer carried out", plain, ["不再执行《外商投资企业管理规定》中关于范围的限制。"], ["cites||外商投资企业管理规定|"]],
  ["of several mentions the one that says most, in order of the first with a number", plain, ["《示例市公开办法》施行以来成效明显。", "按照示政〔2019〕7号，落实《示例市公开办法》（示政〔2018〕2号）。", "《示例市公开办法》同时废止。"], ["cites|示政〔2019〕7号||按照", "repeals|示政〔2018〕2号|示例市公开办法|同时废止"]],
  ["in the notice's own title", "示例市人民政府关于贯彻落实《国务院关于加强公开工作的意见》的实施意见", [], ["implements||国务院关于加强公开工作的意见|贯彻落实"]],
  ["in the notice's own title, inner marks", "示例市人民政府关于贯彻落实〈国务院关于加强公开工作的意见〉的实施意见", ["根据《国务院关于加强公开工作的意见》（国发〔2020〕5号），提出以下意见。"], ["implements|国发〔2020〕5号|国务院关于加强公开工作的意见|贯彻落实"]],
  ["forwarded in the title without marks", "示例市人民政府办公室转发国务院办公厅关于做好某项工作的通知的通知", [], ["transmits||国务院办公厅关于做好某项工作的通知|转发"]],
  ["the plan that the title brings is none", "示例市人民政府关于印发《示例市公开工作方案》的通知", [], []],
  ["the report in the title", "示例市2025年《政府工作报告》重点工作任务分工", [], ["cites||政府工作报告|"]],
])("%s", (_, title, paragraphs, expected) => {
  expect(read(title, ...paragraphs)).toEqual(expected);
});
