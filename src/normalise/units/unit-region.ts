/** The region of a printed unit: its own prefix or place, resolved within the jurisdiction of the notice. */
import { divisionOf, divisionsNamed, isMunicipality, parentCode, type Division } from "../../rules/divisions/divisions.ts";
import { fullZoneName, provinceOfShortName, readRegionWords, zoneWithin } from "../../rules/divisions/region-words.ts";
import { namedRegion, regionPrefix } from "../../rules/units/regions.ts";

/** Where a notice holds, as far as regions depend on it. */
export interface Jurisdiction {
  /** GB/T 2260 code; of the county or city around it for towns and for zones that have none; 000000 is the nation. */
  readonly code: string;
  readonly name: string;
  readonly level: string;
}

/** The region of a unit. */
export interface UnitRegion {
  /** The printed region; without it the body of the name begins. */
  readonly printed: string;
  /** Full name of the region where it is settled, else as printed. */
  readonly name: string;
  /** GB/T 2260 code, null where nothing settles it. */
  readonly division: string | null;
  readonly basis: string;
}

/** Reads the region at the beginning of a folded name; null when it begins with none. `year` is that of the notice. */
export function unitRegion(printed: string, jurisdiction: Jurisdiction | null, year: number | null): UnitRegion | null {
  const within = jurisdiction === null || jurisdiction.level === "national" ? null : jurisdiction.code;
  const named = readRegionWords(printed, year, within);
  if (named !== null) {
    const words = printed.slice(0, named.length);
    return { printed: words, name: named.division?.name ?? words, division: named.division?.code ?? null, basis: named.division === null ? "region:ambiguous" : "region:named" };
  }
  const prefix = regionPrefix(printed);
  if (prefix !== null) {
    const place = placeOfPrefix(prefix.word, jurisdiction, year);
    return { printed: prefix.word, name: place?.name ?? prefix.word, division: place?.code ?? null, basis: prefix.id };
  }
  return zoneRegion(printed, within) ?? unlistedRegion(printed, jurisdiction);
}

/** The printed region at the beginning of a folded name, whatever it means; "" when there is none. */
export function printedRegion(printed: string): string {
  const named = readRegionWords(printed, null, null);
  if (named !== null) return printed.slice(0, named.length);
  return regionPrefix(printed)?.word ?? namedRegion(printed);
}

/** The code of a province or city by its short name, null when it is none or both: 安徽, 芜湖; 吉林. */
export function divisionOfShortName(short: string, year: number | null): string | null {
  const codes = [provinceOfShortName(short), ...divisionsNamed(`${short}市`, year)].flatMap((division) => (division === null || division.ended ? [] : [division.code]));
  return new Set(codes).size === 1 ? (codes[0] ?? null) : null;
}

interface Place {
  readonly code: string;
  readonly name: string;
}

/**
 * 省, 市, 区 … is the nearest of the jurisdiction and the places around it that is one. Never a place below the jurisdiction:
 * 市 in a notice of a province is no one city.
 */
function placeOfPrefix(word: string, jurisdiction: Jurisdiction | null, year: number | null): Place | null {
  if (jurisdiction === null || jurisdiction.level === "national") return null;
  const around = [jurisdiction, ...placesAround(jurisdiction, year)];
  return around.find(({ name, level, code }) => fits(word, name, level, code)) ?? null;
}

function fits(word: string, name: string, level: string, code: string): boolean {
  if (word === "市") return name.endsWith("市") && (level !== "province" || isMunicipality(code));
  if (word === "州") return name.endsWith("自治州");
  if (word === "区") return name.endsWith("区") && level !== "province" && !name.endsWith("地区");
  return name.endsWith(word);
}

function placesAround({ code, level }: Jurisdiction, year: number | null): Division[] {
  const places: Division[] = [];
  const ownCode = level === "town" || level === "zone";
  for (let at = ownCode ? code : parentCode(code); at !== null && at !== "000000"; at = parentCode(at)) {
    const place = divisionOf(at, year);
    if (place !== null) places.push(place);
  }
  return places;
}

const zoneName = /^[\u4e00-\u9fff]{0,12}?(?:经济技术开发区|高新技术产业开发区|经济开发区|经开区|高新区|开发区)/u;

/** 三山经济开发区管委会 in a notice of 芜湖: a zone of that city. 滁州经开区管委会: by its full name anywhere. */
function zoneRegion(printed: string, within: string | null): UnitRegion | null {
  const words = zoneName.exec(printed.slice(0, 30))?.[0];
  if (words === undefined) return null;
  const zone = readRegionWords(fullZoneName(words), null, within)?.division ?? (within === null ? null : zoneWithin(words, within));
  return zone?.level === "zone" ? { printed: words, name: zone.name, division: zone.code, basis: "region:zone" } : null;
}

/** A place by its form, which the table does not have. The jurisdiction itself may be one: 平潭综合实验区. */
function unlistedRegion(printed: string, jurisdiction: Jurisdiction | null): UnitRegion | null {
  const words = namedRegion(printed);
  if (words === "") return null;
  const own = jurisdiction !== null && jurisdiction.level !== "national" && jurisdiction.name.endsWith(words);
  return { printed: words, name: own ? jurisdiction.name : words, division: own ? jurisdiction.code : null, basis: "region:named" };
}
