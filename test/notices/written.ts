/**
 * Notices that were written by hand, with the answer of a careful reader behind a line of three hyphens. Both in a plain notation:
 *
 *     # title            @c centred, @r right-aligned line; any other line is a paragraph; a blank line parts two tables
 *     | 序号 | 任务 |     a row of a table: `^` goes on from the cell above, `<` from the cell to the left, `⏎` parts lines of a cell
 *     ---
 *     number | path > path | text | L 甲、乙; S 丙; R 丁; X 戊 | by 2024-09-30 | kind
 *
 * X are units in whatever role. `-` is nothing, `*` is not judged, ` // ` stands before another answer that is as good. A time is its kind with its days, its printed words
 * where they matter, and where they stand (`text`, `line`, `caption`; else in a cell). Kinds: by, range, period, ongoing, recurring, relative,
 * immediate, unspecified, start (from when, if it is told at all) and optional (words that may be read as a time).
 */
import { readFileSync, readdirSync } from "node:fs";
import type { GoldDeadline } from "../evaluate/gold.ts";
import { readGold, type Gold } from "../evaluate/gold.ts";
import { choiceNames, plainest, type Choices } from "./choices.ts";
import type { MadeNotice } from "./notice.ts";
import { TableDraft, type MadeBlock, type MadeCell } from "./sheet.ts";

const folder = new URL("./written/", import.meta.url);

/** Names of all written notices. */
export const writtenNames: readonly string[] = readdirSync(folder).map((file) => file.replace(/\.txt$/u, ""));

/** A written notice by its name. */
export function writtenNotice(name: string): MadeNotice {
  return parseWritten(name, readFileSync(new URL(`${name}.txt`, folder), "utf8"));
}

const plain = Object.fromEntries(choiceNames.map((name) => [name, plainest(name)])) as Choices;

/** A notice in the notation. */
function parseWritten(name: string, text: string): MadeNotice {
  const [notice = "", answer = ""] = text.split(/^---$/mu);
  const blocks = blocksOf(notice);
  const title = blocks.find((block) => block.kind === "line" && block.title === true);
  return { seed: name, choices: plain, title: title?.kind === "line" ? title.text : "", blocks, gold: goldOf(answer) };
}

function blocksOf(text: string): MadeBlock[] {
  const blocks: MadeBlock[] = [];
  let rows: string[][] = [];
  const endTable = (): void => {
    if (rows.length > 0) blocks.push(tableOf(rows));
    rows = [];
  };
  for (const line of text.split("\n")) {
    if (line.startsWith("|")) {
      rows.push(line.split("|").slice(1, -1).map((cell) => cell.trim()));
      continue;
    }
    endTable();
    if (line.trim() === "") continue;
    const [, mark = "", words = ""] = /^(# |@c |@r )?(.*)$/u.exec(line) ?? [];
    blocks.push({ kind: "line", text: words, align: mark === "" ? "left" : mark === "@r " ? "right" : "center", ...(mark === "# " ? { title: true } : {}) });
  }
  endTable();
  return blocks;
}

function tableOf(rows: readonly (readonly string[])[]): MadeBlock {
  const columns = Math.max(...rows.map(({ length }) => length));
  const widths = Array.from({ length: columns }, (_, column) => Math.min(24, 3 + Math.max(...rows.map((row) => (row[column + 1] === "<" ? 0 : (row[column]?.length ?? 0))))));
  const table = new TableDraft(widths);
  table.rows = rows.length;
  const at = (row: number, column: number): string => rows[row]?.[column] ?? "";
  const covered = new Set<string>();
  for (let r = 0; r < rows.length; r++) {
    for (let c = 0; c < columns; c++) {
      if (covered.has(`${String(r)},${String(c)}`)) continue;
      const cell = cellAt(r, c, rows.length, columns, at);
      for (let row = cell.r0; row < cell.r1; row++) for (let column = cell.c0; column < cell.c1; column++) covered.add(`${String(row)},${String(column)}`);
      table.cells.push(cell);
    }
  }
  return table.finish(0);
}

function cellAt(r0: number, c0: number, rows: number, columns: number, at: (row: number, column: number) => string): MadeCell {
  let c1 = c0 + 1;
  while (c1 < columns && at(r0, c1) === "<") c1++;
  let r1 = r0 + 1;
  while (r1 < rows && at(r1, c0) === "^") r1++;
  return { r0, r1, c0, c1, lines: at(r0, c0).split("⏎") };
}

function goldOf(answer: string): Gold {
  return readGold({ notice: {}, tasks: answer.split("\n").filter((line) => line.trim() !== "").map(taskOf) });
}

/** A field with what is as good. */
function alternatives(field: string): [string, string | undefined] {
  const [first = "", other] = field.split(" // ").map((words) => words.trim());
  return [first, other];
}

function taskOf(line: string): object {
  const [number = "-", path = "-", text = "", units = "-", times = "-", kind = "task"] = line.split(" | ").map((field) => field.trim());
  const [ownNumber, position] = alternatives(number);
  const [ownPath, printed] = alternatives(path);
  const [ownText, sense] = alternatives(text.replaceAll("⏎", "\n"));
  const [ownUnits, otherUnits] = alternatives(units);
  const read = times === "-" ? [] : times.split("; ").map(timeOf);
  return {
    group: kind,
    number: ownNumber === "-" ? null : ownNumber,
    ...(position === undefined ? {} : { numberByPosition: position }),
    path: pathOf(ownPath),
    ...(printed === undefined ? {} : { pathPrinted: pathOf(printed) }),
    text: ownText,
    ...(sense === undefined ? {} : { textBySense: sense }),
    ...(ownUnits === "*" ? { units: { source: "subject" } } : { units: { lead: [], support: [], responsible: [], ...unitsOf(ownUnits), ...(otherUnits === undefined ? {} : { unitsAlternative: unitsOf(otherUnits) }) } }),
    deadlines: read.flatMap((time) => (typeof time === "string" ? [] : [time])),
    optionalTimes: read.filter((time) => typeof time === "string"),
  };
}

function pathOf(path: string): string[] {
  return path === "-" ? [] : path.split(" > ");
}

const roles: Readonly<Record<string, string>> = { L: "lead", S: "support", R: "responsible", X: "mentioned" };

function unitsOf(units: string): Readonly<Record<string, readonly string[]>> {
  if (units === "-") return {};
  return Object.fromEntries(units.split("; ").map((part) => [roles[part.charAt(0)] ?? part, part.slice(2).split(/、(?![^（]*）|[^「]*」)/u)]));
}

/** How many days a kind of time prints. */
const days: Readonly<Record<string, number>> = { by: 1, start: 1, range: 2, period: 2 };

function timeOf(time: string): GoldDeadline | string {
  const [kind = "", ...rest] = time.split(" ");
  if (kind === "optional") return rest.join(" ");
  const where = ["text", "line", "caption"].includes(rest.at(-1) ?? "") ? (rest.pop() ?? "cell") : "cell";
  const dates = rest.splice(0, days[kind] ?? 0);
  const text = rest.join(" ");
  if (kind === "start") return { text, kind: "range", start: dates[0] ?? null, end: null, where, optional: true };
  if (kind === "by") return { text, kind, end: dates[0] ?? null, where };
  return { text, kind: kind as GoldDeadline["kind"], start: dates[0] ?? null, end: dates[1] ?? null, where };
}
