import { expect, test } from "vitest";
import { addAll } from "../../src/model/add-all.ts";
import { largest, smallest } from "../../src/model/extremes.ts";

/** More than a call takes as arguments. */
const many = Array.from({ length: 300_000 }, (_, i) => (i * 7919) % 300_007);

test("the extremes of more numbers than a call takes", () => {
  expect(() => Math.max(...many)).toThrow(RangeError);
  expect([smallest(many), largest(many)]).toEqual([0, many.reduce((a, b) => (a > b ? a : b))]);
});

test.each([[[], Infinity, -Infinity], [[3], 3, 3], [[-1, 2, -5], -5, 2]])("the extremes of %j", (values, least, most) => {
  expect([smallest(values), largest(values)]).toEqual([least, most]);
});

test("a list takes more than a call does", () => {
  const list = [1];
  addAll(list, many);
  expect([list.length, list.at(1), list.at(-1)]).toEqual([300_001, many[0], many.at(-1)]);
});
