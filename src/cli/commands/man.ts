/** `fengong man` */
import type { Host } from "../command.ts";
import { languageOption } from "../options.ts";

export function addMan({ program, say, surroundings, end }: Host): void {
  program
    .command("man")
    .description(say("man"))
    .addOption(languageOption(say("lang")))
    .action(async () => {
      const outline = await import("../outline.ts").then(({ outlineOf }) => outlineOf(program));
      const text = await import("../man.ts").then(({ manualPage }) => manualPage(outline, surroundings.language));
      await import("../run.ts").then(({ writeData }) => writeData(text, { streams: surroundings }));
      end("ok");
    });
}
