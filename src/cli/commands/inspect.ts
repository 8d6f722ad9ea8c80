/** `fengong inspect` */
import type { Command } from "commander";
import { filesOf, finish, type Host } from "../command.ts";
import { check, common, formerly, positiveInteger, settingsOf, type Flags } from "../options.ts";
import { addDestination } from "../output-options.ts";

interface InspectFlags extends Flags {
  readonly page: number;
  readonly svg?: string | true;
  readonly out?: string;
  readonly force?: boolean;
}

export function addInspect(host: Host): void {
  const { program, say, surroundings } = host;
  addDestination(common(program.command("inspect"), say), say)
    .description(say("inspect"))
    .argument("[file]", say("file"))
    .option("--page <number>", say("page"), check(positiveInteger, say("notAPage")), 1)
    .addOption(formerly("--svg [file]"))
    .action(async (named: string | undefined, flags: InspectFlags, command: Command) => {
      const [file = "-"] = filesOf(named === undefined ? [] : [named], command, host);
      const { page, out = flags.svg === "-" || flags.svg === true ? undefined : flags.svg, force = false } = flags;
      await finish(import("../inspect.ts").then(({ inspectFile }) => inspectFile(file, { page, out: out ?? null, force }, settingsOf(flags, surroundings))), command, host);
    });
}
