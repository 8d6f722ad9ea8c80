/** The plain rows of a lookups file, as most are: read line by line, because the reader of all YAML takes seconds for many thousand rows. */

/** Words that YAML takes as they are: no signs of its own; a letter or an ideograph begins them, or a number that an ideograph follows. */
const words = String.raw`(?!(?:null|true|false|yes|no|on|off|y|n)(?:[ ]|$))(?:[\p{Script=Han}A-Za-z]|\d+\p{Script=Han})(?:[\p{Script=Han}\p{L}\d（）()·、，。-]|[ ](?![\s#-]|$))*`;
const expression = String.raw`(?!(?:null|true|false)$)[\^(\p{Script=Han}A-Za-z][\p{Script=Han}\p{L}\d^$()|.,+*?[\]{}\\（）·、，。-]*`;
/** Signs that are seen: nothing that YAML refuses or folds. */
const seen = String.raw`[\p{L}\p{N}\p{P}\p{S} ]`;
const comment = String.raw`(?:[ ]+#${seen}*|[ ]*)`;

const isWords = new RegExp(`^${words}$`, "iu");
const isExpression = new RegExp(`^${expression}$`, "iu");
const nothing = new RegExp(`^[ ]*(?:#${seen}*)?$`, "u");
/** A key and what stands behind it. */
const pair = new RegExp(`^( {2}- | {4})(exact|contains|regex|as|name|kind|function|division|note):(?:[ ]+("[^"\\\\]*"|'[^']*'|\\[[^\\]#"']*\\]|[^\\s"'[\\]#](?:[^#]*[^#\\s])?))?${comment}$`, "u");
const entry = new RegExp(`^( {4}| {6})- ("[^"\\\\]*"|'[^']*'|[^\\s"'[\\]#](?:[^#]*[^#\\s])?)${comment}$`, "u");
const quoted = new RegExp(`^(["'])(${seen}*)\\1$`, "u");

type Value = string | number | null | Value[];
type Row = Record<string, Value>;

/** The data of a text that holds plain rows and nothing else; null for any other text, which is for the reader of YAML. */
export function readPlainRows(text: string): { readonly units: Row[] } | null {
  const lines = text.split("\n").map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
  if (lines.pop() !== "") return null;
  const start = lines.findIndex((line) => !nothing.test(line));
  if (lines[start] !== "units:") return null;
  const units: Row[] = [];
  let list: { readonly into: Value[]; indent: string | null } | null = null;
  for (const line of lines.slice(start + 1)) {
    if (nothing.test(line)) continue;
    const item = list === null ? null : entry.exec(line);
    if (list !== null && item !== null) {
      const [, indent = "", written = ""] = item;
      const value = valueOf("", written);
      if (value === undefined || (list.indent ?? indent) !== indent) return null;
      list.indent = indent;
      list.into.push(value);
      continue;
    }
    // A key with nothing behind it and no list below says null: that is for YAML.
    if (list?.into.length === 0) return null;
    const into = addTo(units, line);
    if (into === undefined) return null;
    list = into === null ? null : { into, indent: null };
  }
  return units.length === 0 || list?.into.length === 0 ? null : { units };
}

/** Puts what a line says into its row; the list that is to be filled by the next lines, null when there is none, undefined for a line that is not plain. */
function addTo(units: Row[], line: string): Value[] | null | undefined {
  const found = pair.exec(line);
  if (found === null) return undefined;
  const [, indent, key = "", written] = found;
  const row = indent === "    " ? units.at(-1) : {};
  if (row === undefined || Object.hasOwn(row, key)) return undefined;
  const value = written === undefined ? [] : valueOf(key, written);
  if (value === undefined) return undefined;
  if (indent !== "    ") units.push(row);
  row[key] = value;
  return written === undefined ? (value as Value[]) : null;
}

/** Undefined for what is not plain. */
function valueOf(key: string, written: string): Value | undefined {
  const inner = quoted.exec(written)?.[2];
  if (inner !== undefined) return inner;
  if (/^["'[]/u.test(written)) return written.startsWith("[") ? listOf(written) : undefined;
  if (key === "division" && /^\d{6}$/u.test(written)) return Number(written);
  if ((key === "division" || key === "function") && written === "null") return null;
  return isWords.test(written) || (key === "regex" && isExpression.test(written)) ? written : undefined;
}

function listOf(written: string): Value[] | undefined {
  const items = written.slice(1, -1).split(",").map((item) => item.trim());
  return items.every((item) => isWords.test(item)) ? items : undefined;
}
