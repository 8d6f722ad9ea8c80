/** The region a notice holds for, where the text or its page settles it; null when nothing does. */
import type { Field, FrontMatter } from "../model/draft.ts";
import type { Notice } from "../model/notice.ts";
import { divisionOf, divisionsNamed, liesIn, parentCode, type Division } from "../rules/divisions/divisions.ts";
import { readRegionWords, type RegionWords } from "../rules/divisions/region-words.ts";
import { readHost } from "../rules/metadata/hosts.ts";
import { localCodes, organOpeners, regions, type Region } from "../rules/metadata/regions.ts";
import { isCentralBody } from "../rules/units/department-names.ts";
import { folded } from "../text/fold.ts";
import { simplify } from "../text/traditional.ts";

type Jurisdiction = NonNullable<Notice["jurisdiction"]>;

/** A jurisdiction and the printed words that settled it; `field` is null when they stand outside the visible text. */
export interface SettledJurisdiction {
  readonly jurisdiction: Jurisdiction;
  readonly field: Field | null;
  readonly text: string;
}

/** What the notice says beside its front matter. */
export interface JurisdictionFacts {
  readonly number: Notice["documentNumber"];
  /** Year of the notice, for names that were in use then; null when unknown. */
  readonly year: number | null;
  /** GB/T 2260 code that the caller gave. */
  readonly option: string | null;
}

type Place = Omit<Jurisdiction, "basis">;

/**
 * By the name of the issuer, else SiteIDCode, host, 机关代字, addressees, title, else the caller's option, in that order of strength.
 * A site also posts what comes from above and from below, so a 机关代字 of a region around or inside that of the site goes before it.
 */
export function settleJurisdiction(front: FrontMatter, facts: JurisdictionFacts): SettledJurisdiction | null {
  const site = siteOf(front);
  const numbered = placeOfNumber(facts.number?.agencyCode ?? "", site?.code ?? null);
  const hint = site?.code ?? numbered?.code ?? null;
  for (const issuer of front.issuers) {
    const place = placeOfOrgan(issuer.text, facts.year, hint);
    if (place !== null) return settled(place, "issuers", issuer, issuer.text);
  }
  const unknown = front.issuers.some(({ text }) => namesUnknownPlace(text, facts.year));
  if (site !== null && numbered !== null && site.code !== numbered.code && (liesIn(site.code, numbered.code) || liesIn(numbered.code, site.code)) && !unknown) {
    return settled(numbered, "documentNumber", front.documentNumber, facts.number?.text ?? "");
  }
  if (site !== null && (!unknown || site.level === "county")) return settled(site, site.basis, null, site.text);
  if (numbered !== null && !unknown) return settled(numbered, "documentNumber", front.documentNumber, facts.number?.text ?? "");
  if (unknown) return optional(facts.option);
  const addressed = placeOfAddressees(front.addressees.map(({ text }) => text), facts.year);
  if (addressed !== null) return settled(addressed, "addressees", front.addresseesLine, front.addressees.map(({ text }) => text).join("、"));
  const titled = placeOfTitle(front.title?.text ?? "", facts.year);
  return titled === null ? optional(facts.option) : settled(titled, "title", front.title, front.title?.text ?? "");
}

function optional(code: string | null): SettledJurisdiction | null {
  const place = code === null ? null : (placeOfCode(code) ?? unlistedPlace(code));
  return place === null ? null : settled(place, "option", null, place.code);
}

function settled({ code, name, level }: Place, basis: string, field: Field | null, text: string): SettledJurisdiction {
  return { jurisdiction: { code, name, level, basis }, field, text };
}

/** The region whose own organ this is. `hint` is the code of a place that other evidence names; it settles names that several places bear. */
export function placeOfOrgan(printed: string, year: number | null, hint: string | null): Place | null {
  const name = uniform(printed);
  const organ = withoutOpener(name);
  const words = readRegionWords(organ, year, hint);
  if (words !== null) return placeOfWords(words, organ);
  const national = regions.find(({ level, names }) => level === "national" && names.some((start) => name.startsWith(start)));
  return isCentralBody(name) || (national !== undefined && organ === name && !isBranch(name)) ? nation : null;
}

/** 国家统计局安徽调查总队: an office of a central body somewhere in the country. */
function isBranch(name: string): boolean {
  const opener = organOpeners.find((words) => words.length > 4 && name.startsWith(words)) ?? "";
  return opener !== "" && /(?:总队|监管局|税务局|支行|分行|支队)$/u.test(name.slice(opener.length));
}

const nation: Place = { code: "000000", name: "全国", level: "national" };
const zoneAt = /^[\u4e00-\u9fff]{0,12}?(?:开发区|高新区|新区|示范区|试验区|保税区|风景区|管理区|度假区|产业园区|工业园区|集中区)(?=党工委|管委会|管理委员会|工委|办公室|财政|经发|综合|$)/u;
const townAt = /^[\u4e00-\u9fff]{1,7}?(?:街道|镇|乡)(?=人民政府|政府|党委|办事处|党政|$)/u;

/** The place itself, or a zone or town behind it: 合肥市新站高新区管委会, 无为县泥汊镇人民政府. */
function placeOfWords({ division, length }: RegionWords, organ: string): Place | null {
  if (division === null) return null;
  const rest = organ.slice(length);
  const town = division.level === "county" ? townAt.exec(rest)?.[0] : undefined;
  if (town !== undefined) return { code: division.code, name: division.name + town, level: "town" };
  const zone = division.level === "city" || division.level === "county" ? zoneAt.exec(rest)?.[0] : undefined;
  return zone === undefined ? placeOfDivision(division) : { code: division.code, name: division.name + zone, level: "zone" };
}

const placeName = /^[\u4e00-\u9fff]{2,9}?(?:[市县区州盟旗镇]|乡(?!村))(?![场管容值域])/u;

/** Whether an organ names a place that nothing settles, the province before it or not: such a notice is not of the province. */
function namesUnknownPlace(printed: string, year: number | null): boolean {
  const organ = withoutOpener(uniform(printed));
  const words = readRegionWords(organ, year, null);
  if (words !== null) return words.division === null;
  return placeName.test(organ);
}

interface Site extends Place {
  readonly basis: "siteIdCode" | "siteDomain";
  readonly text: string;
}

/** 网站标识码: ten digits, the first six a division; bm and digits for ministries. Else the host. */
function siteOf({ siteIdCode, siteDomain }: FrontMatter): Site | null {
  const code = siteIdCode?.trim() ?? "";
  const coded = /^bm\d{8}$/iu.test(code) ? nation : /^(?!000000)\d{10}$/u.test(code) ? placeOfCode(code.slice(0, 6)) : null;
  if (coded !== null) return { ...coded, basis: "siteIdCode", text: code };
  const host = siteDomain === null ? null : readHost(siteDomain);
  const hosted = host?.main === true ? placeOfCode(host.code) : null;
  return hosted === null || siteDomain === null ? null : { ...hosted, basis: "siteDomain", text: siteDomain };
}

/** The region of a 机关代字. Codes that several cities use need the province in which the site stands. */
export function placeOfNumber(agencyCode: string, hint: string | null): Place | null {
  const region = regionOfNumber(agencyCode);
  if (region !== undefined) return placeOfRegion(region);
  const local = localCodes.find(({ start, code, unique }) => agencyCode.startsWith(start) && (unique || (hint !== null && hint !== "000000" && liesIn(code, `${hint.slice(0, 2)}0000`))));
  return local === undefined ? null : placeOfCode(local.code);
}

/** The province, or the nation, that alone uses the beginning of a 机关代字. */
export function regionOfNumber(agencyCode: string): Region | undefined {
  return regions.find((region) => region.codes.some((code) => agencyCode.startsWith(code)));
}

/** A notice that goes to several named places goes to the parts of one region: 南陵县、繁昌区人民政府 → 芜湖市. */
function placeOfAddressees(addressees: readonly string[], year: number | null): Place | null {
  const places = addressees.flatMap((text) => {
    const division = readRegionWords(uniform(text), year, null)?.division ?? null;
    return division === null ? [] : [division];
  });
  const parents = new Set(places.map(({ code }) => parentCode(code)));
  const [parent] = parents;
  return new Set(places.map(({ code }) => code)).size > 1 && parents.size === 1 && parent != null && parent !== "000000" ? placeOfCode(parent) : null;
}

const ownTitle = /^(?:关于)?(?:印发|下发|公布)?[《“]?/u;

/** 贵池区2018年…任务分工: the full name of one place at the head of the title. Ended names count in their own years only. */
function placeOfTitle(title: string, year: number | null): Place | null {
  const text = uniform(title).replace(ownTitle, "");
  const words = readRegionWords(text, year, null);
  if (words?.division == null || (words.division.ended && year === null)) return null;
  return words.length >= 3 ? placeOfDivision(words.division) : null;
}

/** The place of a six-digit code, null when the table has none. */
export function placeOfCode(code: string): Place | null {
  if (code === "000000") return nation;
  const division = divisionOf(code);
  return division === null ? null : placeOfDivision(division);
}

function unlistedPlace(code: string): Place | null {
  if (!/^\d{6}$/u.test(code)) return null;
  return { code, name: code, level: code.endsWith("0000") ? "province" : code.endsWith("00") ? "city" : "county" };
}

function placeOfDivision({ code, name, level }: Division): Place {
  return { code, name, level };
}

function placeOfRegion({ code, name, level }: Region): Place {
  return { code, name, level };
}

function uniform(text: string): string {
  return simplify(folded(text));
}

function withoutOpener(name: string): string {
  const opener = organOpeners.find((words) => name.startsWith(words) && !name.startsWith("中共中央") && readsOn(name.slice(words.length)));
  return opener === undefined ? name : name.slice(opener.length);
}

function readsOn(rest: string): boolean {
  return divisionsNamed(rest.slice(0, 2)).length > 0 || readRegionWords(rest, null, null) !== null || placeName.test(rest);
}
