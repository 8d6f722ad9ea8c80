/** `fengong review`. */
import type { Command } from "commander";
import { finish, type Host } from "../command.ts";
import { check, common, settingsOf, wholeNumber, withLookups, type Flags } from "../options.ts";

interface ReviewFlags extends Flags {
  readonly overrides?: string;
  readonly gold?: string;
  readonly person?: string;
  readonly port: number;
  readonly open: boolean;
  readonly sources?: string;
  readonly html?: string;
  readonly force?: boolean;
  readonly lookups?: string;
}

const usualPort = 7788;

export function addReview(host: Host): void {
  const { program, say, surroundings } = host;
  common(program.command("review"), say)
    .description(say("review"))
    .argument("<input...>", say("reviewInputs"))
    .option("--overrides <file>", say("reviewOverrides"))
    .option("--gold <file>", say("reviewGold"))
    .option("--person <name>", say("reviewPerson"))
    .option("--port <number>", say("reviewPort"), check(wholeNumber, say("notANumber")), usualPort)
    .option("--no-open", say("reviewNoOpen"))
    .option("--sources <folder>", say("reviewSources"))
    .option("--lookups <file>", say("lookups"))
    .option("--html <file>", say("reviewHtml"))
    .option("--force", say("forceFile"))
    .action(async (inputs: string[], flags: ReviewFlags, command: Command) => {
      const { overrides = null, gold = null, person = null, port, open, sources = null, html = null, force = false } = flags;
      const settings = await withLookups(settingsOf(flags, surroundings), flags.lookups, command, say);
      await finish(import("../review.ts").then(({ review }) => review({ inputs, overrides, gold, person, port, open, sources, html, force }, settings)), command, host);
    });
}
