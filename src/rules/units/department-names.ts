/** Looking up a printed name in the table of departments, by the year of the notice. */
import { departments, type Department } from "./departments.ts";

interface Entry {
  readonly department: Department;
  readonly full: string;
  readonly from: number;
  readonly until: number;
  /** The full name itself, not a short form. */
  readonly whole: boolean;
}

/** A printed name, found. */
export interface DepartmentReading {
  readonly department: Department;
  /** Full name without region; null when only the field was recognised. */
  readonly full: string | null;
  readonly basis: string;
}

function entriesOf(department: Department, names: readonly string[]): [name: string, entry: Entry][] {
  return names.flatMap((notation) => {
    const [words = "", years = "-"] = notation.split("@");
    const [from = "", until = ""] = years.split("-");
    const [full = "", ...shorts] = words.split("=");
    const period = { department, full, from: Number(from || "0"), until: Number(until || "9999") };
    return [[full, { ...period, whole: true }], ...shorts.map((short): [string, Entry] => [short, { ...period, whole: false }])];
  });
}

function index(names: (department: Department) => readonly string[]): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const department of departments) {
    for (const [name, entry] of entriesOf(department, names(department))) found.set(name, [...(found.get(name) ?? []), entry]);
  }
  return found;
}

const local = index(({ names }) => names);
const national = index((department) => department.national);
const fields: ReadonlyMap<string, Department> = new Map(departments.flatMap((department) => department.fields.map((field) => [field, department] as const)));

const fieldTail = /^(?:局|厅|委|委员会|办|办公室|部|总局|分局|部门|主管部门|行政部门|管理部门|监管局|管理局|管理委员会|工作办公室|和[^和]{2,8}(?:局|厅|委|委员会))$/u;
const subOffice = /(?:科|处|室|股|支队|大队|总队|所|站|中心|队|馆|组)$/u;

/** Folded, simplified name of a local body without its region, read for a year (null: unknown). */
export function findLocalDepartment(body: string, year: number | null): DepartmentReading | null {
  return pick(local.get(body), year, "department:local") ?? findSubOffice(body, year) ?? findByField(body);
}

/** Folded, simplified name of a central body. */
export function findNationalDepartment(body: string, year: number | null): DepartmentReading | null {
  return pick(national.get(body), year, "department:national");
}

/** A bare word for a field of government: 公安, 财政, 卫生计生. */
export function findField(word: string): DepartmentReading | null {
  const department = fields.get(word);
  return department === undefined ? null : { department, full: null, basis: "department:field" };
}

/** A full name is right whatever the year: it is printed. A short form is read as the name that was in use, else the last one before. */
function pick(entries: readonly Entry[] | undefined, year: number | null, basis: string): DepartmentReading | null {
  if (entries === undefined) return null;
  const printed = entries.find(({ whole }) => whole);
  const inUse = year === null ? entries : entries.filter(({ from, until }) => from <= year && year <= until);
  const chosen = printed ?? inUse[0] ?? entries[0];
  if (chosen === undefined) return null;
  const fulls = new Set((inUse.length > 0 ? inUse : entries).map(({ full }) => full));
  const ambiguous = printed === undefined && year === null && fulls.size > 1;
  return { department: chosen.department, full: ambiguous ? null : chosen.full, basis: ambiguous ? "department:ambiguous" : basis };
}

/** An office inside a department: 公安局交警支队, 办公室政策法规处. It has the function of its department. */
function findSubOffice(body: string, year: number | null): DepartmentReading | null {
  if (!subOffice.test(body)) return null;
  for (let end = Math.min(body.length - 2, 16); end >= 3; end--) {
    const parent = pick(local.get(body.slice(0, end)), year, "department:sub-office");
    if (typeof parent?.full === "string") return { ...parent, full: parent.full + body.slice(end) };
  }
  return null;
}

/** A name that is not listed, by the field it begins with: 文化旅游和体育局. Only the function is settled by it. */
function findByField(body: string): DepartmentReading | null {
  for (let end = Math.min(body.length - 1, 8); end >= 2; end--) {
    const department = fields.get(body.slice(0, end));
    if (department !== undefined && fieldTail.test(body.slice(end))) return { department, full: null, basis: "department:field" };
  }
  return null;
}
