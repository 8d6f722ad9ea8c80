/** `fengong report` */
import type { Command } from "commander";
import { filesOf, finish, refuseStdinTwice, type Host } from "../command.ts";
import { common, settingsOf, withLookups, type Flags } from "../options.ts";
import { addDestination } from "../output-options.ts";

interface ReportFlags extends Flags {
  readonly lookups?: string;
  readonly together?: boolean;
  readonly html?: boolean;
  readonly out?: string;
  readonly force?: boolean;
}

export function addReport(host: Host): void {
  const { program, say, surroundings } = host;
  addDestination(common(program.command("report"), say), say)
    .description(say("report"))
    .argument("[file...]", say("files"))
    .option("--html", say("reportHtml"))
    .option("--together", say("together"))
    .option("--lookups <file>", say("lookups"))
    .action(async (named: string[], flags: ReportFlags, command: Command) => {
      const files = filesOf(named, command, host);
      refuseStdinTwice(files, command, host);
      const settings = await withLookups(settingsOf(flags, surroundings), flags.lookups, command, say);
      await finish(import("../report.ts").then(({ reportFiles }) => reportFiles({ files, together: flags.together === true }, flags, settings)), command, host);
    });
}
