/** How far a batch is: a bar on a terminal, a plain line every ten seconds elsewhere. All of it on stderr. */
import { MultiBar } from "cli-progress";
import type { Language } from "../model/finding.ts";
import { printable } from "../text/shown.ts";
import { clock } from "./clock.ts";
import type { Settings } from "./run.ts";
import { screenOf } from "./terminal.ts";
import type { Weights } from "./weights.ts";

/** Shows progress while a batch runs. */
export interface Progress {
  /** A notice is being read. */
  readonly begin: (name: string) => void;
  /** It is done; `kept`: its result was there already. */
  readonly step: (name: string, how: { readonly failed: boolean; readonly kept: boolean }) => void;
  /** Prints a line without disturbing the bar. */
  readonly say: (line: string) => void;
  readonly end: () => void;
}

/** Milliseconds between two plain lines. */
const pace = 10_000;

/** Opens the progress of `total` notices; `shown` false prints only what is said. */
export function openProgress(total: number, shown: boolean, { streams: { stderr }, language }: Pick<Settings, "streams" | "language">, weigh: () => Weights): Progress {
  const write = (line: string): void => void stderr.write(`${line}\n`);
  if (!shown || total === 0) return { begin: () => undefined, step: () => undefined, say: write, end: () => undefined };
  const weights = weigh();
  const count: Count = { done: 0, failed: 0, read: 0, settled: 0, started: Date.now(), running: new Map() };
  const counting: Pick<Progress, "begin" | "step"> = {
    begin: (name) => {
      weights.begin(count.done);
      count.running.set(name, Date.now());
    },
    step: (name, { failed, kept }) => {
      count.running.delete(name);
      count.done++;
      if (failed) count.failed++;
      count.settled += weights.of(name);
      if (!kept) count.read += weights.of(name);
    },
  };
  const words = (width: number): string => describe(count, { total, weights, language, width });
  if (stderr.isTTY === true) return { ...bar(total, count, screenOf(stderr), { words, close: weights.close }), ...counting };
  const timer = setInterval(() => {
    write(`${count.done}/${total} · ${words(Number.POSITIVE_INFINITY)}`);
  }, pace);
  timer.unref();
  return {
    ...counting,
    say: write,
    end: () => {
      clearInterval(timer);
      weights.close();
    },
  };
}

interface Count {
  done: number;
  failed: number;
  /** Bytes of what was read now, and of all that is done. */
  read: number;
  settled: number;
  readonly started: number;
  /** Since when each is being read, the earliest first. */
  readonly running: Map<string, number>;
}

function bar(total: number, count: Count, { stream, safe }: ReturnType<typeof screenOf>, { words, close }: { readonly words: (width: number) => string; readonly close: () => void }): Pick<Progress, "say" | "end"> {
  const screen = "columns" in stream && typeof stream.columns === "number" ? stream.columns : 80;
  // What is being read matters more than the length of the bar.
  const barSize = screen < 100 ? 10 : 20;
  const bars = new MultiBar({ stream, format: "{bar} {percentage}% {value}/{total} · {words}", barsize: barSize, fps: 5, hideCursor: true, clearOnComplete: true, stopOnComplete: false, linewrap: true });
  const width = screen - barSize - " 100% / · ".length - 2 * String(total).length - 1;
  const one = bars.create(total, 0, { words: safe(words(width)) });
  const timer = setInterval(() => {
    one.update(count.done, { words: safe(words(width)) });
  }, 200);
  return {
    say: (line) => {
      bars.log(`${safe(line)}\n`);
    },
    end: () => {
      clearInterval(timer);
      close();
      one.update(count.done, { words: safe(words(width)) });
      bars.update();
      bars.stop();
    },
  };
}

interface Telling {
  readonly total: number;
  readonly weights: Weights;
  readonly language: Language;
  /** Columns of the line. */
  readonly width: number;
}

/** Failed, rate, time left by the bytes that are left, and what is being read, longest first. */
function describe({ done, failed, read, settled, started, running }: Count, { weights, language, width }: Telling): string {
  const zh = language === "zh";
  const seconds = Math.max(0.001, (Date.now() - started) / 1000);
  const all = weights.total();
  const left = all === null || read === 0 ? "–" : clock(Math.max(0, all - settled) / (read / seconds));
  const rate = done / seconds;
  const speed = rate >= 10 ? rate.toFixed(0) : rate.toFixed(1);
  const counted = zh ? `失败 ${failed} · 每秒 ${speed} · 还需 ${left}` : `${failed} failed · ${speed}/s · ${left} left`;
  const [first] = running;
  if (first === undefined) return counted;
  const [name, since] = first;
  const time = clock((Date.now() - since) / 1000);
  const more = running.size === 1 ? "" : ` +${running.size - 1}`;
  const [before, after] = [zh ? " · 正在读 " : " · reading ", ` ${time}${more}`];
  const room = width - columnsOf(counted + before + after);
  return room < shortest ? counted : counted + before + tail(printable(name), room) + after;
}

/** Fewer columns tell no name. */
const shortest = 8;

/** The end of a name, which tells more than its beginning, in so many columns. */
function tail(name: string, columns: number): string {
  if (columnsOf(name) <= columns) return name;
  const characters = [...name];
  while (columnsOf(characters.join("")) > columns - 1) characters.shift();
  return `…${characters.join("")}`;
}

/** Columns that words may take: all but ASCII and our own marks may take two. */
function columnsOf(words: string): number {
  return [...words].reduce((sum, character) => sum + (/[\u0020-\u007f·–…]/u.test(character) ? 1 : 2), 0);
}
