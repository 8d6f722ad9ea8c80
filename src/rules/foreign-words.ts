/**
 * Words of papers that allocate nothing: contracts, tenders, curricula, examinations, manuals, price lists, forms. One of them says nothing
 * (a notice on tenders speaks of tenderers too); where they are thick and nothing else allocates, the paper is of another genre.
 */

/** Words of one genre. Patterns match simplified text as printed; global, for counting. */
export interface ForeignWords {
  readonly id: string;
  readonly pattern: RegExp;
  readonly examples: readonly string[];
  readonly not: readonly string[];
}

export const foreignWords: readonly ForeignWords[] = [
  {
    id: "foreign:contract",
    pattern: /[甲乙丙]方|出租方|承租方|发包人|承包人|买受人|出卖人|委托方|受托方|违约金|本合同|本协议/gu,
    examples: ["甲方负责办理手续", "本合同一式四份"],
    not: ["甲级资质", "地方政府"],
  },
  {
    id: "foreign:tender",
    pattern: /投标(?:人|文件|报价|保证金|截止)|招标(?:人|文件)|采购人|采购代理|供应商|评标|开标|中标(?:人|通知书|供应商|金额)|磋商|响应文件|最高限价|标段/gu,
    examples: ["投标人应当在截止时间前递交", "采购人：某县财政局"],
    not: ["公共资源交易、政府采购、招标投标信息公开"],
  },
  {
    id: "foreign:teaching",
    pattern: /学时|学分|课时|教学(?:内容|目标|进度|计划|大纲|班)|任课|备课|授课|主讲人?|课程(?!改革)|班主任|作业|本班|考核方式/gu,
    examples: ["72学时/4学分", "任课教师"],
    not: ["教学改革", "课程改革"],
  },
  {
    id: "foreign:examination",
    pattern: /考生|监考|考场|准考证|笔试|面试|试卷|应聘|报考|招聘(?:单位|岗位|人数|程序|条件)|试用期|学历/gu,
    examples: ["考生凭准考证入场", "招聘岗位"],
    not: ["组织专场招聘活动", "考察学习"],
  },
  {
    id: "foreign:manual",
    pattern: /本产品|说明书|保修|使用方法|点击|登录|按钮|操作手册|规格型号/gu,
    examples: ["点击“上传”按钮", "本产品适用于"],
    not: ["热点问题"],
  },
  {
    id: "foreign:price",
    pattern: /单价|计价|收费标准|规格|元[/／](?:次|日|件|年|吨|副|人|公斤)|[（(](?:单位[：:]?)?万?元[)）]|含税|报价/gu,
    examples: ["单价（元）", "20元/件"],
    not: ["投资5亿元", "报送价格监测信息"],
  },
  {
    id: "foreign:school",
    pattern: /学生|家长|宿舍|同学|舍长|值日|值周|校医院|教务处|学生处|政教处|总务处|新生|员工(?!作)/gu,
    examples: ["学生应当按时缴费", "员工请假须提前一天"],
    not: ["全员工作会议"],
  },
  {
    id: "foreign:form",
    pattern: /填表|填报人|报名表|申报书|申请表|[（(](?:单位)?盖章[)）]|身份证|复印件/gu,
    examples: ["单位（盖章）：", "身份证复印件"],
    not: ["填报数据要真实", "公章管理"],
  },
  {
    id: "foreign:public",
    pattern: /乘客|参保|当事人|业主大会|会员|乘车|摇号|首班|末班|办理时间[：:]|咨询电话|服务热线/gu,
    examples: ["乘客应当自觉排队", "首班时间"],
    not: ["乘势而上"],
  },
];

/** Least number of such words in a thousand characters, and in all, by which a text is of another genre. */
const dense = 7;
const fewest = 4;

/** Whether words of other genres are thick in a text. Linear in its length. */
export function isForeign(text: string): boolean {
  const ink = text.replace(/\s+/gu, "").length;
  const count = foreignWords.reduce((sum, { pattern }) => sum + (text.match(pattern)?.length ?? 0), 0);
  return count >= fewest && count * 1000 >= dense * ink;
}

/** A column header that no table of tasks has. Patterns match the whole folded header, remarks in brackets taken off. */
export interface ForeignColumn {
  readonly id: string;
  readonly pattern: RegExp;
  readonly examples: readonly string[];
  readonly not: readonly string[];
}

export const foreignColumns: readonly ForeignColumn[] = [
  {
    id: "foreign-column:price",
    pattern: /^.{0,6}(?:单价|价格|金额|报价|收费标准|收费依据|预算数|预算金额|资助金额|资助经费|经费|拨款|中标金额|资金管理方式|票价)(?:\([^()]*\))?$|^计价单位$/u,
    examples: ["单价(元)", "预算金额(万元)", "收费标准"],
    not: ["总投资", "年度投资", "资金来源"],
  },
  {
    id: "foreign-column:goods",
    pattern: /^(?:规格(?:型号)?|型号|数量|计量单位|工程量|项目特征(?:描述)?|品牌|产地|份数|参数要求|编码|项目编码|频次|(?:保养|检查|巡检|更新)(?:周期|频率)|管理单位)$/u,
    examples: ["规格型号", "数量", "计量单位", "项目特征描述", "检查周期", "管理单位"],
    not: ["责任单位", "单位", "数量指标"],
  },
  {
    id: "foreign-column:trade",
    pattern: /^(?:(?:采购|供货|供应|销售|收货|发货|配送|受让|出让|中选|成交|授权)(?:单位|方|人|企业)|(?:预计)?(?:采购|交货|送货|到货|发货|供货|供应起始|供应截止)(?:时间|日期|期限)|(?:货物|商品|药品|产品|采购项目)(?:通用)?名称?|采购(?:需求|方式|内容)(?:概况)?|供应量|(?:约定)?(?:成交|出让)价.{0,2}|地块编号|宗地(?:位置|编号|坐落)|供应时间)$/u,
    examples: ["采购单位", "预计采购时间", "交货时间", "货物名称", "受让单位", "中选企业", "宗地位置"],
    not: ["责任企业", "项目名称", "完成时间"],
  },
  {
    id: "foreign-column:event",
    pattern: /^(?:(?:活动|会议|比赛|演出|集合|开庭|出发|授课|讲座|接种|展出)(?:时间|日期|地点)|活动(?:名称|主题)|举办(?:时间|地点)|地点|(?:参加|参与|参会|参赛|接种|服务)(?:对象|人员|人群)|议程|发言(?:单位|人|顺序)|主持(?:单位|人)|授课单位|表演(?:单位|者)|节目(?:名称|单位)?|代表(?:单位|队)|裁判(?:员|长)?|名次|成绩|导游|负责导游|疫苗(?:名称)?|接种(?:单位|剂次|程序)|第[\d一二三四五]剂)$/u,
    examples: ["活动地点", "参加对象", "发言单位", "授课单位", "代表单位", "名次", "接种单位"],
    not: ["活动内容", "参加单位", "项目地点", "服务单位"],
  },
  {
    id: "foreign-column:count",
    pattern: /^(?:(?:受理|办理|办结|收到|转办|按时办结|按期办结|不满意|满意)(?:件|数|件数|量)|(?:按时|按期|超期)办结|(?:办结|满意|及时|合格|按时办结|占|同比|环比|完成)率(?:排名)?|排名|同比|环比|增幅|占比|比重)$/u,
    examples: ["受理件数", "办结率", "满意率", "排名", "同比"],
    not: ["办结时限", "目标值", "完成情况"],
  },
  {
    id: "foreign-column:record",
    pattern: /^(?:原条款|新条款|现行(?:条款|规定)|(?:拟)?修[改订](?:前|后|理由|依据|内容)|(?:提出|归口|(?:主要)?起草|编制|参编)(?:单位|部门)|标准(?:名称|编号)|项目业主|数据集?(?:名称|内容)|灾害类型|威胁(?:人数|户数|对象)|监测人|提供部门|公开(?:依据|渠道|方式|对象|层级)|申报地区或单位|保护单位|(?:处罚)?决定书文号|案件名称|处罚(?:内容|结果|种类|机关|日期|决定日期)|(?:规范)?简称|(?:机构)?全称|(?:设立|成立|入藏|受理)(?:时间|日期)|验收(?:意见|结论|项目)|签字人?|证明人|保管人|环评机构|检[验测]机构|案号|当事人|审判庭|(?:许可证|证书|备案|登记)(?:编)?号|发证(?:机关|单位|部门|日期)|(?:证书)?有效期限?|企业名称|所属行业|行业)$/u,
    examples: ["原条款", "修改理由", "提出单位", "归口单位", "主要起草单位", "项目业主", "数据集名称", "公开依据", "威胁人数", "保护单位", "处罚机关", "规范简称", "设立时间", "验收意见", "发证机关", "有效期限"],
    not: ["整改依据", "修订完善制度", "验收时间", "验收单位"],
  },
  {
    id: "foreign-column:teaching",
    pattern: /^(?:.{0,4}(?:学时|学分|课时)|节次|课程(?:名称|类别|代码)?|科目|开课学期|考核方式|教材|教学(?:内容|安排)(?:与要求)?|主讲人?|授课人|任课教师|星期[一二三四五六日天]?|班级|年级)$/u,
    examples: ["参考学时", "学分", "课程名称", "星期一"],
    not: ["学习内容"],
  },
  {
    id: "foreign-column:people",
    pattern: /^(?:姓名|性别|年龄|学历(?:要求)?|专业(?:要求)?|招聘(?:单位|人数|岗位)|岗位(?:名称|代码|职责)?|(?:任职|应聘)(?:要求|条件|资格)|(?:薪资|薪酬)(?:待遇|范围)?|所属(?:部门|科室)|用人(?:单位|部门)|人数|身份证号码?|职务|职称|籍贯|工作单位|报名地点|监考(?:人员|教师)?|考场|场次|值班(?:人员|电话)|值周教师|巡考|手机号?码?)$/u,
    examples: ["招聘人数", "学历要求", "监考人员", "值班人员", "岗位职责", "任职要求", "所属部门"],
    not: ["责任人", "联系人", "分管领导", "工作职责", "所属区域"],
  },
  {
    id: "foreign-column:service",
    pattern: /^(?:窗口(?:编?号|名称)?|进驻(?:单位|部门)|书名|作者|出版(?:单位|社)|起点站|终点站|首班时间|末班时间|间隔|餐次|主食|菜品|材料名称|来源渠道|出具单位|办理(?:人员|环节|流程)|环节|条款号|条款名称|编列内容|评审因素|评分因素|保养(?:项目|内容|要求)|供应商|中标供应商|执收(?:单位|部门)|推荐单位|实施依据|法律依据|权力类别|事项类型|停电(?:时间|范围|线路|原因))$/u,
    examples: ["起点站", "材料名称", "条款号", "评分因素", "窗口", "进驻单位", "书名"],
    not: ["工作环节"],
  },
  {
    id: "foreign-column:research",
    pattern: /^(?:子课题(?:名称)?|研究(?:内容|方法|方向|目标)|预期成果形式)$/u,
    examples: ["子课题", "研究内容"],
    not: ["调研课题", "研究措施", "成果形式"],
  },
  {
    id: "foreign-column:standing-response",
    pattern: /^(?:响应(?:级别|等级|时限)|预警(?:级别|等级|信号)|启动条件|应急响应)$/u,
    examples: ["响应级别", "启动条件", "响应时限"],
    not: ["应急措施", "响应单位"],
  },
  {
    id: "foreign-column:inspection",
    pattern: /^(?:(?:网站|新媒体|账号|栏目|样品|被抽样单位|受检单位)(?:名称)?|(?:检查|抽查|检测|抽样|抽检)(?:时间|日期))$/u,
    examples: ["网站名称", "检查时间", "抽检日期", "受检单位"],
    not: ["整改时间", "检查内容"],
  },
];

/** The row of {@link foreignColumns} that knows a folded header of a table of goods, courses, persons or services; null for others. */
export function foreignColumn(header: string): string | null {
  return foreignColumns.find(({ pattern }) => pattern.test(header))?.id ?? null;
}

/** Whether a folded header belongs to such a table. */
export function isForeignColumn(header: string): boolean {
  return foreignColumn(header) !== null;
}

/** Bodies whose plans and rosters bind their own people; only what they print of an allocation counts. */
export const privateBody = {
  id: "private-body",
  pattern: /公司|集团|银行|酒店|物业|学校|中学|小学|职中|高中|初中|幼儿园|学院|大学|职校|医院|卫生院|协会|学会|基金会|[0-9一二三四五六七八九十]\)?班/u,
  examples: ["清江市第五中学2032年工作计划", "某某科技有限公司安全生产工作方案"],
  not: ["某市教育局2032年工作要点", "某县人民政府办公室关于印发工作方案的通知"],
} as const;

/** Schools and hospitals of the state: where the title says that work is allocated, their tables allocate. Classes and clubs in them are none. */
export const publicInstitution = {
  id: "public-institution",
  pattern: /^(?!.*(?:学生会|社团|团支部|宿舍|食堂|[0-9一二三四五六七八九十]\)?班|公司|集团|银行|酒店|物业|协会|学会|基金会|民办)).*(?:学校|中学|小学|职中|高中|初中|幼儿园|学院|大学|职校|医院|卫生院|中心|研究院|研究所)/u,
  examples: ["清江市第五中学2032年开学准备工作任务表", "石桥县人民医院等级评审任务分解表", "清江市实验小学安全工作任务分工"],
  not: ["清江市第五中学三(2)班任务分工表", "清江学院学生会任务分工", "清江物流集团培训中心任务分解表", "某市教育局2032年工作要点"],
} as const;
