/** The commands and options as data: what completion and the man page are made of. */
import type { Command } from "commander";

/** A command that can be typed. */
export interface Outlined {
  /** Its words after `fengong`, such as `dataset build`. */
  readonly name: string;
  readonly usage: string;
  readonly description: string;
  readonly arguments: readonly { readonly name: string; readonly description: string }[];
  readonly options: readonly OutlinedOption[];
}

/** An option of a command. */
export interface OutlinedOption {
  /** As the help shows it: `-o, --out <file>`. */
  readonly flags: string;
  readonly short: string | null;
  readonly long: string;
  readonly description: string;
  /** What stands behind it; null: nothing. */
  readonly value: "file" | "folder" | "other" | null;
  readonly choices: readonly string[];
}

/** The program itself first (its name is empty), then each command; one that only gathers others comes before them. */
export function outlineOf(program: Command): Outlined[] {
  return [outlined(program, ""), ...program.commands.flatMap((command) => below(command, ""))];
}

function below(command: Command, above: string): Outlined[] {
  const name = `${above}${command.name()}`;
  return [outlined(command, name), ...command.commands.flatMap((inner) => below(inner, `${name} `))];
}

function outlined(command: Command, name: string): Outlined {
  const helper = command.createHelp();
  return {
    name,
    usage: `fengong ${name === "" ? "" : `${name} `}${command.usage()}`.trim(),
    description: command.description(),
    arguments: command.registeredArguments.map((argument) => ({ name: argument.name(), description: argument.description })),
    options: helper.visibleOptions(command).map(({ flags, short, long, description, argChoices }) => ({
      flags,
      short: short ?? null,
      long: long ?? "",
      description,
      value: valueOf(flags),
      choices: argChoices ?? [],
    })),
  };
}

function valueOf(flags: string): OutlinedOption["value"] {
  const word = /[<[]([^<>[\]]+)[>\]]/u.exec(flags)?.[1];
  return word === undefined ? null : word === "file" || word === "folder" ? word : "other";
}
