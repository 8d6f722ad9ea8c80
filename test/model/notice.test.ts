import { expect, test } from "vitest";
import { z } from "zod";
import { parseResultSchema } from "../../src/model/notice.ts";

/** Properties that neither say what they are nor refer to something that does. */
function undescribed(schema: unknown, path = ""): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) => {
    if (key !== "properties") return undescribed(value, path);
    return Object.entries(value as Record<string, Record<string, unknown>>).flatMap(([name, property]) => {
      const says = "description" in property || "$ref" in property || (property["anyOf"] as object[] | undefined)?.some((one) => "$ref" in one) === true;
      return [...(says ? [] : [`${path}.${name}`]), ...undescribed(property, `${path}.${name}`)];
    });
  });
}

test("every field of a result says what it is", () => {
  expect(undescribed(z.toJSONSchema(parseResultSchema))).toEqual([]);
  expect(undescribed(z.toJSONSchema(z.object({ a: z.object({ b: z.string() }).describe("x") })))).toEqual([".a.b"]);
});
