/** The program around its commands: one command line in, its exit out. */
import { Command, CommanderError } from "commander";
import type { Language } from "../model/finding.ts";
import { parserVersion } from "../model/version.ts";
import { printable } from "../text/shown.ts";
import { commands } from "./commands.ts";
import { complaint } from "./complaints.ts";
import { exitCodes, type Exit } from "./exit-codes.ts";
import { helpLayout } from "./help.ts";
import { findEngine, languageOption, type Say, type Surroundings } from "./options.ts";
import { forData, forWords } from "./terminal.ts";
import { words } from "./words.ts";

/** Runs one command line (without the names of node and script) and gives its exit. */
export async function runProgram(argv: readonly string[], around: Surroundings): Promise<Exit> {
  const surroundings = { ...around, stdout: forData(around.stdout), stderr: forWords(around.stderr) };
  const { language, stdout, stderr } = surroundings;
  let exit: Exit = "ok";
  const say: Say = (key) => words[key][language];
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

  const host = { program, say, surroundings, end: (ended: Exit) => void (exit = ended) };
  for (const add of commands) add(host);
  program.hook("preAction", (_, command) => findEngine(command, say));

  try {
    await program.parseAsync(meant(argv, program), { from: "user" });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? "ok" : "usage";
  }
}

/** What a command line means: `help dataset build` is `dataset build --help`; help of a command that is none is a complaint. */
function meant(argv: readonly string[], { commands: known }: Command): string[] {
  const [first = "", second, ...rest] = argv;
  if (argv.length === 1) return [alone[first] ?? first];
  if (first !== "help" || second === undefined || second.startsWith("-")) return [...argv];
  return known.some((command) => command.name() === second) ? [second, ...rest, "--help"] : [second];
}

/** Words that stand alone and are what people try for an option of the program. */
const alone: Readonly<Record<string, string>> = { version: "--version", "-v": "--version" };

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
    "  fengong links province.html city.html",
    "  fengong inspect notice.pdf --page 3 --out page3.svg",
    "  curl -s https://example.gov.cn/notice.html | fengong parse -",
  ].join("\n");
}

function exitTable(language: Language): string {
  const rows = Object.values(exitCodes).map((row) => `  ${String(row.code).padStart(3)}  ${row[language]}`);
  return [words.exits[language], ...rows].join("\n");
}
