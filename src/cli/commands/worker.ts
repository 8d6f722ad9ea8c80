/** `fengong worker` */
import type { Host } from "../command.ts";
import { check, common, positiveInteger, settingsOf, type Flags } from "../options.ts";

interface WorkerFlags extends Flags {
  readonly jobs: number;
}

export function addWorker({ program, say, surroundings, end }: Host): void {
  common(program.command("worker"), say)
    .description(say("worker"))
    .option("-j, --jobs <number>", say("jobs"), check(positiveInteger, say("notAPage")), 1)
    .action(async (flags: WorkerFlags) => {
      end(await import("../requests.ts").then(({ answerRequests }) => answerRequests(flags.jobs, settingsOf(flags, surroundings))));
    })
    .addHelpText("after", () => `\n${say("examples")}\n  echo '{"id":1,"path":"notice.html"}' | fengong worker`);
}
