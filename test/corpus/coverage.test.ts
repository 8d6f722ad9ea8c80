/** Nothing is lost in silence: the coverage invariant over all readable corpus files. */
import { load } from "cheerio";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ParseResult } from "../../src/index.ts";
import { measureAll, type Measured } from "../evaluate/measure.ts";
import { related } from "../evaluate/words.ts";
import { textAt } from "./element-path.ts";

type Place = ParseResult["coverage"]["unclaimed"][number]["place"];

/** Characters without white space, as coverage counts them. */
function ink(text: string): string {
  return text.replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]/gu, "");
}

/** All places of a result, with the name of what stands there and its words where they stand there unchanged. */
function placesOf({ tasks, notice, coverage }: ParseResult): { what: string; place: Place; words: string | null }[] {
  const named = (what: string, places: readonly Place[]) => places.map((place) => ({ what, place, words: null }));
  return [
    ...coverage.unclaimed.map(({ text, place }) => ({ what: "unclaimed", place, words: text })),
    ...tasks.flatMap((task) => [
      ...named(`task ${task.ordinal}`, task.place),
      ...named(`assignment of task ${task.ordinal}`, task.assignment.place),
      ...task.deadlines.flatMap((deadline) => named(`deadline ${deadline.text}`, deadline.place)),
    ]),
    ...notice.sections.flatMap((section) => named("section", section.place)),
    ...Object.entries(notice.evidence).flatMap(([field, { place }]) => named(field, place)),
  ];
}

const { measured } = await measureAll([]);

describe.each(measured.map((one) => [one.file.key, one] as const))("%s", (_, one) => {
  const { coverage, diagnostics, sources } = one.result;

  test("characters = claimed + furniture + unclaimed", () => {
    const unclaimed = coverage.unclaimed.reduce((sum, { text }) => sum + ink(text).length, 0);
    expect(coverage.claimed + coverage.furniture + unclaimed).toBe(coverage.characters);
    expect(coverage.characters).toBeGreaterThan(0);
  });

  test("nothing is claimed twice", () => {
    expect(diagnostics.filter(({ code }) => code === "segment/claimed-twice").map(({ message }) => message)).toEqual([]);
  });

  test("no unclaimed piece is empty, and each stands in a source", () => {
    expect(coverage.unclaimed.filter(({ text, place }) => ink(text) === "" || sources[place.source] === undefined)).toEqual([]);
  });

  test.runIf(sources[0]?.format === "html")("places point at existing elements, and unclaimed words stand there", () => {
    expect(lostPlaces(one)).toEqual([]);
  });
});

function lostPlaces({ file, result }: Measured): string[] {
  const html = new TextDecoder(result.sources[0]?.charset ?? "utf-8").decode(readFileSync(file.path));
  const page = load(html);
  return placesOf(result).flatMap(({ what, place, words }) => {
    if (place.kind !== "element") return [`${what}: a page in a web page`];
    const found = textAt(page, place.path, place.start, place.end);
    if (found === null) return [`${what}: nothing at ${place.path} ${place.start ?? ""}–${place.end ?? ""}`];
    return words === null || related(found, words) ? [] : [`${what}: “${words}” is not at ${place.path}, but “${found}”`];
  });
}
