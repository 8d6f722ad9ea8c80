/** What a terminal shows while one reads: a line that says what is at hand and for how long, gone as soon as anything else is said. */
import type { Language } from "../model/finding.ts";
import { printable } from "../text/shown.ts";
import { clock } from "./clock.ts";
import type { Streams } from "./run.ts";
import { screenOf, withWrite } from "./terminal.ts";

/** A line that waits. */
export interface Waiting {
  /** Standard error that takes the line away before it says something. */
  readonly stderr: Streams["stderr"];
  /** What is at hand now; null: nothing, and the line is gone. */
  readonly at: (what: string | null) => void;
  readonly end: () => void;
}

/** Milliseconds before the first line, and between two. */
const pace = 1000;

/** Opens the line; nothing is shown where no terminal is, or where little is said. */
export function openWaiting({ stderr }: Pick<Streams, "stderr">, shown: boolean, language: Language): Waiting {
  if (!shown || stderr.isTTY !== true) return { stderr, at: () => undefined, end: () => undefined };
  const { stream, safe } = screenOf(stderr);
  const started = Date.now();
  let what: string | null = null;
  let drawn = false;
  const clear = (): void => {
    if (drawn) stream.write("\r\u001b[K");
    drawn = false;
  };
  const timer = setInterval(() => {
    if (what === null) return;
    const time = clock((Date.now() - started) / 1000);
    stream.write(`\r\u001b[K${safe(language === "zh" ? `正在读取 ${printable(what)} · 已用 ${time}` : `reading ${printable(what)} · ${time}`)}`);
    drawn = true;
  }, pace);
  timer.unref();
  return {
    stderr: withWrite(stderr, (words, ...rest) => {
      clear();
      return stderr.write(words, ...rest);
    }),
    at: (next) => {
      what = next;
      if (next === null) clear();
    },
    end: () => {
      clearInterval(timer);
      clear();
    },
  };
}
