import { describe, expect, test } from "vitest";
import { organiserLabel, surelyUnits } from "../../../src/rules/units/doers.ts";
import { commonName, namesPerson, officeBehind } from "../../../src/rules/units/persons.ts";
import { contact, officeInCharge, wayOfWork } from "../../../src/rules/units/words.ts";

describe.each([commonName, officeBehind, surelyUnits, organiserLabel, officeInCharge, wayOfWork])("$id", ({ pattern, examples, not }) => {
  test.each([...examples])("%s", (words) => expect(pattern.test(words)).toBe(true));
  test.each([...not])("not %s", (words) => expect(pattern.test(words)).toBe(false));
});

test.each([["李四局长", true], ["王某某", true], ["市教育局局长", false], ["体育局", false]])("%s names a person: %s", (words, person) => {
  expect(namesPerson(words)).toBe(person);
});

describe(contact.id, () => {
  test.each([...contact.examples])("%s", (words) => expect(contact.bracket.test(words)).toBe(true));
  test.each([...contact.not])("not %s", (words) => expect(contact.bracket.test(words)).toBe(false));
});
