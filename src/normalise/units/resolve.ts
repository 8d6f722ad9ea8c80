/** The canonical name of a printed unit, its kind, its function and its region. */
import type { Unit } from "../../model/notice.ts";
import { collectiveForm } from "../../rules/units/collectives.ts";
import { findField, findLocalDepartment, findNationalDepartment, type DepartmentReading } from "../../rules/units/department-names.ts";
import { unitEnding, withoutLastBracket } from "../../rules/units/endings.ts";
import { namedRegion, provinceCode, provinceName, regionPrefix } from "../../rules/units/regions.ts";
import { simplify } from "../../rules/units/traditional.ts";
import { folded } from "../../text/fold.ts";

/** What the notice says of itself, as far as names depend on it. */
export interface NoticeFacts {
  /** 成文日期, `YYYY-MM-DD`. */
  readonly dateIssued: string | null;
  /** Work year, used when there is no date. */
  readonly year: number | null;
  readonly jurisdiction: { readonly code: string; readonly name: string; readonly level: string } | null;
}

/** A printed unit, resolved. `name` is the printed name where nothing more is known. */
export type ResolvedUnit = Pick<Unit, "name" | "kind" | "function" | "division" | "basis">;

/** A resolved unit whose name is null where nothing but the printed words is known. */
export type Resolution = Omit<ResolvedUnit, "name"> & { readonly name: string | null };

interface Region {
  /** Printed region, without it the body of the name begins. */
  readonly printed: string;
  readonly name: string;
  readonly division: string | null;
  readonly basis: string;
}

/**
 * Resolves one printed unit. A bracket behind the name is left out; collectives keep their words.
 *
 * @example resolveUnit("区环保局", { dateIssued: "2018-05-01", year: 2018, jurisdiction: guichi }).name // 贵池区环境保护局
 */
export function resolveUnit(text: string, facts: NoticeFacts): ResolvedUnit {
  const resolved = resolveFolded(simplify(folded(text)), facts);
  return { ...resolved, name: resolved.name ?? text };
}

/** The same for a name that is folded and simplified already; `name` is null where the printed one stays. */
export function resolveFolded(whole: string, facts: NoticeFacts): Resolution {
  const printed = withoutLastBracket(whole);
  const collective = collectiveForm(whole) ?? (printed === whole ? null : collectiveForm(printed));
  if (collective !== null) return { name: null, kind: "collective", function: collective.function, division: null, basis: [collective.id] };
  const year = yearOf(facts);
  const national = nationalReading(printed, facts, year);
  if (national !== null) return named(national, national.full, null, []);
  const region = regionOf(printed, facts);
  const body = printed.slice(region?.printed.length ?? 0);
  const department = findLocalDepartment(body, year) ?? youthLeague(printed, year) ?? findField(body);
  const regionBasis = region === null ? [] : [region.basis];
  if (department === null) return byEnding(printed, region);
  const name = department.full === null ? null : inRegion(department.full, region);
  const kind = department.basis === "department:field" || department.basis === "department:sub-office" ? (unitEnding(printed)?.kind ?? department.department.kind) : department.department.kind;
  return { ...named(department, name, region?.division ?? null, regionBasis), kind: kind === "collective" ? "agency" : kind };
}

/** Whether a folded name takes the region prefix of the unit before it: a local department without a region of its own. */
export function takesPrefix(name: string): boolean {
  const printed = withoutLastBracket(name);
  if (regionPrefix(printed) !== null || namedRegion(printed) !== "" || collectiveForm(printed) !== null) return false;
  if (/^(?:国家|中国|中央|全国|国务院|最高)/u.test(printed)) return false;
  const department = findLocalDepartment(printed, null);
  return department !== null && !department.department.vertical && unitEnding(printed) !== null;
}

/** The one-character region prefix, or the named region, that a folded name begins with; null when it has none. */
export function prefixOf(printed: string): string | null {
  const prefix = regionPrefix(printed)?.word ?? namedRegion(printed);
  return prefix === "" ? null : prefix;
}

function yearOf({ dateIssued, year }: NoticeFacts): number | null {
  const issued = dateIssued === null ? Number.NaN : Number(dateIssued.slice(0, 4));
  return Number.isInteger(issued) ? issued : year;
}

function named({ department, basis }: DepartmentReading, name: string | null, division: string | null, more: readonly string[]): Resolution {
  return { name, kind: department.kind, function: department.id, division, basis: [basis, ...more] };
}

const centralForm = /^(?:国家|中国|中央|国务院|全国|最高|中华)|(?:部|总局|署|总署|总社)$|^(?:共青团中央|人民银行|银保监会|证监会|银监会|保监会|国管局)$/u;

/** Central bodies: in a national notice, or by a name that no local body has. */
function nationalReading(printed: string, { jurisdiction }: NoticeFacts, year: number | null): DepartmentReading | null {
  const central = jurisdiction?.level === "national" || (centralForm.test(printed) && (jurisdiction === null || findLocalDepartment(printed, year) === null));
  return central ? findNationalDepartment(printed, year) : null;
}

function regionOf(printed: string, facts: NoticeFacts): Region | null {
  const prefix = regionPrefix(printed);
  if (prefix !== null) {
    const within = resolvePrefix(prefix.word, prefix.level, facts.jurisdiction);
    return { printed: prefix.word, name: within?.name ?? prefix.word, division: within?.division ?? null, basis: prefix.id };
  }
  const region = namedRegion(printed);
  if (region === "" || region === printed) return null;
  const own = facts.jurisdiction !== null && facts.jurisdiction.name.endsWith(region) ? facts.jurisdiction.code : null;
  const name = region === "自治区" && own !== null ? (facts.jurisdiction?.name ?? region) : region;
  return { printed: region, name, division: own ?? provinceCode(region), basis: "region:named" };
}

/** 省, 市, 区 … inside the jurisdiction of the notice: its own level or one above it, never a guess below it. */
function resolvePrefix(word: string, level: string, jurisdiction: NoticeFacts["jurisdiction"]): { name: string; division: string } | null {
  if (jurisdiction === null || jurisdiction.level === "national") return null;
  const { code, name } = jurisdiction;
  if (name.endsWith(word) && (jurisdiction.level === level || word === "市" || word === "区")) return { name, division: code };
  if (level === "province") {
    const province = `${code.slice(0, 2)}0000`;
    const provincial = provinceName(province);
    return provincial === null || /^(?:11|12|31|50)/u.test(code) ? null : { name: provincial, division: province };
  }
  if (level === "city" && jurisdiction.level !== "province" && jurisdiction.level !== "city" && code.slice(2, 4) !== "00") {
    const municipality = /^(?:11|12|31|50)/u.test(code);
    const city = municipality ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`;
    return { name: (municipality ? provinceName(city) : null) ?? word, division: city };
  }
  return null;
}

/** Party offices are listed as 委宣传部, because 市委宣传部 is 市 + 委宣传部; without a region the 委 goes. */
function inRegion(full: string, region: Region | null): string {
  return region === null ? full.replace(/^委(?!员会)/u, "") : region.name + full;
}

/** 团区委, 团县委 carry their region inside. */
function youthLeague(printed: string, year: number | null): DepartmentReading | null {
  const found = /^团[省市县区州旗盟]委$/u.test(printed) ? findLocalDepartment("团委", year) : null;
  return found === null ? null : { ...found, full: null };
}

function byEnding(printed: string, region: Region | null): Resolution {
  const ending = unitEnding(printed);
  const government = ending?.kind === "government";
  const zone = government && /(?:管委会|管理委员会)$/u.test(printed);
  const street = government && /(?:街道办事处|街道办|[乡镇](?:人民)?政府)$/u.test(printed);
  return {
    name: region === null || region.name === region.printed ? null : region.name + printed.slice(region.printed.length),
    kind: ending?.kind ?? "other",
    function: zone ? "development_zone" : street ? "township_street" : null,
    division: region?.division ?? null,
    basis: [ending?.id ?? "unit:unlisted", ...(region === null ? [] : [region.basis])],
  };
}
