/** Tells a process that works from one that waits for ever, by its processor time. */

/** So little work in a whole stall is none: the thread that watches takes about a tenth of it. */
const leastWork = 50;

/**
 * Between two looks no more than this counts, in milliseconds. Who could not look for longer was held up itself, together with the process: a machine
 * that stood still, or was paused or put to sleep, is no stall of what it reads.
 */
const longestLook = 1000;

/** Takes readings of clock and processor time, both in milliseconds; true when there was no work for `stall`. */
export function openSilence(stall: number): (now: number, worked: number) => boolean {
  let last: number | null = null;
  let quiet = 0;
  let at = 0;
  return (now, worked) => {
    if (last === null || worked - at >= leastWork) {
      quiet = 0;
      at = worked;
    } else quiet += Math.min(now - last, longestLook);
    last = now;
    return quiet >= stall;
  };
}
