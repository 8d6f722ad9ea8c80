/** Automatic numbers (ISO/IEC 29500-1, 17.9): what `numbering.xml` defines, and the counters that run through the document. */
import type { NumberLabel } from "../../model/document.ts";
import { numberFormat } from "../../rules/number-formats.ts";
import { integer } from "./styles.ts";
import type { XmlElement } from "../xml.ts";

interface Level {
  readonly start: number;
  readonly format: string;
  /** Least number of digits of a custom format such as 001, 002; 0 for others. */
  readonly digits: number;
  /** Template with `%1` … `%9` for the numbers of the levels. */
  readonly text: string;
  /** The level after which it starts again: its number from 1, 0 for never; null for any level above. */
  readonly restart: number | null;
  /** All numbers of the template in plain digits. */
  readonly legal: boolean;
  /** Paragraph style that is linked to it. */
  readonly style: string | null;
}

interface AbstractList {
  readonly id: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly styleLink: string | null;
  readonly numStyleLink: string | null;
}

interface Override {
  readonly start: number | null;
  readonly level: Level | null;
}

interface List {
  readonly abstractId: string;
  readonly overrides: ReadonlyMap<number, Override>;
}

const levelCount = 9;
/** Characters of a template; Word allows 255. */
const longestTemplate = 255;
const plainLevel: Level = { start: 0, format: "decimal", digits: 0, text: "", restart: null, legal: false, style: null };

/** The list definitions of a document. */
export class Numbering {
  readonly #abstracts = new Map<string, AbstractList>();
  readonly #lists = new Map<string, List>();
  readonly #byStyleLink = new Map<string, AbstractList>();

  constructor(root: XmlElement | null) {
    for (const element of root?.children ?? []) {
      if (element.name === "w:abstractNum") {
        const list = readAbstract(element);
        this.#abstracts.set(list.id, list);
        if (list.styleLink !== null) this.#byStyleLink.set(list.styleLink, list);
      } else if (element.name === "w:num") {
        this.#lists.set(element.attributes["w:numId"] ?? "", readList(element));
      }
    }
  }

  list(numId: string): List | null {
    return this.#lists.get(numId) ?? null;
  }

  /** The definition behind a list; one that only names a list style gives the definition of that style. */
  definition({ abstractId }: List): AbstractList | null {
    const own = this.#abstracts.get(abstractId) ?? null;
    if (own?.numStyleLink == null) return own;
    return this.#byStyleLink.get(own.numStyleLink) ?? own;
  }

  level(list: List, index: number): Level {
    return list.overrides.get(index)?.level ?? this.definition(list)?.levels.get(index) ?? plainLevel;
  }

  /** The level of a list that is linked to a paragraph style, null when none is. */
  levelOfStyle(numId: string, style: string): number | null {
    const list = this.list(numId);
    if (list === null) return null;
    for (let index = 0; index < levelCount; index++) if (this.level(list, index).style === style) return index;
    return null;
  }
}

/** Counts the numbered paragraphs of one story in document order. Lists of one definition share their counters. */
export class Counters {
  readonly #numbering: Numbering;
  readonly #values = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();
  /** Formats that no rule writes; their numbers are given in digits. */
  readonly unknownFormats = new Set<string>();

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /** The label of the next paragraph of a list; null for bullets and for levels that show nothing. */
  next(numId: string, index: number): NumberLabel | null {
    const list = this.#numbering.list(numId);
    if (list === null || index < 0 || index >= levelCount) return null;
    const values = this.#tick(list, numId, index);
    const text = this.#write(list, index, values);
    return text === "" ? null : { text, level: index };
  }

  #tick(list: List, numId: string, index: number): readonly (number | undefined)[] {
    const key = this.#numbering.definition(list)?.id ?? list.abstractId;
    const values = this.#values.get(key) ?? [];
    this.#values.set(key, values);
    const started = `${numId}/${String(index)}`;
    const start = list.overrides.get(index)?.start ?? null;
    const first = start !== null && !this.#started.has(started);
    this.#started.add(started);
    const value = values[index];
    values[index] = first ? start : value === undefined ? (start ?? this.#numbering.level(list, index).start) : value + 1;
    // A level above that was never counted shows its first number, and has then been counted.
    for (let upper = 0; upper < index; upper++) values[upper] ??= this.#numbering.level(list, upper).start;
    for (let deeper = index + 1; deeper < levelCount; deeper++) {
      const { restart } = this.#numbering.level(list, deeper);
      if (restart === null ? true : index < restart) values[deeper] = undefined;
    }
    return values;
  }

  #write(list: List, index: number, values: readonly (number | undefined)[]): string {
    const level = this.#numbering.level(list, index);
    if (level.format === "bullet") return /[\p{L}\p{Nd}]/u.test(level.text) && !/[\ue000-\uf8ff]/u.test(level.text) ? level.text.trim() : "";
    const text = level.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const shown = Number(digit) - 1;
      const own = this.#numbering.level(list, shown);
      const value = values[shown] ?? own.start;
      return this.#number(value, level.legal && shown <= index ? { ...own, format: "decimal", digits: 0 } : own);
    });
    return text.trim();
  }

  #number(value: number, { format, digits }: Level): string {
    if (digits > 0) return String(value).padStart(digits, "0");
    const known = numberFormat(format);
    if (known === null) this.unknownFormats.add(format);
    return known === null ? String(value) : known.write(value);
  }
}

function readAbstract(element: XmlElement): AbstractList {
  return {
    id: element.attributes["w:abstractNumId"] ?? "",
    levels: readLevels(element),
    styleLink: element.valueOf("w:styleLink"),
    numStyleLink: element.valueOf("w:numStyleLink"),
  };
}

function readLevels(parent: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const element of parent.children) {
    const index = element.name === "w:lvl" ? integer(element.attributes["w:ilvl"]) : null;
    if (index !== null) levels.set(index, readLevel(element));
  }
  return levels;
}

function readLevel(element: XmlElement): Level {
  const { format, digits } = readFormat(element);
  return {
    start: integer(element.valueOf("w:start")) ?? 0,
    format,
    digits,
    text: (element.valueOf("w:lvlText") ?? "").slice(0, longestTemplate),
    restart: integer(element.valueOf("w:lvlRestart")),
    legal: element.child("w:isLgl") !== null && element.valueOf("w:isLgl") !== "0" && element.valueOf("w:isLgl") !== "false",
    style: element.valueOf("w:pStyle"),
  };
}

/** Newer Word writes custom formats (“001, 002, 003, ...”) beside a plain one for older programs. */
function readFormat(level: XmlElement): { format: string; digits: number } {
  const alternatives = level.child("mc:AlternateContent");
  const choices = [level, ...(alternatives?.children ?? [])].flatMap((holder) => holder.child("w:numFmt") ?? []);
  for (const choice of choices) {
    const format = choice.attributes["w:val"] ?? "decimal";
    if (format !== "custom") return { format, digits: 0 };
    const first = /^(0+1)\b/u.exec(choice.attributes["w:format"] ?? "")?.[1];
    if (first !== undefined) return { format: "decimal", digits: first.length };
  }
  return { format: "decimal", digits: 0 };
}

function readList(element: XmlElement): List {
  const overrides = new Map<number, Override>();
  for (const override of element.children) {
    const index = override.name === "w:lvlOverride" ? integer(override.attributes["w:ilvl"]) : null;
    if (index === null) continue;
    const level = override.child("w:lvl");
    overrides.set(index, { start: integer(override.valueOf("w:startOverride")), level: level === null ? null : readLevel(level) });
  }
  return { abstractId: element.valueOf("w:abstractNumId") ?? "", overrides };
}
