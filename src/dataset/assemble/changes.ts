/**
 * Why a value changed. A notice is looked at in the states between two versions, in each of which one thing more is new: the parser, the
 * sources, the lookups, the overrides. A change has as causes the steps in which its value changed.
 */
import type { FlatValue } from "../../model/flat.ts";
import { causeOrder, type Cause, type Change } from "../edition.ts";
import type { NoticeValues, TaskValues, Values } from "../fields.ts";
import { pairTasks } from "./rekey.ts";
import type { Pairs } from "./rekeys.ts";

/** A notice after a step; null where it is not there. The first state has no cause: it is what was published before. */
export interface State {
  readonly causes: readonly Cause[];
  /** False when the step could not be parted into its causes. */
  readonly certain: boolean;
  readonly values: NoticeValues | null;
}

/** A task through all states: its id and values in each, null where it is not there. */
type Track = (TaskValues | null)[];

/** The changes of one notice from the first state to the last: those of the notice itself, then those of its tasks in reading order. */
export function changesOf(states: readonly State[], explicit: Pairs = new Map<string, string>()): Change[] {
  const [first, last] = [states[0]?.values ?? null, states.at(-1)?.values ?? null];
  const notice = last?.id ?? first?.id;
  if (notice === undefined) return [];
  const whole = states.map(({ values }) => values);
  const tasks = tracksOf(whole, explicit).sort((a, b) => rank(a, last, first) - rank(b, last, first));
  return [
    ...partChanges(whole, states, (part) => part.values["title"] ?? null).map((change) => ({ ...change, notice, task: null })),
    ...tasks.flatMap((track) => {
      const task = (track.at(-1) ?? track[0])?.id ?? null;
      return partChanges(track, states, (part) => part.values["text"] ?? null).map((change) => ({ ...change, notice, task }));
    }),
  ];
}

/** Where a task stands in the last state, or behind all of it where it stood in the first. */
function rank(track: Track, last: NoticeValues | null, first: NoticeValues | null): number {
  const now = track.at(-1) ?? null;
  const then = track[0] ?? null;
  if (now !== null) return last?.tasks.indexOf(now) ?? 0;
  return (last?.tasks.length ?? 0) + (then === null ? 0 : (first?.tasks.indexOf(then) ?? 0));
}

interface Part {
  readonly id: string;
  readonly values: Values;
}

type PartChange = Omit<Change, "notice" | "task">;

/** The changes of a task or of the notice itself; `words` are what people know it by. */
function partChanges(parts: readonly (Part | null)[], states: readonly State[], words: (part: Part) => FlatValue): PartChange[] {
  const [first, last] = [parts[0] ?? null, parts.at(-1) ?? null];
  const change = (op: Change["op"], field: string | null, before: FlatValue, after: FlatValue, of: (part: Part | null) => unknown): PartChange => ({ op, field, before, after, ...blame(parts, states, of) });
  if (first === null && last === null) return [];
  if (first === null) return last === null ? [] : [change("ADD", null, null, words(last), (part) => part !== null)];
  if (last === null) return [change("DEL", null, words(first), null, (part) => part !== null)];
  const rekeyed = first.id === last.id ? [] : [change("REKEY", null, first.id, last.id, (part) => part?.id)];
  const fields = [...new Set([...Object.keys(first.values), ...Object.keys(last.values)])];
  const changed = fields.filter((field) => (first.values[field] ?? null) !== (last.values[field] ?? null));
  return [...rekeyed, ...changed.map((field) => change("MOD", field, first.values[field] ?? null, last.values[field] ?? null, (part) => part?.values[field] ?? null))];
}

/** The causes of the steps in which something changed. */
function blame(parts: readonly (Part | null)[], states: readonly State[], of: (part: Part | null) => unknown): Pick<Change, "causes" | "certain"> {
  const steps = states.filter((_, i) => i > 0 && of(parts[i - 1] ?? null) !== of(parts[i] ?? null));
  const causes = new Set(steps.flatMap((step) => step.causes));
  return { causes: causeOrder.filter((cause) => causes.has(cause)), certain: steps.every((step) => step.certain) };
}

/** Follows every task through the states; one that comes back is the same again. */
function tracksOf(states: readonly (NoticeValues | null)[], explicit: Pairs): Track[] {
  const tracks: Track[] = [];
  states.forEach((state, i) => {
    const here = new Map((state?.tasks ?? []).map((task) => [task.id, task]));
    const lastOf = (track: Track): TaskValues | null => track.findLast((task) => task !== null) ?? null;
    const open = new Set(tracks);
    const put = (track: Track, task: TaskValues): void => {
      track[i] = task;
      open.delete(track);
      here.delete(task.id);
    };
    for (const track of tracks) {
      const task = here.get(lastOf(track)?.id ?? "");
      if (task !== undefined) put(track, task);
    }
    const gone = [...open].filter((track) => track[i - 1] != null);
    const pairs = pairTasks(gone.flatMap((track) => track[i - 1] ?? []), [...here.values()], explicit);
    for (const track of gone) {
      const task = here.get(pairs.get(track[i - 1]?.id ?? "") ?? "");
      if (task !== undefined) put(track, task);
    }
    for (const track of open) track[i] = null;
    for (const task of here.values()) tracks.push([...Array.from({ length: i }, () => null), task]);
  });
  return tracks;
}
