/**
 * Units named as the doers of a sentence: 市司法局集中梳理…；市直各部门要…. A weak reading, used where nothing else says who does it.
 * A doer stands at the beginning of a clause, right before what it has to do. Patterns read folded, simplified text.
 */
import type { Role } from "../model/draft.ts";
import { collectiveForm } from "./units/collectives.ts";
import { isListed, looksLikeUnit, mayStandForUnit } from "./units/names.ts";

/** Words that begin what a doer does. */
export interface DoingWords {
  readonly id: string;
  /** What the doer is by this word. */
  readonly role: Role;
  /** At the beginning of what follows the doers. */
  readonly pattern: RegExp;
  readonly examples: readonly { readonly sentence: string; readonly doers: string }[];
  /** Clauses that look alike and name no doer. */
  readonly not: readonly string[];
}

const verbs =
  "加强|自(?=本|收到|接到|印发|会议|即日|通知|20|[0-9])|承办|分办|建立|健全|制定|制订|完善|做好|做实|开展|推进|推动|组织|落实|督促|指导|协调|统筹|会同|联合|承担|编制|梳理|清理|公开|发布|汇总|报送|上报|选择|建设|维护|围绕|根据|按照|依据|依照|结合|依法|依托|利用|通过|针对|对照|充分|积极|主动|认真|严格|切实|全面|及时|定期|适时|立即|迅速|尽快|进一步|继续|同步|同时|统一|集中|自行|分别|共同|具体|逐步|逐项|逐一|逐级|原则上|每月|每季|每年|每周|每日|每天|每半年|按月|按季|按年|按时|按期|至少|明确|确定|确保|安排|配备|配齐|配强|强化|深化|优化|细化|量化|提升|提高|提供|抓好|抓紧|搞好|办好|实施|执行|履行|保障|保证|筹措|拨付|审核|审查|审批|监督|检查|督查|督导|跟进|考核|评估|验收|核查|排查|整改|查处|打击|取缔|整治|治理|改造|完成|新建|新增|开通|启动|研究|提出|出台|修订|起草|拟定|拟订|印发|转发|召开|举办|宣传|引导|鼓励|培育|引进|建成|压实|靠实|扩大|拓宽|加大|加快|加密|进行|采取|推广|推行|设立|成立|设置|选派|招募|派出|派驻|抽调|组成|组建|划定|划分|核定|测算|选取|遴选|筛选|评选|评定|受理|办理|处理|处置|回应|解决|化解|调解|收集|采集|归集|共享|更新|调整|整合|比照|参照|用好|保持|巩固|扎实|深入|广泛|大力|有序|稳步|稳妥|持续|长期|坚持|不断|坚决|从严|从快|对接|沟通|联系|不得|必须|务必|务于|力争|主要(?!负责|领导)|重点|于|要(?!求|点|素|件|闻|案|道)|应(?!急|用|届|收)|须|需(?!求)|将|在(?!内|编|职|岗|建)|对(?!口)|把|按(?!揭)|每(?!个)|满足|便于|方便|以(?!上|下|外|及|来|内)|可(?!行性)|均|都|就";

/** First match wins. */
export const doingWords: readonly DoingWords[] = [
  {
    id: "doer:leads",
    role: "lead",
    pattern: /^(?:要|应当?|须|具体|统一|共同|总)?(?:负责)?(?:牵头|发挥牵头作用|主办)/u,
    examples: [
      { sentence: "地质环境科牵头,对隐患点进行全面排查。", doers: "地质环境科" },
      { sentence: "消防救援大队要牵头开展高层建筑检查。", doers: "消防救援大队" },
    ],
    not: ["由牵头部门牵头汇总"],
  },
  {
    id: "doer:helps",
    role: "support",
    pattern: /^(?:要|应当?|须)?(?:积极|主动|密切|共同)?(?:配合|协助|参与|协同|参加|会办|协办)/u,
    examples: [{ sentence: "市住建局会办。", doers: "市住建局" }, { sentence: "各自然资源所配合。", doers: "各自然资源所" }],
    not: ["相互配合"],
  },
  {
    id: "doer:does",
    role: "responsible",
    pattern: new RegExp(`^(?:负责|${verbs})`, "u"),
    examples: [
      { sentence: "各县(市)区政府要认真总结。", doers: "各县(市)区政府" },
      { sentence: "市司法局集中梳理现行有效的规章。", doers: "市司法局" },
      { sentence: "县住建局、县水利局等项目主管部门要倒排工期。", doers: "县住建局、县水利局等项目主管部门" },
      { sentence: "无为县、南平市围绕脱贫任务加大公开力度。", doers: "无为县、南平市" },
      { sentence: "由县应急管理局根据会议意见修改完善。", doers: "县应急管理局" },
      { sentence: "各地各部门于年底前对照要求提高水平。", doers: "各地各部门" },
      { sentence: "1.区信息办负责平台建设。", doers: "区信息办" },
      { sentence: "技术股负责设备检修。", doers: "技术股" },
      { sentence: "应急管理局负责汇总。", doers: "应急管理局" },
      { sentence: "区发展和改革委员会负责。", doers: "区发展和改革委员会" },
      { sentence: "市教育局、市公安局组成联合检查组。", doers: "市教育局、市公安局" },
      { sentence: "区政府督查室跟进督办。", doers: "区政府督查室" },
      { sentence: "市城市管理局自本通知印发之日起15日内修复路灯。", doers: "市城市管理局" },
      { sentence: "省水利厅会同省住房城乡建设厅等部门筛选确定。", doers: "省水利厅" },
    ],
    not: [
      "督促物业企业落实责任",
      "县级融媒体要与本地区宣传中心加强对接",
      "衡量医院按要求管理的情况",
      "各地工作进展情况要定期报告市政府",
      "有关县及乡镇也要相应指定有关部门负责",
      "技术股、现金股按比例奖励",
      "优先股按比例分红",
      "国有股按规定转让",
      "会议原则同意市交通局提出的方案",
      "帮助困难学校按规定改造",
      "带动各级政府加大投入",
      "促进职业院校加强培训",
      "听取咨询机构、政府部门按程序提出的意见",
      "简化综合保税区进出区管理",
      "还应适当公开本单位信息",
      "各牵头单位要切实负起责任",
      "县政府要求各单位抓好落实",
      "加强部门协调",
      "政府网站要开设专栏",
      "责任单位为市发改委",
      "市政府网站及时公开",
      "老旧小区改造完成20个",
      "纳入各单位年度考核",
      "向市政务公开办提供目录",
    ],
  },
];

const firstCharacters = new Set([..."要应须具统共总负牵发积主密协参配", ...verbs.split("|").map((verb) => verb.charAt(0))]);

/** What a clause begins with that tells the duty of the doers in the clause before it: 区税务局，负责…. */
export const ownDuty = /^(?:主要|具体)?(?:负责(?!人|同志|制)|牵头(?!单位|部门|领导)|承担(?!单位)|配合(?!单位|部门)|协助)/u;

/** A duty and the mark behind it, where the next doer begins: 县民政局|牵头、|县财政局配合. */
export const nextDoer = /(?:牵头|主办|承办|负责|配合|协办|协助|参与)[、和][\u4e00-\u9fff]$/u;

/** A cheap first look: whether words that begin with this character can say what a doer does. */
export function mayDo(character: string): boolean {
  return firstCharacters.has(character);
}

/** What follows 商 in 商务局, 商会, 商丘: there it asks nobody. */
export const tradeWords = "务业贸洛丘城水都河南会品标户协联投";

/** Who is asked to join the doer: 会同有关部门制定. Group 1 is passed over. */
export const joining = new RegExp(`^((?:要|应当?|须|负责|牵头)?(?:会同|联合(?!会|社|国|体|惩戒|办公室|水务|大学|学院|集团|公司)|商(?![${tradeWords}州检誉圈铺住])))`, "u");

/** What may stand before the doer at the beginning of a clause. */
export const beforeDoer = /^(?:\d{1,3}[.、]|\(\d{1,2}\)|[①-⑳]|第[一二三四五六七八九十百]{1,5}条)?(?:[一二三四五六七八九十][是要])?(?:由|请|同时|其中|原则上|(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬|底)?(?:之?前|起)|(?:20\d\d年|今年)?年?底(?:之?前)|)/u;

/** Words that govern a unit as their object when they stand right before it. */
const governing =
  /^(?:督促|指导|协调|支持|感谢|鼓励|引导|帮助|促进|带动|听取|衡量|转载|转送|吸引|允许|借助|依托|面向|邀请|授权|委托|聘请|通过|利用|发挥|强化|健全|落实|明确|确定|提高|提升|做好|开展|推动|推进|加快|加大|加强|完善|建立|成立|设立|组织|保障|确保|纳入|取消|规范|优化|整合|新建|改造|建设|打造|培育|引进|选派|抽调|配合|协同|协助|会同|联合|提请|报请|报送|按照|根据|依据|包括|要求|责成|涉及|对(?![外台口])|将|向(?!阳)|与|从(?!化)|为(?!民)|把|按|经(?![济信贸管营开侦发技])|报(?![社业])|给(?!排?水)|在|让|使|被|以|于|并|或|因|凡|若|除|本|该|其|我)(?=(.*)$)/u;

const place = /^(?!.*(?:城|超|股|楼|门|集)市$)[\u4e00-\u9fff]{2,5}(?:市|县|旗|镇|乡)$|^[\u4e00-\u9fff]{0,4}(?:开发区|高新区|经开区|示范区|保税区)$/u;
const notDoer = /^(?:一个|只)|[^主重需概纪机]要(?![点素件闻案道员塞害])|住房和?城乡$|(?:现金|优先|普通|原始|流通|法人|国有|个人|职工|集体|控|参|入|持)股$|^(?:会议|经)(?:原则)?(?:同意|要求|决定|议定|明确|听取|认为|指出|强调|审议|研究)|(?:由|委托|办法|适当|平台$|网站$|系统$)|^(?:还|也|仍|再|又|已|可|应(?!急)|相应|动员|简化|减少|公开|发动|引导|增加|提请|争取|强化)|如果|进入|印发|增强|[了已未被把使让是]|\d{4}年|[\u4e00-\u9fff](?:要求|督促|责成|指导|组织|协调|帮助|支持|安排|监督)(?:各|有关|相关)|^(?:各|有关|相关|其他)?(?:牵头|责任|配合|主要责任|承办|协办|主办|参与)(?:单位|部门)$|(?:重点|保护|用水|用电|用能|排污|失信)单位$|^(?:有关|相关)?(?:问题|地方)$|^(?:中心|协会|晚会|用处|学会|委员会|支部)$|^各.{4,40}\d|\d(?:余|多)?[处所家个座条户名]$|[\u4e00-\u9fff]{3}(?:将|把)[\u4e00-\u9fff]{2}|\d[月日][^,]{0,20}前/u;

const doing = new RegExp(`^(?:${verbs})(?=(.*)$)`, "u");

/** 有关要求, 各项任务: what is no unit at all. */
const noun = /(?:要求|事项|规定|内容|文件|精神|工作|任务|措施|政策|情况|问题|环节|方面|指标|项目|数据|信息|材料|资料|费用|资金|经费|制度|机制|标准|程序|手续|类|项|种|个)$/u;

/** 督促物业企业, 将财政局: a verb and whom it is done to. */
function isGoverned(name: string): boolean {
  const governed = (governing.exec(name) ?? doing.exec(name))?.[1];
  return governed !== undefined && (governed.length >= 2 || name.length - governed.length === 1) && !isListed(name);
}

/** Whether words at the beginning of a clause name one doer. */
function isDoer(name: string): boolean {
  if (name.length < 2 || name.length > 40 || notDoer.test(name)) return false;
  if (isGoverned(name)) return false;
  if (name.split("(").length !== name.split(")").length) return false;
  return looksLikeUnit(name) || place.test(name) || /^(?:各|有关|相关)[\u4e00-\u9fff()、]{1,12}$/u.test(name) && collectiveForm(name) !== null && !noun.test(name);
}

/** A list of doers; 和, 及 and 与 part them unless they belong to a name. */
export function areDoers(list: string): boolean {
  return membersOf(list, "、").every((piece) => isDoer(piece) || piece.split(/以及|及其|[和及与等]/u).every((part) => isDoer(part))) || sharesLast(list);
}

/** 公安、教育、民政等有关部门: fields before the one word that they share. */
function sharesLast(list: string): boolean {
  const pieces = membersOf(list, "、");
  const last = pieces.at(-1) ?? "";
  return pieces.length > 1 && /(?:(?:等|[\u4e00-\u9fff]{2,6})(?:有关|相关|主管)?部门|等(?:有关|相关|经营|运营|管线)?(?:单位|企业))$/u.test(last) && pieces.slice(0, -1).every((piece) => (mayStandForUnit(piece) && !isGoverned(piece)) || (/^[\u4e00-\u9fff]{2,6}$/u.test(piece) && !governing.test(piece) && !doing.test(piece))) && !governing.test(last);
}

function membersOf(list: string, mark: string): string[] {
  const members: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= list.length; i++) {
    const character = list.charAt(i);
    if (character === "(") depth++;
    else if (character === ")") depth--;
    if (i < list.length && (depth > 0 || character !== mark)) continue;
    members.push(list.slice(start, i));
    start = i + 1;
  }
  return members;
}
