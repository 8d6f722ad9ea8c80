import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { writeXlsx } from "../../../src/emit/xlsx.ts";
import { parseNotice, type ParseResult, type Task } from "../../../src/index.ts";
import { faultsOf } from "../../hostile/judge.ts";
import { rezip, unzip } from "../../hostile/parts.ts";

const seed = (name: string): Promise<ParseResult> => parseNotice({ name, bytes: new Uint8Array(readFileSync(new URL(`../../../corpus/seeds/files/${name}`, import.meta.url))) });

async function ledgerOf(...results: readonly ParseResult[]): Promise<Uint8Array> {
  const chunks: (string | Uint8Array)[] = [];
  async function* all(): AsyncGenerator<ParseResult, void, undefined> {
    for (const result of results) yield await Promise.resolve(result);
  }
  for await (const piece of writeXlsx(all(), { headers: "zh" })) chunks.push(piece);
  return new Uint8Array(Buffer.concat(chunks.map((chunk) => Buffer.from(chunk))));
}

const readBack = async (bytes: Uint8Array): Promise<ParseResult> => parseNotice({ name: "台账.xlsx", bytes });
const names = (units: Task["assignment"]["lead"]): string[] => units.map(({ name }) => name);
/** A time that is printed twice, in two columns, is read once again. */
const told = ({ path, number, label, text, weight, due, deadlines, assignment: { lead, support, responsible } }: Task): unknown => ({
  path, mark: number ?? label, text, weight, due, times: [...new Set(deadlines.map((deadline) => deadline.text))].sort(), lead: names(lead), support: names(support), responsible: names(responsible),
});

test.each(["wanzheng-66.docx", "guichi-2018.docx", "wuhu-kaoping.html", "liutiliucu-4.html"])("the ledger of %s reads back to its tasks: words, units, times", async (name) => {
  const first = await seed(name);
  const again = await readBack(await ledgerOf(first));
  expect(faultsOf(again)).toEqual([]);
  expect(again.tasks.map(told)).toEqual(first.tasks.map(told));
  expect(again.notice.id).toBe(first.notice.id);
  expect(again.diagnostics.map(({ code }) => code)).toContain("sheet/own-ledger");
  expect(again.tasks[0]?.place[0]).toMatchObject({ path: expect.stringMatching(/^xl\/worksheets\/sheet2\.xml#[A-Z]+2$/u) as string });
});

test("what people change in it is read as changed, a hidden row is left out, an added column is kept", async () => {
  const parts = unzip(await ledgerOf(await seed("wanzheng-66.docx")));
  const sheet = new TextDecoder().decode(parts.get("xl/worksheets/sheet2.xml"));
  const [, unit = ""] = /<c r="P2"[^>]*><is><t[^>]*>([^<]+)</u.exec(sheet) ?? [];
  expect(unit).not.toBe("");
  const changed = sheet
    .replace(unit, "省水利厅")
    .replace('<row r="3" ', '<row r="3" hidden="1" ')
    .replace(/(<row r="1" .*?)<\/row>/u, '$1<c r="AF1" t="inlineStr"><is><t>进展情况</t></is></c></row>')
    .replace(/(<row r="2" .*?)<\/row>/u, '$1<c r="AF2" t="inlineStr"><is><t>已完成</t></is></c></row>');
  const { tasks, diagnostics } = await readBack(rezip(new Map([...parts, ["xl/worksheets/sheet2.xml", new TextEncoder().encode(changed)]])));
  expect(tasks).toHaveLength(47);
  expect(names(tasks[0]?.assignment.responsible ?? [])).toEqual(["省水利厅"].map((name) => expect.stringContaining(name.slice(1)) as string));
  expect(tasks[0]?.columns).toContainEqual({ header: "进展情况", text: "已完成" });
  expect(diagnostics.map(({ code }) => code)).toContain("sheet/hidden-rows");
});

test("a ledger of several notices holds the tasks of all", async () => {
  const [a, b] = await Promise.all([seed("guichi-2018.docx"), seed("liutiliucu-4.html")]);
  const { tasks } = await readBack(await ledgerOf(a, b));
  expect(tasks.map(({ text }) => text)).toEqual([...a.tasks, ...b.tasks].map(({ text }) => text));
});
