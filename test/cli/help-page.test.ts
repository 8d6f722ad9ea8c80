import { expect, test } from "vitest";
import { tellHelp } from "../../src/cli/help-page.ts";

test("in the repository help is laid out anew: no page lies beside the script", () => {
  expect(tellHelp()).toBe(false);
});
