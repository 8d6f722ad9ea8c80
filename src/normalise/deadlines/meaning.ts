/** One branch for each meaning a phrase can have. */
import { readAround, readBare, readBefore, readBeforeInclusive, readEventUntil, readFrom, readList, readNowUntil, readNumberList, readRange, readShortRange, readSince, readUntil } from "./calendric.ts";
import type { PhraseClaim } from "./grammar.ts";
import type { Base } from "./shapes.ts";
import { blank, type RawReading } from "./reading.ts";
import { readByFrequency, readEvery, readEveryAfter, readEveryAt, readEveryNumber } from "./recurrence.ts";
import { readAhead, readDuration, type PrintedEvent } from "./relative.ts";
import { readAfter, readAgo, readAheadOfNow, readBack } from "./counted.ts";

/** The readings of a claimed phrase, in order; empty when its words name no day of the calendar. */
export function readPhrase(claim: PhraseClaim, base: Base, printed: PrintedEvent | null): RawReading[] {
  switch (claim.rule.means) {
    case "before":
      return readBefore(claim, base);
    case "beforeInclusive":
      return readBeforeInclusive(claim, base);
    case "until":
      return readUntil(claim, base);
    case "around":
      return readAround(claim, base);
    case "bare":
      return readBare(claim, base);
    case "range":
      return readRange(claim, base);
    case "shortRange":
      return readShortRange(claim, base);
    case "from":
      return readFrom(claim, base);
    case "since":
      return readSince(claim, base);
    case "nowUntil":
      return readNowUntil(claim, base);
    case "eventUntil":
      return readEventUntil(claim, base);
    case "list":
      return readList(claim, base);
    case "numberList":
      return readNumberList(claim, base);
    case "every":
      return readEvery(claim);
    case "everyNumber":
      return readEveryNumber(claim);
    case "everyAt":
      return readEveryAt(claim, base);
    case "everyAfter":
      return readEveryAfter(claim, base);
    case "byFrequency":
      return readByFrequency(claim);
    case "duration":
      return readDuration(claim, base, printed);
    case "bareDuration":
      return readDuration(claim, base, printed);
    case "durationAfter":
      return readAfter(claim, base);
    case "durationAgo":
      return readAgo(claim);
    case "lookingBack":
      return readBack(claim, base);
    case "lookingAhead":
      return readAheadOfNow(claim, base);
    case "ahead":
      return readAhead(claim, printed);
    case "ongoing":
      return [{ ...blank("ongoing", claim.start, claim.end, [claim.rule.convention]), ongoing: true }];
    case "immediate":
      return [blank("immediate", claim.start, claim.end, [claim.rule.convention])];
    case "event": {
      const reading = blank("event", claim.start, claim.end, [claim.rule.convention]);
      if (/(?:前后|左右)$/.test(claim.words)) return [{ ...reading, warnings: ["approximate"] }];
      const before = /(?:之前|以前|前)$/.test(claim.words);
      const anchor = { event: claim.groups.event ?? claim.words, relation: before ? "before" : "after", dayKind: "calendar", date: null } as const;
      return [{ ...reading, anchor }];
    }
    case "noSuch":
      return [{ ...blank("unrecognized", claim.start, claim.end, []), warnings: ["no-such-day"] }];
    case "unspecified":
      return [blank("unrecognized", claim.start, claim.end, [claim.rule.convention])];
  }
}
