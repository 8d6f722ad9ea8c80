import { expect, test } from "vitest";
import { onOneLine } from "../../src/text/lines.ts";

test("a pattern finds what runs over two lines, and the way back", () => {
  const printed = "第2项由区公安\n分局牵头";
  const { text, at } = onOneLine(printed);
  const start = text.indexOf("公安分局");
  expect(text).toBe("第2项由区公安分局牵头");
  expect(printed.slice(at(start), at(start + 3) + 1)).toBe("公安\n分局");
});

test("one line is its own", () => {
  const { text, at } = onOneLine("市财政局");
  expect([text, at(2)]).toEqual(["市财政局", 2]);
});
