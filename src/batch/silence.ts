/** Tells a process that works from one that waits for ever, by its processor time. */

/** So little work in a whole stall is none: the thread that watches takes about a tenth of it. */
const leastWork = 50;

/** Takes readings of clock and processor time, both in milliseconds; true when there was no work for `stall`. */
export function openSilence(stall: number): (now: number, worked: number) => boolean {
  let since: number | null = null;
  let at = 0;
  return (now, worked) => {
    if (since === null || worked - at >= leastWork) {
      since = now;
      at = worked;
    }
    return now - since >= stall;
  };
}
