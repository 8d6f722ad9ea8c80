/** `fengong man`: the manual page (roff, man(7)), in the language of the run. */
import { exitCodes } from "./exit-codes.ts";
import type { Outlined } from "./outline.ts";
import type { Language } from "../model/finding.ts";
import { parserVersion } from "../model/version.ts";

const headings = {
  name: { zh: "名称", en: "NAME" },
  synopsis: { zh: "用法", en: "SYNOPSIS" },
  commands: { zh: "命令", en: "COMMANDS" },
  exits: { zh: "退出码", en: "EXIT STATUS" },
} as const;

/** The page of all commands. */
export function manualPage([program, ...commands]: readonly Outlined[], language: Language): string {
  const lines = [`.TH FENGONG 1 "" "fengong ${parserVersion}"`, `.SH ${headings.name[language]}`, `fengong \\- ${safe(program?.description ?? "")}`, `.SH ${headings.synopsis[language]}`];
  for (const { usage } of commands) lines.push(`.B ${safe(usage)}`, ".br");
  lines.push(`.SH ${headings.commands[language]}`);
  for (const { name, description, arguments: given, options } of commands) {
    lines.push(`.SS ${safe(name)}`, safe(description));
    for (const { name: word, description: about } of given) lines.push(".TP", `.I ${safe(word)}`, safe(about));
    for (const { flags, description: about } of options) lines.push(".TP", `.B ${safe(flags)}`, safe(about));
  }
  lines.push(`.SH ${headings.exits[language]}`);
  for (const row of Object.values(exitCodes)) lines.push(".TP", `.B ${row.code}`, safe(row[language]));
  return `${lines.join("\n")}\n`;
}

/** Text that roff takes for words: no escapes, no requests at the start of a line. */
function safe(text: string): string {
  return text.replace(/\\/gu, "\\e").replace(/-/gu, "\\-").replace(/^(['.])/gmu, "\\&$1");
}
