/** What stands where a finding stands: a task, a section, a printed field. */
import type { Place } from "../model/position.ts";

/** Something with places in a source. */
export interface Placed {
  readonly place: readonly Place[];
}

/** Finds the first of some things that holds a place, in time that does not grow with their number. */
export function placeFinder<T extends Placed>(things: readonly T[]): (place: Place) => T | null {
  const spots = new Map<string, { readonly thing: T; readonly place: Place }[]>();
  for (const thing of things) {
    for (const place of thing.place) {
      const key = keyOf(place);
      const there = spots.get(key);
      if (there === undefined) spots.set(key, [{ thing, place }]);
      else there.push({ thing, place });
    }
  }
  return (place) => {
    for (const key of keysAbove(place)) {
      const found = spots.get(key)?.find((spot) => holds(spot.place, place));
      if (found !== undefined) return found.thing;
    }
    return null;
  };
}

/** Finds the task that a finding is about: by its id, else by where the finding stands; null when it is about none. */
export function taskFinder<T extends Placed & { readonly id: string }>(tasks: readonly T[]): (finding: Placed & { readonly task: string | null }) => T | null {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const at = placeFinder(tasks);
  return ({ task, place: [first] }) => {
    const named = task === null ? undefined : byId.get(task);
    return named ?? (first === undefined ? null : at(first));
  };
}

function keyOf(place: Place): string {
  return place.kind === "page" ? `${place.source}#${place.page}` : `${place.source}${place.path}`;
}

/** The keys under which a place may stand: its page, or its element and those around it. */
function keysAbove(place: Place): string[] {
  if (place.kind === "page") return [keyOf(place)];
  const steps = place.path.split("/");
  return steps.map((_, i) => `${place.source}${steps.slice(0, steps.length - i).join("/")}`);
}

function holds(outer: Place, inner: Place): boolean {
  if (outer.kind === "page") {
    if (inner.kind !== "page") return false;
    const [left, top, right, bottom] = outer.bbox;
    const [l, t, r, b] = inner.bbox;
    return left <= l + 1 && top <= t + 1 && r <= right + 1 && b <= bottom + 1;
  }
  if (inner.kind === "page") return false;
  if (outer.path !== inner.path || outer.start === null || inner.start === null) return true;
  return outer.start < (inner.end ?? Infinity) && inner.start < (outer.end ?? Infinity);
}
