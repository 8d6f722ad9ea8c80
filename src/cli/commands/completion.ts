/** `fengong completion` */
import { Argument } from "commander";
import type { Host } from "../command.ts";
import { languageOption } from "../options.ts";
import { shells, type Shell } from "../shells.ts";

export function addCompletion({ program, say, surroundings, end }: Host): void {
  program
    .command("completion")
    .description(say("completion"))
    .addArgument(new Argument("<shell>", say("shell")).choices(shells))
    .addOption(languageOption(say("lang")))
    .action(async (shell: Shell) => {
      const outline = await import("../outline.ts").then(({ outlineOf }) => outlineOf(program));
      const text = await import("../completion.ts").then(({ completionFor }) => completionFor(shell, outline));
      await import("../run.ts").then(({ writeData }) => writeData(text, { streams: surroundings }));
      end("ok");
    });
}
