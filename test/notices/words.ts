/** Words that made notices are put together from: real phrase shapes, invented places, units and matters. */
import type { Random } from "../dataset/notices/random.ts";

const list = (words: string): readonly string[] => words.split(" ");

/** A place that issues notices and how its own departments are called in front. */
export interface Home {
  readonly name: string;
  readonly short: "省" | "市" | "县" | "区" | "镇";
  readonly below: readonly string[];
}

export const homes: readonly [Home, ...Home[]] = [
  { name: "青禾市", short: "市", below: ["各县（市、区）人民政府", "各县区政府"] },
  { name: "云溪县", short: "县", below: ["各乡镇人民政府", "各乡镇（街道）"] },
  { name: "临川区", short: "区", below: ["各街道办事处", "各镇（街道）"] },
];

/** Departments without the word of their level in front. */
const agencies = list(
  "财政局 教育局 住建局 水利局 民政局 司法局 审计局 林业局 统计局 人社局 交通运输局 农业农村局 生态环境局 自然资源局 市场监管局 应急管理局 文化和旅游局 卫生健康委 发展改革委 工信局 商务局 城管局 公安局 医保局 残联 总工会 政务服务中心 气象局 税务局 行政审批局",
);
const internal = list("办公室 综合科 法规科 规划财务科 执法大队 信息中心 监测站 人事科 工程管理科 水资源科");

/** Different units of a place, as a notice of it prints them. */
export function unitsOf(random: Random, home: Home, inner: boolean, count: number): string[] {
  if (inner) return random.shuffle(internal).slice(0, count);
  const named = random.shuffle(agencies).slice(0, count).map((agency) => home.short + agency);
  if (count > 1 && random.chance(0.15)) named[named.length - 1] = random.pick(home.below);
  return named;
}

/** One matter: its name, what is done about it, and what else a table may tell of it. */
export interface Matter {
  readonly field: string;
  readonly name: string;
  readonly steps: readonly string[];
}

const fields: readonly { readonly field: string; readonly names: readonly string[]; readonly steps: readonly string[] }[] = [
  { field: "供水保障", names: list("城南水厂建设 老旧管网改造 水源地保护 农村饮水提升"), steps: list("新建日供水五万吨的净水厂 更换老旧管道十二公里 开展水源地巡查和水质检测 增设备用取水口两处 对漏损严重的管段逐一排查") },
  { field: "道路交通", names: list("旧桥改造 农村公路养护 公交线网优化 停车泊位建设"), steps: list("改造旧桥三座 养护农村公路八十公里 新开公交线路四条 施划停车泊位两千个 完善学校周边标志标线") },
  { field: "教育发展", names: list("学位扩充 校舍加固 课后服务提升 校园食堂改造"), steps: list("新增公办学位三千个 加固校舍十五栋 推广午间就餐服务 建设标准化考点 改造校园食堂二十所") },
  { field: "医疗卫生", names: list("基层医院达标 家庭医生签约 急救站点布局"), steps: list("建设急救站点六个 为老年人免费体检 推进乡镇卫生院达标 推行检查结果互认 培训村医四百名") },
  { field: "生态环境", names: list("河道清淤 扬尘治理 黑臭水体整治 秸秆综合利用"), steps: list("清理河道淤泥 对工地扬尘开展联合检查 整治黑臭水体两处 推广秸秆离田利用 安装在线监测设备") },
  { field: "住房保障", names: list("老旧小区改造 既有住宅加装电梯 保障房筹集"), steps: list("改造老旧小区四十个 加装电梯一百部 筹集保障性租赁住房 排查自建房安全隐患 更新小区消防设施") },
  { field: "养老服务", names: list("日间照料中心建设 适老化改造 助餐点布点"), steps: list("建成日间照料中心八个 实施困难老人家庭适老化改造 布设社区助餐点 培训护理员三百名 开通养老服务热线") },
  { field: "营商环境", names: list("审批流程再造 证明事项清理 企业走访"), steps: list("压减审批环节 清理不必要的证明事项 走访重点企业 公布惠企政策清单 推行容缺受理") },
  { field: "安全生产", names: list("燃气安全排查 消防通道整治 危化品监管"), steps: list("排查燃气管网隐患 打通消防通道 检查危化品仓储场所 组织应急演练 更换老化的减压阀") },
  { field: "乡村振兴", names: list("高标准农田建设 农村厕所改造 冷链设施建设"), steps: list("建设高标准农田三万亩 改造农村户厕五千座 建设田头冷库十五座 培育家庭农场 整治村庄道路") },
  { field: "文化惠民", names: list("图书馆总分馆建设 文物修缮 全民健身"), steps: list("建设图书馆分馆六个 修缮古戏台两座 新建健身步道十公里 举办戏曲下乡演出 开放学校体育场地") },
  { field: "数字政府", names: list("数据共享平台建设 一网通办 公共视频整合"), steps: list("建设数据共享平台 归集电子证照 推行高频事项全程网办 整合公共视频资源 公布数据目录") },
];

/** A matter of some field; the same one comes only once where `nth` differs. */
export function matterOf(random: Random, nth: number, field: number): Matter {
  const own = fields[field % fields.length] ?? fields[0];
  if (own === undefined) throw new Error("no fields");
  return { field: own.field, name: own.names[nth % own.names.length] ?? own.field, steps: random.shuffle(own.steps) };
}

/** How many fields there are. */
export const fieldCount = fields.length;

const tails = list("形成长效机制 建立工作台账 接受社会监督 确保取得实效 做到应改尽改 实现全域覆盖 定期公布结果 纳入日常巡查");

/** What is to be done, short, as a sentence or long. */
export function textOf(random: Random, { steps }: Matter, length: string): string {
  const [one = "", two = "", three = ""] = steps;
  if (length === "short") return one;
  if (length === "sentence") return `${one}，${random.pick(tails)}。`;
  if (length === "long") return `${one}，${two}，${random.pick(tails)}；${three}，切实解决群众反映强烈的突出问题，${random.pick(tails)}。`;
  if (length === "points") return `1.${one}；\n2.${two}；\n3.${three}。`;
  return `${one}，${two}。`;
}

/** Headers of columns that say something beside the task, with cells that are no task. */
export const sides: readonly { readonly head: string; readonly cells: readonly string[] }[] = [
  { head: "推进路径", cells: ["委托专业机构完成勘察设计，编制实施方案报政府审定后组织招标并签订施工合同。", "先行试点，再逐步推开，由易到难分批实施，并根据评估情况调整做法。", "采取购买服务方式，公开遴选机构，按照合同约定支付费用并开展绩效评价。"] },
  { head: "成果形式", cells: ["实施方案、总结报告", "制度文件", "工程实体和验收资料", "工作台账、影像资料"] },
  { head: "验收要点", cells: ["查看现场、抽查资料，核对工程量清单，随机访问受益群众并做好记录。", "以实地测量和第三方检测结果为准，合格率低于标准的不予通过。", "核对台账与现场是否一致，抽查比例不低于三成。"] },
  { head: "预期成效", cells: ["群众满意度明显提升", "出行时间平均缩短十分钟", "服务覆盖面进一步扩大"] },
  { head: "指标解释", cells: ["指报告期内实际建成并投入使用的数量，按照竣工验收备案表统计，不含改建部分。", "指抽样调查中表示满意和比较满意的比例。"] },
  { head: "存在困难", cells: ["资金缺口较大", "用地手续较为复杂", "部分居民意见不一致"] },
  { head: "任务来源", cells: ["政府工作报告", "人大代表建议", "群众来信"] },
  { head: "标志性成果", cells: ["建成省级示范点", "形成可复制的经验做法", "出台管理办法"] },
  { head: "投资额（万元）", cells: ["1200", "350", "86", "4500"] },
  { head: "备注", cells: ["新增", "续建", ""] },
];

export const heads = {
  number: list("序号 编号 序 任务序号 项次"),
  task: list("工作任务 重点任务 主要任务 任务内容 工作内容 惠民项目 攻坚任务 民生实事 重点工作 任务事项 工作事项 整治任务 目标任务 年度重点任务 实事项目"),
  name: list("项目名称 重点事项 任务名称 工作项目 事项名称"),
  detail: list("具体举措 工作措施 具体要求 工作要求 具体任务 推进措施"),
  problem: list("反馈问题 存在问题 具体问题"),
  aim: list("整改目标 工作目标"),
  remedy: list("整改措施 整治措施"),
  classes: list("类别 工作类别 领域 任务类别 板块"),
  leader: list("责任领导 分管领导 牵头领导 包保领导"),
  timeWord: list("完成 办结 整改 达标 销号 落实 推进 计划完成"),
  timeTail: list("时限 时间 日期 节点 期限"),
  timeWhole: list("时限 时间节点 时限要求 完成时间要求"),
  unknownUnits: list("盯办主体 包抓力量 落实层级 任务归口 谁来办"),
  unknownTimes: list("何时见效 倒排工期 销项 收官 期末"),
  body: list("单位 部门 科室 处室"),
  lead: list("牵头 主办 牵头责任 总牵头"),
  support: list("配合 协办 参与 会办 协同 参加"),
  responsible: list("责任 承办 负责 落实 主要责任 具体落实 包保责任"),
} as const;

const surnames = list("方 陆 苏 齐 郝 连 季 穆");
const given = list("禾 一鸣 文川 若水 敬之 远 清和 立");

/** A person's name. */
export function personOf(random: Random): string {
  return random.pick(surnames) + random.pick(given);
}
