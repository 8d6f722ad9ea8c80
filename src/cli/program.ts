/** The commands and their options. */
import { Command, CommanderError, Option } from "commander";
import type { Language } from "../model/finding.ts";
import { parserVersion } from "../model/version.ts";
import { printable } from "../text/shown.ts";
import { helpLayout } from "./help.ts";
import { addDatasetCommands } from "./dataset-commands.ts";
import { addManyCommands } from "./many.ts";
import { exitCodes, type Exit } from "./exit-codes.ts";
import { check, common, languageOption, printing, positiveInteger, readsNothing, settingsOf, wholeNumber, type Flags, type Surroundings } from "./options.ts";
import type { Settings } from "./run.ts";
import { addDestination, addOutputOptions, targetOf, type OutputFlags } from "./output-options.ts";
import { forData, forWords } from "./terminal.ts";
import { complaint, words } from "./words.ts";

interface ParseFlags extends Flags, OutputFlags {
  readonly lookups?: string;
  readonly together?: boolean;
}

interface ReportFlags extends Flags {
  readonly lookups?: string;
  readonly together?: boolean;
  readonly html?: boolean;
  readonly out?: string;
  readonly force?: boolean;
}

interface TableFlags extends Flags {
  readonly format: "json" | "csv" | "csv-excel";
  readonly table?: number;
  readonly fill?: boolean;
  readonly escapeFormulas: boolean;
}

interface InspectFlags extends Flags {
  readonly page: number;
  readonly svg?: string;
  readonly out?: string;
  readonly force?: boolean;
}

/** Runs one command line (without the names of node and script) and gives its exit. */
export async function runProgram(argv: readonly string[], around: Surroundings): Promise<Exit> {
  const surroundings = { ...around, stdout: forData(around.stdout), stderr: forWords(around.stderr) };
  const { language, stdout, stderr } = surroundings;
  let exit: Exit = "ok";
  const say = (key: keyof typeof words): string => words[key][language];
  /** The files that were named; what comes through a pipe where none was. */
  const given = (files: readonly string[], command: Command): string[] => {
    if (files.length === 0 && isTerminal(surroundings.stdin)) command.error("error: missing required argument 'file'");
    return files.length === 0 ? ["-"] : [...files];
  };

  const program = new Command("fengong")
    .description(say("program"))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => forWords(stdout).write(text),
      writeErr: (text) => stderr.write(text),
      outputError: (text, write) => {
        write(complaint(quoted(text, argv), language));
      },
    })
    .configureHelp(helpLayout(language))
    .helpOption("-h, --help", say("help"))
    .helpCommand("help [command]", say("helpCommand"))
    .showHelpAfterError(say("seeHelp"))
    .version(parserVersion, "-V, --version", say("version"))
    .addOption(languageOption(say("lang")))
    .addHelpText("after", () => `\n${examples(language)}\n\n${exitTable(language)}`);

  const withLookups = async (settings: Settings, file: string | undefined, command: Command): Promise<Settings> => {
    if (file === undefined) return settings;
    const { lookups, trouble } = await import("./lookups.ts").then(({ loadLookups }) => loadLookups(file, settings.budget));
    if (lookups === null) command.error(`error: ${say("badLookups")}${trouble}`);
    return { ...settings, options: { ...settings.options, lookups } };
  };

  addOutputOptions(printing(common(program.command("parse"), say), say), say, language)
    .description(say("parse"))
    .argument("[file...]", say("files"))
    .option("--together", say("together"))
    .option("--lookups <file>", say("lookups"))
    .action(async (named: string[], flags: ParseFlags, command: Command) => {
      const files = given(named, command);
      if (flags.pretty === true && flags.together !== true && files.length > 1) command.error(`error: ${say("prettyOne")}`);
      if (files.filter((file) => file === "-").length > 1) command.error(`error: ${say("stdinOnce")}`);
      const settings = settingsOf(flags, surroundings);
      const target = targetOf(flags, surroundings);
      if (typeof target === "string") command.error(`error: ${say(target)}`);
      const { parseFiles } = await import("./parse.ts");
      const parsed = await parseFiles({ files, together: flags.together === true }, target, await withLookups(settings, flags.lookups, command));
      if (parsed.wrong !== null) command.error(`error: ${say(parsed.wrong)}`);
      else exit = parsed.exit;
    });

  addDestination(common(program.command("report"), say), say)
    .description(say("report"))
    .argument("[file...]", say("files"))
    .option("--html", say("reportHtml"))
    .option("--together", say("together"))
    .option("--lookups <file>", say("lookups"))
    .action(async (named: string[], flags: ReportFlags, command: Command) => {
      const files = given(named, command);
      if (files.filter((file) => file === "-").length > 1) command.error(`error: ${say("stdinOnce")}`);
      const settings = await withLookups(settingsOf(flags, surroundings), flags.lookups, command);
      const reported = await import("./report.ts").then(({ reportFiles }) => reportFiles({ files, together: flags.together === true }, flags, settings));
      if (reported.wrong !== null) command.error(`error: ${say(reported.wrong)}`);
      else exit = reported.exit;
    });

  printing(common(program.command("tables"), say), say)
    .description(say("tables"))
    .argument("[file]", say("file"))
    .addOption(new Option("--format <format>", say("format")).choices(["json", "csv", "csv-excel"]).default("json"))
    .option("--table <index>", say("table"), check(wholeNumber, say("notAnIndex")))
    .option("--fill", say("fill"))
    .option("--no-escape-formulas", say("escape"))
    .action(async (named: string | undefined, flags: TableFlags, command: Command) => {
      const [file = "-"] = given(named === undefined ? [] : [named], command);
      const { format, table = null, fill = false, escapeFormulas } = flags;
      const csv = format === "json" ? null : { fill, excel: format === "csv-excel", escapeFormulas };
      const printed = await import("./tables.ts").then(({ printTables }) => printTables(file, { table, csv }, settingsOf(flags, surroundings)));
      if (printed === null) command.error(`error: ${say("noTable")}`);
      exit = printed;
    });

  addDestination(common(program.command("inspect"), say), say)
    .description(say("inspect"))
    .argument("[file]", say("file"))
    .option("--page <number>", say("page"), check(positiveInteger, say("notAPage")), 1)
    .option("--svg <file>", say("svg"))
    .action(async (named: string | undefined, flags: InspectFlags, command: Command) => {
      const [file = "-"] = given(named === undefined ? [] : [named], command);
      const { page, out = flags.svg === "-" ? undefined : flags.svg, force = false } = flags;
      const drawn = await import("./inspect.ts").then(({ inspectFile }) => inspectFile(file, { page, out: out ?? null, force }, settingsOf(flags, surroundings)));
      if (drawn.wrong !== null) command.error(`error: ${say(drawn.wrong)}${drawn.detail}`);
      else exit = drawn.exit;
    });

  addOutputOptions(program.command("export"), say, language)
    .description(say("export"))
    .argument("<results...>", say("resultFiles"))
    .option("-q, --quiet", say("quiet"))
    .addOption(languageOption(say("lang")))
    .action(async (given: string[], flags: OutputFlags & { readonly quiet?: boolean }, command: Command) => {
      if (given.filter((file) => file === "-").length > 1) command.error(`error: ${say("stdinOnce")}`);
      const target = targetOf(flags.format === undefined && flags.out === undefined ? { ...flags, format: "ledger" } : flags, surroundings);
      if (typeof target === "string") command.error(`error: ${say(target)}`);
      const exported = await import("./export.ts").then(({ exportResults }) => exportResults(given, target, readsNothing(flags, surroundings)));
      if (exported.wrong !== null) command.error(`error: ${say(exported.wrong)}`);
      else exit = exported.exit;
    });

  addManyCommands(program, surroundings, (ended) => (exit = ended));
  addDatasetCommands(program, surroundings, (ended) => (exit = ended));

  try {
    await program.parseAsync(argv.length === 1 ? [alone[argv[0] ?? ""] ?? argv[0] ?? ""] : [...argv], { from: "user" });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? "ok" : "usage";
  }
}

/** Words that stand alone and are what people try for an option of the program. */
const alone: Readonly<Record<string, string>> = { version: "--version", "-v": "--version" };

/** Whether somebody would have to type what is read: then nothing is read without being asked for. */
function isTerminal(stream: NodeJS.ReadableStream): boolean {
  return "isTTY" in stream && stream.isTTY === true;
}

/** A complaint in which arguments stand on one line, so that none of them speaks for the program. */
function quoted(text: string, argv: readonly string[]): string {
  const parts = argv.flatMap((word) => [word, word.slice(word.indexOf("=") + 1), word.slice(2)]);
  return parts.reduce((said, part) => (part === printable(part) ? said : said.replaceAll(part, printable(part))), text);
}

function examples(language: Language): string {
  return [
    words.examples[language],
    "  fengong parse notice.html",
    "  fengong parse *.html > notices.ndjson",
    "  fengong parse *.html --format xlsx --out tasks.xlsx",
    "  fengong report *.html --html --out report.html",
    "  fengong tables notice.html --format csv",
    "  fengong parse --together letter.html attachment1.docx",
    "  fengong batch notices/ --out results/ --jobs 4",
    "  fengong dataset build sources/ --out dataset/",
    "  fengong export results/ --format docx --out ledger.docx",
    "  fengong inspect notice.pdf --page 3 --out page3.svg",
    "  curl -s https://example.gov.cn/notice.html | fengong parse -",
  ].join("\n");
}

function exitTable(language: Language): string {
  const rows = Object.values(exitCodes).map((row) => `  ${String(row.code).padStart(3)}  ${row[language]}`);
  return [words.exits[language], ...rows].join("\n");
}
