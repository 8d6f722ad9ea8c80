/** The commands and their options. */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import stringWidth from "string-width";
import { z } from "zod";
import { defaultLimits } from "../model/context.ts";
import type { Language } from "../model/finding.ts";
import { parserVersion } from "../model/version.ts";
import { exitCodes, type Exit, type FailOn } from "./exit-codes.ts";
import { parseFiles } from "./parse.ts";
import type { Settings, Streams } from "./run.ts";
import { printTables } from "./tables.ts";
import { complaint, title, words } from "./words.ts";

/** Streams of the process and the language for people. */
export interface Surroundings extends Streams {
  readonly language: Language;
}

/** Options as commander hands them over; the parsers below have checked them. */
interface Flags {
  readonly year?: number;
  readonly issued?: string;
  readonly region?: string;
  readonly pretty?: boolean;
  readonly compact?: boolean;
  readonly timeout: number;
  readonly memory: number;
  readonly maxBytes: number;
  readonly failOn?: NonNullable<FailOn>;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

interface TableFlags extends Flags {
  readonly format: "json" | "csv";
  readonly table?: number;
  readonly fill?: boolean;
  readonly excel?: boolean;
  readonly escapeFormulas: boolean;
}

/** Runs one command line (without the names of node and script) and gives its exit. */
export async function runProgram(argv: readonly string[], surroundings: Surroundings): Promise<Exit> {
  const { language, stdout, stderr } = surroundings;
  let exit: Exit = "ok";
  const say = (key: keyof typeof words): string => words[key][language];

  const program = new Command("fengong")
    .description(say("program"))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: (text, write) => {
        write(complaint(text, language));
      },
    })
    .configureHelp({ displayWidth: (text) => stringWidth(text), styleTitle: (text) => title(text, language) })
    .helpOption("-h, --help", say("help"))
    .helpCommand(false)
    .version(parserVersion, "-V, --version", say("version"))
    .addOption(languageOption(say("lang")))
    .addHelpText("after", () => `\n${examples(language)}\n\n${exitTable(language)}`);

  common(program.command("parse"), say)
    .description(say("parse"))
    .argument("<file...>", say("files"))
    .action(async (files: string[], flags: Flags, command: Command) => {
      if (flags.pretty === true && files.length > 1) command.error(`error: ${say("prettyOne")}`);
      if (files.filter((file) => file === "-").length > 1) command.error(`error: ${say("stdinOnce")}`);
      exit = await parseFiles(files, settingsOf(flags, surroundings));
    });

  common(program.command("tables"), say)
    .description(say("tables"))
    .argument("<file>", say("file"))
    .addOption(new Option("--format <format>", say("format")).choices(["json", "csv"]).default("json"))
    .option("--table <index>", say("table"), check(z.string().regex(/^\d{1,6}$/u).transform(Number), say("notAnIndex")))
    .option("--fill", say("fill"))
    .option("--excel", say("excel"))
    .option("--no-escape-formulas", say("escape"))
    .action(async (file: string, flags: TableFlags, command: Command) => {
      const { format, table = null, fill = false, excel = false, escapeFormulas } = flags;
      const csv = format === "csv" ? { fill, excel, escapeFormulas } : null;
      const printed = await printTables(file, { table, csv }, settingsOf(flags, surroundings));
      if (printed === null) command.error(`error: ${say("noTable")}`);
      exit = printed;
    });

  try {
    await program.parseAsync([...argv], { from: "user" });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.code === "commander.helpDisplayed" || error.code === "commander.version" ? "ok" : "usage";
  }
}

/** The options that all commands take. */
function common(command: Command, say: (key: keyof typeof words) => string): Command {
  const positive = check(z.string().regex(/^\d{1,12}(?:\.\d{1,3})?$/u).transform(Number).pipe(z.number().positive()), say("notANumber"));
  return command
    .option("--year <year>", say("year"), check(z.string().regex(/^[12]\d{3}$/u).transform(Number), say("notAYear")))
    .option("--issued <date>", say("issued"), check(z.iso.date(), say("notADate")))
    .option("--region <code>", say("region"), check(z.string().regex(/^\d{6}$/u), say("notARegion")))
    .addOption(new Option("--pretty", say("pretty")).conflicts("compact"))
    .addOption(new Option("--compact", say("compact")))
    .option("--timeout <seconds>", say("timeout"), positive, 60)
    .option("--memory <megabytes>", say("memory"), positive, 2048)
    .option("--max-bytes <bytes>", say("bytes"), positive, defaultLimits.bytes)
    .addOption(new Option("--fail-on <level>", say("failOn")).choices(["error", "warning"]))
    .option("-q, --quiet", say("quiet"))
    .option("-v, --verbose", say("verbose"))
    .addOption(languageOption(say("lang")));
}

function languageOption(words: string): Option {
  return new Option("--lang <language>", words).choices(["zh", "en"]);
}

/** An option parser from a schema. */
function check<T>(schema: z.ZodType<T>, complaint: string): (value: string) => T {
  return (value) => {
    const read = schema.safeParse(value);
    if (!read.success) throw new InvalidArgumentError(complaint);
    return read.data;
  };
}

function settingsOf(flags: Flags, { language, ...streams }: Surroundings): Settings {
  const { year, issued, region, failOn = null } = flags;
  return {
    streams,
    language,
    options: {
      ...(year === undefined ? {} : { year }),
      ...(issued === undefined ? {} : { issued }),
      ...(region === undefined ? {} : { region }),
      limits: { bytes: flags.maxBytes },
    },
    pretty: flags.pretty === true ? true : flags.compact === true ? false : null,
    budget: { milliseconds: Math.round(flags.timeout * 1000), megabytes: flags.memory },
    failOn,
    tell: flags.quiet === true ? "errors" : flags.verbose === true ? "all" : "warnings",
  };
}

function examples(language: Language): string {
  return [
    words.examples[language],
    "  fengong parse notice.html",
    "  fengong parse *.html > notices.ndjson",
    "  fengong tables notice.html --format csv",
    "  curl -s https://example.gov.cn/notice.html | fengong parse -",
  ].join("\n");
}

function exitTable(language: Language): string {
  const rows = Object.values(exitCodes).map((row) => `  ${String(row.code).padStart(3)}  ${row[language]}`);
  return [words.exits[language], ...rows].join("\n");
}
