/** The end by Ctrl-C that nothing holds up. */
import process from "node:process";

/** Ends this process by the signal itself, as if nobody had listened for it: leaving in order waits for files that a share may never give. */
export function endNow(): void {
  process.removeAllListeners("SIGINT");
  process.kill(process.pid, "SIGINT");
}
