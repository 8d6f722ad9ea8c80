/**
 * Labels that a site prints below an article, and the names of files under them. They came along when the article was saved as DOCX or PDF,
 * and belong to the page: no unit, no task, no attachment of the notice (附件：…, which GB/T 9704-2012 7.3.4 knows).
 */

/** A label of a site, by the words of its line with white space left out. */
export interface SiteLabel {
  readonly id: string;
  readonly pattern: RegExp;
  /** Whether lines of links to other pages follow it. */
  readonly links: boolean;
  readonly examples: readonly string[];
  readonly not: readonly string[];
}

const open = "[【\\[〖（(<〔]";
const close = "[】\\]〗）)>〕]";

export const siteLabels: readonly SiteLabel[] = [
  {
    id: "site:download",
    pattern: new RegExp(`^${open}?(?:(?:相关|有关|点击|本文)附件|(?:附件|文件|原文|全文|正文|文档|文本|相关|点击|资料|表格|政策)下载|下载(?:附件|文件|原文|全文|地址|链接|专区|区)|原文(?:链接|附件)|附件(?:列表|链接))${close}?[:：]?(?:${open}?(?:点击|右键)?(?:下载|查看)${close}?)?$`, "u"),
    links: false,
    examples: ["【相关附件】", "附件下载", "附件下载：", "【原文下载】", "[下载附件]", "相关下载", "全文下载：", "（点击下载）"],
    not: ["附件", "附件：", "附件1", "附件下载量统计", "相关附件由市文化局汇总", "相关部门"],
  },
  {
    id: "site:related",
    pattern: new RegExp(`^(?:${open}(?:相关(?:链接|文章|信息|新闻|阅读|推荐|内容|稿件|文档|资讯|解读|文件|政策|报道)|政策(?:解读|原文|图解)|图解|图片解读|文字解读|视频解读|媒体解读|延伸阅读|推荐阅读|友情链接)${close}|(?:相关链接|相关文章|相关新闻|相关阅读|相关解读|相关稿件|延伸阅读|推荐阅读|友情链接|(?:图片|文字|视频|图文|媒体|专家|部门)解读|图解政策|一图读懂))[:：]?$`, "u"),
    links: true,
    examples: ["【相关链接】", "相关阅读：", "[政策解读]", "【相关文件】", "文字解读", "一图读懂"],
    not: ["相关文件", "政策解读", "（一）政策解读", "相关链接产业"],
  },
  {
    id: "site:download-of",
    pattern: new RegExp(`^${open}?(?:相关附件|(?:附件|文件|原文|全文|正文)下载|下载(?:附件|文件))${close}?[:：].{1,120}\\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|txt|rtf|jpe?g|png)$`, "iu"),
    links: false,
    examples: ["附件下载：任务分解表.docx", "【相关附件】：布局图.pdf"],
    not: ["附件：任务分解表.docx", "附件1：任务分解表.docx"],
  },
];

/** The label that a line is, null for any other line. */
export function siteLabel(line: string): SiteLabel | null {
  if (line.length > 160) return null;
  const words = line.replace(/\s+/gu, "");
  return siteLabels.find(({ pattern }) => pattern.test(words)) ?? null;
}

/** A line that is the name of a file and nothing else. */
export const fileName = {
  id: "site:file",
  pattern: /^[-–—•·●■▪◆>\s]{0,6}(?:\d{1,2}\s?[.、)）]\s?)?[^\s:：。；;][^:：。；;]{0,120}\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|txt|rtf|jpe?g|png)\s{0,4}(?:[(（[【]?\s?\d+(?:\.\d+)?\s?[KkMm]?[Bb]?\s?[)）\]】]?)?\s{0,4}(?:[(（[【]?下载[)）\]】]?)?$/iu,
  examples: ["- 乡村阅览室布局图.pdf", "1.任务分解表.docx", "关于印发工作措施的通知.pdf（128KB）", "统计表.xls 下载"],
  not: ["1.完善统计表。", "附件：任务分解表.docx", "报送统计表.xls。"],
} as const;
