/** Records and heads that sites and mirrors print in forms of their own, one trick a pair. */
import { centred, letter, right, tasks, testPairs, type Pair } from "./pair.ts";

const pairs: readonly Pair[] = [
  {
    name: "record as alternating lines without colons, some values missing",
    blocks: [
      "索引号", "A1/2021-00012", "发布机构", "示例县人民政府", "公开方式", "有效性", "失效", "统一编号", "SLDR-2021-02", "文号", "示政办发〔2021〕3号", "发布日期", "2021-06-28",
      "示例县人民政府办公室关于印发2021年工作要点的通知", "各乡镇人民政府：", letter,
    ],
    expected: {
      index: "A1/2021-00012", number: "示政办发〔2021〕3号", published: "2021-06-28", validity: "失效", disclosure: undefined,
      title: "示例县人民政府办公室关于印发2021年工作要点的通知", further: ["发布机构|示例县人民政府", "统一编号|SLDR-2021-02"],
    },
  },
  {
    name: "a title follows the last label, whose value is missing",
    blocks: ["索引号", "A1/2021-00013", "文号", "示政办发〔2021〕4号", "发布机构", "关于做好防汛工作的通知", letter],
    expected: { index: "A1/2021-00013", number: "示政办发〔2021〕4号", title: "关于做好防汛工作的通知" },
  },
  {
    name: "labels and values parted by blanks on one line",
    blocks: ["索  引  号 slx/2021-00428 公开方式 主动公开", "发布机构 示例县人民政府 组配分类 示政发", "成文日期 2021-02-10 废止日期", "有效性 失效", centred("关于2021年重要事项分工的通知"), letter],
    expected: { index: "slx/2021-00428", issued: "2021-02-10", validity: "失效", title: "关于2021年重要事项分工的通知", further: ["发布机构|示例县人民政府"] },
  },
  {
    name: "words that look like labels in running text are no record",
    blocks: [centred("关于开展评选的通知"), "各乡镇：", letter, "名称", "时间 地点 联系人"],
    expected: { further: [], title: "关于开展评选的通知" },
  },
  {
    name: "number glued before the title, breadcrumbs above",
    blocks: ["首页 > 政务公开 > 县政府文件", "示政发〔2021〕1号关于印发2021年重要事项责任分工的通知", "各镇政府：", letter],
    expected: { number: "示政发〔2021〕1号", title: "关于印发2021年重要事项责任分工的通知", enclosure: "2021年重要事项责任分工", addressees: ["各镇政府"] },
  },
  {
    name: "traditional script throughout",
    blocks: [
      centred("鶴山市人民政府辦公室關於印發2022年工作要點的通知"), "鶴政辦〔2022〕12號", "發布日期：2022-03-18　來源：鶴山市人民政府", "各縣（區）人民政府，市政府各部門：",
      "《2022年工作要點》已經市政府同意，現印發給你們。", right("鶴山市人民政府辦公室"), right("2022年3月15日"), "（此件公開發布）", centred("2022年工作要點"), "一、推進公開。",
    ],
    expected: {
      number: "鶴政辦〔2022〕12號", title: "鶴山市人民政府辦公室關於印發2022年工作要點的通知", issuers: ["鶴山市人民政府辦公室"], addressees: ["各縣（區）人民政府", "市政府各部門"],
      enclosure: "2022年工作要點", issued: "2022年3月15日", published: "2022-03-18", disclosure: "此件公開發布",
    },
  },
  {
    name: "pinyin glosses of a mirror",
    blocks: [
      "絳河縣人民政府辦公室關于印發(fā)實施方案的通知", "絳政辦發(fā)〔2023〕14號", "各鄉(xiāng)(鎮(zhèn))人民政府,縣直各有關單位:", "《實施方案》已經縣政府同意,現(xiàn)印發(fā)給你們。",
      "絳河縣人民政府辦公室", "2023年9月1日", "絳河縣實施方案", "一、推進公開。",
    ],
    expected: { number: "絳政辦發(fā)〔2023〕14號", issuers: ["絳河縣人民政府辦公室"], issued: "2023年9月1日", addressees: ["各鄉(xiāng)(鎮(zhèn))人民政府", "縣直各有關單位"] },
  },
  {
    name: "attachments whose names begin with years",
    blocks: [centred("关于2021年民生工程的通知"), "各乡镇人民政府：", letter, "附件:1.2021年项目表", "2.2018—2020年项目清单", "　3.责任分工表", right("示例县人民政府"), right("2021年2月26日")],
    expected: { attachments: ["附件1|2021年项目表", "附件2|2018—2020年项目清单", "附件3|责任分工表"], parts: ["letter|||经市政府同意"] },
  },
  {
    name: "first attachment right after the title of the notice",
    blocks: [centred("示例市2020年重点工作任务分解"), "附件1", centred("民生实事任务分解表"), tasks, "附件2", centred("重点项目任务分解表"), tasks],
    expected: { title: "示例市2020年重点工作任务分解", attachments: ["附件1|民生实事任务分解表", "附件2|重点项目任务分解表"] },
  },
  {
    name: "a short name in quotes is no second plan",
    blocks: [centred("关于印发工作方案的通知"), "各区人民政府：", "现将《2021年工作方案》（以下简称《方案》）印发给你们。", right("示例市人民政府"), right("2021年1月25日")],
    expected: { enclosure: "2021年工作方案" },
  },
  {
    name: "addressees that live on the head of the one before, and teams",
    blocks: [centred("关于开展专项行动的通知"), "各镇党委、人民政府，各街道党工委、办事处，局机关各科室、各中队：", letter],
    expected: { addressees: ["各镇党委、人民政府", "各街道党工委、办事处", "局机关各科室", "各中队"] },
  },
  {
    name: "two organs parted by one blank sign together",
    blocks: [centred("关于开展专项行动的通知"), "各镇：", letter, "示例区委办公室 示例区政府办公室", "2023年3月6日"],
    expected: { issuers: ["示例区委办公室", "示例区政府办公室"], issued: "2023年3月6日" },
  },
  {
    name: "contact below the letter and list of members as an attachment",
    blocks: [centred("关于开展专项行动的通知"), "各镇：", letter, "联系人：王某，联系电话：1234567", right("示例区政府"), right("2023年3月6日"), "附：领导小组名单", "组　长：陈某", "成　员：区教育局、区公安局"],
    expected: { further: ["联系人|王某，联系电话：1234567"], attachments: ["附件|领导小组名单"] },
  },
];

testPairs(pairs);
