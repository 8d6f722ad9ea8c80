/** `fengong schema` */
import type { Command } from "commander";
import type { Host } from "../command.ts";
import { languageOption } from "../options.ts";

export function addSchema({ program, say, surroundings, end }: Host): void {
  program
    .command("schema")
    .description(say("schema"))
    .argument("[name]", say("schemaName"))
    .addOption(languageOption(say("lang")))
    .action(async (name: string | undefined, _: unknown, command: Command) => {
      const printed = await import("../schema.ts").then(({ printSchema }) => printSchema(name ?? null, surroundings));
      if (printed === null) command.error(`error: ${say("noSchema")}`);
      end("ok");
    });
}
