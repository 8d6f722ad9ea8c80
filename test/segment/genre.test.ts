/** What a document needs to allocate: a title and frame of the genre, or columns and items that print who does it, or until when. */
import { describe, expect, test } from "vitest";
import type { Sketch } from "./build-document.ts";
import { cut } from "./brief.ts";

const title = (text: string): Sketch => ({ text, align: "center", bold: true });
const rows = (...lines: string[]): Sketch => ({ table: lines.map((line) => line.split("|")) });
const measures = ["一、重点任务", "1.整治沿街店铺占道经营，规范停车秩序。", "2.修补破损路面，完善交通标线。", "3.清理背街小巷积存垃圾，建立保洁台账。"];
const measureTable = rows("序号|重点任务|工作措施", "1|市容整治|整治沿街店铺占道经营，规范停车秩序。", "2|道路修补|修补破损路面，完善交通标线。", "3|背街保洁|清理背街小巷积存垃圾，建立保洁台账。");

describe("measures that name no unit", () => {
  test.each([
    ["a list", measures],
    ["a table", [measureTable]],
  ])("are tasks in a plan of a region: %s", (_, sketches) => {
    expect(cut([title("柳溪县城区环境整治行动计划"), ...sketches]).tasks).toHaveLength(3);
  });

  test.each([
    ["a list", measures],
    ["a table", [measureTable]],
  ])("are none where nothing allocates: %s", (_, sketches) => {
    const { tasks, draft, unclaimed } = cut([title("城区环境观察笔记"), ...sketches]);
    expect([tasks, draft.kind, unclaimed]).toEqual([[], "other", []]);
  });
});

describe("tables that allocate without a notice around them", () => {
  test.each([
    ["units and deadlines", ["工作任务|责任单位|完成时限", "完成雨污管网普查|县住建局|6月底前", "整修泵站两座|县水利局|9月底前"]],
    ["units and work", ["重点任务|牵头单位|配合单位", "完成雨污管网普查|县住建局|各乡镇", "整修泵站两座|县水利局|县财政局"]],
    ["units of one body", ["时间|主要工作|责任处室", "第一周|召开教研组长会议，部署听课评课活动|教务处", "第二周|组织消防疏散演练，排查校舍隐患|保卫处"]],
    ["units alone", ["序号|项目|责任单位", "1|城北水厂扩建|县水务局", "2|南门菜场改造|县商务局"]],
    ["no header", ["1|完成城区雨污管网普查，建立动态管理台账|县住建局|6月底前", "2|整修城东、城西泵站两座，更换老旧机组|县水利局|9月底前"]],
    ["projects", ["项目名称|建设内容|责任单位|完成时限", "城北水厂|新建日产2万吨水厂一座|县水务局|2032年12月底前", "南门菜场|改造菜场3000平方米|县商务局|2032年10月底前"]],
  ])("%s", (_, lines) => {
    expect(cut([title("工作台账"), rows(...lines)]).tasks).toHaveLength(2);
  });
});

describe("lists that allocate without a notice around them", () => {
  test.each([
    ["role words", ["1.完成雨污管网普查。（县住建局牵头，各乡镇配合）", "2.整修泵站两座。（县水利局负责）"], "专题会议记录"],
    ["labels", ["1.完成雨污管网普查。", "责任单位：县住建局", "2.整修泵站两座。", "责任单位：县水利局"], "专题会议记录稿"],
    ["departments in brackets", ["1.完成全县雨污管网普查，建立管理台账。（县住建局、县融媒体中心）", "2.整修城东城西泵站两座，更换机组。（各乡镇、县水利局）"], "工作提示"],
    ["offices of one body", ["1.开展病历质量检查，每月通报一次。（医务科）", "2.落实手卫生制度，加强培训考核。（院感科）"], "清江市中心医院质量提升工作方案"],
  ])("%s", (_, lines, name) => {
    expect(cut([title(name), ...lines]).tasks).toHaveLength(2);
  });
});

describe("tables that do not", () => {
  test.each([
    ["a price list", ["序号|项目名称|项目内容|单价（元）", "1|门诊诊查|由医师提供的诊查服务|8", "2|静脉输液|含输液过程的观察|9"]],
    ["persons in the place of units", ["序号|项目|内容|负责人", "1|签到|核对名单，发放资料|王某", "2|主持|介绍来宾，掌握时间|李某"]],
    ["a roster", ["时间|值班内容|带班领导|责任人", "10月1日|接听电话，收发文件|张某|赵某", "10月2日|接听电话，收发文件|王某|孙某"]],
    ["an event", ["时间|内容|地点", "9:00—9:30|开幕式|主会场", "9:30—11:00|主题报告|主会场"]],
    ["clock times under a word for work", ["工作内容|工作时间|负责人", "院区保洁|6:00—14:00|保洁主管", "门岗巡逻|四班三运转|队长"]],
    ["points for a bid", ["评审项目|评审内容|评分标准|分值", "施工方案|技术措施|方案合理得10分|10", "安全管理|安全措施|措施到位得7分|7"]],
    ["a form that is not filled in", ["工作任务|责任单位|完成时限", "　|　|　", "　|　|　"]],
    ["jobs", ["主管部门|岗位名称|招聘人数|工作内容|学历", "县教育局|语文教师|2|承担高中语文教学|本科", "县教育局|数学教师|3|承担高中数学教学|本科"]],
    ["courses", ["项目|工作任务|教学内容与要求|参考学时", "零件图|绘制轴类零件|视图选择、尺寸标注|24", "装配图|识读齿轮油泵装配图|装配图的表达方法|16"]],
    ["a budget", ["项目名称|项目内容|预算金额（万元）|实施单位", "维修养护|堤防、闸站维修|420|市水利工程管理处", "水文监测|站网运行维护|180|市水文站"]],
    ["an event with units", ["时间|工作内容|责任单位", "8:30—9:00|来宾签到|县文旅局", "9:00—9:20|领导致辞|县政府办"]],
    ["powers", ["序号|项目名称|实施依据|责任科室|办理时限", "1|取水许可审批|水法第四十八条|水资源股|20个工作日", "2|河道采砂许可|水法第三十九条|河湖股|20个工作日"]],
    ["a timetable of construction", ["序号|工作内容|开始时间|完成时间", "1|施工准备|2032-05-01|2032-05-10", "2|土方工程|2032-05-11|2032-06-10"]],
    ["matches", ["日期|项目|地点|承办单位", "9月10日|田径预赛|市体育场|市田径协会", "9月15日|闭幕式|市体育馆|市体育局"]],
    ["parts of a research", ["子课题|研究内容|承担单位|完成时间", "子课题一|水稻抗旱基因定位|清江农业大学|2032年12月", "子课题二|田间验证|宁川农科所|2033年10月"]],
    ["levels of response", ["响应级别|启动条件|指挥单位|响应时限", "Ⅰ级|死亡30人以上|省政府|立即", "Ⅱ级|死亡10人以上|市政府|1小时内"]],
    ["penalties", ["决定书文号|案件名称|处罚内容|处罚机关|处罚日期", "石市监罚〔2032〕11号|销售过期食品案|罚款5000元|县市场监管局|2032年3月12日", "石环罚〔2032〕3号|超标排放案|罚款10万元|县生态环境局|2032年4月2日"]],
    ["heritage", ["项目名称|类别|申报地区或单位|保护单位", "石桥剪纸|传统美术|石桥镇|县文化馆", "双塘号子|传统音乐|双塘乡|县文化馆"]],
    ["land for sale", ["宗地位置|用途|面积（亩）|供应时间|责任单位", "城南新区纬二路北|住宅|46.2|二季度|县自然资源和规划局", "经开区东区|工业|120.0|三季度|县自然资源和规划局"]],
    ["standards", ["标准名称|制定或修订|主要起草单位|归口单位", "茶园绿色防控技术规程|制定|县茶叶研究所|县农业农村局", "农家乐服务规范|修订|县旅游协会|县文旅局"]],
    ["owners of projects", ["项目名称|建设地点|建设规模|项目业主", "城南污水处理厂|城南新区|日处理2万吨|县水务集团", "双塘中学扩建|双塘乡|教学楼6000平方米|县教育局"]],
    ["sets of data", ["数据集名称|数据内容|提供部门|更新周期", "企业登记信息|名称、法人、注册地|县市场监管局|每月", "公交站点|站名、经纬度|县交通运输局|每年"]],
    ["what is made public", ["公开事项|公开内容|公开依据|公开时限|公开主体|公开渠道", "招生管理|招生范围、条件|信息公开条例|每年6月底前|县教育局|政府网站", "学生资助|资助政策|信息公开条例|形成之日起20个工作日内|县教育局|政府网站"]],
    ["places in danger", ["编号|位置|灾害类型|威胁人数|监测人|防灾责任单位", "01|沈庄村东坡|滑坡|36|阮某|双塘乡政府", "02|何庄村后山|崩塌|18|卫某|双塘乡政府"]],
    ["hydrants", ["编号|位置|管理单位|检查周期", "001|滨河路口|县消防救援大队|每月", "002|县中医院东门|县自来水公司|每季度"]],
    ["what suppliers are judged by", ["考核项目|考核内容|评价部门", "质量|来料合格率|质检部", "交期|准时交货率|采购部"]],
    ["indicators of a form", ["一级指标|二级指标|三级指标|指标值", "产出指标|数量指标|养护绿地面积|260万平方米", "产出指标|质量指标|养护合格率|95%"]],
  ])("%s", (_, lines) => {
    const { tasks, draft, findings, unclaimed } = cut([title("材料汇编"), rows(...lines)]);
    expect([tasks, draft.kind, findings, unclaimed]).toEqual([[], "other", [], []]);
  });
});

describe("tables at which a person should look", () => {
  test.each([
    ["who leads and who helps, beside heads of another genre", ["评审条款|佐证材料|考核分值|抓总方|牵头部门|参与部门", "课程建设|课程网址、教案|5|甲组|教务处|各二级学院", "师资队伍|聘书、协议|6|乙组|人事处|图书馆"]],
    ["work and until when, and nobody", ["序号|交办任务|办结时限", "1|核实库区围网养殖|6月底前", "2|回访信访户|7月15日前"]],
    ["who does it in brackets, under heads that no rule knows", ["话题|说法", "冬季供暖|抓紧完成管网改造，9月底前注水打压。（县住建局牵头，县供热公司配合）", "校园配餐|建立统一采购机制，8月底前招标。（县教育局负责）"]],
  ])("%s", (_, lines) => {
    const { tasks, findings } = cut([title("材料汇编"), rows(...lines)]);
    expect(tasks.length > 0 || findings.length > 0).toBe(true);
  });
});

describe("lists that do not", () => {
  test.each([
    ["things to bring", ["一、证件类", "1.录取通知书", "2.身份证复印件", "二、生活用品", "1.被褥"], "新生物品清单"],
    ["duties of parties", ["一、双方责任", "1.甲方负责房屋主体结构的维修。", "2.乙方应当于每季度首月10日前支付租金。", "联系人：任某"], "房屋租赁合同"],
    ["rules of a house", ["第一条 学生公寓由学生处统一管理。", "第二条 宿舍由舍长负责检查（学生处）。", "1.床铺整洁，由值日生负责；"], "学生公寓管理规定"],
    ["a bulletin of an exam", ["一、监考要求", "1.监考教师提前20分钟到教务处领取试卷。", "2.考试结束后由教务处收齐试卷。"], "某中学期末考试安排"],
    ["offices in a handbook", ["一、请假", "1.学生请假须经批准（学生处）。", "2.成绩复查在开学两周内提出（教务处）。"], "某学院学生手册"],
    ["whom to ask", ["一、联系方式", "1.采购人：某县财政局", "联系人：田某", "监督部门：某县财政局采购办"], "某县食堂采购项目公开招标公告"],
    ["marks and measures in brackets", ["一、简答题", "1.画出插入关键码后得到的树，并分别分析插入和删除时的读写次数。（各0.5分）", "2.求连续随机信号的熵，写出推导过程和最后的结果。（以bit为单位）"], "某课程试题"],
    ["who holds a contest", ["一、主办单位：清江市教育局", "二、承办单位：清江市体育中心", "三、参赛单位：各县（区）教育局"], "田径运动会竞赛规程"],
    ["whom to ring, with the office in a bracket", ["一、补贴对象：从事农业生产的组织。", "四、监督电话：0000-1234567（县农业农村局）"], "农机补贴说明"],
    ["duties of words for units", ["5.1 保洁频次", "每日保洁不少于2次。", "5.2 责任划分", "管理单位负责监督，保洁单位负责实施，维修单位应在24小时内修复。"], "公共厕所保洁服务规范"],
    ["steps of a service", ["一、办理流程", "1.受理：材料齐全的当场受理。（县市场监管局负责）", "2.审查：书面审查。（县市场监管局负责）"], "食品经营许可办事指南"],
    ["one role word among those of a contract", ["1.甲方向乙方提供场地，乙方按本合同付款。", "2.乙方违约的，向甲方支付违约金。（由县司法局负责调解）"], "场地使用约定"],
    ["a plan of lessons", ["四、教学措施", "1.认真备课，精心设计教学环节。", "2.建立学习小组，由组长负责检查背诵。"], "七年级语文教学计划"],
  ])("%s", (_, lines, name) => {
    const { tasks, draft, findings, unclaimed } = cut([title(name), ...lines]);
    expect([tasks, draft.kind, findings, unclaimed]).toEqual([[], "other", [], []]);
  });
});

test("tasks that a paper of one body prints are kept, and said", () => {
  const table = rows("时间|主要工作|责任处室", "第一周|召开教研组长会议，部署听课评课活动|教务处", "第二周|组织消防疏散演练，排查校舍隐患|保卫处");
  expect(cut([title("清江市第五中学学期工作计划"), table]).findings).toEqual(["segment/doubtful-genre"]);
  expect(cut([title("清江市学期重点工作任务分解表"), table]).findings).toEqual([]);
});

describe("a paper of a firm", () => {
  const plan = rows("项目名称|实施内容|责任部门|计划完成时间", "除尘改造|更换布袋除尘器两台|设备部|2032年6月30日", "系统二期|上线成本核算模块|信息部|2032年9月15日");
  const ledger = rows("编号|审计发现|整改措施|责任部门|责任人|整改期限", "A01|报销附件不全|补齐附件，修订报销制度|财务部|阮某|2032-03-31", "A02|油卡未专人保管|指定专人，每月核对|车队|卫某|2032-04-15");

  test.each([
    ["a plan of projects", "宁川铸造有限公司2032年度重点项目计划", plan],
    ["what an audit found", "华岭物流集团内部审计整改跟踪表", ledger],
    ["told by its departments alone", "新品上市推进表", rows("任务|负责部门|开始|截止", "包装设计定稿|品牌部|5月6日|5月20日", "渠道铺货首批门店|销售部|5月21日|6月10日")],
    ["goals of a quarter", "云帆科技公司第二季度目标", rows("工作目标|具体措施|负责部门|完成时限", "提升留存|月流失率降到2%以下|客户成功团队|6月30日前", "缩短交付|平均上线时间缩短到30天|交付团队|6月30日前")],
    ["a workshop", "宁川机械厂设备检修计划", rows("检修项目|检修内容|责任车间|完成时间", "行车|更换钢丝绳|金工车间|4月底前", "空压机|清洗冷却器|动力车间|5月底前")],
  ])("is none of the genre: %s", (_, name, table) => {
    const { tasks, draft, findings, unclaimed } = cut([title(name), table]);
    expect([tasks, draft.kind, findings, unclaimed]).toEqual([[], "other", [], []]);
  });

  test.each([
    ["its title says that work is allocated", ["清江水务集团2032年重点工作任务分解表"]],
    ["it is a notice with a number and addressees", ["清江城投集团有限公司关于做好2032年安全生产工作的通知", "清城投〔2032〕8号", "各部门、各子公司："]],
  ])("is read where %s", (_, [name = "", ...above]) => {
    const table = rows("序号|重点任务|责任部门|完成时限", "1|完成老旧管网隐患排查|工程管理部|6月底前", "2|更换老旧水表两万只|客服部|11月底前");
    expect(cut([title(name), ...above, table]).tasks).toHaveLength(2);
  });

  test.each([
    ["a list with brackets", "清江乳业有限公司2032年降本增效工作安排", ["1.优化换线流程，6月底前完成。（生产部牵头，设备部配合）", "2.推行包装膜减薄。（采购部、技术部）"]],
    ["a club", "清江市书法家协会2032年活动计划", ["1.举办迎春书法展。（展览部负责，1月下旬）", "2.开展送春联下乡活动。（秘书处负责）"]],
    ["teams of a residence", "碧水苑小区2032年物业服务工作安排", ["1.完成消防设施年度检测。（工程组）", "2.清洗水箱，5月底前完成。（工程组）"]],
  ])("lists nothing: %s", (_, name, lines) => {
    const { tasks, draft, findings, unclaimed } = cut([title(name), ...lines]);
    expect([tasks, draft.kind, findings, unclaimed]).toEqual([[], "other", [], []]);
  });

  test.each([
    ["石桥县化工公司搬迁工作方案", ["1.制定搬迁补偿标准，3月底前公布。（县住建局牵头，县财政局配合）", "2.拆除储罐，清运残料。（县应急管理局、县生态环境局）"]],
    ["石桥县属国有公司改革实施方案", ["1.清理低效无效资产。（县国资委）", "2.压减管理层级。（县国资委、县财政局）"]],
    ["关于支持清江集团技术改造的若干措施", ["1.落实设备补贴。（市工信局负责）", "2.保障用地指标。（市自然资源局负责）"]],
  ])("that a government makes about one is read: %s", (name, lines) => {
    expect(cut([title(name), ...lines]).tasks).toHaveLength(2);
  });

  test.each([
    "打击治理电信诈骗犯罪集团专项行动方案", "行业协会商会乱收费专项整治行动方案", "涉银行卡违法犯罪集中整治行动方案", "无物业小区治理行动方案",
    "农村中小银行风险处置专项行动方案", "空壳公司清理整治行动方案", "关于清理规范协会2032年收费行为的行动方案", "打击跨境赌博犯罪集团2032年专项行动方案", "酒店用品质量专项整治行动方案", "住宅小区物业服务提升行动方案",
  ])("that a government makes about a kind of them is read: %s", (name) => {
    const units = "（责任单位：公安局、市场监管局；完成时限：6月底前）";
    expect(cut([title(name), `1.开展集中排查，建立问题台账。${units}`, `2.查处违法行为，公开曝光典型案例。${units}`]).tasks).toHaveLength(2);
    expect(cut([title(name), "1.开展集中排查，建立问题台账。（责任单位：公安局）", "2.查处违法行为，公开曝光案例。（牵头单位：公安局；配合单位：司法局）"]).tasks).toHaveLength(2);
    expect(cut([title(name), "1.开展集中排查，建立问题台账。（刑侦大队牵头，各派出所配合）", "2.查处违法行为，公开曝光案例。（各派出所负责）"]).tasks).toHaveLength(2);
    expect(cut([title(name), rows("重点任务|责任单位|完成时限", "开展集中排查|公安局|6月底前", "曝光典型案例|市场监管局|9月底前")]).tasks).toHaveLength(2);
  });

  test("bodies of the state without their region make no paper of a firm, its own 商务部 and 工会 do", () => {
    const list = (unit: string): string[] => [`1.排查电梯隐患，建立台账。（责任单位：${unit}；完成时限：6月底前）`, `2.更换老化线路，完成测试。（责任单位：${unit}；完成时限：9月底前）`];
    expect(cut([title("宁川铸造有限公司2032年隐患治理计划"), ...list("市场监管局")]).tasks).toHaveLength(2);
    for (const own of ["商务部、工会", "设备部、纪委", "宣传部、团委"]) expect(cut([title("宁川铸造有限公司2032年隐患治理计划"), ...list(own)]).tasks).toEqual([]);
  });

  test.each([
    ["清江农商银行网点服务提升计划", "个人金融部、零售部负责"],
    ["宁川酒店服务质量提升方案", "客房部、餐饮部负责"],
    ["青溪摄影家协会采风活动方案", "秘书处负责"],
    ["宁川铸造有限公司安全生产工作方案", "质检科负责"],
  ])("that may be one is read with a doubt: %s", (name, doer) => {
    const { tasks, findings } = cut([title(name), `1.优化流程，建立台账。（${doer}）`, `2.开展自查，落实整改措施。（${doer}）`]);
    expect(tasks.length === 0 || findings.includes("segment/doubtful-genre")).toBe(true);
  });

  test("is said where it says that a public body leads by a limit", () => {
    const led = cut([title("宁川铸造有限公司2032年隐患治理计划"), "1.由县公安局牵头，6月底前完成厂区周边交通整治。", "2.更换老化线路。（设备部）"]);
    expect([led.tasks, led.findings]).toEqual([[], ["segment/untold-allocation"]]);
    expect(cut([title("宁川铸造有限公司2032年隐患治理计划"), "1.由设备部牵头，6月底前完成检修。", "2.更换老化线路。（设备部）"]).findings).toEqual([]);
  });

  test("offices of a zone, a school or a hospital make none", () => {
    const table = rows("优化措施|牵头部门|完成时限", "推行拿地即开工|工程部|6月底前", "建立企业专员制度|综合部|4月底前");
    expect(cut([title("柳溪经开区营商环境优化措施清单"), table]).tasks).toHaveLength(2);
    expect(cut([title("清江市中医院质量提升措施"), table]).tasks).toHaveLength(2);
  });
});

test("elections and posters of events name who and when, and allocate nothing", () => {
  const election = rows("阶段|日期|工作内容|责任主体", "登记阶段|2月11日—2月25日|登记参选村民，公布选民名单|村民选举委员会", "投票阶段|3月18日|召开选举大会，当场计票|村民选举委员会");
  const poster = rows("日期|活动名称|活动内容|主办单位", "4月3日|清明祭英烈|组织青少年到烈士陵园献花|社区党支部", "4月12日|健康义诊|免费量血压、测血糖|县中医院");
  for (const [name, table] of [["柳溪县村民委员会换届选举工作日程表", election], ["河西社区文明实践站4月活动预告", poster], ["四月活动", poster]] as const) {
    const { tasks, draft, findings, unclaimed } = cut([title(name), table]);
    expect([tasks, draft.kind, findings, unclaimed]).toEqual([[], "other", [], []]);
  }
});

describe("a notice that allocates work on what other genres are about", () => {
  test.each([
    ["elections", "柳溪县村社区换届选举重点任务分工表", ["工作任务|责任单位|完成时限", "制定选举办法，印制选票|县民政局|2月底前", "审查候选人资格|县公安局|3月10日前"]],
    ["games", "清江市第十二届运动会筹备工作任务分解表", ["组别|工作任务|责任单位|完成时限", "竞赛组|编排竞赛日程，选派裁判员|市体育局|8月20日前", "安保组|制定安保方案|市公安局|8月25日前"]],
    ["events", "石桥县安全生产月系列活动任务安排表", ["活动名称|活动地点|主办单位|承办单位|完成时间", "应急演练|化工园区|县应急管理局|园区管委会|6月12日前", "知识竞赛|县文化中心|县总工会|县应急管理局|6月20日前"]],
    ["guides", "石桥县办事指南编制工作任务分工", ["任务|牵头部门|时限", "梳理事项目录|县政务服务局|3月底前", "公开办事指南|县数据局|5月底前"]],
    ["research", "2032年度重点调研课题任务分解表", ["调研课题|研究内容|牵头单位|完成时间", "县域商业体系|摸清网点布局，提出对策|县商务局|6月底", "农村养老|分析供需，提出措施|县民政局|7月底"]],
    ["heritage", "石桥县非遗保护重点任务分解", ["项目名称|保护措施|保护单位|责任单位|完成时限", "石桥剪纸|建设传习所|县文化馆|县文旅局|10月底前", "双塘号子|录制音像档案|县文化馆|双塘乡政府|11月底前"]],
    ["penalties", "石桥县行政处罚案卷评查整改任务清单", ["存在问题|整改措施|责任单位|整改期限", "依据引用不全|修订文书模板|县市场监管局|4月底前", "告知程序缺失|补正程序|县城市管理局|5月底前"]],
    ["land", "石桥县批而未供土地处置责任清单", ["宗地位置|处置措施|责任单位|供应时间", "城南纬二路北|完成征迁，组织供地|县自然资源和规划局|二季度", "经开区东区|调整规划条件|经开区管委会|三季度"]],
    ["firms", "石桥县国资国企改革三年行动重点任务台账", ["改革任务|具体措施|责任单位|完成时限", "压减层级|注销空壳公司6户|县国资委、县城投公司|6月底前", "健全治理|完成董事会建设|县水务集团|9月底前"]],
    ["emergencies", "石桥县防汛应急响应任务分工", ["响应级别|响应措施|责任单位|响应时限", "Ⅱ级|加密会商，转移群众|县水利局、各乡镇|2小时内", "Ⅲ级|巡查堤防|县水利局|6小时内"]],
  ])("is read: %s", (_, name, lines) => {
    expect(cut([title(name), rows(...lines)]).tasks).toHaveLength(2);
  });
});

test("a first line that does not stand out tells the genre too, where it is of another", () => {
  const calendar = rows("周次|起止日期|主要工作|主办部门", "1|9.1—9.5|开学典礼；领取教材|教导处", "2|9.6—9.12|教师节庆祝活动|德育处");
  expect(cut(["清江市实验小学第一学期行事历", calendar]).tasks).toEqual([]);
  expect(cut(["清江市重点任务分解表", rows("序号|任务|责任单位", "1|整修泵站|市水利局", "2|清理河道|各县区")]).tasks).toHaveLength(2);
});

test("units that no rule knows count under a word that makes them answerable", () => {
  const table = rows("片区|整治任务|责任单位|时限", "东片|清理沟渠8公里|沈庄村、何庄村|4月底前", "西片|拆除旱厕120座|岳庄村|6月底前");
  expect(cut([title("双塘乡人居环境整治包保安排"), table]).tasks).toHaveLength(2);
});

test("work of persons who answer for it by a time is taken without any unit", () => {
  const table = rows("督办事项|责任人|要求完成日期", "更换一号锅炉安全阀并校验|陆鸣|2031-05-31", "处置闲置厂房，完成资产评估|方远|2031/6/15");
  expect(cut([title("宁川铸造公司二季度督办事项"), table]).tasks).toHaveLength(2);
  expect(cut([title("宁川铸造公司电话一览表"), rows("科室|负责人|电话", "办公室|陆鸣|12345601", "财务科|方远|12345602")]).tasks).toEqual([]);
});

test("classes of people who do something some time are no evidence of an allocation", () => {
  const table = rows("阶段|时间|工作内容|责任人", "选题|10月15日前|选定题目，报导师审核|学生", "开题|11月底前|提交开题报告|指导教师");
  expect(cut([title("宁川大学毕业论文进程"), table]).tasks).toEqual([]);
});

test("in a notice that allocates, units may stand beside words under any header", () => {
  const table = rows("诉求|主办单位|会办单位", "加快建设社区食堂，方便老人就餐|市民政局|市财政局", "整治电动车飞线充电|市消防救援支队|市住建局");
  expect(cut([title("清江市群众诉求办理分工表"), table]).tasks).toHaveLength(2);
  expect(cut([title("清江市优秀单位名单"), table]).tasks).toEqual([]);
});

test("a table of marks below units is said", () => {
  const table = rows("事|财政局|教育局", "智慧校园|△|▲", "危旧房|▲|△");
  expect(cut([title("推进表"), table]).findings).toContain("table/unknown-columns");
});

test("an office inside a body heads its duty", () => {
  const { tasks, draft } = cut([title("宁川师范学院关于做好2031年迎新工作的通知"), "各学院、各部门：", "1.招生就业处：负责新生信息核对，8月20日前完成。", "2.保卫处、后勤处：牵头做好交通疏导。", "3.主要目标：做好准备。"]);
  expect([tasks.length, draft.tasks.map(({ allocations }) => allocations.map(({ quote }) => quote.text))]).toEqual([2, [["招生就业处"], ["保卫处、后勤处"]]]);
});

test("a table that names units under headers that no rule knows is said", () => {
  const table = rows("名目|说些什么|由谁去办", "甲|完成城区雨污管网普查，建立动态管理台账|县住建局", "乙|整修城东、城西泵站两座，更换老旧机组|县水利局");
  expect(cut([title("材料汇编"), table]).findings).toEqual(["table/unknown-columns"]);
});

describe("a first row of words that no rule knows", () => {
  const body = ["城北路积水|清掏雨水井，更换破损井盖|县住建局|6月底前", "东门乱停车|施划停车位，增设隔离栏|县公安局|7月底前", "南桥路灯不亮|更换灯具，恢复供电|县城市管理局|8月底前"];

  test.each([
    ["known words in other dress", "哪里|怎么改|谁来改|改到何时"],
    ["words for units", "位置|怎么办|哪个部门负责|何时办结"],
    ["words of nobody's list", "点位|做什么|主责方|截点"],
    ["questions", "哪里|怎么办|谁负责|几时办完"],
  ])("heads the columns and is no task in a notice that allocates: %s", (_, header) => {
    const { tasks } = cut([title("石桥县城区治理行动计划"), rows(header, ...body)]);
    expect([tasks.length, tasks.some((task) => task.includes(header.split("|")[1] ?? ""))]).toEqual([3, false]);
  });

  test.each([
    ["a job advertisement", ["岗位|人数|岗位职责|任职要求|所属部门|截止时间", "安全主管|1|负责安全检查，落实整改|本科以上|安全环保部|4月30日", "会计|2|负责月末结账、报税|会计师优先|财务部|4月30日", "调度员|4|负责船舶进出港调度|能倒班|生产部|5月15日"]],
    ["a table of counts", ["序号|承办单位|受理件数|按时办结|办结率", "1|县住建局|126|125|99.2%", "2|县公安局|98|96|98.0%"]],
    ["seats", ["排|1座|2座|3座", "第一排|县发展改革委|县财政局|县教育局", "第二排|县住建局|县水利局|县商务局"]],
    ["wishes to buy", ["序号|采购项目名称|采购需求概况|预算金额（万元）|预计采购时间|采购单位", "1|执法车辆|采购新能源车4辆|68|2032年5月|县交通运输局", "2|物业服务|办公区保洁、安保|120|2032年6月|县机关事务中心"]],
  ])("is not asked about where it heads another genre: %s", (_, lines) => {
    const { tasks, draft, findings } = cut([title("关于有关情况的说明"), rows(...lines)]);
    expect([tasks, draft.kind, findings]).toEqual([[], "other", []]);
  });

  test("is a task where it names a unit or a time itself", () => {
    expect(cut([title("石桥县城区治理行动计划"), rows(...body)]).tasks).toHaveLength(3);
  });
});

describe("counts and events beside units that answer", () => {
  test.each([
    ["counts are no running numbers", ["问题|受理件数|整改措施|责任单位|整改时限", "停水投诉|46|更换管网3公里|县水利局|8月底前", "噪音扰民|32|开展夜间巡查|县公安局|6月底前"]],
    ["persons are none", ["培训任务|培训对象|人数|承办单位|完成时间", "乡村振兴专题|乡镇干部|60|县农业农村局|5月底前", "应急管理专题|分管领导|40|县应急管理局|9月底前"]],
  ])("%s", (_, lines) => {
    const { tasks, findings, unclaimed } = cut([title("石桥县突出问题整改清单"), rows(...lines)]);
    expect([tasks.length, tasks.some((task) => /^\d/u.test(task)), findings, unclaimed]).toEqual([2, false, [], []]);
  });

  test("numbers that run on are, begun again or under a strange word too", () => {
    const { tasks } = cut([title("石桥县2032年重点任务分解"), rows("项|任务|责任单位", "1|整修泵站两座|县水利局", "2|清理河道|各乡镇", "1|安装路灯|县城市管理局")]);
    expect(tasks.map((task) => task.slice(0, 1))).toEqual(["1", "2", "1"]);
  });

  test("departments have work at an event, offices of a school are told of", () => {
    const event = (unit: string): string[] => ["活动内容|活动时间|活动地点|责任单位", `启动仪式|6月1日|市民广场|${unit}`, `咨询宣传|6月16日|人民广场|${unit}`];
    expect(cut([title("石桥县安全生产月活动安排"), rows(...event("县应急管理局"))]).tasks).toHaveLength(2);
    expect(cut([title("清江市第五中学校园文化艺术节"), rows(...event("音乐组"))]).tasks).toEqual([]);
  });
});

test("labels with their values are no duties, duties behind the words for units are", () => {
  const labels = ["收货单位：石桥县财政局办公室 经办人：丘某", "供货单位：清江市文具公司 负责人：骆某", "请收货单位于30日内付款。"];
  const duties = ["监理单位：负责旁站监督，落实整改。", "施工单位：负责围挡喷淋，签署承诺。"];
  expect(cut([title("送货单"), "一、说明", ...labels]).tasks).toEqual([]);
  expect(cut([title("石桥县工地扬尘治理实施方案"), "一、职责分工", ...duties]).tasks).toHaveLength(2);
});

describe("prose that says who does what where no task was read", () => {
  test.each([
    ["a limit", "县公安局要于6月5日前完成考点周边交通整治，县城市管理局配合。"],
    ["a lead", "县生态环境局牵头开展噪声治理，加强夜间巡查。"],
    ["several in one line", "县住建局负责热源保障；县财政局负责资金筹措，于10月31日前到位；县市场监管局负责锅炉检验。"],
    ["no comma", "由县水利局牵头，县应急管理局配合，做好水库调度。"],
  ])("is said: %s", (_, line) => {
    const { tasks, findings } = cut([title("石桥县人民政府办公室关于做好高考服务保障的通知"), "各乡镇人民政府：", line]);
    expect([tasks, findings]).toEqual([[], ["segment/untold-allocation"]]);
  });

  test("labels of a slip are said", () => {
    const { tasks, findings } = cut([title("石桥县重点工作督办单"), "督办事项：完成城北水厂建设", "承办单位：县水利局", "协办单位：县住建局", "办结时限：2032年10月底前"]);
    expect([tasks, findings]).toEqual([[], ["segment/untold-allocation"]]);
  });

  test.each([
    ["what was done", "石桥县人民政府办公室关于做好高考服务保障的通知", "去年，县公安局出动警力300人次，考点秩序良好。"],
    ["orders to everyone", "石桥县人民政府办公室关于做好高考服务保障的通知", "各单位要高度重视，于6月5日前报送方案。"],
    ["news", "石桥县一季度经济开门红", "由县工信局牵头的行动成效明显，年底前竣工20个。"],
    ["an answer", "石桥县老旧小区改造在线交流", "答：由县住建局牵头，县财政局配合，年底前全部完工。"],
    ["a contract", "物业服务合同", "甲方县财政局牵头验收，于6月5日前完成，乙方配合，本合同一式四份，违约金另计。"],
  ])("is not: %s", (_, name, line) => {
    expect(cut([title(name), "各乡镇人民政府：", line]).findings).toEqual([]);
  });
});
