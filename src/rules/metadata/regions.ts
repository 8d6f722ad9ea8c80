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
    names: ["国务院", "中共中央", "中央", "国家", "中华人民共和国", "全国", "最高人民"],
    codes: ["国发", "国办", "国函", "国令", "国务院令", "中华人民共和国", "中发", "中办发", "国科发"],
    examples: ["国办发明电", "国令"],
  },
  province("110000", "北京市", ["京政", "京办"], "京政办发"),
  province("120000", "天津市", ["津政", "津党"], "津政办函"),
  province("130000", "河北省", ["冀政", "冀办"], "冀政办字"),
  province("140000", "山西省", ["晋政发", "晋政办"], "晋政办发"),
  province("150000", "内蒙古自治区", ["内政", "内党"], "内政办发"),
  province("210000", "辽宁省", ["辽政"], "辽政办发"),
  province("220000", "吉林省", ["吉政发", "吉政办发", "吉办发"], "吉政办发"),
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
  province("640000", "宁夏回族自治区", ["宁党发", "宁政规发"], "宁党发"),
  province("650000", "新疆维吾尔自治区", ["新党发"], "新党发"),
];

/** The region of a GB/T 2260 code, undefined below the province. */
export function regionOfCode(code: string): Region | undefined {
  return regions.find((region) => region.code === code);
}

/** Beginnings of 机关代字 below the province. */
export interface LocalCode {
  readonly id: string;
  readonly code: string;
  readonly start: string;
  /** True: no other region uses it. False: it counts only inside a province that is known from elsewhere (池政 in 安徽). */
  readonly unique: boolean;
  readonly examples: readonly string[];
}

const local = (code: string, start: string, unique: boolean, example: string): LocalCode => ({ id: `local-${start}`, code, start, unique, examples: [example] });

/** Single characters for cities are shared over the country (宁 is 南京, 宁夏, 宁德 …), so most rows need their province. */
export const localCodes: readonly LocalCode[] = [
  local("440100", "穗府", true, "穗府办"), local("330200", "甬政", true, "甬政办发"), local("350100", "榕政", true, "榕政办"), local("210304", "鞍立政", true, "鞍立政发"),
  local("440300", "深府", true, "深府办"), local("350200", "厦府", true, "厦府办"), local("330100", "杭政", true, "杭政办函"), local("320200", "锡政", true, "锡政办发"),
  local("340100", "合政", false, "合政办"), local("340200", "芜政", false, "芜政办"), local("340300", "蚌政", false, "蚌政办"), local("340700", "铜政", false, "铜政办"),
  local("340800", "宜政", false, "宜政办发"), local("341100", "滁政", false, "滁政办"), local("341500", "六政", false, "六政办"), local("341700", "池政", false, "池政办"),
  local("341600", "亳政", false, "亳政办"), local("341200", "阜政", false, "阜政办"), local("341823", "泾政", false, "泾政"), local("420100", "武政", false, "武政办"),
  local("371526", "高政", false, "高政字"), local("430623", "华政", false, "华政"), local("211100", "盘政", false, "盘政办发"), local("421221", "嘉政", false, "嘉政办发"),
  local("441900", "东府", false, "东府"), local("445100", "潮府", false, "潮府"), local("230800", "佳政", false, "佳政办发"), local("421200", "咸政", false, "咸政办发"),
  local("410700", "新政", false, "新政办"), local("371700", "菏政", false, "菏政办发"), local("371500", "聊政", false, "聊政发"), local("420300", "十政", false, "十政发"),
  local("370800", "济政", false, "济政字"), local("620500", "天政", false, "天政办发"), local("140826", "绛政", false, "绛政办发"), local("350600", "漳政", false, "漳政综规"),
  local("511724", "竹府", false, "竹府办"), local("610329", "麟政", false, "麟政办发"), local("330500", "湖", false, "湖卫健发"), local("510100", "成府", false, "成府发"),
  local("530100", "昆政", false, "昆政办"), local("430100", "长政", false, "长政办发"), local("410100", "郑政", false, "郑政办"), local("360100", "洪府", false, "洪府厅发"),
];

/** Words before the place in the name of an organ: 国家税务总局安徽省税务局, 中国共产党芜湖市委员会. Longest first. */
export const organOpeners: readonly string[] = [
  "中国人民政治协商会议", "国家金融监督管理总局", "国家统计局", "国家税务总局", "中国银行保险监督管理委员会", "中国共产主义青年团", "中国人民银行", "中国人民解放军", "中国共产党", "中华人民共和国", "共青团", "中共", "政协", "民革", "民盟",
];
