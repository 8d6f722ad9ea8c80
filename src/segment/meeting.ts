/** When the meeting took place whose minutes a notice is. */
import type { SectionDraft } from "../model/draft.ts";
import { partOf, type Quote } from "../model/quote.ts";
import { findMeetingDay } from "../rules/meetings.ts";

/** The printed day in the first section that tells it; null where none does. */
export function meetingDay(sections: readonly SectionDraft[]): Quote | null {
  for (const { text } of sections) {
    const found = findMeetingDay(text.text);
    if (found !== null) return partOf(text, ...found);
  }
  return null;
}
