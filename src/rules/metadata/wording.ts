/** Words by which titles, organs, notes and drafts are known. All patterns read folded text (see text/fold.ts). */

export interface WordingRow {
  readonly id: string;
  readonly pattern: RegExp;
  /** Folded texts that the pattern finds, and texts that it must leave alone. */
  readonly examples: readonly string[];
  readonly refuses: readonly string[];
}

/** Ends of titles: 文种 (《党政机关公文处理工作条例》 2012) and the names of plans. */
export const genre: WordingRow = {
  id: "genre",
  pattern:
    /(?:通知|意见|通报|决定|决议|公告|通告|公报|命令|令|议案|报告|请示|批复|复函|函|纪要|方案|办法|规定|细则|要点|分工|分解|计划|规划|安排|措施|清单|条例|规则|规程|制度|一览表|分解表|分工表|任务表|汇总表|(?:安排|推进|分配|进度|责任|落实|调度|督办|交办|整改|工期|矩阵|节点|施工|考核|计划)表|作战图|路线图|名单|目录|指南|指引|预案|标准|台账|任务|(?:责任|任务)书|(?:任务|派发|交办|督办|提示|转办|派工|派遣|分办|领办)(?:单|卡)|倡议书|明电|工作|事项|行动|若干政策|政策|体系)(?:》|”)?(?:\((?:[^()]{1,16})\))?$/u,
  examples: ["某镇秋季环境整治派工单", "关于开展政务公开专项行动的通知", "贵池区2018年政务公开重点工作任务分工(征求意见稿)", "专利代理条例", "2024年供暖保障工作安排表", "重大项目攻坚作战图", "县政府第38次常务会议议定事项交办表", "2024年重点工作任务卡"],
  refuses: ["安徽省人民政府办公厅", "2020年6月8日", "关于印发", "市民代表", "城区规划示意图"],
};

/** Marks of a text that is not yet decided. */
export const draftMark: WordingRow = {
  id: "draft-mark",
  pattern: /(?:公开)?征求意见稿|征求意见草案|送审稿|审议稿|讨论稿|代拟稿|草案(?:稿)?|初稿|修订稿草案/u,
  examples: ["(征求意见稿)", "(送审稿)", "工作方案(草案)", "(代拟稿)"],
  refuses: ["(试行)", "(修订)", "征求意见的通知"],
};

/** Ends of the names of organs, for signatures, letterheads, addressees and titles. */
export const organ: WordingRow = {
  id: "organ",
  pattern:
    /(?:政府|办公厅|办公室|(?:督查|督察|研究|政研|信访|保密)室|工作专班|国务院|党委|[省市县区州旗]委|(?:发改|改革|卫健|健康|卫计|国资|经信|住建|城管|政法|文旅|[教科建农商交民编纪监体])委|党组|委员会|管委会|党工委|工委|[人政]大常委会|常委会|政协|[厅局部署会院办处]|总署|总局|领导小组|指挥部|兵团|中心|公司|集团|银行|支队|总队|大队|联合会|总工会|法院|检察院|海关|学院|大学|街道|镇|乡)(?:\([^()]{1,20}\))?$/u,
  examples: ["安徽省政务公开办公室", "国务院", "国家发展改革委员会", "科技部", "省发展改革委", "芜湖市市场监管局", "新疆生产建设兵团"],
  refuses: ["任务分工", "2020年工作要点", "重点工作"],
};

/** 附注 on publicity, in brackets under the date (GB/T 9704-2012, 7.3.6). */
export const disclosureNote: WordingRow = {
  id: "disclosure-note",
  pattern: /^[(\[【<〈]?(?:(?:此|本)(?:件|文|文件|通知)|信息)?(?:[主依申请动不予]*公开(?:发布)?|公开方式:[主依申请动不予]*公开|可?(?:发至|公布到|传达到)[\u4e00-\u9fff、()]{1,16}|删减后公开|不公开)。?[)\]】>〉]?$/u,
  examples: ["(此件公开发布)", "(此件主动公开)", "(此件发至乡)", "此件依申请公开", "(主动公开)"],
  refuses: ["(联系人:王某)", "政务公开", "(以下简称公开)"],
};

/** Classification marks: a public file should not carry one (GB/T 9704-2012, 7.2.2). */
export const classificationMark: WordingRow = {
  id: "classification-mark",
  pattern: /^(?:绝密|机密|秘密)(?:[★☆*]?(?:长期|\d{1,3}(?:年|个月|天)|[一二三四五六七八九十]{1,3}年)|[★☆*])?$/u,
  examples: ["机密★1年", "秘密", "绝密★长期"],
  refuses: ["国家秘密", "机密性"],
};

/** Urgency of paper and telegram (GB/T 9704-2012, 7.2.3). */
export const urgencyMark: WordingRow = {
  id: "urgency-mark",
  pattern: /^(?:特提|特急|加急|平急|急件)$/u,
  examples: ["特急", "加急"],
  refuses: ["紧急", "加急办理"],
};

/** Who signs an order or a motion: an office, then a name. */
export const signatory: WordingRow = {
  id: "signatory",
  pattern: /^(总理|主席|省长|自治区主席|市长|州长|县长|区长|部长|主任|局长|署长|行长|委员长)[^，。;:、\d]{2,6}$/u,
  examples: ["总理李克强", "省长王某某"],
  refuses: ["主任会议。", "局长办公会议研究决定"],
};

/** 印发机关 and 印发日期 on the last line (GB/T 9704-2012, 7.4.3). */
export const printLine: WordingRow = {
  id: "print-line",
  pattern: /^.{2,40}(?:\d{4}年\d{1,2}月\d{1,2}日|[一二三四五六七八九〇○零]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)印发$/u,
  examples: ["安徽省人民政府办公厅2020年6月9日印发"],
  refuses: ["现将方案印发", "2020年印发"],
};

/** 成文日期 alone on a line (GB/T 9704-2012, 7.3.5): a full date and no word more. */
export const dateLine: WordingRow = {
  id: "date-line",
  pattern: /^(?:\d{4}年\d{1,2}月\d{1,2}日|[一二三四五六七八九〇○零]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$/u,
  examples: ["2022年3月1日", "二〇二二年三月一日"],
  refuses: ["2022年3月1日前", "2022年3月", "6月底前", "3月1日", "截至2022年3月1日"],
};

/** Words with which a letter forwards another text. */
export const forwarding: WordingRow = {
  id: "forwarding",
  pattern: /印发|转发|批转|下发|颁发|颁布|公布|发给你们|发你们/u,
  examples: ["现将《方案》印发给你们", "现予公布"],
  refuses: ["制定本条例"],
};

export const wordingRows: readonly WordingRow[] = [
  genre, draftMark, organ, disclosureNote, classificationMark, urgencyMark, signatory, printLine, dateLine, forwarding,
];

/** 【重点工作】某某市人民政府关于…: the column of the site that a portal prints before a title. On the printed title; a draft mark there is a part of it. */
export const columnBeforeTitle = {
  id: "title:column",
  pattern: /^\s*【(?![^【】]{0,12}(?:稿|草案))[^【】]{2,24}】\s*(?=[^【】]{2,80}(?:关于|印发|转发))/u,
  examples: ["【年度重点工作】临川市人民政府关于下达任务的通知", "【政策文件】关于印发工作方案的通知"],
  not: ["【征求意见稿】临川市人民政府关于安全生产的意见", "【年度重点工作】任务清单", "临川市人民政府关于下达任务的通知"],
} as const;

/** A year alone on a line below a title, and the title row of a table that names one. On printed lines. */
export const headYear = {
  id: "head:year",
  alone: /^[（(【]?\s*(?:[0-9０-９]{4}|[〇○零一二三四五六七八九]{4})\s*年(?:度)?(?:\s*\d{1,2}\s*月(?:份)?)?\s*[）)】]?$/u,
  titleRow: /^(?=[^\n]*(?:[0-9０-９]{4}|[〇○零一二三四五六七八九]{4})\s*年)[^，,。；;：:\n]{6,60}(?:表|清单|台账|方案|计划|安排|分工|分解|任务|要点|[任务派发工遣分领交督转办提示通知整改]{2}[单卡书函])(?:[（(][^（）()]{1,20}[)）])?$/u,
  /** A line that says when the work was given. */
  given: /^(?:交办|下达|派发|转办|印发|发布|签发)(?:日期|时间)\s*[：:]\s*[0-9０-９]{4}\s*[年.\/-]/u,
  givenRows: ["交办日期：2024年4月8日", "下达时间：2024-04-08"],
  examples: ["（2025年度）", "二〇二五年度", "（2025年3月）"],
  /** The head of a column of times that names the year of all of them. */
  column: /^(?:[0-9０-９]{4}\s*年(?:度)?[\u4e00-\u9fff]{0,6}(?:时限|期限|时间|节点|日期)|[\u4e00-\u9fff]{0,6}(?:时限|期限|时间|节点|日期)[（(]\s*[0-9０-９]{4}\s*年(?:度)?\s*[）)])$/u,
  columns: ["2024年完成时限", "2025年度时间节点", "落地时间（2020年）", "完成时限(2024年度)"],
  rows: ["2024年城乡环境综合整治任务交办单", "2024年全区消防安全集中除患攻坚任务表", "某县2024年重点工作任务清单（第一批）"],
  not: ["填报日期：2024年5月8日", "2024年5月8日", "2024年完成投资5亿元，同比增长3%"],
} as const;
