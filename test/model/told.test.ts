import { expect, test } from "vitest";
import { told } from "../../src/model/told.ts";

test("names that hold undefined are not there, whatever else they hold is", () => {
  expect(Object.keys(told({ year: undefined, issued: null, region: "", verify: false, jobs: 0 }))).toEqual(["issued", "region", "verify", "jobs"]);
  expect(told({})).toEqual({});
});
