/** Telephone and identity numbers go; what only looks like them, ids and addresses stay. */
import { expect, test } from "vitest";
import { findPersonal, maskPersonal, maskText, personalIn } from "../../src/dataset/personal.ts";
import { twoNotices } from "./editions.ts";

test.each([
  ["联系人：张某，13800138000；李某，0551-62602345转801。", "联系人：张某，***********；李某，****-********转***。"],
  ["身份证１１０１０５１９４９１２３１００２Ｘ", "身份证******************"],
  ["铜政办〔2021〕8号，索引号000014349/2021-00066，投资13800138000元", "铜政办〔2021〕8号，索引号000014349/2021-00066，投资13800138000元"],
  ["电话：62602345、62602346", "电话：********、********"],
])("%s", (text, masked) => {
  expect(maskText(text)).toBe(masked);
  expect(masked).toHaveLength(text.length);
  expect(findPersonal(masked)).toEqual([]);
});

test("a result is masked in its words and nowhere else, places hold, and it is said where", () => {
  const { result } = twoNotices[1]!;
  const phone = "13800138000";
  const [task] = result.tasks;
  const source = { ...result.sources[0]!, name: `${phone}.html`, uri: `https://x.cn/${phone}` };
  const dirty = {
    ...result,
    sources: [source],
    notice: { ...result.notice, sections: [{ ...result.notice.sections[0]!, text: `联系电话${phone}。` }], indexNumber: phone, evidence: { indexNumber: { text: phone, place: [], basis: "label" } } },
    tasks: [{ ...task!, text: `找王某（${phone}）`, assignment: { ...task!.assignment, people: [{ name: `王某${phone}`, role: "联络员", unit: null }] } }],
    diagnostics: [{ ...result.diagnostics[0]!, actual: phone, task: phone }],
  };
  const { result: clean, masked } = maskPersonal(dirty);
  expect(clean.sources).toEqual(dirty.sources);
  expect(clean.notice.indexNumber).toBe(phone);
  expect(clean.notice.sections[0]?.text).toBe("联系电话***********。");
  expect(clean.tasks[0]?.text).toBe("找王某（***********）");
  expect(clean.tasks[0]?.assignment.people[0]?.name).toBe("王某***********");
  expect(clean.diagnostics[0]).toMatchObject({ actual: "***********", task: phone });
  expect(masked.map(({ field }) => field)).toEqual(["notice.sections.text", "tasks.text", "tasks.assignment.people.name", "diagnostics.actual"]);
  expect(JSON.stringify(masked)).not.toContain(phone);
  expect(personalIn(clean)).toEqual([]);
  expect(personalIn(dirty)).toEqual(masked);
  expect(maskPersonal(result).result).toEqual(result);
});
