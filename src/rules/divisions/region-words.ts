/** Reading the place with which a name begins: 安徽省芜湖市繁昌区文化和旅游局 → 繁昌区. Folded, simplified text. */
import { allDivisions, divisionOf, divisionsNamed, liesIn, longestDivisionName, parentCode, zonesOf, type Division } from "./divisions.ts";

/** The printed place at the beginning of a name. */
export interface RegionWords {
  /** How many characters of the name are the place, its parents included. */
  readonly length: number;
  /** The smallest place that was printed; null when its name fits several (鼓楼区) and nothing settles which. */
  readonly division: Division | null;
  /** All that its name fits; one when it is settled. */
  readonly candidates: readonly Division[];
}

/** Two-character names that are also words for some part of a city; they count only inside a place that is known. */
const generic: ReadonlySet<string> = new Set(["东区", "西区", "城区", "郊区", "矿区", "市区"]);

/** What may not follow a place: 合肥|市场监管局, 芜湖市|政工程. */
const cutsWord = /^(?:市(?:场|容|政(?:公用|工程|园林|设施|管理)|民(?:中心|之家|服务|热线)|域)|区(?:域|划|间|块)|县(?:域|城)|[州旗盟](?:际))/u;

/**
 * Reads the place at the beginning of a name by its full name, in the year of the notice (null: today). A name that fits several
 * places is settled by the parent before it, else by the place in which the notice holds (`within`, six digits), else not at all.
 */
export function readRegionWords(text: string, year: number | null, within: string | null): RegionWords | null {
  const head = text.slice(0, 48);
  let read: RegionWords | null = null;
  let at = provinceShort(head);
  for (;;) {
    const name = longestDivisionName(head.slice(at));
    if (name === "" || cutsWord.test(head.slice(at + name.length - 1))) return read;
    const scope: string | null = read?.division?.code ?? null;
    const inScope = divisionsNamed(name, year).filter(({ code }) => scope === null || (code !== scope && liesIn(code, scope)));
    if (inScope.length === 0) return read;
    const candidates = nearest(inScope, within);
    if (scope === null && generic.has(name) && !candidates.some(({ code }) => within !== null && liesIn(code, within))) return null;
    const division = candidates.length === 1 ? (candidates[0] ?? null) : null;
    at += name.length;
    read = { length: at, division, candidates };
    if (division === null || division.level === "county" || division.level === "zone") return read;
  }
}

/** Of several places with one name, those inside the given place, else inside its city, else inside its province, else all. */
function nearest(candidates: readonly Division[], within: string | null): readonly Division[] {
  for (let scope = within; scope !== null && scope !== "000000" && candidates.length > 1; scope = parentCode(scope)) {
    const around: string = scope;
    const near = candidates.filter(({ code }) => liesIn(code, around) || liesIn(around, code));
    if (near.length > 0) return near;
  }
  return candidates;
}

/** 安徽芜湖市…: the short name of a province counts in front of a place of that province. Its length, 0 without one. */
function provinceShort(text: string): number {
  const short = /^(?:内蒙古|黑龙江|[\u4e00-\u9fff]{2})/u.exec(text)?.[0] ?? "";
  const province = provincesByShort().get(short);
  if (province === undefined || text.startsWith(province.name) || longestDivisionName(text).length > short.length) return 0;
  const next = longestDivisionName(text.slice(short.length));
  return next !== "" && divisionsNamed(next).some(({ code }) => code !== province.code && liesIn(code, province.code)) ? short.length : 0;
}

const provinceTail = /(?:省|市|特别行政区|(?:壮族|回族|维吾尔)?自治区)$/u;

let shortNames: ReadonlyMap<string, Division> | null = null;

/** Built on first use from the table of divisions; never changed afterwards. */
function provincesByShort(): ReadonlyMap<string, Division> {
  shortNames ??= new Map(
    allDivisions()
      .filter(({ level }) => level === "province")
      .map((division) => [division.name.replace(provinceTail, ""), division]),
  );
  return shortNames;
}

/** 安徽 → 安徽省; null for all else. */
export function provinceOfShortName(short: string): Division | null {
  return provincesByShort().get(short) ?? null;
}

/**
 * The zone of a city by its name without the city: 三山经济开发区 in 芜湖 → 340272. Null when none or several fit.
 * 经开区 and 高新区 are read in full.
 */
export function zoneWithin(name: string, within: string): Division | null {
  const full = fullZoneName(name);
  const city = /^\d{4}00$/u.test(within) ? within : parentCode(within);
  if (full.length < 5 || city === null || city.endsWith("0000")) return null;
  const zones = zonesOf(city).filter((zone) => zone.name.endsWith(full) && isPlace(zone.name.slice(0, zone.name.length - full.length), city));
  return zones.length === 1 ? (zones[0] ?? null) : null;
}

/** Whether the words before the name of a zone only say in which province and city it lies: 安徽芜湖. */
function isPlace(words: string, city: string): boolean {
  const province = provinceOf(city);
  const rest = province !== null && words.startsWith(province) ? words.slice(province.length) : words;
  return rest === "" || divisionOf(city)?.name.replace(/市$/u, "") === rest.replace(/市$/u, "");
}

function provinceOf(city: string): string | null {
  return divisionOf(`${city.slice(0, 2)}0000`)?.name.replace(provinceTail, "") ?? null;
}

/** 经开区 → 经济技术开发区, 高新区 → 高新技术产业开发区. */
export function fullZoneName(name: string): string {
  return name.replace(/经开区$/u, "经济技术开发区").replace(/高新区$/u, "高新技术产业开发区");
}
