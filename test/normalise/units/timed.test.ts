/** Times in the brackets behind names: each for its own unit. */
import { expect, test } from "vitest";
import { readIn } from "./reading.ts";

test.each([
  ["市住建局（牵头，6月底前）、市财政局（配合）", ["lead 市住建局", "support 市财政局"], ["6月底前 市住建局"]],
  ["县财政局（5月15日前）和各乡镇（5月25日前）", ["responsible 县财政局", "responsible 各乡镇"], ["5月15日前 县财政局", "5月25日前 各乡镇"]],
  ["县司法局（5月20日前）；县综合执法局（持续推进）", ["responsible 县司法局", "responsible 县综合执法局"], ["5月20日前 县司法局", "持续推进 县综合执法局"]],
  ["市财政局（6月底前完成）、市税务局", ["responsible 市财政局", "responsible 市税务局"], ["6月底前完成 市财政局"]],
  ["市住建局、市城管局（9月底前）牵头，市财政局配合", ["lead 市住建局", "lead 市城管局", "support 市财政局"], ["9月底前 市城管局"]],
  ["各县（市、区）政府（2024年12月31日前）", ["responsible 各县（市、区）政府"], ["2024年12月31日前 各县（市、区）政府"]],
  ["市交通委（市道运局）、市数据局（2019年设立）", ["responsible 市交通委（市道运局）", "responsible 市数据局（2019年设立）"], []],
])("%s", (text, units, times) => {
  const { members, deadlineRanges, deadlineOwners, unread } = readIn("责任单位", text);
  expect(members.map(({ role, text: name }) => `${role} ${name}`)).toEqual(units);
  expect(deadlineRanges.map(([start, end], i) => `${text.slice(start, end)} ${deadlineOwners[i] ?? ""}`)).toEqual(times);
  expect(unread).toEqual([]);
});
