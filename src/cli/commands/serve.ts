/** `fengong serve` */
import { availableParallelism } from "node:os";
import type { Command } from "commander";
import { finish, type Host } from "../command.ts";
import { bounded, check, positiveInteger, settingsOf, speaking, wholeNumber, withLookups, type Flags } from "../options.ts";

interface ServeFlags extends Flags {
  readonly host: string;
  readonly port: number;
  readonly jobs: number;
  readonly waiting: number;
  readonly receive: number;
  readonly lookups?: string;
}

export function addServe(host: Host): void {
  const { program, say, surroundings } = host;
  const described = program
    .command("serve")
    .description(say("serve"))
    .option("--host <address>", say("host"), "127.0.0.1")
    .option("--port <number>", say("port"), check(port, say("notAPort")), 8080)
    .option("-j, --jobs <number>", say("serviceJobs"), check(positiveInteger, say("notAPage")), availableParallelism())
    .option("--waiting <number>", say("waiting"), check(wholeNumber, say("notAnIndex")), 8)
    .option("--receive <seconds>", say("receive"), check(positiveInteger, say("notAPage")), 30)
    .option("--lookups <file>", say("lookups"));
  speaking(bounded(described, say), say)
    .action(async (flags: ServeFlags, command: Command) => {
      const settings = await withLookups(settingsOf(flags, surroundings), flags.lookups, command, say);
      await finish(import("../serve.ts").then(({ serveNotices }) => serveNotices(flags, settings)), command, host);
    })
    .addHelpText("after", () => `\n${say("examples")}\n${examples.map((line) => `  ${line}`).join("\n")}`);
}

const examples = [
  "fengong serve --port 8080",
  "curl --data-binary @notice.docx 'http://127.0.0.1:8080/v1/notices?name=notice.docx'",
  "curl -F letter=@letter.html -F attachment=@附件1.docx http://127.0.0.1:8080/v1/notices",
];

function port(value: string): number | null {
  return /^\d{1,5}$/u.test(value) && Number(value) <= 65_535 ? Number(value) : null;
}
