/** Where a fact about the notice was found, or what settled it: what `basis` says in `notice.evidence`, `workYear` and `jurisdiction`. */
import type { Explanation } from "../explanation.ts";

const letter = { zh: "GB/T 9704—2012 公文格式", en: "GB/T 9704-2012, layout of official documents" };
const record = { zh: "《政府信息公开条例》公开目录", en: "catalogue of the Regulations on Open Government Information" };
const order = { zh: "项目约定：离正文近的先于远的", en: "convention of the project: what stands nearer to the text goes first" };
const printed = { zh: "原文动词", en: "the printed verb" };
const regulations = { zh: "《党政机关公文处理工作条例》", en: "regulations on the handling of official documents" };
const none = { examples: [], not: [] } as const;

export const grounds = {
  body: { zh: "通知的正文。", en: "The text of the notice.", source: letter, ...none },
  heading: { zh: "网页或文件的标题（HTML 的 h1、DOCX 的标题样式）。", en: "The heading of the page or file (h1 of HTML, heading styles of DOCX).", source: letter, ...none },
  letterhead: { zh: "版头：发文机关标志、发文字号所在处。", en: "The letterhead, where the issuing authority and the number stand.", source: letter, ...none },
  signature: { zh: "落款：发文机关署名和成文日期。", en: "The signature: issuer and date at the end.", source: letter, ...none },
  "page-record": { zh: "网页上的公开目录：索引号、发布日期等。", en: "The catalogue record of the page: index number, date of publication.", source: record, ...none },
  meta: { zh: "网页头部的 meta 标签；冒号后是标签名。", en: "A meta tag of the page; its name stands behind the colon.", source: { zh: "《政府网站发展指引》", en: "guidelines for government websites" }, ...none },
  title: { zh: "由标题确定。", en: "Settled by the title.", source: order, ...none },
  text: { zh: "由正文里的附件名称等文字确定。", en: "Settled by words of the text, such as the name of the attachment.", source: order, ...none },
  issuers: { zh: "由发文机关确定。", en: "Settled by the issuers.", source: order, ...none },
  addressees: { zh: "由主送机关确定。", en: "Settled by the addressees.", source: order, ...none },
  documentNumber: { zh: "由发文字号（机关代字、年份）确定。", en: "Settled by the document number (code of the authority, year).", source: letter, ...none },
  dateIssued: { zh: "由成文日期确定。", en: "Settled by the date of issue.", source: letter, ...none },
  datePublished: { zh: "由发布日期确定。", en: "Settled by the date of publication.", source: record, ...none },
  siteIdCode: { zh: "由网站标识码确定（前六位是行政区划）。", en: "Settled by the site's identification code (its first six digits are a division).", source: { zh: "《政府网站发展指引》；GB/T 2260", en: "guidelines for government websites; GB/T 2260" }, ...none },
  siteDomain: { zh: "由网站域名确定。", en: "Settled by the domain of the site.", source: { zh: "政府网站域名", en: "domains of government websites" }, ...none },
  named: { zh: "只提到那个文件，没有写与它的关系。", en: "The document is named, and no verb says more.", source: printed, ...none },
  cites: { zh: "根据、按照那个文件。", en: "According to the document.", source: printed, ...none },
  implements: { zh: "贯彻、落实、执行那个文件。", en: "The notice carries the document out.", source: printed, ...none },
  transmits: { zh: "转发、批转那个文件。", en: "The notice passes the document on.", source: regulations, ...none },
  amends: { zh: "修改那个文件。", en: "The notice amends the document.", source: regulations, ...none },
  supplements: { zh: "补充那个文件。", en: "The notice adds to the document.", source: printed, ...none },
  repeals: { zh: "废止那个文件。", en: "The notice repeals the document.", source: regulations, ...none },
  option: { zh: "由使用者给的选项确定。", en: "Settled by an option of the caller.", source: { zh: "使用者的选项", en: "an option" }, ...none },
} as const satisfies Readonly<Record<string, Explanation>>;
