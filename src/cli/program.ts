/** The commands and their options. */
import { Command, CommanderError, Option } from "commander";
import type { Language } from "../model/finding.ts";
import { parserVersion } from "../model/version.ts";
import { printable } from "../text/shown.ts";
import { helpLayout } from "./help.ts";
import { addDatasetCommands } from "./dataset-commands.ts";
import { addManyCommands } from "./many.ts";
import { exitCodes, type Exit } from "./exit-codes.ts";
import { check, common, languageOption, positiveInteger, settingsOf, wholeNumber, type Flags, type Surroundings } from "./options.ts";
import { addDestination, addOutputOptions, targetOf, type OutputFlags } from "./output-options.ts";
import { forData, forWords } from "./terminal.ts";
import { complaint, words } from "./words.ts";

interface ParseFlags extends Flags, OutputFlags {
  readonly lookups?: string;
  readonly together?: boolean;
}

interface ReportFlags extends Flags {
  readonly html?: boolean;
  readonly out?: string;
  readonly force?: boolean;
}

interface TableFlags extends Flags {
  readonly format: "json" | "csv";
  readonly table?: number;
  readonly fill?: boolean;
  readonly excel?: boolean;
  readonly escapeFormulas: boolean;
}

interface InspectFlags extends Flags {
  readonly page: number;
  readonly svg: string;
}

/** Runs one command line (without the names of node and script) and gives its exit. */
export async function runProgram(argv: readonly string[], given: Surroundings): Promise<Exit> {
  const surroundings = { ...given, stdout: forData(given.stdout), stderr: forWords(given.stderr) };
  const { language, stdout, stderr } = surroundings;
  let exit: Exit = "ok";
  const say = (key: keyof typeof words): string => words[key][language];

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
    .helpCommand(false)
    .version(parserVersion, "-V, --version", say("version"))
    .addOption(languageOption(say("lang")))
    .addHelpText("after", () => `\n${examples(language)}\n\n${exitTable(language)}`);

  addOutputOptions(common(program.command("parse"), say), say, language)
    .description(say("parse"))
    .argument("<file...>", say("files"))
    .option("--together", say("together"))
    .option("--lookups <file>", say("lookups"))
    .action(async (files: string[], flags: ParseFlags, command: Command) => {
      if (flags.pretty === true && flags.together !== true && files.length > 1) command.error(`error: ${say("prettyOne")}`);
      if (files.filter((file) => file === "-").length > 1) command.error(`error: ${say("stdinOnce")}`);
      const settings = settingsOf(flags, surroundings);
      const target = targetOf(flags, surroundings);
      if (typeof target === "string") command.error(`error: ${say(target)}`);
      const [{ parseFiles }, { loadLookups }] = await Promise.all([import("./parse.ts"), import("./lookups.ts")]);
      const { lookups, trouble } = flags.lookups === undefined ? { lookups: null, trouble: null } : await loadLookups(flags.lookups, settings.budget);
      if (trouble !== null) command.error(`error: ${say("badLookups")}${trouble}`);
      const told = lookups === null ? settings : { ...settings, options: { ...settings.options, lookups } };
      const parsed = await parseFiles({ files, together: flags.together === true }, target, told);
      if (parsed.wrong !== null) command.error(`error: ${say(parsed.wrong)}`);
      else exit = parsed.exit;
    });

  addDestination(common(program.command("report"), say), say)
    .description(say("report"))
    .argument("<file...>", say("files"))
    .option("--html", say("reportHtml"))
    .action(async (files: string[], flags: ReportFlags, command: Command) => {
      if (files.filter((file) => file === "-").length > 1) command.error(`error: ${say("stdinOnce")}`);
      const reported = await import("./report.ts").then(({ reportFiles }) => reportFiles(files, flags, settingsOf(flags, surroundings)));
      if (reported.wrong !== null) command.error(`error: ${say(reported.wrong)}`);
      else exit = reported.exit;
    });

  common(program.command("tables"), say)
    .description(say("tables"))
    .argument("<file>", say("file"))
    .addOption(new Option("--format <format>", say("format")).choices(["json", "csv"]).default("json"))
    .option("--table <index>", say("table"), check(wholeNumber, say("notAnIndex")))
    .option("--fill", say("fill"))
    .option("--excel", say("excel"))
    .option("--no-escape-formulas", say("escape"))
    .action(async (file: string, flags: TableFlags, command: Command) => {
      const { format, table = null, fill = false, excel = false, escapeFormulas } = flags;
      const csv = format === "csv" ? { fill, excel, escapeFormulas } : null;
      const printed = await import("./tables.ts").then(({ printTables }) => printTables(file, { table, csv }, settingsOf(flags, surroundings)));
      if (printed === null) command.error(`error: ${say("noTable")}`);
      exit = printed;
    });

  common(program.command("inspect"), say)
    .description(say("inspect"))
    .argument("<file>", say("file"))
    .option("--page <number>", say("page"), check(positiveInteger, say("notAPage")), 1)
    .option("--svg <file>", say("svg"), "-")
    .action(async (file: string, flags: InspectFlags, command: Command) => {
      const drawn = await import("./inspect.ts").then(({ inspectFile }) => inspectFile(file, flags, settingsOf(flags, surroundings)));
      if (drawn.wrong !== null) command.error(`error: ${say(drawn.wrong)}`);
      else exit = drawn.exit;
    });

  addManyCommands(program, surroundings, (given) => (exit = given));
  addDatasetCommands(program, surroundings, (given) => (exit = given));

  try {
    await program.parseAsync([...argv], { from: "user" });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.code === "commander.helpDisplayed" || error.code === "commander.version" ? "ok" : "usage";
  }
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
    "  fengong inspect notice.pdf --page 3 --svg page3.svg",
    "  curl -s https://example.gov.cn/notice.html | fengong parse -",
  ].join("\n");
}

function exitTable(language: Language): string {
  const rows = Object.values(exitCodes).map((row) => `  ${String(row.code).padStart(3)}  ${row[language]}`);
  return [words.exits[language], ...rows].join("\n");
}
