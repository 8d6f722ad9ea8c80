/** The last words of unit names, and what kind of body they make. Matched on folded, simplified text. */
import type { Unit } from "../../model/notice.ts";

export interface UnitEnding {
  readonly id: string;
  readonly kind: Unit["kind"];
  readonly endings: readonly string[];
  readonly examples: readonly string[];
}

/** Longer endings stand before shorter ones they contain; the first that fits decides the kind. */
export const unitEndings: readonly UnitEnding[] = [
  {
    id: "ending:judicial",
    kind: "judicial",
    endings: ["法院", "检察院", "中院", "高院", "庭"],
    examples: ["区法院", "省高级人民法院", "检察院", "立案庭", "民事审判第一庭", "城关人民法庭"],
  },
  {
    id: "ending:mass",
    kind: "mass",
    endings: ["工会", "妇联", "残联", "村委会", "居委会", "村民委员会", "居民委员会", "科协", "工商联", "文联", "社科联", "侨联", "红十字会", "团委", "团省委", "团市委", "团区委", "团县委", "团州委", "共青团中央", "台联", "记协", "作协"],
    examples: ["市残联", "团区委", "全国总工会"],
  },
  {
    id: "ending:party",
    kind: "party",
    endings: [
      "纪委监委", "纪委", "监委", "纪工委", "纪检组", "纪检监察组", "宣传部", "组织部", "统战部", "政法委", "政法委员会", "社会工作部", "社工部", "党工委", "机关工委", "直工委", "党群工作部",
      "党委", "党组", "编办", "文明办", "网信办", "省委", "市委", "县委", "区委", "州委", "镇党委", "旗委", "盟委", "自治区党委", "政治工作部",
    ],
    examples: ["区纪工委", "省委宣传部", "区编办", "中央统战部"],
  },
  {
    id: "ending:government",
    kind: "government",
    endings: ["人民政府", "政府", "管委会", "管理委员会", "街道办事处", "办事处", "党工委和管委会", "街道办", "国务院", "行政公署", "行署"],
    examples: ["黄埔区政府", "滁州经开区管委会", "某某街道办事处"],
  },
  {
    id: "ending:enterprise",
    kind: "enterprise",
    endings: ["有限责任公司", "有限公司", "总公司", "分公司", "公司", "集团", "银行", "供电局", "供电所", "电信", "移动", "联通", "铁塔", "农商行", "信用社", "企业", "电网", "证券交易所", "交易所"],
    examples: ["平潭华润燃气有限公司", "二连供电局", "三大国有公司"],
  },
  {
    id: "ending:institution",
    kind: "institution",
    endings: [
      "中心", "保健院", "卫生院", "福利院", "敬老院", "设计院", "幼儿园", "院所", "医院", "学校", "大学", "学院", "研究院", "科学院", "工程院", "研究所", "电视台", "广播电台", "日报社", "报社", "新华社", "通讯社", "馆", "党校", "供销合作社", "供销社", "合作社", "总社", "联社",
      "学会", "协会", "商会", "基金会", "红会", "机构", "监测站", "检查站", "管理站", "管护站", "监督站", "指导站", "推广站", "救助站", "保障站", "检测站", "技术站", "防治站", "检疫站", "保护站", "工作站", "服务站", "林业站", "水利站", "水管站", "农技站", "农机站", "农经站", "经管站", "兽医站", "环卫站", "气象台", "院校", "高校",
      "畜牧站", "农业站", "农服站", "林工站", "护林站", "文化站", "广播站", "广电站", "计生站", "国土站", "规建站", "村建站", "城建站", "交管站", "交通站", "农路站", "道管站", "安监站", "应急站", "食药站", "劳保站", "社保站", "人社站", "统计站", "经发站", "土肥站", "植保站", "种子站", "动防站", "防疫站", "疫控站", "水务站", "水保站", "水产站", "渔政站", "供水站", "气象站", "环保站", "城管站", "综治站", "民政站", "扶贫站", "财政站", "司法站", "质监站", "科普站",
    ],
    examples: ["区政务服务中心", "第三方评估机构", "中科院研究院", "镇林业站"],
  },
  {
    id: "ending:internal",
    kind: "internal",
    endings: ["办公室", "科室", "处室", "室", "部", "科", "处", "股", "支队", "大队", "总队", "中队", "所", "工作组", "专班", "小组", "调查队", "工作队", "执法队", "车间", "清运队", "巡逻队", "巡查队", "环卫队", "养护队", "抢险队", "消防队", "救援队", "施工队", "保洁队", "维修队", "联防队", "指挥部", "工作专组", "组"],
    examples: ["动力车间", "清运队", "综合处", "用地科", "市交警总队", "县护城河指挥部"],
  },
  {
    id: "ending:collective",
    kind: "collective",
    endings: ["部门", "单位", "成员单位", "主管部门", "职能部门", "机关"],
    examples: ["省政府有关部门", "创建成员单位"],
  },
  {
    id: "ending:agency",
    kind: "agency",
    endings: [
      "局", "厅", "委员会", "委", "办公厅", "办", "署", "总局", "分局", "海关", "证监会", "银保监会", "保监会", "银监会", "监会", "组委会", "委会", "常委会", "人大", "政协", "院", "监管分局", "参事室", "人民银行", "人行", "支行", "分行", "农发行", "国开行", "工行", "农行", "建行",
      "税务总局", "法制办", "司令部", "军分区", "人武部", "武警", "民航", "工信", "会",
    ],
    examples: ["区发改委", "省司法厅", "税务总局", "扶贫办", "北京冬奥组委", "中国证监会"],
  },
];

/** Words that end like a unit and are none: 社会, 全部, 支部 …, and the end of an unfinished name (农业和农村委…). */
const notEndings: readonly string[] = [
  "社会", "机会", "大会", "全会", "例会", "会", "开会", "年会", "培训会", "推进会", "座谈会", "发布会", "博览会", "全部", "内部", "外部", "干部", "局部", "部", "西部", "东部", "中部", "北部", "南部", "支部",
  "委", "局", "办", "处", "科", "所", "院", "室", "组", "到处", "之处", "好处", "场所", "有所", "住所", "厕所", "开办", "举办", "承办", "主办", "协办", "督办", "会办", "交办", "领办", "包办", "转办", "联办", "创办", "申办", "代办", "经办", "查处",
  "布局", "格局", "结局", "学科", "本科", "移动", "小组会", "部署", "签署", "教室", "机关", "公司", "集团", "企业", "布置处", "流动", "运动", "家庭", "开庭", "出庭", "当庭", "休庭", "到庭", "进庭", "门庭", "中庭", "前庭", "后庭", "宫庭", "庭", "统一部署", "党组织", "班组", "村组", "重组", "改组", "入股", "控股", "参股",
];

const byLastCharacter = new Map<string, { readonly ending: string; readonly row: UnitEnding }[]>();
for (const row of unitEndings) {
  for (const ending of row.endings) {
    const last = ending.slice(-1);
    const bucket = byLastCharacter.get(last) ?? [];
    bucket.push({ ending, row });
    byLastCharacter.set(last, bucket);
  }
}
for (const bucket of byLastCharacter.values()) bucket.sort((a, b) => b.ending.length - a.ending.length);

const wholeNonNames: ReadonlySet<string> = new Set(notEndings);
const nonNameTails = notEndings.filter((word) => word.length > 1 && !["机关", "公司", "集团", "企业", "移动"].includes(word));
const nonTailsByLast = new Map<string, string[]>();
for (const word of nonNameTails) nonTailsByLast.set(word.slice(-1), [...(nonTailsByLast.get(word.slice(-1)) ?? []), word]);

/** The row whose ending closes a folded name, null when it does not end like a unit. A bracket at the end is passed over. */
export function unitEnding(name: string): UnitEnding | null {
  const body = name.endsWith(")") ? withoutLastBracket(name) : name;
  const last = body.slice(-1);
  if (body.length < 2 || wholeNonNames.has(body)) return null;
  if ((nonTailsByLast.get(last) ?? []).some((word) => body.endsWith(word))) return null;
  return byLastCharacter.get(last)?.find(({ ending }) => body.endsWith(ending))?.row ?? null;
}

/** A folded name without the bracket that closes it: 市交通委(市道运局) → 市交通委. */
export function withoutLastBracket(name: string): string {
  const open = name.lastIndexOf("(");
  return open > 0 && name.endsWith(")") ? name.slice(0, open) : name;
}

const placeEndings = /(?:开发区|新区|高新区|示范区|园区|(?:产业|工业|科技|创业|物流|孵化|软件|农业|创新|高新|经开|化工)园|片区|保税区|功能区|街道|乡镇|社区|新城|矿区|林区|[省市县区州盟旗镇乡村])$/u;

/** Whether a folded name ends like a place that may stand for its administration: 立山经济开发区, 各街道. */
export function endsLikePlace(name: string): boolean {
  return name.length >= 2 && placeEndings.test(withoutLastBracket(name));
}
