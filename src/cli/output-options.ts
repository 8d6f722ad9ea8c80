/** The options that say in which form results are written, and where. */
import { extname } from "node:path";
import { Option, type Command } from "commander";
import { outputNamed, outputs, tableNames, type OutputId } from "../emit/outputs.ts";
import type { Language } from "../model/finding.ts";
import type { TableName } from "../model/flat.ts";
import type { Say, Surroundings } from "./options.ts";
import type { words } from "./words.ts";

/** Options as commander hands them over. */
export interface OutputFlags {
  readonly format?: OutputId;
  readonly table?: TableName;
  readonly headers?: Language;
  readonly escapeFormulas: boolean;
  readonly out?: string;
  readonly force?: boolean;
}

/** In which form, and where to. */
export interface Target {
  readonly output: OutputId;
  readonly table: TableName;
  /** Null: as the format is mostly used. */
  readonly headers: Language | null;
  readonly escapeFormulas: boolean;
  /** Null: standard output. */
  readonly out: string | null;
  readonly force: boolean;
  /** A terminal shows it, and nobody asked for a form. */
  readonly shown?: boolean;
}

/** Adds the options for results as data, and the list of forms to the help. */
export function addOutputOptions(command: Command, say: Say, language: Language): Command {
  const forms = outputs.map((output) => output.id);
  const headers = new Option("--headers <language>", say("headers")).choices(["zh", "en"]);
  command
    .addOption(new Option("--format <format>", say("format")).choices(forms))
    .addOption(new Option("--table <table>", say("flatTable")).choices(tableNames))
    .addOption(headers)
    .option("--no-escape-formulas", say("escape"));
  const longest = Math.max(...forms.map((form) => form.length));
  const list = outputs.map(({ id, title }) => `  ${id.padEnd(longest)}  ${title[language]}`);
  return addDestination(command, say).addHelpText("after", () => `\n${[say("formats"), ...list].join("\n")}`);
}

/** Adds the options that say where the output goes. */
export function addDestination(command: Command, say: Say): Command {
  return command.option("-o, --out <file>", say("outFile")).option("--force", say("forceFile"));
}

/** The target that the options ask for, or the key of the words that say why they cannot be had together. */
export function targetOf(flags: OutputFlags, { stdout }: Pick<Surroundings, "stdout">): Target | keyof typeof words {
  const { table, headers = null, escapeFormulas, out = null, force = false } = flags;
  const format = flags.format ?? formatOf(out);
  if (format === null) return "noSuchExtension";
  const output = outputNamed(format);
  if (table !== undefined && output.tables !== "one") return "tableOne";
  if (headers !== null && output.tables === "none") return "headersFlat";
  if (output.binary && out === null && stdout.isTTY === true) return "binaryOut";
  return { output: format, table: table ?? "tasks", headers, escapeFormulas, out, force, shown: flags.format === undefined && out === null && stdout.isTTY === true };
}

/** The form that the extension of a file asks for, the first of those that have it; JSON where there is none; null where no form has it. */
function formatOf(out: string | null): OutputId | null {
  const extension = out === null ? "" : extname(out).slice(1).toLowerCase();
  return extension === "" ? "json" : (outputs.find((output) => output.extension === extension)?.id ?? null);
}
