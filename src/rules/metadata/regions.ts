/**
 * The 31 provinces with the words that name them (GB/T 2260), and the national level. `codes` are beginnings of 机关代字
 * that no other region uses; characters shared with cities (宁, 新, 青, 吉, 云) are left out on purpose.
 */
export interface Region {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: "national" | "province";
  /** Beginnings of the full names of its organs. */
  readonly names: readonly string[];
  readonly codes: readonly string[];
  readonly examples: readonly string[];
}

const province = (code: string, name: string, codes: readonly string[], example: string): Region => ({
  id: `province-${code}`, code, name, level: "province", names: [name], codes, examples: [example],
});

export const regions: readonly Region[] = [
  {
    id: "national",
    code: "000000",
    name: "全国",
    level: "national",
    names: ["国务院", "中共中央", "中央", "国家", "中华人民共和国", "全国人民代表大会", "全国人大", "全国政协", "最高人民"],
    codes: ["国发", "国办", "国函", "国令", "国务院令", "中华人民共和国", "中发", "中办发"],
    examples: ["国办发明电", "国令"],
  },
  province("110000", "北京市", ["京政", "京办"], "京政办发"),
  province("120000", "天津市", ["津政", "津党"], "津政办函"),
  province("130000", "河北省", ["冀政", "冀办"], "冀政办字"),
  province("140000", "山西省", ["晋政发", "晋政办"], "晋政办发"),
  province("150000", "内蒙古自治区", ["内政", "内党"], "内政办发"),
  province("210000", "辽宁省", ["辽政"], "辽政办发"),
  province("220000", "吉林省", ["吉政发", "吉政办发"], "吉政办发"),
  province("230000", "黑龙江省", ["黑政"], "黑政办发"),
  province("310000", "上海市", ["沪府", "沪委"], "沪府办发"),
  province("320000", "江苏省", ["苏政", "苏办"], "苏政办发"),
  province("330000", "浙江省", ["浙政", "浙委"], "浙政办发"),
  province("340000", "安徽省", ["皖政", "皖办", "皖发"], "皖政务办"),
  province("350000", "福建省", ["闽政", "闽委"], "闽政办"),
  province("360000", "江西省", ["赣府", "赣办"], "赣府厅字"),
  province("370000", "山东省", ["鲁政", "鲁办", "鲁厅"], "鲁政办发"),
  province("410000", "河南省", ["豫政", "豫办"], "豫政办"),
  province("420000", "湖北省", ["鄂政", "鄂办"], "鄂政办发"),
  province("430000", "湖南省", ["湘政", "湘办"], "湘政办发"),
  province("440000", "广东省", ["粤府", "粤办", "粤发"], "粤府办"),
  province("450000", "广西壮族自治区", ["桂政", "桂办"], "桂政办发"),
  province("460000", "海南省", ["琼府", "琼办"], "琼府办"),
  province("500000", "重庆市", ["渝府", "渝办", "渝委"], "渝府办发"),
  province("510000", "四川省", ["川府", "川办", "川委"], "川办发"),
  province("520000", "贵州省", ["黔府", "黔办", "黔党"], "黔府办发"),
  province("530000", "云南省", ["云政发", "云政办发"], "云政办发"),
  province("540000", "西藏自治区", ["藏政", "藏党"], "藏政办发"),
  province("610000", "陕西省", ["陕政", "陕办"], "陕政办发"),
  province("620000", "甘肃省", ["甘政", "甘办"], "甘政办发"),
  province("630000", "青海省", ["青政办"], "青政办"),
  province("640000", "宁夏回族自治区", ["宁党发"], "宁党发"),
  province("650000", "新疆维吾尔自治区", ["新党发"], "新党发"),
];

/** The region of a GB/T 2260 code, undefined below the province. */
export function regionOfCode(code: string): Region | undefined {
  return regions.find((region) => region.code === code);
}
