/** The report as one HTML file: pictures, what needs eyes, and the 台账 of all tasks. No script, nothing fetched, every value escaped. */
import { createHash } from "node:crypto";
import type { Language } from "../../model/finding.ts";
import type { Marks } from "../../model/marks.ts";
import type { ParseResult } from "../../model/notice.ts";
import { ledgerOf, type Ledger } from "../ledger/ledger.ts";
import { ledgerHeaders, ledgerKeys, ledgerRows } from "../ledger/table.ts";
import type { OutputOptions, Pieces, Results } from "../output.ts";
import { openPicturing } from "../pictures/facts.ts";
import { picturesOf, type Picture } from "../pictures/pictures.ts";
import { gatherReport, levelOrder, levels, type Entry, type FileSummary, type Level, type ReportData } from "./entries.ts";
import { markup, type Markup } from "./markup.ts";
import { cellInWords, pictureOf, spotsInWords } from "./spots.ts";
import { alsoWords, reportWords, statusWords, totalWords } from "./summary.ts";
import { printable } from "../../text/shown.ts";

const style = `:root{color-scheme:light dark}
body{font:16px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.25rem .6rem;border-bottom:1px solid #8886;overflow-wrap:anywhere}
th,td.n{white-space:nowrap}
td.n{text-align:right}
article{border-left:.3rem solid #888;margin:1rem 0;padding:.1rem 1rem;background:#8881}
.error{border-color:#c22}.warning{border-color:#c80}.doubt{border-color:#a3a}.info{border-color:#29a}
header{font-size:.85rem;opacity:.8;overflow-wrap:anywhere}
p{margin:.3rem 0}
blockquote{margin:.3rem 0;white-space:pre-wrap;overflow-wrap:anywhere}
svg{width:100%;height:auto}
svg.spot{float:right;width:4.5rem;margin:.4rem 0 .4rem 1rem}.spot .paper{fill:#fff;stroke:#888;stroke-width:4}.spot .row{fill:#1f6feb;fill-opacity:.25}.spot .own{fill:#c22;stroke:#c22;stroke-width:5}
article::after{content:"";display:block;clear:both}
figure{margin:1rem 0}
.ledger td{font-size:.9rem;white-space:pre-line}
.ledger tr.check td:last-child{border-left:.3rem solid #c80}
@media print{@page{size:A4 landscape}body{max-width:none}.ledger thead{display:table-header-group}.ledger tr{break-inside:avoid}}
mark{background:#fd6;color:#000;text-decoration:underline wavy #c22}`;

/** Only the style below may run; nothing may be fetched, framed or sent (Content Security Policy level 3). */
const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'`;

/** Writes the report when all results are there. */
export async function* writeReportHtml(results: Results, { language }: Pick<OutputOptions, "language">): Pieces {
  const ledgers: Told[] = [];
  const picturing = openPicturing();
  async function* seen(): AsyncGenerator<ParseResult, void, undefined> {
    for await (const result of results) {
      ledgers.push({ ledger: ledgerOf(result, language), marks: result.marks?.tasks ?? [] });
      picturing.add(result);
      yield result;
    }
  }
  const report = await gatherReport(seen(), language);
  yield pageOf({ report, ledgers, pictures: picturesOf(picturing.done(), language) }, language).html;
}

/** The ledger of a notice, and where the values of its tasks stand. */
interface Told {
  readonly ledger: Ledger;
  readonly marks: Marks["tasks"];
}

interface Shown {
  readonly report: ReportData;
  readonly ledgers: readonly Told[];
  readonly pictures: readonly Picture[];
}

function pageOf({ report, ledgers, pictures }: Shown, language: Language): Markup {
  const say = (key: keyof typeof reportWords): string => reportWords[key][language];
  return markup`<!DOCTYPE html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${say("title")}</title>
<style>${{ html: style }}</style>
</head>
<body>
<h1>${say("title")}</h1>
<p>${totalWords(report, language)}</p>
<table>
<thead><tr><th>${say("file")}</th><th>${say("notice")}</th><th>${say("status")}</th><th>${say("tasks")}</th>${levelOrder.map((level) => markup`<th>${levels[level][language]}</th>`)}</tr></thead>
<tbody>
${report.files.map((file) => fileRow(file, language))}</tbody>
</table>
${pictures.map((picture) => figure(picture, language))}${levelOrder.map((level) => section(level, report, language))}${ledgers.map((told) => ledgerSection(told, language))}</body>
</html>
`;
}

/** A picture, and its numbers for those who do not see it. */
function figure({ svg, title, description, head, rows }: Picture, language: Language): Markup {
  return markup`<figure>
${{ html: svg }}<figcaption>${description}</figcaption>
<details><summary>${title}${language === "zh" ? "：数字" : ": numbers"}</summary>
<table>
<thead><tr>${head.map((name) => markup`<th>${name}</th>`)}</tr></thead>
<tbody>${rows.map((row) => markup`<tr>${row.map((words) => markup`<td>${printable(words)}</td>`)}</tr>`)}</tbody>
</table>
</details>
</figure>
`;
}

/** All tasks of a notice, the doubts beside each; where a value stands is the title of its cell. */
function ledgerSection({ ledger, marks }: Told, language: Language): Markup {
  if (ledger.lines.length === 0) return markup``;
  const rows = ledgerRows({ ...ledger, remarks: [] }, language, { alone: true }).map((row) => ledgerKeys.map((name) => String(row[name] ?? "")));
  const about = [ledger.documentNumber, ledger.dateIssued].filter((part) => part !== null).join(" ");
  return markup`<section class="ledger">
<h2>${printable(ledger.title)}${language === "zh" ? " 台账" : ": ledger"}</h2>
<p>${printable(about)}</p>
<table>
<thead><tr>${ledgerHeaders(language).map((name) => markup`<th>${name}</th>`)}</tr></thead>
<tbody>
${rows.map((row, i) => markup`<tr class="${row.at(-1) === "" ? "clear" : "check"}">${row.map((words, k) => cell(words, cellInWords(marks[i], ledgerKeys[k] ?? "", language)))}</tr>
`)}</tbody>
</table>
</section>
`;
}

function cell(words: string, spot: string): Markup {
  return spot === "" || words === "" ? markup`<td>${words}</td>` : markup`<td title="${spot}">${words}</td>`;
}

function fileRow(file: FileSummary, language: Language): Markup {
  const counts = levelOrder.map((level) => markup`<td class="n">${file.counts[level]}</td>`);
  return markup`<tr><td>${printable(file.file)}</td><td>${printable(file.title ?? "")}</td><td>${statusWords(file, language)}</td><td class="n">${file.tasks}</td>${counts}</tr>
`;
}

function section(level: Level, { files, entries, pages }: ReportData, language: Language): Markup {
  const found = entries.filter((entry) => entry.level === level);
  if (found.length === 0) return markup``;
  return markup`<section>
<h2>${levels[level][language]} ${files.reduce((sum, file) => sum + file.counts[level], 0)}</h2>
${found.map((entry) => article(entry, pages.get(entry) ?? [], language))}</section>
`;
}

function article(entry: Entry, pages: Marks["pages"], language: Language): Markup {
  const { level, file, where, task, code, message, excerpt, marked } = entry;
  const spot = marked === null ? "" : spotsInWords(marked.own, language);
  const head = [file, spot === "" ? where : spot, task === null ? "" : `${reportWords.task[language]} ${task}`, code].filter((part) => part !== "").map(printable).join(" · ");
  const quoted = excerpt === null ? markup`` : markup`<blockquote>${excerpt.before}<mark>${excerpt.words}</mark>${excerpt.after}</blockquote>
`;
  const also = alsoWords(entry, language);
  return markup`<article class="${level}">
${marked === null ? markup`` : pictureOf(marked, pages, language)}<header>${head}</header>
<p>${printable(message)}</p>
${quoted}${also === null ? markup`` : markup`<p>${printable(also)}</p>
`}</article>
`;
}
