/** The canonical name of a printed unit, its kind, its function and its region. */
import type { Lookups } from "../../model/lookups.ts";
import type { Unit } from "../../model/notice.ts";
import { collectiveForm, type CollectiveForm } from "../../rules/units/collectives.ts";
import { findBranch, findCentralHead, findField, findLocalDepartment, findNationalDepartment, isCentralBody, type DepartmentReading } from "../../rules/units/department-names.ts";
import { unitEnding, withoutLastBracket } from "../../rules/units/endings.ts";
import { askLookups, type LookupAnswer } from "../../rules/units/lookups.ts";
import { simplify } from "../../rules/units/traditional.ts";
import { folded } from "../../text/fold.ts";
import { divisionOfShortName, printedRegion, unitRegion, type Jurisdiction, type UnitRegion } from "./unit-region.ts";

/** What the notice says of itself, as far as names depend on it. */
export interface NoticeFacts {
  /** 成文日期, `YYYY-MM-DD`. */
  readonly dateIssued: string | null;
  /** Work year, used when there is no date. */
  readonly year: number | null;
  readonly jurisdiction: Jurisdiction | null;
  /** Aliases and corrections, asked before the tables. */
  readonly lookups?: Lookups | null;
}

/** A printed unit, resolved. `name` is the printed name where nothing more is known. */
export type ResolvedUnit = Pick<Unit, "name" | "kind" | "function" | "division" | "basis">;

/** A resolved unit whose name is null where nothing but the printed words is known. */
export type Resolution = Omit<ResolvedUnit, "name"> & { readonly name: string | null };

/**
 * Resolves one printed unit. A bracket behind the name is left out; collectives keep their words.
 *
 * @example resolveUnit("区环保局", { dateIssued: "2018-05-01", year: 2018, jurisdiction: guichi }).name // 贵池区环境保护局
 */
export function resolveUnit(text: string, facts: NoticeFacts): ResolvedUnit {
  const resolved = resolveFolded(simplify(folded(text)), facts);
  return { ...resolved, name: resolved.name ?? text };
}

/**
 * The same for a name that is folded and simplified already; `name` is null where the printed one stays.
 * `printed` is the name without a carried prefix. Basis `lookup:…` names the row of the lookups that settled it.
 */
export function resolveFolded(whole: string, facts: NoticeFacts, printed = whole): Resolution {
  const answer = facts.lookups == null ? null : firstAnswer(facts.lookups, [whole, withoutLastBracket(whole), printed]);
  if (answer === null || answer.found === "none") return resolveByTables(whole, facts);
  if (answer.found === "conflict") {
    const resolved = resolveByTables(whole, facts);
    return { ...resolved, basis: [...resolved.basis, `${lookupConflict}${answer.ids.join("+")}`] };
  }
  const { id, as, row } = answer;
  const resolved = resolveByTables(as ?? whole, facts);
  return {
    name: row.name ?? resolved.name ?? as,
    kind: row.kind ?? resolved.kind,
    function: row.function === undefined ? resolved.function : row.function,
    division: row.division === undefined ? resolved.division : row.division,
    basis: [`lookup:${id}`, ...resolved.basis],
  };
}

/** Begins the basis of a unit of which rows of the lookups say different things. */
export const lookupConflict = "lookup-conflict:";

function firstAnswer(lookups: Lookups, names: readonly string[]): LookupAnswer | null {
  for (const name of new Set(names)) {
    const answer = askLookups(lookups, name);
    if (answer.found !== "none") return answer;
  }
  return null;
}

function resolveByTables(whole: string, facts: NoticeFacts): Resolution {
  const printed = withoutLastBracket(whole);
  const collective = collectiveForm(whole) ?? (printed === whole ? null : collectiveForm(printed));
  const year = yearOf(facts);
  if (collective !== null) return { name: null, kind: "collective", function: collective.function, ...regionOfClass(collective, printed, facts.jurisdiction, year) };
  const national = nationalReading(printed, facts, year);
  if (national !== null) return named(national, national.full, null, []);
  const league = youthLeague(printed, facts, year);
  if (league !== null) return league;
  const region = unitRegion(printed, facts.jurisdiction, year);
  const joint = /^[省市县区州盟旗]委[省市县区州盟旗](?:人民)?政府(?=.{2})/u.exec(printed)?.[0] ?? "";
  if (joint !== "") return jointOffice(printed, printed.slice(joint.length), region, year);
  const body = printed.slice(region?.printed.length ?? 0);
  const department = findLocalDepartment(body, year) ?? findField(body);
  const regionBasis = region === null ? [] : [region.basis];
  if (department === null) return branch(printed, facts, year) ?? byEnding(printed, region);
  const name = department.full === null ? null : inRegion(department.full, region);
  const kind = kindOf(printed, department);
  const town = department.department.id === "peoples_government" && region !== null && /[乡镇]$/u.test(region.name);
  return { ...named(department, name, region?.division ?? null, regionBasis), ...(town ? { function: "township_street" } : {}), kind: kind === "collective" ? "agency" : kind };
}

/** Whether a folded name takes the region prefix of the unit before it: a local department without a region of its own. */
export function takesPrefix(name: string): boolean {
  const printed = withoutLastBracket(name);
  if (printedRegion(printed) !== "" || collectiveForm(printed) !== null) return false;
  if (/^(?:国家|中国|中央|全国|国务院|最高)/u.test(printed)) return false;
  const department = findLocalDepartment(printed, null);
  return department !== null && !department.department.vertical && unitEnding(printed) !== null;
}

/** The region prefix or the place that a folded name begins with; null when it has none. */
export function prefixOf(printed: string): string | null {
  const prefix = printedRegion(printed);
  return prefix === "" ? null : prefix;
}

function yearOf({ dateIssued, year }: NoticeFacts): number | null {
  const issued = dateIssued === null ? Number.NaN : Number(dateIssued.slice(0, 4));
  return Number.isInteger(issued) ? issued : year;
}

function named({ department, basis }: DepartmentReading, name: string | null, division: string | null, more: readonly string[]): Resolution {
  return { name, kind: department.kind, function: department.id, division, basis: [basis, ...more] };
}

const centralForm = /^(?:国家|中国|中央|国务院|全国|最高|中华)|(?:部|总局|署|总署|总社)$|^(?:共青团中央|人民银行|银保监会|证监会|银监会|保监会|国管局|民航局|国铁集团|外汇局|国防科工局)$/u;

/** Central bodies: in a national notice, or by a name that no local body has. */
function nationalReading(printed: string, { jurisdiction }: NoticeFacts, year: number | null): DepartmentReading | null {
  const central = jurisdiction?.level === "national" || (centralForm.test(printed) && (jurisdiction === null || isCentralBody(printed) || findLocalDepartment(printed, year) === null));
  return central ? findNationalDepartment(printed, year) : null;
}

/** The kind of the department; its ending tells offices and institutions (区政务服务中心) of a department from itself. */
function kindOf(printed: string, { department, basis }: DepartmentReading): Unit["kind"] {
  const ending = unitEnding(printed)?.kind ?? department.kind;
  const byForm = basis === "department:field" || basis === "department:sub-office" || (department.kind === "agency" && ending === "institution");
  return byForm ? ending : department.kind;
}

/** 区委区政府信访局: an office of both, whose name stays as printed. */
function jointOffice(printed: string, body: string, region: UnitRegion | null, year: number | null): Resolution {
  const department = findLocalDepartment(body, year);
  return department === null ? byEnding(printed, region) : named(department, null, region?.division ?? null, region === null ? [] : [region.basis]);
}

/** Party offices are listed as 委宣传部, because 市委宣传部 is 市 + 委宣传部; without a region the 委 goes. */
function inRegion(full: string, region: UnitRegion | null): string {
  return region === null ? full.replace(/^委(?!员会)/u, "") : region.name + full;
}

/** A branch of a body that is led from above keeps its printed name; its region stands behind the name of that body, or is a short name. */
function branch(printed: string, { jurisdiction }: NoticeFacts, year: number | null): Resolution | null {
  const head = findCentralHead(printed, year);
  if (head !== null && /(?:局|支行|分行|总队|支队|支会|分会|办事处|管理部)$/u.test(printed)) {
    const rest = printed.slice(head.length);
    const region = unitRegion(rest, jurisdiction, year);
    const short = region === null ? shortPlace(rest, year) : null;
    return named(head, null, region?.division ?? short, region === null ? [...(short === null ? [] : ["region:short"])] : [region.basis]);
  }
  const found = findBranch(printed, year);
  if (found === null) return null;
  const division = divisionOfShortName(found.place, year);
  return division === null ? null : named(found, null, division, ["region:short"]);
}

/** The place at the beginning of 合肥中心支行. */
function shortPlace(words: string, year: number | null): string | null {
  for (let length = Math.min(4, words.length - 1); length >= 2; length--) {
    const division = divisionOfShortName(words.slice(0, length), year);
    if (division !== null) return division;
  }
  return null;
}

/** 团区委, 团县委 carry their region inside. */
function youthLeague(printed: string, { jurisdiction }: NoticeFacts, year: number | null): Resolution | null {
  const word = /^团([省市县区州旗盟])委$/u.exec(printed)?.[1];
  const found = word === undefined ? null : findLocalDepartment("团委", year);
  const region = found === null ? null : unitRegion(`${word ?? ""}团委`, jurisdiction, year);
  return found === null ? null : named(found, region?.division == null ? null : `共青团${region.name}委员会`, region?.division ?? null, region === null ? [] : [region.basis]);
}

/** 区政府各部门, 市直各单位 are of one region; 各市、县政府 are of many. */
function regionOfClass({ id, function: field }: CollectiveForm, printed: string, jurisdiction: Jurisdiction | null, year: number | null): Pick<Unit, "division" | "basis"> {
  const level = /^[省市县区州盟旗](?=[直属级])/u.exec(printed)?.[0];
  const region = field === "all_departments" ? unitRegion(level === undefined ? printed : `${level}政府`, jurisdiction, year) : null;
  return { division: region?.division ?? null, basis: region === null ? [id] : [id, region.basis] };
}

function byEnding(printed: string, region: UnitRegion | null): Resolution {
  const body = printed.slice(region?.printed.length ?? 0);
  if (region !== null && body === "") return placeForItsGovernment(region);
  const ending = unitEnding(printed);
  const government = ending?.kind === "government";
  const whole = government && /^(?:人民)?政府$/u.test(body);
  const zone = government && /(?:管委会|管理委员会)$/u.test(printed);
  const street = government && /(?:街道办事处|街道办|[乡镇](?:人民)?政府)$/u.test(printed);
  const settled = region !== null && region.name !== region.printed;
  return {
    name: whole && region?.division != null ? `${region.name}人民政府` : settled ? region.name + body : null,
    kind: ending?.kind ?? "other",
    function: zone ? "development_zone" : street ? "township_street" : null,
    division: region?.division ?? null,
    basis: [ending?.id ?? "unit:unlisted", ...(region === null ? [] : [region.basis])],
  };
}

/** 镜湖区 in a list of units is the government of that place. */
function placeForItsGovernment({ division, basis }: UnitRegion): Resolution {
  return { name: null, kind: division === null ? "other" : "government", function: basis === "region:zone" ? "development_zone" : null, division, basis: ["unit:place", basis] };
}
