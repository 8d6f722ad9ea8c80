/** In which language people are told. Loaded before anything else for a command line that wants help alone. */
import type { Language } from "../model/finding.ts";

/** The language for people: `--lang`, else English where the environment asks for it (an empty variable says nothing: POSIX, Environment Variables 8.2), else Chinese. */
export function languageOf(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const asked = argv.findLast((_, i) => argv[i - 1] === "--lang") ?? argv.findLast((word) => word.startsWith("--lang="))?.slice("--lang=".length);
  const locale = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  return (asked ?? locale).startsWith("en") ? "en" : "zh";
}
