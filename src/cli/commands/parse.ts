/** `fengong parse` */
import type { Command } from "commander";
import { filesOf, finish, refuseStdinTwice, type Host } from "../command.ts";
import { common, printing, settingsOf, withLookups, type Flags } from "../options.ts";
import { addOutputOptions, targetOf, type OutputFlags } from "../output-options.ts";

interface ParseFlags extends Flags, OutputFlags {
  readonly lookups?: string;
  readonly together?: boolean;
  readonly marks?: boolean;
}

export function addParse(host: Host): void {
  const { program, say, surroundings } = host;
  addOutputOptions(printing(common(program.command("parse"), say), say), say, surroundings.language)
    .description(say("parse"))
    .argument("[file...]", say("files"))
    .option("--together", say("together"))
    .option("--lookups <file>", say("lookups"))
    .option("--marks", say("marks"))
    .action(async (named: string[], flags: ParseFlags, command: Command) => {
      const files = filesOf(named, command, host);
      const together = flags.together === true;
      if (flags.pretty === true && !together && files.length > 1) command.error(`error: ${say("prettyOne")}`);
      refuseStdinTwice(files, command, host);
      const target = targetOf(flags, surroundings);
      if (typeof target === "string") command.error(`error: ${say(target)}`);
      if (flags.pretty === true && target.output !== "json") command.error(`error: ${say("prettyJson")}`);
      if (flags.marks === true && target.output !== "json" && target.output !== "ndjson") command.error(`error: ${say("marksJson")}`);
      const plain = settingsOf(flags, surroundings);
      const marked = flags.marks === true ? { ...plain, options: { ...plain.options, marks: true } } : plain;
      const settings = await withLookups(marked, flags.lookups, command, say);
      await finish(import("../parse.ts").then(({ parseFiles }) => parseFiles({ files, together }, target, settings)), command, host);
    });
}
