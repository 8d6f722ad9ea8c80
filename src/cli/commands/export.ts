/** `fengong export` */
import type { Command } from "commander";
import { finish, refuseStdinTwice, type Host } from "../command.ts";
import { languageOption, readsNothing } from "../options.ts";
import { addOutputOptions, targetOf, type OutputFlags } from "../output-options.ts";

interface ExportFlags extends OutputFlags {
  readonly quiet?: boolean;
}

export function addExport(host: Host): void {
  const { program, say, surroundings } = host;
  addOutputOptions(program.command("export"), say, surroundings.language)
    .description(say("export"))
    .argument("<results...>", say("resultFiles"))
    .option("-q, --quiet", say("quiet"))
    .addOption(languageOption(say("lang")))
    .action(async (given: string[], flags: ExportFlags, command: Command) => {
      refuseStdinTwice(given, command, host);
      const target = targetOf(flags.format === undefined && flags.out === undefined ? { ...flags, format: "ledger" } : flags, surroundings);
      if (typeof target === "string") command.error(`error: ${say(target)}`);
      await finish(import("../export.ts").then(({ exportResults }) => exportResults(given, target, readsNothing(flags, surroundings))), command, host);
    });
}
