/** The plain rows of a lookups file, as most are: read line by line, because the reader of all YAML takes seconds for many thousand rows. */

/** Words that YAML takes as they are: no quotes, lists, numbers, comments or marks of its own; a letter or an ideograph begins them. */
const plain = /^( {2}- | {4})(exact|contains|as|name|kind|function):[ ]+((?!(?:null|true|false|yes|no|on|off|y|n)$)[\p{Script=Han}A-Za-z](?:[\p{Script=Han}\p{L}\d（）()·、，。]| (?![#\s]|$))*)$/iu;

/** The data of a text that holds plain rows and nothing else; null for any other text, which is for the reader of YAML. */
export function readPlainRows(text: string): { readonly units: Record<string, string>[] } | null {
  const [head, ...lines] = text.split("\n");
  if (head !== "units:" || lines.length < 2 || lines.pop() !== "") return null;
  const units: Record<string, string>[] = [];
  for (const line of lines) {
    const found = plain.exec(line);
    if (found === null) return null;
    const [, indent, key = "", words = ""] = found;
    const row = indent === "    " ? units.at(-1) : {};
    if (row === undefined || Object.hasOwn(row, key) || key !== key.toLowerCase()) return null;
    if (indent !== "    ") units.push(row);
    row[key] = words;
  }
  return { units };
}
