/** Task and section drafts as the contract wants them. */
import type { SectionDraft, TaskDraft } from "../model/draft.ts";
import type { Section, Task } from "../model/notice.ts";
import { overlap, type Span } from "../model/position.ts";
import { placesOf } from "../model/quote.ts";
import { mapInSteps, type Steps } from "../model/steps.ts";
import { allocate } from "./allocations.ts";
import { taskDue } from "./deadlines/due.ts";
import { withoutDoubtfulNumbers } from "./doubtful.ts";
import { taskIds } from "./identity.ts";
import type { Stage } from "./stage.ts";
import { findTimes, readTimes } from "./times.ts";

/** All tasks of a notice, in reading order, with their ids. */
export function normaliseTasks(read: readonly TaskDraft[], noticeId: string, stage: Stage): Steps<Task[]> {
  const drafts = withoutDoubtfulNumbers(read, stage.document, stage.context);
  const ids = taskIds(noticeId, drafts.map(({ group, number, label, text }) => ({ group, number, label, text: text.text })));
  return mapInSteps(drafts, (draft, index) => normaliseTask(draft, ids[index] ?? noticeId, index + 1, stage));
}

function normaliseTask(draft: TaskDraft, id: string, ordinal: number, stage: Stage): Task {
  const printed = readTimes(draft.times, stage);
  const { assignment, deadlines: amongUnits } = allocate(draft.allocations, ordinal, stage);
  const deadlines = [...printed, ...amongUnits, ...findTimes(draft.prose, stage)];
  return {
    id,
    ordinal,
    kind: draft.kind,
    number: draft.number,
    label: draft.label,
    group: draft.group,
    part: draft.part,
    path: [...draft.path],
    heading: draft.heading,
    text: draft.text.text,
    columns: draft.columns.map(({ header, quote }) => ({ header, text: quote.text })),
    weight: draft.weight,
    assignment,
    deadlines,
    due: taskDue(deadlines),
    place: ownFirst(draft, stage),
  };
}

/** Where a task stands: first what holds its own text, then the other cells of its row. A heading that is merged over many rows may stand pages before. */
function ownFirst({ spans, text }: TaskDraft, { document }: Stage): Task["place"] {
  const isOwn = (span: Span): boolean => text.spans.some((own) => overlap(own, span));
  return [...placesOf(document, spans.filter(isOwn)), ...placesOf(document, spans.filter((span) => !isOwn(span)))];
}

/** Body text that is no task: its times are read all the same. */
export function normaliseSection(draft: SectionDraft, stage: Stage): Section {
  const { assignment, deadlines } = draft.allocations.length === 0 ? { assignment: null, deadlines: [] } : allocate(draft.allocations, null, stage);
  return {
    kind: draft.kind,
    path: [...draft.path],
    text: draft.text.text,
    assignment,
    deadlines: [...deadlines, ...(stage.standing ? [] : findTimes([draft.text], stage))],
    place: placesOf(stage.document, draft.spans),
  };
}
