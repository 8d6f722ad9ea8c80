/** Telephone and identity numbers go; what only looks like them, ids and addresses stay. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import type { Item } from "../../../src/batch/item.ts";
import { runProgram } from "../../../src/cli/program.ts";
import { findPersonal, maskPersonal, maskText, personalIn } from "../../../src/dataset/correct/personal.ts";
import { diagnose } from "../../../src/model/context.ts";
import { maskNames } from "../../../src/dataset/gather/source-names.ts";
import { twoNotices } from "../editions.ts";

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
  // Names of files are masked where the sources are found, so that all that refers to them agrees.
  expect(clean.sources).toEqual(dirty.sources);
  expect(clean.notice.indexNumber).toBe(phone);
  expect(clean.notice.sections[0]?.text).toBe("联系电话***********。");
  expect(clean.tasks[0]?.text).toBe("找王某（***********）");
  expect(clean.tasks[0]?.assignment.people[0]?.name).toBe("王某***********");
  expect(clean.diagnostics[0]).toMatchObject({ actual: "***********", task: phone });
  expect(masked.map(({ field }) => field)).toEqual(["notice.sections.text", "tasks.text", "tasks.assignment.people.name", "diagnostics.actual"]);
  expect(JSON.stringify(masked)).not.toContain(phone);
  const [rule] = masked.map((one) => one.rule);
  expect(personalIn(clean)).toEqual([{ rule, field: "sources.name" }]);
  expect(personalIn(dirty)).toEqual([{ rule, field: "sources.name" }, ...masked]);
  expect(maskPersonal(result).result).toEqual(result);
});

describe("names of files", () => {
  const named = (...names: string[]): Item[] => names.map((name) => ({ name, files: [{ path: `/in/${name}`, name, role: "notice", label: null, uri: null }], options: {} }));

  test.each([
    ["13800138000.html", "***********.html"],
    ["二季度/联系人13800138000.docx", "二季度/联系人***********.docx"],
    ["张某_13800138000_签收.pdf", "张某_***********_签收.pdf"],
    ["张某-138-0013-8000.pdf", "张某-***-****-****.pdf"],
    ["0551-62602345.html", "****-********.html"],
    ["0551_62602345/a.html", "****_********/a.html"],
    ["身份证11010519491231002X.pdf", "身份证******************.pdf"],
    ["１３８００１３８０００.html", "***********.html"],
    ["电话62602345.txt", "电话********.txt"],
    ["t20210513_4571.html", "t20210513_4571.html"],
    ["皖政办秘-2020-66.docx", "皖政办秘-2020-66.docx"],
    ["000014349-2021-00066.pdf", "000014349-2021-00066.pdf"],
    ["20210715.html", "20210715.html"],
    ["11010519491231002.pdf", "11010519491231002.pdf"],
    ["A13800138000.html", "A13800138000.html"],
  ])("%s", (name, masked) => {
    expect(maskNames(named(name)).map((item) => [item.name, item.files[0].name, item.files[0].path])).toEqual([[masked, masked, `/in/${name}`]]);
    expect(personalIn({ readings: [{ item: masked, files: [{ name: masked }] }] })).toEqual([]);
    expect(personalIn({ item: name }).length).toBe(name === masked ? 0 : 1);
  });

  test("are not told by what is said of the file", () => {
    const [item] = named("13800138000.html").map((one) => ({ ...one, findings: [diagnose("input/manifest-twice", { params: { name: one.name, entries: "1, 2" } })] }));
    const [plain] = named("a.html").map((one) => ({ ...one, findings: [diagnose("input/manifest-twice", { params: { name: one.name, entries: "1, 2" } })] }));
    if (item === undefined || plain === undefined) throw new Error("two items");
    expect(maskNames([item, plain]).map(({ findings }) => findings?.length ?? 0)).toEqual([0, 1]);
  });

  test("stay names of one file each", () => {
    const items = named("13800138000.html", "13900139000.html", "***********.html", "a.html");
    expect(maskNames(items).map(({ name, files: [{ path }] }) => [name, path])).toEqual([
      ["***********.html", "/in/***********.html"],
      ["***********~2.html", "/in/13800138000.html"],
      ["***********~3.html", "/in/13900139000.html"],
      ["a.html", "/in/a.html"],
    ]);
  });

  test("hold no number in anything that a dataset publishes", async () => {
    const folder = mkdtempSync(join(tmpdir(), "fengong-names-"));
    try {
      mkdirSync(join(folder, "in"));
      for (const name of ["13800138000.html", "张某_13900139000.html"]) cpSync(new URL("../../../corpus/seeds/files/liutiliucu-4.html", import.meta.url), join(folder, "in", name));
      writeFileSync(join(folder, "in", "身份证11010519491231002X.html"), "");
      const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
      expect(await runProgram(["dataset", "build", join(folder, "in"), "--out", join(folder, "data")], { stdin, stdout, stderr, language: "zh" }), String(stderr.read())).toBe("ok");
      for (const file of readdirSync(join(folder, "data"), { recursive: true, encoding: "utf8" })) {
        if (file.startsWith("cache") || !statSync(join(folder, "data", file)).isFile()) continue;
        expect([file, /1[389]\d00\d{3}000|11010519491231002/u.exec(readFileSync(join(folder, "data", file), "latin1"))?.[0] ?? null]).toEqual([file, null]);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
