/** How far a batch is: a bar on a terminal, a plain line every ten seconds elsewhere. All of it on stderr. */
import { MultiBar } from "cli-progress";
import type { Language } from "../model/finding.ts";
import { clock } from "./clock.ts";
import type { Settings } from "./run.ts";
import { screenOf } from "./terminal.ts";

/** Shows progress while a batch runs. */
export interface Progress {
  readonly step: (failed: boolean) => void;
  /** Prints a line without disturbing the bar. */
  readonly say: (line: string) => void;
  readonly end: () => void;
}

/** Milliseconds between two plain lines. */
const pace = 10_000;

/** Opens the progress of `total` notices; `shown` false prints only what is said. */
export function openProgress(total: number, shown: boolean, { streams: { stderr }, language }: Pick<Settings, "streams" | "language">): Progress {
  const write = (line: string): void => void stderr.write(`${line}\n`);
  if (!shown || total === 0) return { step: () => undefined, say: write, end: () => undefined };
  const count = { done: 0, failed: 0, started: Date.now() };
  const step = (failed: boolean): void => {
    count.done++;
    if (failed) count.failed++;
  };
  if (stderr.isTTY === true) return { ...bar(total, count, screenOf(stderr), language), step };
  const timer = setInterval(() => {
    write(`${count.done}/${total} · ${describe(count, total, language)}`);
  }, pace);
  timer.unref();
  return {
    step,
    say: write,
    end: () => {
      clearInterval(timer);
    },
  };
}

interface Count {
  done: number;
  failed: number;
  readonly started: number;
}

function bar(total: number, count: Count, { stream, safe }: ReturnType<typeof screenOf>, language: Language): Omit<Progress, "step"> {
  const bars = new MultiBar({ stream, format: "{bar} {percentage}% {value}/{total} · {words}", barsize: 20, fps: 5, hideCursor: true, clearOnComplete: true, stopOnComplete: false, linewrap: true });
  const one = bars.create(total, 0, { words: describe(count, total, language) });
  const timer = setInterval(() => {
    one.update(count.done, { words: describe(count, total, language) });
  }, 200);
  return {
    say: (line) => {
      bars.log(`${safe(line)}\n`);
    },
    end: () => {
      clearInterval(timer);
      one.update(count.done, { words: describe(count, total, language) });
      bars.update();
      bars.stop();
    },
  };
}

/** Failed, rate and time left. */
function describe({ done, failed, started }: Count, total: number, language: Language): string {
  const seconds = Math.max(0.001, (Date.now() - started) / 1000);
  const rate = done / seconds;
  const left = rate === 0 ? "–" : clock((total - done) / rate);
  const speed = rate >= 10 ? rate.toFixed(0) : rate.toFixed(1);
  return language === "zh" ? `失败 ${failed} · 每秒 ${speed} · 还需 ${left}` : `${failed} failed · ${speed}/s · ${left} left`;
}
