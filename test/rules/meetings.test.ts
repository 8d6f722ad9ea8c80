import { expect, test } from "vitest";
import { findMeetingDay, meetingHeld } from "../../src/rules/meetings.ts";

test.each([...meetingHeld.examples])("$words", ({ words, day }) => {
  const [start, end] = findMeetingDay(words) ?? [0, 0];
  expect(words.slice(start, end)).toBe(day);
});

test.each([...meetingHeld.not])("%s tells no day of a meeting", (words) => {
  expect(findMeetingDay(words)).toBeNull();
});
