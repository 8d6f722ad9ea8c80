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

function index(names: (department: Department) => readonly string[]): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const department of departments) {
    for (const notation of names(department)) {
      const [words = "", years = "-"] = notation.split("@");
      const forms = words.split("=");
      const [from = "", until = ""] = years.split("-");
      const period = { department, full: forms[0] ?? "", from: Number(from || "0"), until: Number(until || "9999") };
      forms.forEach((form, i) => {
        const entry: Entry = { ...period, whole: i === 0 };
        const known = found.get(form);
        if (known === undefined) found.set(form, [entry]);
        else known.push(entry);
      });
    }
  }
  return found;
}

const local = index(({ names }) => names);
const national = index((department) => department.national);
const fields: ReadonlyMap<string, Department> = new Map(departments.flatMap((department) => department.fields.map((field) => [field, department] as const)));

const fieldTail = /^(?:局|厅|委|委员会|办|办公室|部|总局|分局|部门|主管部门|行政部门|管理部门|监管局|管理局|管理委员会|工作办公室|和[^和]{2,8}(?:局|厅|委|委员会))$/u;
const subOffice = /(?:分局|科|处|室|股|支队|大队|总队|所|站|中心|队|馆|组)$/u;

/** Folded, simplified name of a local body without its region, read for a year (null: unknown). */
export function findLocalDepartment(body: string, year: number | null): DepartmentReading | null {
  const entries = local.get(body);
  if (entries !== undefined && meansSeveral(entries, year)) return null;
  return pick(entries, year, "department:local") ?? findSubOffice(body, year) ?? findByField(body);
}

/** Folded, simplified name of a central body. */
export function findNationalDepartment(body: string, year: number | null): DepartmentReading | null {
  return pick(national.get(body), year, "department:national");
}

const surelyCentral = /^(?:国家|国务院|中央|全国|中华|最高)|部$|(?:总局|总署|审计署)$|^(?:中国人民银行|中国证监会|银保监会|证监会)$/u;

/** Whether a folded name is that of a central body and of no local one: 教育部, 国家发展改革委. */
export function isCentralBody(name: string): boolean {
  return surelyCentral.test(name) && findNationalDepartment(name, null) !== null && !local.has(name);
}

/** A bare word for a field of government: 公安, 财政, 卫生计生. */
export function findField(word: string): DepartmentReading | null {
  const department = fields.get(word);
  return department === undefined ? null : { department, full: null, basis: "department:field" };
}

/** A full name is right also in years when it was not in use: it is printed. A short form is read as the name that was in use, else the last one before. */
function pick(entries: readonly Entry[] | undefined, year: number | null, basis: string): DepartmentReading | null {
  if (entries === undefined) return null;
  const inUse = year === null ? entries : entries.filter(({ from, until }) => from <= year && year <= until);
  const printed = (inUse.length > 0 ? inUse : entries).find(({ whole }) => whole);
  const chosen = printed ?? inUse[0] ?? entries[0];
  if (chosen === undefined) return null;
  const fulls = new Set((inUse.length > 0 ? inUse : entries).map(({ full }) => full));
  const ambiguous = printed === undefined && year === null && fulls.size > 1;
  return { department: chosen.department, full: ambiguous ? null : chosen.full, basis: ambiguous ? "department:ambiguous" : basis };
}

/** 金融监管局 was a local body until 2024 and is a branch of a central one since: in the years of both nobody can tell. */
function meansSeveral(entries: readonly Entry[], year: number | null): boolean {
  const inUse = year === null ? entries : entries.filter(({ from, until }) => from <= year && year <= until);
  return new Set(inUse.map(({ department }) => department.id)).size > 1;
}

/** A body that is led from above, behind the short name of its place: 芜湖海关, 安徽证监局. `place` is that name. */
export function findBranch(name: string, year: number | null): (DepartmentReading & { readonly place: string }) | null {
  for (let length = 2; length <= Math.min(5, name.length - 2); length++) {
    const reading = pick(local.get(name.slice(length)), year, "department:branch");
    if (reading?.department.vertical === true) return { ...reading, full: null, place: name.slice(0, length) };
  }
  return null;
}

/** A branch that begins with the name of its central body: 国家税务总局芜湖市税务局, 中国国际贸促会芜湖市支会. `length` is that of the name. */
export function findCentralHead(name: string, year: number | null): (DepartmentReading & { readonly length: number }) | null {
  for (let length = Math.min(name.length - 2, 14); length >= 2; length--) {
    const head = name.slice(0, length);
    const reading = (length > 3 && surelyCentral.test(head)) || /^(?:中国|人民银行|人行)/u.test(head) ? pick(national.get(head), year, "department:branch") : null;
    if (reading !== null) return { ...reading, full: null, length };
  }
  return null;
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
