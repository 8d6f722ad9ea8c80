/** The options that commands share, and what their values must be. */
import { InvalidArgumentError, Option, type Command } from "commander";
import { defaultBudget } from "../batch/budget.ts";
import { defaultLimits, type Limits } from "../model/context.ts";
import type { Language } from "../model/finding.ts";
import { ocrCommand, type EngineIdentity } from "../model/ocr.ts";
import { told } from "../model/told.ts";
import type { FailOn } from "./exit-codes.ts";
import type { Settings, Streams } from "./run.ts";
import type { words } from "./words.ts";

/** The limits that have no option of their own. */
const readerLimits = Object.fromEntries(Object.entries(defaultLimits).filter(([name]) => name !== "bytes"));

/** Streams of the process and the language for people. */
export interface Surroundings extends Streams {
  readonly language: Language;
}

/** Options as commander hands them over; the checks below have read them. */
export interface Flags {
  readonly year?: number;
  readonly issued?: string;
  readonly region?: string;
  readonly pretty?: boolean;
  readonly compact?: boolean;
  readonly timeout: number;
  readonly stall: number;
  readonly memory: number;
  readonly maxBytes: number;
  readonly limit?: Partial<Limits>;
  readonly verify: boolean;
  /** Put in its place by `findEngine`. */
  readonly ocr?: EngineIdentity;
  readonly failOn?: NonNullable<FailOn>;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** Words for people in the language of the run. */
export type Say = (key: keyof typeof words) => string;

/** The options that all commands take which read notices. */
export function common(command: Command, say: Say): Command {
  const told = command
    .option("--year <year>", say("year"), check(year, say("notAYear")))
    .option("--issued <date>", say("issued"), check(date, say("notADate")))
    .option("--region <code>", say("region"), check(region, say("notARegion")));
  return speaking(bounded(told, say).addOption(new Option("--fail-on <level>", say("failOn")).choices(["error", "warning"])), say);
}

/** The options that say what a reading may cost. */
export function bounded(command: Command, say: Say): Command {
  return command
    .option("--timeout <seconds>", say("timeout"), check(positive, say("notANumber")), defaultBudget.milliseconds / 1000)
    .option("--stall <seconds>", say("stall"), check(positive, say("notANumber")), defaultBudget.stallMilliseconds / 1000)
    .option("--memory <megabytes>", say("memory"), check(megabytes, say("notAMemory")), defaultBudget.megabytes)
    .option("--max-bytes <bytes>", say("bytes"), check(positive, say("notANumber")), defaultLimits.bytes)
    .addOption(new Option("--limit <name=number>", say("limit") + Object.entries(readerLimits).map(([name, number]) => `${name}=${number}`).join(", ")).argParser(check(limit, say("notALimit"))))
    .option("--no-verify", say("verify"))
    .option("--ocr", say("ocr"));
}

/** The options that say how much people are told, and in which language. */
export function speaking(command: Command, say: Say): Command {
  return command
    .option("-q, --quiet", say("quiet"))
    .option("-v, --verbose", say("verbose"))
    .addOption(languageOption(say("lang")));
}

/** Reading scans takes seconds a page: nobody has to think of the time that a command has without being told. */
const scanSeconds = 1800;

/** Puts the engine that is installed in the place of `--ocr`; wrong usage where none is. */
export async function findEngine(command: Command, say: Say): Promise<void> {
  if (command.getOptionValue("ocr") !== true) return;
  const engine = await import("../ocr/paddle.ts").then(({ paddleIdentity }) => paddleIdentity());
  if (engine === null) command.error(`error: ${say("noEngine")}${ocrCommand}`);
  command.setOptionValue("ocr", engine);
  if (command.getOptionValueSource("timeout") === "default") command.setOptionValue("timeout", scanSeconds);
}

/** The options of commands that print JSON. */
export function printing(command: Command, say: Say): Command {
  return command.addOption(new Option("--pretty", say("pretty")).conflicts("compact")).addOption(new Option("--compact", say("compact")));
}

/** The language of the words for people. */
export function languageOption(words: string): Option {
  return new Option("--lang <language>", words).choices(["zh", "en"]);
}

/** An option under the name that it had before: still taken, no longer told. */
export function formerly(flags: string): Option {
  return new Option(flags).hideHelp();
}

/** An option parser: `read` gives null for a value that is none. */
export function check<T>(read: (value: string, before: T) => T | null, complaint: string): (value: string, before: T) => T {
  return (value, before) => {
    const found = read(value, before);
    if (found === null) throw new InvalidArgumentError(complaint);
    return found;
  };
}

/** A whole number from 0. */
export function wholeNumber(value: string): number | null {
  return /^\d{1,6}$/u.test(value) ? Number(value) : null;
}

/** A whole number from 1. */
export function positiveInteger(value: string): number | null {
  return /^[1-9]\d{0,5}$/u.test(value) ? Number(value) : null;
}

/** A process needs about 150 MB before it reads anything. */
function megabytes(value: string): number | null {
  return /^\d{3,7}$/u.test(value) && Number(value) >= 256 ? Number(value) : null;
}

function positive(value: string): number | null {
  return /^\d{1,12}(?:\.\d{1,3})?$/u.test(value) && Number(value) > 0 ? Number(value) : null;
}

/** Adds `name=number` to the limits so far. */
function limit(value: string, before: Partial<Limits> | undefined): Partial<Limits> | null {
  const [name = "", number = "", ...more] = value.split("=");
  if (!Object.hasOwn(readerLimits, name) || more.length > 0 || !/^[1-9]\d{0,14}$/u.test(number)) return null;
  return { ...before, [name]: Number(number) };
}

/** A year of four digits. */
export function year(value: string): number | null {
  return /^[12]\d{3}$/u.test(value) ? Number(value) : null;
}

/** A code of GB/T 2260; the twelve digits of statistics are cut to six. */
export function region(value: string): string | null {
  return /^\d{6}(?:\d{6})?$/u.test(value) ? value.slice(0, 6) : null;
}

/** A day of the calendar: 2021-02-30 is none. */
export function date(value: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(value)) return null;
  const [years = 0, months = 0, days = 0] = value.split("-").map(Number);
  const read = new Date(Date.UTC(years, months - 1, days));
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(value) ? value : null;
}

/** What the options of a command line ask for. */
export function settingsOf(flags: Flags, { language, ...streams }: Surroundings): Settings {
  const { year, issued, region, ocr, failOn = null } = flags;
  return {
    streams,
    language,
    options: {
      ...told({ year, issued, region, ocr }),
      ...(flags.verify ? {} : { verify: false }),
      limits: { ...flags.limit, bytes: flags.maxBytes },
    },
    pretty: flags.pretty === true ? true : flags.compact === true ? false : null,
    budget: { milliseconds: Math.round(flags.timeout * 1000), stallMilliseconds: Math.round(flags.stall * 1000), megabytes: flags.memory },
    failOn,
    tell: flags.quiet === true ? "errors" : flags.verbose === true ? "all" : "warnings",
  };
}

/** Settings of commands that read no notices. */
export function readsNothing({ quiet = false }: { readonly quiet?: boolean }, surroundings: Surroundings): Settings {
  return settingsOf({ timeout: 60, stall: 15, memory: 2048, maxBytes: 1, limit: {}, verify: true, quiet }, surroundings);
}

/** Settings with the lookups of a file; wrong usage where they cannot be used. */
export async function withLookups(settings: Settings, file: string | undefined, command: Command, say: Say): Promise<Settings> {
  if (file === undefined) return settings;
  const { lookups, trouble } = await import("./lookups.ts").then(({ loadLookups }) => loadLookups(file, settings.budget));
  if (lookups === null) command.error(`error: ${say("badLookups")}${trouble}`);
  return { ...settings, options: { ...settings.options, lookups } };
}
