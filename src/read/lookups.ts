/** The file in which a data team keeps its aliases and corrections of unit names: YAML 1.2. */
import { LineCounter, parseDocument } from "yaml";
import { lookupsSchema, type Lookups } from "../model/lookups.ts";
import { checkLookups } from "../rules/units/lookups.ts";
import { reasonOf } from "../text/reason.ts";
import { readPlainRows } from "./plain-rows.ts";

/** Lookups that may be used, or why the file was refused: one sentence a trouble. */
export type LookupsReading = { readonly lookups: Lookups; readonly troubles: readonly [] } | { readonly lookups: null; readonly troubles: readonly string[] };

/**
 * Reads the text of a lookup file. Rows that contradict each other, unknown codes and anything the format does not know refuse
 * the whole file: half a table would change data in silence.
 *
 * @throws {TypeError} for a text that is no string.
 *
 * @example
 * const { lookups, troubles } = readLookups("units:\n  - exact: 区数管局\n    as: 区数据资源管理局\n");
 */
export function readLookups(text: string): LookupsReading {
  if (typeof text !== "string") throw new TypeError("text: must be a string");
  let data: unknown;
  try {
    data = readPlainRows(text) ?? readYaml(text);
  } catch (error) {
    if (error instanceof YamlTroubles) return { lookups: null, troubles: error.troubles };
    return { lookups: null, troubles: [reasonOf(error)] };
  }
  const read = lookupsSchema.safeParse(data);
  if (!read.success) return { lookups: null, troubles: read.error.issues.map(({ path, message }) => `${pathWords(path)}: ${message}`) };
  const troubles = checkLookups(read.data);
  return troubles.length === 0 ? { lookups: read.data, troubles: [] } : { lookups: null, troubles };
}

function pathWords(path: readonly PropertyKey[]): string {
  return path.map((step) => (typeof step === "number" ? `[${step}]` : String(step))).join(".").replaceAll(".[", "[") || "file";
}

/** A YAML file that is refused, with a sentence for each trouble. */
class YamlTroubles extends Error {
  readonly troubles: readonly string[];
  constructor(troubles: readonly string[]) {
    super(troubles.join("\n"));
    this.troubles = troubles;
  }
}

function readYaml(text: string): unknown {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  // What YAML only warns of, a tag that it does not know, would change a value in silence.
  const troubles = [...document.errors, ...document.warnings].map(({ message, pos: [start] }) => `${lines.linePos(start).line}: ${message}`);
  if (troubles.length > 0) throw new YamlTroubles(troubles);
  return document.toJS({ maxAliasCount: 20 });
}
