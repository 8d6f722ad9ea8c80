/** Region prefixes of unit names: one character for “of this province, city …”, or the name of the place. */

/** Prefixes, mostly of one character: the level that the unit belongs to, inside the jurisdiction of the notice. */
export const regionPrefixes = [
  { id: "prefix:region", word: "自治区", level: "province", examples: ["自治区财政厅", "自治区党委宣传部"] },
  { id: "prefix:corps", word: "兵团", level: "province", examples: ["兵团发展改革委"] },
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

/** The prefix that a folded name begins with, null when it has none or the character belongs to a word. */
export function regionPrefix(name: string): RegionPrefix | null {
  const first = name.charAt(0);
  const row = first === "自" || first === "兵" ? byWord.get(name.startsWith("自治区") ? "自治区" : name.slice(0, 2)) : byWord.get(first);
  return row === undefined || notPrefixes.test(name) ? null : row;
}

const beforePlaceName = /^(?:经济|产业|工业|技术|高新|开发|示范|保护|社|小|园|片|新)$/u;

/**
 * A place at the beginning of a folded name by its form alone (平潭综合实验区管委会 → 平潭综合实验区), for places that the table of
 * divisions does not have; "" when there is none. Linear: the name is cut to its first 24 characters.
 */
export function namedRegion(name: string): string {
  const head = name.slice(0, 24);
  let end = 0;
  for (let i = 2; i < head.length; i++) {
    if (!"省市州盟县区旗镇乡".includes(head.charAt(i)) || i - end < 1) continue;
    if (/^(?:场|政府?务|容|域|级|直|属|划|村|民(?![政宗族营防]))/u.test(head.slice(i + 1)) && !/^政(?:府|务服务|务公开|协|法)/u.test(head.slice(i + 1))) continue;
    const body = head.slice(end, i);
    if (body.endsWith("城") && "乡镇".includes(head.charAt(i))) continue;
    if (body.length < 1 || body.length > 8 || (end === 0 && body.length < 2) || beforePlaceName.test(body)) continue;
    if (/[局委办厅院部会处科室、,和及与各有]/u.test(body)) break;
    end = i + 1;
  }
  return head.slice(0, end);
}
