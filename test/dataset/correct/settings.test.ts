import { expect, test } from "vitest";
import { readOverrides } from "../../../src/dataset/correct/overrides.ts";
import { formats, readSettings } from "../../../src/dataset/correct/settings.ts";

test("every key may be left out", () => {
  const { settings } = readSettings(null);
  expect(settings).toMatchObject({ name: "fengong-dataset", redact: true, keep: null, formats, gates: {}, licence: null });
  expect(readSettings("# nothing\n").settings).toEqual(settings);
});

test.each([
  ["name: 数据集\n", 1, /^name: small letters/u],
  ["name: a\n\nformats:\n  - csv\n  - excel\n", 5, /^formats\.1: /u],
  ["title: t\ngates:\n  unclaimed: 5\n", 3, /^gates\.unclaimed: /u],
  ["title: t\nlicense: MIT\n", 2, /license/u],
  ["gates:\n  notices:\n    minimum: 3\n", 3, /gates\.notices: .*minimum/u],
  ["title: t\nlicence:\n  title: 无名\n", 3, /name or path/u],
  ["gates:\n  fill:\n    due: 0.5\n", 3, /gates\.fill\.due: /u],
  ["gates:\n  fill:\n    tasks.duе: 0.5\n", 3, /no such column/u],
  ["title: [\n", 2, /./u],
  ["- a\n", 1, /./u],
])("%j is refused with its line", (text, line, message) => {
  const { settings, troubles } = readSettings(text);
  expect(settings).toBeNull();
  expect(troubles[0]?.line).toBe(line);
  expect(troubles[0]?.message).toMatch(message);
});

test("aliases that grow without end, or lead nowhere, are refused with a line, in settings and corrections alike", () => {
  for (const text of ["a: &a [1, 2]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]\n", "title: *nowhere\n"]) {
    expect(readSettings(text)).toMatchObject({ settings: null, troubles: [{ line: 1 }] });
    expect(readOverrides(text).troubles).toMatchObject([{ line: 1 }]);
  }
});
