import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinQuotes, offsetOf, partOf, placesOf, quote, spansWithin } from "../../src/model/quote.ts";
import { documentOf } from "../segment/build-document.ts";

const document = documentOf(["甲乙丙", "丁戊", "己庚辛壬"]);
const spans = document.blocks.map((block) => block.span);
const words = (found: readonly { start: number; end: number }[]): string[] => found.map(({ start, end }) => document.text.slice(start, end));

test("a quote joins its spans by line feeds", () => {
  expect(quote(document, ...spans).text).toBe("甲乙丙\n丁戊\n己庚辛壬");
});

test("an offset in a quote leads back to the document", () => {
  expect(words(spansWithin(quote(document, ...spans), 1, 8))).toEqual(["乙丙", "丁戊", "己"]);
});

test("a part leaves out the white space at its ends", () => {
  expect(partOf(quote(document, ...spans), 3, 7).text).toBe("丁戊");
  expect(words(partOf(quote(document, ...spans), 3, 7).spans)).toEqual(["丁戊"]);
});

test("any part says the same by its text and by its spans", () => {
  const whole = quote(document, ...spans);
  fc.assert(
    fc.property(fc.nat(whole.text.length), fc.nat(whole.text.length), (a, b) => {
      const part = partOf(whole, Math.min(a, b), Math.max(a, b));
      expect(words(part.spans).join("")).toBe(part.text.replace(/\n/gu, ""));
    }),
  );
});

test("the offset of a part is where it was cut out, also when the same words stand before it", () => {
  const whole = quote(document, ...spans);
  fc.assert(
    fc.property(fc.nat(whole.text.length), fc.nat(whole.text.length), (a, b) => {
      const part = partOf(whole, Math.min(a, b), Math.max(a, b));
      expect(whole.text.slice(0, offsetOf(whole, part)).trim()).toBe(part.text === "" ? whole.text : whole.text.slice(0, Math.min(a, b)).trim());
    }),
  );
  const twice = documentOf(["任务：任"]);
  const [line] = twice.blocks.map((block) => quote(twice, block.span));
  expect(offsetOf(line!, partOf(line!, 3, 4))).toBe(3);
});

test("joined quotes can be cut again", () => {
  const [one, two] = [quote(document, ...spans.slice(0, 1)), quote(document, ...spans.slice(2))];
  const joined = joinQuotes([one, two]);
  expect(words(partOf(joined, 4, 6).spans)).toEqual(["己庚"]);
});

describe("places", () => {
  test("neighbouring pieces of one element are one place", () => {
    const start = spans[0]?.start ?? 0;
    expect(placesOf(document, [{ start, end: start + 1 }, { start: start + 2, end: start + 3 }])).toEqual([
      { source: 0, kind: "element", path: "p[1]", start: 0, end: 3 },
    ]);
  });

  test("text of several elements has several places, clipped to the words", () => {
    expect(placesOf(document, [{ start: 2, end: 5 }])).toEqual([
      { source: 0, kind: "element", path: "p[1]", start: 2, end: 3 },
      { source: 0, kind: "element", path: "p[2]", start: 0, end: 1 },
    ]);
  });
});
