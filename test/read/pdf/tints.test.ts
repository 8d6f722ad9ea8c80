/** Edges of coloured areas, and white lines on them, as lines of a table. */
import { describe, expect, test } from "vitest";
import type { Rule } from "../../../src/read/grid/ink.ts";
import { tintRules, type Tint } from "../../../src/read/grid/tints.ts";

const [grey, blue] = [0xdddddd, 0x99bbee];

function area(left: number, top: number, right: number, bottom: number, color = grey): Tint {
  return { box: [left, top, right, bottom], color };
}

function across(at: number, from: number, to: number): Rule {
  return { axis: "horizontal", at, from, to };
}

function down(at: number, from: number, to: number): Rule {
  return { axis: "vertical", at, from, to };
}

describe("coloured areas as lines", () => {
  test("bands as wide as each other have an upper and a lower edge", () => {
    const bands = [area(60, 100, 500, 120, blue), area(60, 140, 500, 160)];
    expect(tintRules(bands, [], []).rules).toEqual([100, 120, 140, 160].map((at) => across(at, 60, 500)));
  });

  test("cells filled each for itself have sides", () => {
    const cells = [100, 121].flatMap((top) => [area(60, top, 199, top + 20), area(201, top, 500, top + 20)]);
    expect(tintRules(cells, [], []).rules.filter(({ axis }) => axis === "vertical").map(({ at }) => at)).toEqual([60, 200, 500, 60, 200, 500]);
  });

  test.each([
    ["a heading on colour", [area(60, 100, 500, 120)]],
    ["bars of different lengths", [area(60, 100, 300, 110), area(60, 120, 400, 130), area(60, 140, 250, 150)]],
    ["a page on colour", [area(0, 0, 595, 842), area(0, 0, 595, 841, blue)]],
    ["strokes of letters and lines", [area(60, 100, 500, 102), area(60, 120, 500, 122)]],
  ])("%s shows none", (_, areas) => {
    expect(tintRules(areas, [], []).rules).toEqual([]);
  });

  test("lines of text set off in one colour are one area", () => {
    const lines = [100, 112, 124, 136].map((top) => area(60, top, 500, top + 12));
    expect(tintRules(lines, [], []).rules).toEqual([]);
  });

  test("nobody sees an area on a larger one of its colour", () => {
    const rows = [100, 121].flatMap((top) => [area(60, top, 500, top + 20, top === 100 ? blue : grey), area(62, top + 2, 498, top + 12, top === 100 ? blue : grey)]);
    expect(tintRules(rows, [], []).rules.map(({ at }) => at)).toEqual([100, 120, 121, 141]);
  });

  test("words set off in a cell between lines in ink are no row", () => {
    const ink = [60, 200, 340, 500].map((at) => down(at, 90, 300));
    expect(tintRules([area(205, 100, 330, 112), area(205, 140, 330, 152)], [], ink).rules).toEqual([]);
  });

  test("a white line is one on colour, and none on paper", () => {
    const white = [across(150, 60, 500), across(400, 60, 500), down(200, 100, 200)];
    expect(tintRules([area(60, 100, 500, 200)], white, []).rules).toEqual([across(150, 60, 500), down(200, 100, 200)]);
  });

  test("white lines across a coloured block and down it make a table of it, with sides where the colour ends, however tall it is", () => {
    const block = [area(60, 100, 500, 120, blue), area(60, 120, 500, 500)];
    const white = [across(120, 60, 500), across(140, 60, 500), across(300, 60, 500), down(200, 140, 500)];
    const { rules } = tintRules(block, white, []);
    expect(rules.filter(({ axis }) => axis === "vertical")).toEqual([down(200, 140, 500), down(60, 100, 500), down(500, 100, 500)]);
  });

  test("a picture of colour with one white line has no sides", () => {
    expect(tintRules([area(60, 100, 500, 200)], [across(150, 60, 500), down(200, 100, 200)], []).rules.filter(({ axis }) => axis === "vertical")).toEqual([down(200, 100, 200)]);
  });

  test("thousands of areas are a drawing", () => {
    const areas = Array.from({ length: 1600 }, (_, i) => area(60, 10 * i, 500, 10 * i + 8, i));
    expect(tintRules(areas, [], []).rules).toEqual([]);
  });
});
