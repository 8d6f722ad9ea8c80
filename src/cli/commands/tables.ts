/** `fengong tables` */
import { Option, type Command } from "commander";
import { filesOf, type Host } from "../command.ts";
import { check, common, formerly, printing, settingsOf, wholeNumber, type Flags } from "../options.ts";

interface TableFlags extends Flags {
  readonly format: "json" | "csv" | "csv-excel";
  readonly index?: number;
  readonly table?: number;
  readonly fill?: boolean;
  readonly escapeFormulas: boolean;
}

export function addTables(host: Host): void {
  const { program, say, surroundings, end } = host;
  printing(common(program.command("tables"), say), say)
    .description(say("tables"))
    .argument("[file]", say("file"))
    .addOption(new Option("--format <format>", say("format")).choices(["json", "csv", "csv-excel"]).default("json"))
    .option("--index <index>", say("table"), check(wholeNumber, say("notAnIndex")))
    .addOption(formerly("--table <index>").argParser(check(wholeNumber, say("notAnIndex"))))
    .option("--fill", say("fill"))
    .option("--no-escape-formulas", say("escape"))
    .action(async (named: string | undefined, flags: TableFlags, command: Command) => {
      const [file = "-"] = filesOf(named === undefined ? [] : [named], command, host);
      const { format, table = null, index = table, fill = false, escapeFormulas } = flags;
      const csv = format === "json" ? null : { fill, excel: format === "csv-excel", escapeFormulas };
      const printed = await import("../tables.ts").then(({ printTables }) => printTables(file, { table: index, csv }, settingsOf(flags, surroundings)));
      if (printed === null) command.error(`error: ${say("noTable")}`);
      else end(printed);
    });
}
