/** `fengong corrections`. */
import { Option, type Command } from "commander";
import { finish, type Host } from "../command.ts";
import { languageOption, readsNothing } from "../options.ts";

interface CorrectionsFlags {
  readonly against: string;
  readonly person: string;
  readonly reason?: string;
  readonly overrides?: string;
  readonly quiet?: boolean;
}

export function addCorrections(host: Host): void {
  const { program, say, surroundings } = host;
  program
    .command("corrections")
    .description(say("corrections"))
    .argument("<workbook>", say("editedWorkbook"))
    .requiredOption("--against <result>", say("against"))
    .requiredOption("--person <name>", say("correctionsPerson"))
    .option("--reason <words>", say("editReason"))
    .option("--overrides <file>", say("intoOverrides"))
    .addOption(new Option("-q, --quiet", say("quiet")))
    .addOption(languageOption(say("lang")))
    .action(async (workbook: string, flags: CorrectionsFlags, command: Command) => {
      const { against, person, reason = null, overrides = null } = flags;
      await finish(import("../corrections.ts").then(({ findCorrections }) => findCorrections({ workbook, against, person, reason, overrides }, readsNothing(flags, surroundings))), command, host);
    });
}
