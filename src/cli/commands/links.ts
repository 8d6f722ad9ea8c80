/** `fengong links` */
import { extname } from "node:path";
import { Option, type Command } from "commander";
import type { LinkFormat } from "../../lineage/output.ts";
import { linkOutputs } from "../../lineage/outputs.ts";
import type { Language } from "../../model/finding.ts";
import { filesOf, finish, refuseStdinTwice, type Host } from "../command.ts";
import { common, printing, settingsOf, withLookups, type Flags } from "../options.ts";
import { addDestination } from "../output-options.ts";

interface LinkFlags extends Flags {
  readonly format?: LinkFormat;
  readonly table?: "links" | "answers";
  readonly headers?: Language;
  readonly escapeFormulas: boolean;
  readonly lookups?: string;
  readonly out?: string;
  readonly force?: boolean;
}

export function addLinks(host: Host): void {
  const { program, say, surroundings } = host;
  const longest = Math.max(...linkOutputs.map(({ id }) => id.length));
  const list = linkOutputs.map(({ id, title }) => `  ${id.padEnd(longest)}  ${title[surroundings.language]}`);
  addDestination(printing(common(program.command("links"), say), say), say)
    .description(say("links"))
    .argument("<notice...>", say("linkFiles"))
    .addOption(new Option("--format <format>", say("format")).choices(linkOutputs.map(({ id }) => id)))
    .addOption(new Option("--table <table>", say("linkTable")).choices(["answers", "links"]))
    .addOption(new Option("--headers <language>", say("headers")).choices(["zh", "en"]))
    .option("--no-escape-formulas", say("escape"))
    .option("--lookups <file>", say("lookups"))
    .addHelpText("after", () => `\n${[say("formats"), ...list].join("\n")}`)
    .action(async (named: string[], flags: LinkFlags, command: Command) => {
      const files = filesOf(named, command, host);
      refuseStdinTwice(files, command, host);
      const extension = extname(flags.out ?? "").slice(1).toLowerCase();
      const output = linkOutputs.find((one) => (flags.format === undefined ? one.extension === (extension === "" ? "txt" : extension) : one.id === flags.format));
      if (output === undefined) command.error(`error: ${say("noSuchExtension")}`);
      if (flags.table !== undefined && output.id !== "csv" && output.id !== "csv-excel") command.error(`error: ${say("tableOne")}`);
      if (flags.headers !== undefined && !["csv", "csv-excel", "xlsx"].includes(output.id)) command.error(`error: ${say("headersFlat")}`);
      if (output.binary && flags.out === undefined && surroundings.stdout.isTTY === true) command.error(`error: ${say("binaryOut")}`);
      const settings = await withLookups(settingsOf(flags, surroundings), flags.lookups, command, say);
      const wanted = { output, table: flags.table ?? "answers", headers: flags.headers ?? null, escapeFormulas: flags.escapeFormulas, out: flags.out ?? null, force: flags.force === true } as const;
      await finish(import("../links.ts").then(({ linkFiles }) => linkFiles(files, wanted, settings)), command, host);
    });
}
