/** Units wait for the verb behind them: 甲局、乙局牵头. */
import type { VerbReading } from "../../rules/units/role-words.ts";
import type { RoleClass } from "../../rules/units/verbs.ts";
import type { State } from "./state.ts";

/** Gives the units that wait their role by the verb. */
export function closeWaiting(state: State, verb: VerbReading): void {
  const from = verb.role === "support" && state.lastVerb === null ? lastGroup(state) : state.waiting;
  state.entries.slice(state.waiting).forEach((entry, i) => {
    if (entry.fixed) return;
    const default_ = state.waiting + i < from;
    entry.role = default_ ? state.standing : roleBy(state, verb);
    entry.roleWord = default_ ? state.standingWord : verb.word;
  });
  state.waiting = state.entries.length;
  state.withOthers = false;
  state.lastVerb = verb;
}

/** 负责 says nothing new in a column 牵头单位 or 配合单位, unless the cell itself names a lead before. */
function roleBy(state: State, verb: VerbReading): RoleClass {
  return verb.role === "answerable" && state.lastVerb?.role !== "lead" && (state.standing === "lead" || state.standing === "support") ? state.standing : verb.role;
}

/** A first verb 配合 without any other role covers the last comma group only: 甲局、乙局，丙局配合. */
function lastGroup({ entries, waiting }: State): number {
  for (let i = entries.length - 1; i > waiting; i--) if (entries[i]?.before === "comma") return i;
  return waiting;
}

/** 甲局牵头会同乙局、丙局，丁局负责: the comma ends the partners. */
export function settleOthers(state: State): void {
  if (state.withOthers) settleWaiting(state);
}

export function settleWaiting(state: State): void {
  for (const entry of state.entries.slice(state.waiting)) {
    if (entry.fixed) continue;
    entry.role = state.standing;
    entry.roleWord = state.standingWord;
  }
  state.waiting = state.entries.length;
  state.withOthers = false;
}
