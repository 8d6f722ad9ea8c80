/** A task stands where its own words stand, not where a heading begins that is merged over many rows. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseNotice } from "../../src/pipeline.ts";

const page = `<!DOCTYPE html><meta charset="utf-8"><h1>任务分工</h1><table><tr><th>类别</th><th>序号</th><th>工作任务</th><th>责任单位</th></tr>
<tr><td rowspan="3">一、公开</td><td>1</td><td>编制清单</td><td>市财政局</td></tr><tr><td>2</td><td>公开预算</td><td>市审计局</td></tr><tr><td>3</td><td>报送进展</td><td rowspan="1">市教育局</td></tr></table>`;

test("its first place is that of its own text, and the merged heading is still among its places", async () => {
  const { tasks } = await parseNotice({ name: "a.html", bytes: new TextEncoder().encode(page) });
  const rows = tasks.map(({ place }) => place.map((one) => (one.kind === "element" ? one.path.replace(/^.*table\/tbody\//u, "") : "")));
  expect(rows.map(([first]) => first)).toEqual(["tr[2]/td[3]", "tr[3]/td[2]", "tr[4]/td[2]"]);
  for (const row of rows) expect(row).toContain("tr[2]/td[1]");
});

test("of a table over fifteen pages, the page is the one on which the words are printed", async () => {
  const bytes = new Uint8Array(readFileSync(new URL("../../corpus/seeds/files/wanzheng-66.pdf", import.meta.url)));
  const { tasks } = await parseNotice({ name: "wanzheng-66.pdf", bytes });
  const pages = tasks.map(({ place: [first] }) => (first?.kind === "page" ? first.page : 0));
  // Read off with pdftotext: the page on which the first nine characters of each task stand. The heading of tasks 1 to 9 stands on page 2.
  expect(pages.slice(0, 9)).toEqual([2, 2, 2, 3, 3, 3, 4, 4, 4]);
  expect(pages.at(-1)).toBe(16);
  expect(pages).toEqual([...pages].sort((a, b) => a - b));
});
