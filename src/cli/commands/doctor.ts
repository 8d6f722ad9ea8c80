/** `fengong doctor` */
import type { Host } from "../command.ts";
import { languageOption } from "../options.ts";

export function addDoctor({ program, say, surroundings, end }: Host): void {
  program
    .command("doctor")
    .description(say("doctor"))
    .addOption(languageOption(say("lang")))
    .action(async () => {
      end(await import("../doctor.ts").then(({ examine }) => examine(surroundings)));
    });
}
