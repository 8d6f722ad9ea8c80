import fc from "fast-check";
import { expect, test } from "vitest";
import { openContext } from "../../../src/model/context.ts";
import { formGrid } from "../../../src/read/html/grid.ts";
import { read } from "../../../src/read/read.ts";
import { checkInvariants } from "./reading.ts";

const names = ["p", "div", "span", "b", "table", "tr", "td", "th", "tbody", "tfoot", "ul", "ol", "li", "h2", "a", "nav", "caption", "form", "pre", "center", "font"];
const attributes = [
  "", "", "", ' class="nav"', ' class="footer"', ' class="zoom"', ' style="text-align:center"', " rowspan=2", " colspan=3", " rowspan=0", ' href="/x"', " hidden",
  ' style="display:none"', ' style="display:table"', ' style="display:table-row"', ' style="display:table-cell"', ' style="page-break-before:always"', " height=0",
];
const words = ["任务", "市财政局负责", " ", "\n  ", "　　一、", "&nbsp;", "年底前。", "发布时间：2020 ", "阅读次数：3", "<br>", "<br/>　　", "a b", "<!-- x -->", "<hr>", "𠮷"];

const piece = fc.oneof(
  fc.constantFrom(...words),
  fc.tuple(fc.constantFrom(...names), fc.constantFrom(...attributes)).map(([name, attribute]) => `<${name}${attribute}>`),
  fc.constantFrom(...names).map((name) => `</${name}>`),
);

test("any markup is read without loss, and every fragment leads back", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      const bytes = new TextEncoder().encode(`<html><body>${pieces.join("")}`);
      const context = openContext();
      const { document } = await read({ name: "a.html", bytes, uri: null, role: "notice", label: null }, 0, context);
      if (document === null) expect(context.diagnostics.map(({ code }) => code).filter((code) => code !== "words/hidden")).toEqual(["html/no-text"]);
      else checkInvariants(document, bytes);
    }),
    { numRuns: 400, seed: 7 },
  );
});

test("cells and missing slots tile any grid", () => {
  const span = fc.constantFrom(null, "1", "2", "3", "0", "x");
  const cell = fc.record({ colspan: span, rowspan: span });
  const rows = fc.array(fc.record({ cells: fc.array(cell, { maxLength: 5 }), spacer: fc.boolean() }), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(rows, { maxLength: 3 }), (groups) => {
      const grid = formGrid(groups, 50_000);
      const slots = grid.cells.flatMap(({ r0, r1, c0, c1 }) => {
        const own: string[] = [];
        for (let r = r0; r < r1; r++) for (let c = c0; c < c1; c++) own.push(`${String(r)},${String(c)}`);
        expect(own.length).toBeGreaterThan(0);
        return own;
      });
      slots.push(...grid.missing.map(({ row, column }) => `${String(row)},${String(column)}`));
      expect(new Set(slots).size).toBe(slots.length);
      expect(slots.length).toBe(grid.rows * grid.columns);
    }),
    { seed: 7 },
  );
});
