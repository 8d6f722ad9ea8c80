/** A result cut to what an assistant can take in: the head of the notice, as many whole tasks as fit, and what is left. */
import type { ParseResult, Task, Unit } from "../../model/notice.ts";

/** Which tasks, and how much. */
export interface Cut {
  /** Ordinal of the first task. */
  readonly from: number;
  /** Most characters. */
  readonly most: number;
}

/** Longer words are cut, and end with … */
const longest = 2_000;

/** Findings that are told at a time. */
const findings = 20;

/** The digest. `next` is the ordinal of the first task that did not fit, null after the last; a task is told whole or not at all, one at least. */
export function digestOf({ status, sources, notice, tasks, coverage, diagnostics }: ParseResult, { from, most }: Cut): object {
  const told = diagnostics.slice(0, findings).map(({ severity, code, message, actual, task }) => ({ severity, code, message, actual: actual === null ? null : short(actual), task }));
  const head = {
    status,
    sources: sources.map(({ name, role, format, pages }) => ({ name, role, format, pages })),
    notice: {
      id: notice.id,
      kind: notice.kind,
      title: notice.title,
      documentNumber: notice.documentNumber?.text ?? null,
      issuers: notice.issuers,
      addressees: notice.addressees,
      dateIssued: notice.dateIssued,
      workYear: notice.workYear,
      jurisdiction: notice.jurisdiction,
    },
    tasksInAll: tasks.length,
    unreadCharacters: coverage.unclaimed.reduce((sum, { text }) => sum + text.length, 0),
    findingsInAll: diagnostics.length,
    findings: told,
  };
  let left = most - JSON.stringify(head).length;
  const shown: object[] = [];
  for (const task of tasks.slice(from - 1)) {
    const one = taskOf(task);
    left -= JSON.stringify(one).length + 1;
    if (left < 0 && shown.length > 0) break;
    shown.push(one);
  }
  const end = from + shown.length;
  return { ...head, tasks: shown, next: end <= tasks.length ? end : null };
}

function taskOf({ id, ordinal, number, path, text, assignment, deadlines, due, place }: Task): object {
  const { lead, support, responsible, others, openEnded } = assignment;
  return {
    id,
    ordinal,
    number,
    path,
    text: short(text),
    lead: lead.map(unitOf),
    support: support.map(unitOf),
    responsible: responsible.map(unitOf),
    others: others.map(({ unit, role }) => ({ ...unitOf(unit), role })),
    openEnded,
    deadlines: deadlines.map(({ text: words, kind, due: day, rrule, alternatives, basis }) => ({ text: words, kind, due: day, rrule, alternatives, basis })),
    due,
    place,
  };
}

function unitOf({ text, name, division }: Unit): { readonly text: string; readonly name: string; readonly division: string | null } {
  return { text, name, division };
}

function short(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
