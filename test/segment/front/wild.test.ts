/** Forms of the web and of conversions that stray from the standard, one trick a pair. */
import { centred, letter, right, tasks, testPairs, type Pair } from "./pair.ts";

const pairs: readonly Pair[] = [
  {
    name: "words of the page with full stops above a title that the page states",
    blocks: ["欢迎访问本站。", "您好，今天天气晴；风力二级。", centred("示例市2020年重点工作任务分解表"), tasks],
    meta: { ArticleTitle: "示例市2020年重点工作任务分解表" },
    expected: { title: "示例市2020年重点工作任务分解表", titleBasis: "body" },
  },
  {
    name: "title line that ends with a comma",
    blocks: [centred("示例市人民政府关于加强规划、"), centred("建设工作的通知"), "各区人民政府：", letter],
    expected: { title: "示例市人民政府关于加强规划、建设工作的通知", addressees: ["各区人民政府"], issuers: ["示例市人民政府"] },
  },
  {
    name: "plan title right after the title of the notice",
    blocks: [centred("关于印发2020年工作要点的通知"), centred("2020年工作要点"), "一、推进公开。"],
    expected: { title: "关于印发2020年工作要点的通知", enclosure: "2020年工作要点", parts: ["plan||2020年工作要点|一、推进公开"] },
  },
  {
    name: "labelled attachment headings below the signature",
    blocks: [
      centred("关于开展专项行动的通知"),
      "各区人民政府：",
      letter,
      "附件1：任务清单",
      "附件2：联系表",
      right("示例市人民政府（盖章）"),
      right("2023年5月4日"),
      "附件1：任务清单",
      "一、推进公开。",
      "附件2：联系表",
      "（一）张某。",
    ],
    expected: {
      issuers: ["示例市人民政府"],
      attachments: ["附件1|任务清单", "附件2|联系表"],
      parts: ["letter|||经市政府同意", "attachment|附件1|任务清单|一、推进公开", "attachment|附件2|联系表|（一）张某。"],
    },
  },
  {
    name: "time under the heading of the page, source and tools parted by bars",
    blocks: [{ text: "示例市2020年工作要点", level: 1 }, "2020-06-08 09:00 | 来源：市政府办 | 字号：大 中 小 |", "一、推进公开。"],
    expected: { title: "示例市2020年工作要点", published: "2020-06-08 09:00", issued: undefined, further: ["来源|市政府办"] },
  },
  {
    name: "a time of an event is no date of publication",
    blocks: [centred("关于召开会议的通知"), "时间：2020年6月10日上午", "地点：市政府。"],
    expected: { published: undefined, issued: undefined },
  },
  {
    name: "units whose members share one head or stand for themselves",
    blocks: [centred("关于加强工作的通知"), "各盟行政公署、市人民政府，自治区各委、办、厅、局，各乡镇、街道，各大企业：", letter],
    expected: { addressees: ["各盟行政公署", "市人民政府", "自治区各委、办、厅、局", "各乡镇", "街道", "各大企业"] },
  },
  {
    name: "brackets inside names of addressees",
    blocks: [centred("关于加强工作的通知"), "各镇（街道、园区）人民政府（办事处），区直各单位：", letter],
    expected: { addressees: ["各镇（街道、园区）人民政府（办事处）", "区直各单位"] },
  },
  {
    name: "letter-spaced organ and labels",
    blocks: [
      { table: [["索 引 号：", "A1/2020-001"], ["文　　号：", "示政〔2020〕7号"]] },
      centred("示 例 市 人 民 政 府 文 件"),
      centred("示政〔2020〕7号"),
      centred("关于2020年工作的意见"),
      "各区人民政府：",
      letter,
      right("示 例 市 人 民 政 府"),
      right("2020 年 6 月 8 日"),
    ],
    expected: { number: "示政〔2020〕7号", issuers: ["示例市人民政府"], issued: "2020 年 6 月 8 日", index: "A1/2020-001" },
  },
  {
    name: "makers of the page at the end",
    blocks: [centred("示例市2020年工作要点"), "一、推进公开。", "信息来源：市政府办", "【责任编辑：王某】"],
    expected: { further: ["信息来源|市政府办", "责任编辑|王某"], parts: ["plan||示例市2020年工作要点|一、推进公开"] },
  },
  {
    name: "forwarded document inside the title",
    blocks: [centred("示例市人民政府办公室关于转发市财政局《2021年资金管理办法》的通知"), "各区人民政府：", "市财政局拟定的办法已经市政府同意，请遵照执行。"],
    expected: { enclosure: "2021年资金管理办法", issuers: ["示例市人民政府办公室"] },
  },
  {
    name: "lost opening title mark",
    blocks: [centred("关于印发考评方案的通知"), "各区人民政府：", "2020年政务公开工作考评方案》已经市政府同意，现印发给你们。"],
    expected: { enclosure: "2020年政务公开工作考评方案" },
  },
  {
    name: "two plans in one letter",
    blocks: [
      centred("关于印发两个方案的通知"),
      "各区人民政府：",
      "现将《甲类工作方案》《乙类工作方案》印发给你们。",
      right("示例市人民政府"),
      right("2023年5月4日"),
      centred("甲类工作方案"),
      "一、推进公开。",
      centred("乙类工作方案"),
      "一、推进解读。",
    ],
    expected: {
      enclosure: "甲类工作方案、乙类工作方案",
      parts: ["letter|||现将《甲类工", "plan||甲类工作方案|一、推进公开", "plan||乙类工作方案|一、推进解读"],
    },
  },
  {
    name: "colophon in a table",
    blocks: [
      centred("关于加强工作的通知"),
      "各区人民政府：",
      letter,
      right("示例市人民政府办公室"),
      right("2022年3月1日"),
      { table: [["抄送：市委各部门。"], ["示例市人民政府办公室　2022年3月2日印发"]] },
    ],
    expected: { further: ["抄送|市委各部门。", "印发|示例市人民政府办公室　2022年3月2日"], parts: ["letter|||经市政府同意"] },
  },
  {
    name: "a task table is no page record though it has a column 时间",
    blocks: [centred("2022年重点任务"), { table: [["名称", "时间", "责任单位"], ["推进公开", "6月底前", "市司法局"], ["推进解读", "年底前", "市财政局"]] }],
    expected: { published: undefined, parts: ["plan||2022年重点任务|名称时间责任"] },
  },
  {
    name: "note on publicity on the line of the date",
    blocks: [centred("关于加强工作的通知"), "各区人民政府：", letter, "示例市人民政府", "2022年3月1日（此件公开发布）"],
    expected: { issuers: ["示例市人民政府"], issued: "2022年3月1日", disclosure: "此件公开发布", parts: ["letter|||经市政府同意"] },
  },
  {
    name: "several documents repealed together, one only by its title, and one that is cited beside a repeal",
    blocks: [
      centred("关于加强工作的意见"),
      "根据《省政府意见》（皖政〔2021〕3号）精神，对废止的文件进行清理。",
      "本意见自2022年1月1日起施行，《甲办法》（芜政〔2015〕8号）、《乙办法》（芜政〔2016〕9号）和《丙办法》自2022年1月1日起同时废止。",
      "按照《省政府意见》（皖政〔2021〕3号）执行。",
    ],
    expected: {
      references: ["cites|皖政〔2021〕3号|省政府意见", "repeals|芜政〔2015〕8号|甲办法", "repeals|芜政〔2016〕9号|乙办法", "repeals||丙办法"],
    },
  },
  {
    name: "labels and values on lines of their own down to the title",
    blocks: ["发布机构：", "示例市人民政府", "文　号：", "示政〔2020〕7号", "关于2020年工作的意见", letter],
    expected: { number: "示政〔2020〕7号", title: "关于2020年工作的意见", further: ["发布机构|示例市人民政府"] },
  },
  {
    name: "the page heading marks the draft, the text does not",
    blocks: [{ text: "示例市2020年工作方案（征求意见稿）", level: 1 }, centred("示例市2020年工作方案"), letter],
    expected: { title: "示例市2020年工作方案", draft: "征求意见稿" },
  },
  {
    name: "small tables with headings 名称, 时间, 联系人, 电话 are no page record",
    blocks: [
      centred("2022年重点任务"),
      { table: [["名称", "时间", "责任单位"], ["推进公开", "6月底前", "市司法局"]] },
      { table: [["单位", "联系人", "电话"], ["市司法局", "张某", "123"]] },
    ],
    expected: { further: [], parts: ["plan||2022年重点任务|名称时间责任/单位联系人电"] },
  },
  {
    name: "record table without colons",
    blocks: [{ table: [["索引号", "A1/2020-001", "发布日期", "2020-06-09"], ["名称", "关于2020年工作的意见", "文号", ""]] }, centred("关于2020年工作的意见"), letter],
    expected: { index: "A1/2020-001", published: "2020-06-09", title: "关于2020年工作的意见", number: undefined },
  },
  { name: "nothing but a table", blocks: [tasks], expected: { title: undefined, parts: ["plan|||工作任务责任"] }, findings: ["notice/title-missing"] },
  { name: "empty", blocks: [], expected: { title: undefined, parts: [] }, findings: ["notice/title-missing"] },
];

testPairs(pairs);
