/** The region a notice holds for, where the text settles it: the nation or a province. Cities and counties need the table of divisions. */
import type { FrontMatter } from "../model/draft.ts";
import type { Notice } from "../model/notice.ts";
import { regionOfCode, regions, type Region } from "../rules/metadata/regions.ts";

type Jurisdiction = Notice["jurisdiction"];

/** By the full name of the first issuer, else 机关代字, else SiteIDCode, else the caller's option; null when none settles it. */
export function jurisdictionOf(front: FrontMatter, number: Notice["documentNumber"], option: string | null): Jurisdiction {
  const issuer = front.issuers[0]?.text ?? "";
  const named = regionOfOrgan(issuer);
  if (named !== undefined) return as(named, "issuers");
  const below = isBelowProvince(issuer);
  const coded = number === null || below ? undefined : regionOfNumber(number.agencyCode);
  if (coded !== undefined) return as(coded, "documentNumber");
  const site = below ? undefined : regionOfSite(front.siteIdCode);
  if (site !== undefined) return as(site, "siteIdCode");
  return option === null ? null : fromOption(option);
}

/** The region whose own organ this is; undefined for organs of cities and counties. */
export function regionOfOrgan(name: string): Region | undefined {
  if (isBelowProvince(name)) return undefined;
  const organ = withoutParty(name);
  return regions.find((region) => region.names.some((start) => organ.startsWith(start)));
}

/** The region of a 机关代字, by the longest beginning that one region alone uses. */
export function regionOfNumber(agencyCode: string): Region | undefined {
  return regions.find((region) => region.codes.some((code) => agencyCode.startsWith(code)));
}

/** 10 digits, the first six a division code; a code below the province settles nothing here. */
function regionOfSite(siteIdCode: string | null): Region | undefined {
  const digits = /^(\d{6})\d{4}$/u.exec(siteIdCode ?? "")?.[1];
  return digits === undefined || digits === "000000" ? undefined : regionOfCode(digits);
}

/** Whether the name of an organ names a city, county or town, its province before it or not: 安徽省芜湖市…, 泾县…. */
function isBelowProvince(name: string): boolean {
  const organ = withoutParty(name);
  const province = regions.flatMap((region) => (region.level === "province" ? region.names : [])).find((start) => organ.startsWith(start));
  const rest = organ.slice(province?.length ?? 0);
  if (/^(?:国务院|国家|中央|全国)/u.test(rest)) return false;
  return /^[\u4e00-\u9fff]{1,9}?(?:[市县区州盟旗镇]|乡(?!村))(?![场管容值域])/u.test(rest);
}

/** 中共安徽省委 is an organ of 安徽省. */
function withoutParty(name: string): string {
  return name.replace(/\s/gu, "").replace(/^中共(?!中央)/u, "");
}

function fromOption(code: string): Jurisdiction {
  const region = regionOfCode(code);
  if (region !== undefined) return as(region, "option");
  if (!/^\d{6}$/u.test(code)) return null;
  const level = code.endsWith("0000") ? "province" : code.endsWith("00") ? "city" : "county";
  return { code, name: code, level, basis: "option" };
}

function as({ code, name, level }: Region, basis: string): Jurisdiction {
  return { code, name, level, basis };
}
