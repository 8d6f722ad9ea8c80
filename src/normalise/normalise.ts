/** Drafts to the notice: printed words get their meaning, and keep their place beside it. */
import type { Context } from "../model/context.ts";
import type { NoticeDocument } from "../model/document.ts";
import type { NoticeDraft } from "../model/draft.ts";
import type { Deadline, Notice, Task } from "../model/notice.ts";
import { placesOf, type Quote } from "../model/quote.ts";
import { mapInSteps, type Steps } from "../model/steps.ts";
import { folded } from "../text/fold.ts";
import { readUnits } from "./allocations.ts";
import { noticeId } from "./identity.ts";
import { normaliseFront, type NoticeFront } from "./notice.ts";
import type { Stage } from "./stage.ts";
import { normaliseSection, normaliseTasks } from "./tasks.ts";
import { readTimes } from "./times.ts";
import { sha256 } from "../text/digest.ts";

/** A notice and its tasks, normalised. */
export interface Normalised {
  readonly notice: Notice;
  readonly tasks: Task[];
}

/** Reads the meaning of everything that segmenting found. */
export function* normalise(draft: NoticeDraft, document: NoticeDocument, context: Context): Steps<Normalised> {
  const front = normaliseFront(draft.front, draft, document, context);
  const { workYear, dateIssued, jurisdiction } = front;
  const stage: Stage = { document, context, rules: draft.rules, standing: draft.standing, idle: draft.kind === "other" && draft.tasks.length === 0, workYear, dateIssued, jurisdiction, read: { assignments: new Map(), deadlines: new Map() } };
  const id = idOf(front, document);
  const period = draft.period === null ? front.period : periodOf(draft.period, stage);
  const notice: Notice = {
    id,
    kind: draft.kind,
    ...front,
    period,
    rules: draft.rules.map(({ kind, quote, units, fromTask, exceptions }) => ({ kind, text: quote.text, units: units === null ? [] : readUnits(units, stage), fromTask, exceptions })),
    sections: yield* mapInSteps(draft.sections, (section) => normaliseSection(section, stage)),
    unitLists: draft.unitLists.map(({ title, quote, label }) => ({ title, text: (label?.text ?? "") + quote.text, units: readUnits(quote, stage) })),
    evidence: { ...front.evidence, ...periodEvidence(draft.period, document) },
  };
  return { notice, tasks: yield* normaliseTasks(draft.tasks, id, stage) };
}

function idOf({ documentNumber, issuers, title, dateIssued }: NoticeFront, document: NoticeDocument): string {
  return noticeId({
    agencyCode: documentNumber?.agencyCode ?? null,
    year: documentNumber?.year ?? null,
    serial: documentNumber?.serial ?? null,
    issuers,
    title,
    dateIssued,
    textSha256: () => sha256(folded(document.text)),
  });
}

/** 时间安排 of the whole action: the first time in it that the calendar knows, else what was printed. */
function periodOf(quote: Quote, stage: Stage): Deadline | null {
  const readings = readTimes([{ quote, origin: "notice", share: null }], stage);
  return readings.find(({ kind }) => kind === "interval" || kind === "by") ?? readings[0] ?? null;
}

function periodEvidence(period: Quote | null, document: NoticeDocument): Notice["evidence"] {
  return period === null ? {} : { period: { text: period.text, place: placesOf(document, period.spans), basis: "body" } };
}
