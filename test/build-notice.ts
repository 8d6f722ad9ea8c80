/** Builds parts of a result for tests; every field has a quiet value. */
import type { Deadline, Notice, ParseResult, Task } from "../src/model/notice.ts";

/** A task that allocates nothing, with the fields given. */
export function taskOf(fields: Partial<Task> = {}): Task {
  return {
    id: "n/1", ordinal: 1, kind: "task", number: null, label: null, group: null, part: null, path: [], heading: null, text: "做好工作。", columns: [], weight: null,
    assignment: { text: null, lead: [], support: [], responsible: [], others: [], people: [], openEnded: false, byDuty: false, basis: "none", place: [] },
    deadlines: [], due: null, place: [], ...fields,
  };
}

/** A deadline to finish by a day. */
export function deadlineOf(fields: Partial<Deadline> = {}): Deadline {
  return {
    text: "年底前", origin: "cell", kind: "by", start: null, due: "2020-12-31", precision: "year", mod: "END", edtf: null, rrule: null, duration: null, action: null,
    appliesTo: null, bound: "finish", anchor: null, ongoing: false, yearFrom: "title", alternatives: [], basis: [], warnings: [], place: [], ...fields,
  };
}

/** A notice that says nothing. */
export function noticeOf(fields: Partial<Notice> = {}): Notice {
  return {
    id: "n", kind: "other", documentNumber: null, title: null, issuers: [], addressees: [], enclosure: null, dateIssued: null, datePublished: null, draft: false,
    disclosure: null, period: null, workYear: null, jurisdiction: null, indexNumber: null, subjectCategory: [], validity: null, attachments: [], references: [],
    rules: [], sections: [], unitLists: [], further: [], evidence: {}, ...fields,
  };
}

/** A result that was read without findings. */
export function resultOf({ notice = noticeOf(), tasks = [] }: { readonly notice?: Notice; readonly tasks?: Task[] } = {}): ParseResult {
  return {
    schemaVersion: "1.0.0", status: tasks.length === 0 ? "empty" : "success", parser: { name: "fengong", version: "0.0.0" }, sources: [], notice, tasks,
    coverage: { characters: 0, claimed: 0, furniture: 0, unclaimed: [] }, diagnostics: [],
  };
}
