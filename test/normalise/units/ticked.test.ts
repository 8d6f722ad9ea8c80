/** Boxes of a form take time by their number. */
import { expect, test } from "vitest";
import { readTicked } from "../../../src/normalise/units/ticked.ts";
import { surelySuperlinear } from "../../hostile/growth.ts";

test.each(["☑县水利局 ☐县公安局 ", "县水利局☑ 县公安局☐ ", "☑", "☐\n", "☑、、、、 "])("%j", async (piece) => {
  expect(await surelySuperlinear((length) => piece.repeat(length), (text) => readTicked(text, (words) => words.includes("局")))).toBeNull();
});
