/** `fengong completion SHELL`: what a shell needs to complete commands, options, their values and files. */
import type { Outlined, OutlinedOption } from "./outline.ts";
import type { Shell } from "./shells.ts";

const writers: Readonly<Record<Shell, (commands: readonly Outlined[]) => string>> = { bash, zsh, fish };

/** The script for one shell; each says in its first line how it is installed. */
export function completionFor(shell: Shell, commands: readonly Outlined[]): string {
  return writers[shell](commands);
}

/** The first words of commands, each once. */
function firstWords(commands: readonly Outlined[]): string[] {
  return [...new Set(commands.flatMap(({ name }) => (name === "" ? [] : [name.split(" ")[0] ?? ""])))];
}

/** The words that may follow a first word: `build`, `diff` … after `dataset`. */
function secondWords(commands: readonly Outlined[], first: string): string[] {
  return commands.flatMap(({ name }) => (name.startsWith(`${first} `) ? [name.slice(first.length + 1)] : []));
}

function names({ short, long }: OutlinedOption): string[] {
  return short === null ? [long] : [short, long];
}

function bash(commands: readonly Outlined[]): string {
  const groups = firstWords(commands).filter((word) => secondWords(commands, word).length > 0);
  const cases = commands.map(({ name, options }) => {
    const values = options.filter(({ value }) => value !== null).map((option) => `      ${names(option).join("|")}) ${bashValue(option)} return ;;`);
    return `    '${name}')\n      case "$before" in\n${values.map((line) => `  ${line}\n`).join("")}      esac\n      options='${options.flatMap(names).join(" ")}' ;;`;
  });
  return `# bash: source <(fengong completion bash)
_fengong() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="" options="" i
  COMPREPLY=()
  if [ "$COMP_CWORD" -gt 1 ]; then command="\${COMP_WORDS[1]}"; fi
  case "$command" in
${groups.map((group) => `    ${group}) if [ "$COMP_CWORD" -eq 2 ]; then COMPREPLY=($(compgen -W '${secondWords(commands, group).join(" ")}' -- "$word")); return; fi; command="$command \${COMP_WORDS[2]}" ;;`).join("\n")}
  esac
  case "$command" in
${cases.join("\n")}
  esac
  if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$word"))
  elif [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W '${firstWords(commands).join(" ")} help' -- "$word"))
  else compopt -o filenames; COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -F _fengong fengong
`;
}

function bashValue({ value, choices }: OutlinedOption): string {
  if (choices.length > 0) return `COMPREPLY=($(compgen -W '${choices.join(" ")}' -- "$word"));`;
  if (value === "file") return `compopt -o filenames; COMPREPLY=($(compgen -f -- "$word"));`;
  if (value === "folder") return `compopt -o filenames; COMPREPLY=($(compgen -d -- "$word"));`;
  return "";
}

function zsh(commands: readonly Outlined[]): string {
  const first = firstWords(commands).map((word) => `    ${quoted(`${word}:${summary(commands.find(({ name }) => name === word)?.description ?? word)}`)}`);
  const cases = commands
    .filter(({ name }) => name !== "")
    .map(({ name, options }) => `    ${quoted(name)}) _arguments ${[...options.map(zshOption), "'*:file:_files'"].join(" ")} ;;`);
  const groups = firstWords(commands).filter((word) => secondWords(commands, word).length > 0);
  return `#compdef fengong
# zsh: fengong completion zsh > "\${fpath[1]}/_fengong"
_fengong() {
  local -a commands
  commands=(
${first.join("\n")}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  local command="$words[2]" drop=1
  case "$command" in
${groups.map((group) => `    ${group}) if (( CURRENT == 3 )); then compadd ${secondWords(commands, group).join(" ")}; return; fi; command="$command $words[3]"; drop=2 ;;`).join("\n")}
  esac
  shift $drop words; (( CURRENT -= drop ))
  case "$command" in
${cases.join("\n")}
  esac
}
compdef _fengong fengong
`;
}

function zshOption(option: OutlinedOption): string {
  const own = names(option);
  const about = `[${summary(option.description).replace(/[[\]]/gu, "")}]`;
  const value = option.value === null ? "" : `:${option.value}:${zshValue(option)}`;
  const spelt = own.length === 1 ? own[0] : `'(${own.join(" ")})'{${own.join(",")}}`;
  return own.length === 1 ? quoted(`${spelt ?? ""}${about}${value}`) : `${spelt ?? ""}${quoted(`${about}${value}`)}`;
}

function zshValue({ value, choices }: OutlinedOption): string {
  if (choices.length > 0) return `(${choices.join(" ")})`;
  return value === "file" ? "_files" : value === "folder" ? "_files -/" : "";
}

function fish(commands: readonly Outlined[]): string {
  const lines = ["# fish: fengong completion fish | source"];
  const first = firstWords(commands);
  const line = (condition: string, rest: string): void => void lines.push(`complete -c fengong -n ${quoted(condition)} ${rest}`);
  for (const word of first) line("__fish_use_subcommand", `-f -a ${word} -d ${quoted(summary(commands.find(({ name }) => name === word)?.description ?? word))}`);
  for (const { name, description, options } of commands) {
    const [one = "", two] = name.split(" ");
    if (two !== undefined) line(`__fish_seen_subcommand_from ${one}; and not __fish_seen_subcommand_from ${secondWords(commands, one).join(" ")}`, `-f -a ${two} -d ${quoted(summary(description))}`);
    const within = name === "" ? "__fish_use_subcommand" : name.split(" ").map((word) => `__fish_seen_subcommand_from ${word}`).join("; and ");
    for (const option of options) line(within, fishOption(option));
  }
  return `${lines.join("\n")}\n`;
}

function fishOption({ short, long, description, value, choices }: OutlinedOption): string {
  const parts = [short === null ? "" : `-s ${short.slice(1)}`, `-l ${long.slice(2)}`, `-d ${quoted(summary(description))}`];
  if (choices.length > 0) parts.push("-x", `-a ${quoted(choices.join(" "))}`);
  else if (value === "folder") parts.push("-x", `-a '(__fish_complete_directories)'`);
  else if (value === "file") parts.push("-r", "-F");
  else parts.push(value === null ? "-f" : "-x");
  return parts.filter((part) => part !== "").join(" ");
}

/** The first sentence. */
function summary(text: string): string {
  return /^[^。.;；]*/u.exec(text)?.[0] ?? text;
}

function quoted(text: string): string {
  return `'${text.replace(/'/gu, `'\\''`)}'`;
}
