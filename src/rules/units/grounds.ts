/** How a printed unit was recognised and named: the grounds that `basis` of a unit names. */
import type { Explanation } from "../explanation.ts";

const ending = { zh: "单位名称的结尾用字", en: "the last characters of the name" };
const departments = { zh: "机构改革以来的部门名录", en: "list of departments since the institutional reforms" };
const divisions = { zh: "GB/T 2260 行政区划", en: "GB/T 2260 divisions" };
const printed = { zh: "原文写法", en: "the printed words" };

/** By id; examples are cells of a notice of Anhui Province (340000) of 2020. */
export const grounds = {
  "department:local": {
    zh: "去掉地名前缀后，在部门名录里找到（按发文年份取当时的名称）。", en: "Found in the list of departments without its place, by its name at the time.",
    source: departments, examples: ["省财政厅", "市发展改革委"], not: ["省直有关部门", "财政部"],
  },
  "department:national": {
    zh: "中央单位或垂直管理单位，按全国名录。", en: "A central authority or one that reports to it, by the national list.",
    source: departments, examples: ["国家发展改革委", "财政部", "国务院办公厅"], not: ["省财政厅", "合肥市人民政府"],
  },
  "department:branch": {
    zh: "中央单位在地方的分支机构。", en: "A local branch of a central authority.",
    source: departments, examples: ["安徽银保监局", "人民银行合肥中心支行"], not: ["省财政厅", "财政部"],
  },
  "department:sub-office": {
    zh: "部门的内设机构：部门已认出，名称照印。", en: "An office within a department; the department is known, the name is as printed.",
    source: departments, examples: ["省财政厅办公室"], not: ["省财政厅", "办公室"],
  },
  "department:field": {
    zh: "只凭职能用字认出职能，全称不推定。", en: "Its field is known by its words; no full name is inferred.",
    source: departments, examples: ["公安部门", "住房城乡建设部门"], not: ["省公安厅", "有关部门"],
  },
  "department:ambiguous": {
    zh: "这个简称在当时可指不止一个部门，全称不选。", en: "The short name may mean more than one department of the time; none is chosen.",
    source: departments, examples: [], not: ["省财政厅"],
  },
  "ending:judicial": { zh: "法院、检察院。", en: "A court or procuratorate.", source: ending, examples: ["铁路运输检察院", "海事法院"], not: ["省财政厅", "法学院"] },
  "ending:mass": { zh: "群团组织。", en: "A mass organisation.", source: ending, examples: ["翠湖居委会", "金寨村委会"], not: ["省财政厅"] },
  "ending:party": { zh: "党委机构。", en: "A body of the Party.", source: ending, examples: ["合肥市委"], not: ["省财政厅", "省卫生健康委"] },
  "ending:government": { zh: "一级政府。", en: "A government.", source: ending, examples: ["基层政府", "上级人民政府"], not: ["省财政厅"] },
  "ending:enterprise": { zh: "企业。", en: "An enterprise.", source: ending, examples: ["省投资集团", "合肥供水有限公司"], not: ["省财政厅"] },
  "ending:institution": { zh: "事业单位：中心、院、校、馆、站等。", en: "A public institution: centre, school, library, station.", source: ending, examples: ["省文物考古研究所", "合肥学院"], not: ["省财政厅", "市中级人民法院"] },
  "ending:internal": { zh: "内设机构：处、科、室、股。", en: "An office within a unit.", source: ending, examples: ["综合科", "政策法规处"], not: ["省财政厅"] },
  "ending:collective": { zh: "一类单位的统称。", en: "A word for a class of units.", source: ending, examples: ["行政执法机关", "财政和医保部门"], not: ["省财政厅"] },
  "ending:agency": { zh: "按结尾是行政机关，名录里没有。", en: "An agency by its last characters, not in the list.", source: ending, examples: ["省引江济淮工程建设局"], not: ["综合科", "合肥市人民政府"] },
  "prefix:region": { zh: "“自治区”指本通知所在的自治区。", en: "“自治区” is the autonomous region of the notice.", source: printed, examples: [], not: ["省财政厅"] },
  "prefix:corps": { zh: "“兵团”指新疆生产建设兵团。", en: "“兵团” is the Xinjiang Production and Construction Corps.", source: printed, examples: ["兵团发展改革委"], not: ["省财政厅"] },
  "prefix:province": { zh: "“省”指本通知所在的省。", en: "“省” is the province of the notice.", source: printed, examples: ["省司法厅"], not: ["市司法局", "江苏省司法厅"] },
  "prefix:city": { zh: "“市”指本通知所在的市；通知不在一个市时不定。", en: "“市” is the city of the notice; without one it is open.", source: printed, examples: ["市财政局"], not: ["省财政厅", "市场监管局"] },
  "prefix:prefecture": { zh: "“州”指本通知所在的自治州。", en: "“州” is the autonomous prefecture of the notice.", source: printed, examples: ["州委编办"], not: ["省财政厅"] },
  "prefix:league": { zh: "“盟”指本通知所在的盟。", en: "“盟” is the league of the notice.", source: printed, examples: ["盟财政局"], not: ["省财政厅"] },
  "prefix:county": { zh: "“县”指本通知所在的县。", en: "“县” is the county of the notice.", source: printed, examples: ["县水务局"], not: ["省财政厅"] },
  "prefix:district": { zh: "“区”指本通知所在的区。", en: "“区” is the district of the notice.", source: printed, examples: ["区发改委"], not: ["省财政厅"] },
  "prefix:banner": { zh: "“旗”指本通知所在的旗。", en: "“旗” is the banner of the notice.", source: printed, examples: ["旗教育局"], not: ["省财政厅"] },
  "prefix:town": { zh: "“镇”指本通知所在的镇。", en: "“镇” is the town of the notice.", source: printed, examples: ["镇党政办"], not: ["省财政厅"] },
  "prefix:township": { zh: "“乡”指本通知所在的乡。", en: "“乡” is the township of the notice.", source: printed, examples: ["乡政府"], not: ["省财政厅"] },
  "region:named": { zh: "写明了地名，在区划表里找到。", en: "Its place is printed and found among the divisions.", source: divisions, examples: ["合肥市财政局", "江苏省司法厅"], not: ["省财政厅"] },
  "region:ambiguous": { zh: "写明的地名不止一处，不选。", en: "Its printed place names more than one division; none is chosen.", source: divisions, examples: ["鼓楼区财政局"], not: ["合肥市财政局"] },
  "region:zone": { zh: "开发区、新区等功能区。", en: "A development zone or new area.", source: divisions, examples: [], not: ["合肥市财政局"] },
  "region:short": { zh: "地名简称（没有“市”“县”），在本通知的辖区内找到。", en: "A place without “市” or “县”, found within the notice's own.", source: divisions, examples: ["人民银行合肥中心支行"], not: ["合肥市财政局"] },
  "collective:lower-governments": { zh: "下级政府的统称，不展开。", en: "Lower governments together; not expanded.", source: printed, examples: ["各市、县（市、区）政府", "各县区政府"], not: ["合肥市人民政府", "省政府各部门"] },
  "collective:departments": { zh: "部门的统称，不展开。", en: "Departments together; not expanded.", source: printed, examples: ["省政府各部门", "省有关部门"], not: ["省财政厅", "各市政府"] },
  "collective:any": { zh: "“各单位”之类的统称，不展开。", en: "Units together; not expanded.", source: printed, examples: ["各地", "各三级公立医院"], not: ["省财政厅", "各市政府"] },
  "unit:carried-prefix": { zh: "前一个单位的地名前缀也管到它。", en: "The place of the unit before it holds for it too.", source: { zh: "公文惯例", en: "usage of official notices" }, examples: ["市发改委、国土房管局"], not: ["市发改委、市财政局"] },
  "unit:shared-tail": { zh: "几个名称共用一个结尾，按原文印作一个。", en: "Names that share their ending, kept as one as printed.", source: printed, examples: ["临汾、侯马、洪洞经济开发区管委会"], not: ["市发改委、市财政局"] },
  "unit:place": { zh: "只写了地名，指那里的政府。", en: "A place alone, for its government.", source: printed, examples: ["合肥市、芜湖市"], not: ["合肥市财政局"] },
  "unit:unlisted": { zh: "没有规则认得，名称照印。", en: "No rule knows it; the name is as printed.", source: printed, examples: [], not: ["省财政厅"] },
  "lookup": { zh: "由对照表（--lookups）的某一行确定；冒号后是该行的编号。", en: "Settled by a row of the lookups; its id stands behind the colon.", source: { zh: "使用者的对照表", en: "the user's lookups" }, examples: [], not: ["省财政厅"] },
  "lookup-conflict": { zh: "对照表的几行说法不一，都不用；冒号后是它们的编号。", en: "Rows of the lookups contradict each other and none is used; their ids stand behind the colon.", source: { zh: "使用者的对照表", en: "the user's lookups" }, examples: [], not: ["省财政厅"] },
} as const satisfies Readonly<Record<string, Explanation>>;
