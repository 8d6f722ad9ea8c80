/** Names of units that stand alone: as headings, in cells above a table. */
import { areDoers } from "../../rules/sentence-subjects.ts";

/** Whether a heading of a region's body, alone or behind its number (一、县水利局), names who does what stands below it. */
export function isUnitName(heading: string): boolean {
  return ofRegion.test(heading) && namesDoers(heading);
}

/** Whether words name doers, and not what is looked at. */
export function namesDoers(words: string): boolean {
  return !isGeneric(words) && areDoers(words);
}

/** 县供电公司、县自来水公司： firms of a region by their names. */
export function namesFirms(words: string): boolean {
  return areDoers(words) && words.split("、").every((name) => /^[省市县区州镇]|^国网|^中国/u.test(name) && /(?:公司|集团|医院|学校|银行)$/u.test(name) && !/^[省市县区州镇](?:属|直|内|区|域)/u.test(name));
}

/** Outside a section on duties only names that begin with their region are surely no headings of matters. */
const ofRegion = /^(?:各|[省市县区州镇乡])/u;
/** Headings of what is looked at, not of who looks: （一）燃气经营企业。 */
export function isGeneric(words: string): boolean {
  return /(?:企业|单位|学校|医院|机构|公司|市场|场所)$/u.test(words);
}
