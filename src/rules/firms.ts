/**
 * Firms, clubs and their departments: what a firm lays down for its own people is no notice of a government,
 * unless its title says that work is allocated.
 */
import { folded } from "../text/fold.ts";

/** A name of a firm or club in a folded title. */
export const firmName = {
  id: "firm-name",
  pattern: /公司(?!法|债|治理|登记|注册|注销|开办)|(?<!(?:犯罪|诈骗|盗窃|走私|贩毒|赌博|涉黑|黑恶|传销))集团(?!军|犯罪|化)|(?<!人民)银行(?!业|存款|账|卡)|酒店(?!业|管理|用品)|(?<!科)协会(?!商会)|(?<!文)学会|(?<!总|协会)商会|校友会|俱乐部|(?<!无)物业(?!管理|小区)|(?:机械|铸造|化工|水泥|纺织|食品|印刷|电子|建材|[造修]船|制药|家具|服装)厂/u,
  examples: ["宁川铸造有限公司2032年度重点项目计划", "华岭物流集团内部审计整改跟踪表", "宁川机械厂设备检修计划", "清江农商银行网点服务提升计划", "清江市书法家协会2032年活动计划", "清江市建筑行业协会2032年工作计划"],
  not: ["关于加强公司登记管理工作的通知", "石桥县物业管理专项整治方案", "某市教育局2032年工作要点", "清江市第五中学学期工作计划", "人民银行石桥县支行工作要点", "银行业风险排查方案", "某市科协2032年工作要点", "打击治理电信诈骗犯罪集团专项行动方案", "行业协会商会乱收费专项整治行动方案", "涉银行卡违法犯罪集中整治行动方案", "无物业小区治理行动方案", "打击跨境赌博犯罪集团2032年专项行动方案", "酒店用品质量专项整治行动方案", "集团犯罪打击工作方案", "中小学集团化办学行动方案", "弃管无物业小区整治方案"],
} as const;

/** What only the state asks of its firms, in a folded title that names one. */
export const firmOfState = {
  id: "firm-of-state",
  pattern: /国[企资]|国有(?:企业|资产|资本)?|巡[察视].{0,8}(?:整改|反馈|问题)|(?:党委|纪委|党风廉政|主题教育|意识形态|全面从严治党).{0,20}(?:分工|分解|清单|台账|任务|要点)/u,
  examples: ["南渡市交通投资集团有限公司国企改革深化提升行动工作台账", "清江水务集团落实市委巡察反馈问题整改任务分解表", "宁川城投公司党委全面从严治党责任清单"],
  not: ["华岭物流集团内部审计整改跟踪表", "宁川铸造有限公司2032年度重点项目计划", "清江农商银行网点服务提升计划"],
} as const;

/** What stands behind the name of a firm that made a paper; a government plans the move (搬迁) or reform (改革) of one. */
const behindMaker = /^(?:有限)?(?:责任)?(?:公司)?(?:关于|(?:19|20)\d{2}|年度?|第?[一二三四\d]{1,2}(?:季度|期|次)|[上下]半年|内部|员工|职工)/u;

/** Before the name: what is done to such firms, so that one of them is what the paper is about. */
const aboutFirms = /关于|打击|整治|治理|清理|规范|查处|取缔|支持|促进|推进|加强|防范|化解|空壳|涉(?!县)|无(?!锡|为|极|棣)/u;

/** A residence that plans what is done for it: 碧水苑小区2032年物业服务. */
const residence = /^[\u4e00-\u9fff]{2,12}(?:小区|花园|公寓)(?:19|20)\d{2}年?度?物业/u;

const eachFirm = new RegExp(firmName.pattern, "gu");

/** Whether a folded title names the firm that made the paper, not one that it is about. */
export function isByFirm(title: string): boolean {
  if (residence.test(title)) return true;
  return [...title.matchAll(eachFirm)].some(({ 0: name, index }) => behindMaker.test(title.slice(index + name.length)) && !aboutFirms.test(title.slice(0, index)));
}

/** One department, team or workshop of a firm. Bodies of the state have offices (科, 处, 股), and few of these words. */
export const firmDepartment = {
  id: "firm-department",
  pattern:
    /^(?:(?:市场|销售|营销|渠道|品牌|推广|公关|电商|直播|客服|客户(?:服务|成功)?|售[前后]|商务|生产|制造|工艺|技术|研发|开发|测试|产品|设计|运维|网络|IT|设备|动力|机修|采购|供应链?|物流|仓储|储运|运输|配送|质量|质检|品[质控]|安环|安全(?:环保|生产)?|工程|项目|法务|风控|投资|资金|财务|会计|人力(?:资源)?|人事|行政|综合|企业?管理?|经营|运营|战略|信息化?|审计|交付|门店)(?:管理|服务|保障|发展|支持)?(?:部门?|团队|小组|事业部)|[\u4e00-\u9fff]{0,6}(?:车间|班组|事业部|工段)|仓库|车队|总经办|总经理(?:办公)?室|各(?:门店|分公司|子公司))$/u,
  examples: ["设备部", "信息部", "客户成功团队", "熔炼车间", "仓储部", "综合部", "总经办", "各子公司"],
  not: ["组织部", "宣传部", "统战部", "人武部", "财务科", "医务科", "县财政局", "护理部", "教务处", "项目办", "审计局", "设计院", "技术监督局", "信息中心"],
} as const;

/** Whether a short cell names departments of a firm and nothing else. */
export function isFirmDepartments(words: string): boolean {
  const names = folded(words).split(/[、,;/+和及与]/u).filter((name) => name !== "");
  return words.length <= longestCell && names.length > 0 && names.every((name) => firmDepartment.pattern.test(name));
}

const longestCell = 60;
