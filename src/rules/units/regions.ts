/** Region prefixes of unit names: one character for “of this province, city …”, or the name of the place. */

/** One-character prefixes: the level that the unit belongs to, inside the jurisdiction of the notice. */
export const regionPrefixes = [
  { id: "prefix:province", word: "省", level: "province", examples: ["省司法厅"] },
  { id: "prefix:city", word: "市", level: "city", examples: ["市财政局", "市市场监管局", "市政府办公室", "市政务公开办", "市民政局", "市民宗局", "市直机关工委"] },
  { id: "prefix:prefecture", word: "州", level: "city", examples: ["州委编办"] },
  { id: "prefix:league", word: "盟", level: "city", examples: ["盟财政局"] },
  { id: "prefix:county", word: "县", level: "county", examples: ["县水务局", "县市场监管局", "县城市管理局"] },
  { id: "prefix:district", word: "区", level: "county", examples: ["区发改委", "区市场局"] },
  { id: "prefix:banner", word: "旗", level: "county", examples: ["旗教育局"] },
  { id: "prefix:town", word: "镇", level: "town", examples: ["镇党政办"] },
  { id: "prefix:township", word: "乡", level: "town", examples: ["乡政府"] },
] as const;

export type RegionPrefix = (typeof regionPrefixes)[number];

/** Beginnings that look like a prefix and are part of a word: 市场监管局, 市容局, 市政公用局, 区域, 乡村振兴局. */
const notPrefixes =
  /^(?:市场|市容|市政(?:公用|工程|园林|管理|建设|设施|局|处|科)|市民(?![政宗族防营委])|市区|市域|[省市县区州]级|区域|区间|区划|县域|县城(?!市|[管建乡投])|乡村|乡镇|镇村|镇街|省际|[省市县区州]直(?!机关工|属机关工)|[省市县区]属|旗县|区县|县区|[县州]市(?![场容政监])|市县|市州)/u;

const byWord: ReadonlyMap<string, RegionPrefix> = new Map(regionPrefixes.map((row) => [row.word, row]));

/** The one-character prefix that a folded name begins with, null when it has none or the character belongs to a word. */
export function regionPrefix(name: string): RegionPrefix | null {
  const row = byWord.get(name.charAt(0));
  return row === undefined || notPrefixes.test(name) ? null : row;
}

/** Provinces of GB/T 2260: code, full name, short name. */
const provinces: readonly (readonly [code: string, full: string, short: string])[] = [
  ["110000", "北京市", "北京"], ["120000", "天津市", "天津"], ["130000", "河北省", "河北"], ["140000", "山西省", "山西"], ["150000", "内蒙古自治区", "内蒙古"],
  ["210000", "辽宁省", "辽宁"], ["220000", "吉林省", "吉林"], ["230000", "黑龙江省", "黑龙江"], ["310000", "上海市", "上海"], ["320000", "江苏省", "江苏"],
  ["330000", "浙江省", "浙江"], ["340000", "安徽省", "安徽"], ["350000", "福建省", "福建"], ["360000", "江西省", "江西"], ["370000", "山东省", "山东"],
  ["410000", "河南省", "河南"], ["420000", "湖北省", "湖北"], ["430000", "湖南省", "湖南"], ["440000", "广东省", "广东"], ["450000", "广西壮族自治区", "广西"],
  ["460000", "海南省", "海南"], ["500000", "重庆市", "重庆"], ["510000", "四川省", "四川"], ["520000", "贵州省", "贵州"], ["530000", "云南省", "云南"],
  ["540000", "西藏自治区", "西藏"], ["610000", "陕西省", "陕西"], ["620000", "甘肃省", "甘肃"], ["630000", "青海省", "青海"], ["640000", "宁夏回族自治区", "宁夏"],
  ["650000", "新疆维吾尔自治区", "新疆"], ["710000", "台湾省", "台湾"], ["810000", "香港特别行政区", "香港"], ["820000", "澳门特别行政区", "澳门"],
];

const provinceNames: ReadonlyMap<string, string> = new Map(provinces.map(([code, full]) => [code, full]));
const provinceByFullName: ReadonlyMap<string, string> = new Map(provinces.map(([code, full]) => [full, code]));

/** Full name of the province with a six-digit code, null when there is none. */
export function provinceName(code: string): string | null {
  return provinceNames.get(code) ?? null;
}

/** Code of a province by its full name (安徽省). Short names are left alone: 吉林, 海南 are also others. */
export function provinceCode(fullName: string): string | null {
  return provinceByFullName.get(fullName) ?? null;
}

const beforePlaceName = /^(?:经济|产业|工业|技术|高新|开发|示范|保护|社|小|园|片|新)$/u;

/**
 * The named region at the beginning of a folded name (黄埔区政府 → 黄埔区, 安徽省司法厅 → 安徽省), "" when there is none.
 * Linear: the name is cut to its first 24 characters.
 */
export function namedRegion(name: string): string {
  const head = name.slice(0, 24);
  let end = 0;
  for (let i = 2; i < head.length; i++) {
    if (!"省市州盟县区旗镇乡".includes(head.charAt(i)) || i - end < 1) continue;
    if (/^(?:场|政府?务|容|民|域|级|直|属|划|村)/u.test(head.slice(i + 1)) && !head.startsWith("政府", i + 1)) continue;
    const body = head.slice(end, i);
    if (body.length < 1 || body.length > 8 || (end === 0 && body.length < 2) || beforePlaceName.test(body)) continue;
    if (/[局委办厅院部会处科室、,和及与各有]/u.test(body)) break;
    end = i + 1;
  }
  return head.slice(0, end);
}

