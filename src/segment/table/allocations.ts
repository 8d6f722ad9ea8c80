/** Who does a row: the cells of its unit columns, the heads of its marked columns, notes that name its number. */
import type { AllocationDraft, Role, TaskDraft } from "../../model/draft.ts";
import { partOf, type Quote } from "../../model/quote.ts";
import { readMarker } from "../../rules/markers.ts";
import { countBehind, groupAllocation, headAllocation } from "../../rules/shared-allocations.ts";
import { roleOfMark } from "../../rules/matrix-marks.ts";
import { reading } from "../../text/reading.ts";
import { clausesIn } from "../clauses.ts";
import { isUnitName } from "../item/unit-name.ts";
import { cellsUsedAs, isFromPageBefore, type Entry } from "./entries.ts";
import { rolesOfRow } from "./notes.ts";
import { isDitto } from "./ditto.ts";
import { rolesInCell } from "./cell-roles.ts";
import { saidInRemarks } from "./remark-cells.ts";
import { rolesInBracket, rolesOfLine } from "./roles-above.ts";
import { labelBeside } from "./role-labels.ts";
import { beganAbove } from "./row.ts";
import type { TableFrame } from "./frame.ts";
import { namesUnits } from "./layout.ts";

/** The allocations of an entry; `before` is the row above, which 同上 repeats. Without a column of units its own words are asked. */
export function allocationsOf(entry: Entry, text: Quote, number: string | null, frame: TableFrame, before: TaskDraft | null): AllocationDraft[] {
  const noted = rolesOfRow(frame.notes, number, cellsUsedAs(entry, frame.layout, "units").map(({ quote }) => quote));
  if (!namesUnits(frame.layout)) {
    const own = [...noted, ...clausesIn(text)];
    if (own.length > 0) return own;
    const above = rolesAbove(entry, frame, own);
    return above.length > 0 ? above : headingUnits(entry);
  }
  const own = [...noted, ...unitCells(entry, frame, before), ...repeatedUnits(entry, frame, before), ...markedUnits(entry, frame)];
  return [...own, ...rolesAbove(entry, frame, own), ...helpersBeside(entry, frame, own)];
}

/** 县公安局配合 under 备注: helpers, where the row names nobody in that role; who leads, where it names nobody at all. */
function helpersBeside(entry: Entry, { layout }: TableFrame, own: readonly AllocationDraft[]): AllocationDraft[] {
  const helped = own.some(({ role }) => role === "support");
  return saidInRemarks(entry, layout).allocations.filter(({ quote }) => (/(?:牵头|主办)/u.test(quote.text) ? own.length === 0 : !helped));
}

/** （牵头领导：X；牵头单位：Y） behind the name of a group or above the table: in roles that the cells of the row name nobody for. */
function rolesAbove({ path }: Entry, { notes }: TableFrame, own: readonly AllocationDraft[]): AllocationDraft[] {
  const inPath = path.map(({ words }) => rolesOfHeading(words)).findLast((roles) => roles.length > 0) ?? notes.given;
  return inPath.filter(({ role }) => role === "people" || (role === null ? onlyHelps(own) : !own.some((one) => one.role === role)));
}

/** What the name of a group says of those who do all below it: in a bracket, or as a whole (县民政局牵头事项). */
function rolesOfHeading(words: Quote): AllocationDraft[] {
  const bracket = rolesInBracket(words);
  const marker = readMarker(words.text)?.end ?? 0;
  const given = bracket.length > 0 ? bracket : rolesOfLine(partOf(words, marker, words.text.length));
  const clause = given.length > 0 ? null : groupAllocation(words.text.slice(marker));
  return clause === null ? given : [{ quote: partOf(words, marker + clause[0], marker + clause[1]), role: null, header: null, origin: "heading" }];
}

/** Only helpers and persons are named: who leads them stands above. */
function onlyHelps(own: readonly AllocationDraft[]): boolean {
  return own.every(({ role }) => role === "support" || role === "people" || role === "other");
}

/** The unit that a heading row above names, where no column does: 一、县水利局. */
function headingUnits({ path }: Entry): AllocationDraft[] {
  const quote = path.at(-1)?.cell.quote;
  if (quote === undefined) return [];
  const marker = readMarker(quote.text)?.end ?? 0;
  const clause = headAllocation(quote.text.slice(marker));
  if (clause !== null) return [{ quote: partOf(quote, marker + clause[0], marker + clause[1]), role: null, header: null, origin: "heading" }];
  const name = partOf(quote, marker, quote.text.replace(countBehind.pattern, "").replace(/[：:]$/u, "").length);
  return isUnitName(reading(name.text)) ? [{ quote: name, role: "responsible", header: null, origin: "heading" }] : [];
}

function unitCells(entry: Entry, frame: TableFrame, before: TaskDraft | null): AllocationDraft[] {
  const first = entry.rows[0]?.index ?? 0;
  return cellsUsedAs(entry, frame.layout, "units").flatMap((cell): readonly AllocationDraft[] => {
    const column = frame.layout[cell.column];
    const label = labelBeside(cell, frame.layout);
    if (label?.meaning.kind === "time") return [];
    const role: Role | null = label?.meaning.role ?? (column?.use.kind === "units" ? column.use.role : null);
    const header = label?.cell.quote.text.replace(/\s+/gu, "") ?? column?.header ?? null;
    if (isDitto(cell.quote)) {
      return (before?.allocations ?? []).filter((above) => above.header === header).map((above) => ({ ...above, origin: "inherited" }));
    }
    const origin = beganAbove(cell, first) ? "inherited" : "cell";
    return rolesInCell(cell.quote, { role, header, origin, head: label === null ? (frame.header?.[cell.column]?.cell?.quote.text ?? null) : null }, frame.notes.inCells)?.parts ?? [{ quote: cell.quote, role, header, origin, ...(frame.notes.legend.size > 0 ? { marks: frame.notes.legend } : {}) }];
  });
}

/** Where blank cells repeat what stands above them: the units of the row above in the columns that are blank here. */
function repeatedUnits(entry: Entry, { layout, notes }: TableFrame, before: TaskDraft | null): AllocationDraft[] {
  if (!notes.blanksRepeat) return [];
  const filled = new Set(cellsUsedAs(entry, layout, "units").map(({ column }) => layout[column]?.header));
  return (before?.allocations ?? []).flatMap((above) => (above.header === null || filled.has(above.header) || !layout.some(({ use, header }) => use.kind === "units" && header === above.header) ? [] : [{ ...above, origin: "inherited" }]));
}

/** The units at the heads of the columns that are marked in a row, by what the marks mean. */
function markedUnits(entry: Entry, { layout, header, notes }: TableFrame): AllocationDraft[] {
  return cellsUsedAs(entry, layout, "marks").filter((cell) => !isFromPageBefore(cell, entry)).flatMap(({ column, words }): AllocationDraft[] => {
    const { cell: head = null, person } = header?.[column] ?? {};
    if (head === null) return [];
    const unit: AllocationDraft = { quote: head.quote, role: roleOfMark(words, notes.legend) ?? "responsible", header: null, origin: "cell" };
    return person === undefined ? [unit] : [unit, { quote: person.cell.quote, role: "people", header: person.header, origin: "cell" }];
  });
}
