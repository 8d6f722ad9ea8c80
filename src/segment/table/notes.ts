/** What the words above and below the rows of a table say of all of them, or of some: legends of marks, a time, roles of named rows. */
import type { AllocationDraft, Role } from "../../model/draft.ts";
import { partOf, type Quote } from "../../model/quote.ts";
import { readLegend } from "../../rules/matrix-marks.ts";
import { blanksRepeat, readRowRoles } from "../../rules/table-notes.ts";
import { firstOfSeveral, readCellRoles, type CellRoles } from "../../rules/units/cell-roles.ts";
import { firstNameIn } from "./first-name.ts";
import { rolesOfLine } from "./roles-above.ts";
import { onOneLine } from "../../text/lines.ts";
import { timeIn } from "../shared-time.ts";

/** What notes say of the rows. */
export interface TableNotes {
  /** By mark. */
  readonly legend: ReadonlyMap<string, Role>;
  /** A time for all rows without one of their own. */
  readonly time: Quote | null;
  /** Who does all rows, by a line above them. */
  readonly given: readonly AllocationDraft[];
  /** A blank cell repeats the one above it. */
  readonly blanksRepeat: boolean;
  /** What brackets and slashes in cells of units mean. */
  readonly inCells: CellRoles;
  /** The first of several units leads. */
  readonly firstLeads: boolean;
  readonly roles: readonly { readonly numbers: readonly number[]; readonly role: Role; readonly first: boolean; readonly units: Quote }[];
}

/** Reads the words above (captions, headers) and the notes below. */
export function readNotes(above: readonly Quote[], below: readonly Quote[]): TableNotes {
  const legend = new Map([...above, ...below].flatMap(({ text }) => [...readLegend(text)]));
  const times = below.filter(({ text }) => speaksOfAll.test(text)).map(timeIn);
  return {
    legend,
    time: times.find((time) => time !== null) ?? null,
    given: above.flatMap(rolesOfLine),
    blanksRepeat: [...above, ...below].some(({ text }) => blanksRepeat.pattern.test(text)),
    inCells: readCellRoles([...above, ...below].map(({ text }) => text)),
    firstLeads: [...above, ...below].some(({ text }) => firstOfSeveral.pattern.test(text)),
    roles: below.flatMap(rowRoles),
  };
}

/** The roles that a note gives to named rows; it may run over several lines. */
function rowRoles(note: Quote): TableNotes["roles"] {
  const { text, at } = onOneLine(note.text);
  return readRowRoles(text).map(({ numbers, role, first, units: [start, end] }) => ({ numbers, role, first, units: partOf(note, at(start), at(end - 1) + 1) }));
}

/** A time below a table holds for its rows only where the note says so, or for those without one of their own. */
const speaksOfAll = /以上|上述|上列|本表|各项|所有|全部|所列|每项|未(?:注明|标明|明确|列明|写明|填写?)[^。]{0,6}(?:时间|时限|期限)/u;

/** The roles that notes give to the row of a number, before those of its own cells; `cells` are its lists of units. */
export function rolesOfRow({ roles }: TableNotes, number: string | null, cells: readonly Quote[]): AllocationDraft[] {
  const own = roles.filter(({ numbers }) => number !== null && numbers.includes(Number(number)));
  return own.flatMap(({ role, first, units }): AllocationDraft[] => {
    const quote = first ? (cells[0] === undefined ? null : firstNameIn(cells[0])) : units;
    return quote === null ? [] : [{ quote, role, header: null, origin: "note" }];
  });
}
