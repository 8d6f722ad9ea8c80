/** Web pages that mean harm. */
import { encode, type AttackRow } from "./attack.ts";

const page = (body: string, head = ""): Uint8Array => encode(`<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`);
const task = "<h1>关于2020年重点工作任务分工的通知</h1><p>一、加强政务公开。（牵头单位：市政府办公室；完成时限：2020年12月底前）</p>";

/** Words that would act if an output let them through. */
const injections = [
  "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "＝1", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</text></svg><script>1</script>", "'; DROP TABLE tasks; --", "]]>", "<!--", "${1}", "{{1}}", "\u001b[2J\u001b]0;x\u0007", "\u202e牵头", "javascript:alert(1)", "file:///etc/passwd", "../../../etc/passwd", "C:\\Windows\\x", "%00", "a\u0000b",
] as const;
const escaped = (text: string): string => text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;");

export const htmlAttacks: readonly AttackRow[] = [
  { name: "html: 100 000 blocks one in another", make: () => page("<div>".repeat(100_000) + "任务"), says: "limit/depth", status: "failed" },
  { name: "html: 400 blocks one in another", make: () => page("<div>".repeat(400) + task) },
  { name: "html: 30 000 inline elements left open", make: () => page("<b><i>".repeat(15_000) + "任务"), says: "limit/depth", status: "failed" },
  { name: "html: lists and tables one in another", make: () => page("<table><tr><td><ul><li>".repeat(200) + "任务") },
  { name: "html: a million cells", make: () => page(`<table>${`<tr>${"<td>1".repeat(100)}`.repeat(10_000)}</table>`), says: "limit/cells", costly: true },
  { name: "html: cells that span everything", make: () => page(`<table>${'<tr><td colspan="1000" rowspan="65534">一<td colspan="99999999999" rowspan="-1">二'.repeat(200)}</table>`), says: "limit/cells" },
  { name: "html: one cell that spans 65 534 000 slots", make: () => page('<table><tr><td colspan="1000" rowspan="65534">任务<tr><td>二</table>') },
  { name: "html: a million attributes", make: () => page(`<p ${Array.from({ length: 1_000_000 }, (_, i) => `a${i}`).join(" ")}>任务</p>`), costly: true },
  { name: "html: 20 000 attributes", make: () => page(`<p ${Array.from({ length: 20_000 }, (_, i) => `a${i}=1`).join(" ")}>任务</p>`) },
  { name: "html: an attribute of 5 MB", make: () => page(`<p class="${"footer ".repeat(700_000)}" style="${"color:red;".repeat(10_000)}">任务</p>`) },
  { name: "html: 200 000 entities", make: () => page(`<p>${"&amp;&#x4efb;&notanentity;&#0;&#xD800;&#x110000;".repeat(40_000)}</p>`) },
  { name: "html: comments without end", make: () => page(`${task}${"<!--".repeat(100_000)}`) },
  { name: "html: conditional comments", make: () => page(`<!--[if mso]><table><tr><td>任务</td></tr></table><![endif]--><![if !mso]>${task}<![endif]>`), status: "success" },
  { name: "html: script, style and template are not read", make: () => page(`<script>document.write("任务")</script><style>p{content:"任务"}</style><template><p>任务</p></template><noscript>任务</noscript>${task}`), status: "success" },
  { name: "html: external things are not fetched", make: () => page(`<img src="http://127.0.0.1:9/a.png" width=900 height=900><iframe src="file:///etc/passwd"></iframe><object data="http://127.0.0.1:9/"></object>${task}`, '<base href="http://127.0.0.1:9/"><link rel=stylesheet href="http://127.0.0.1:9/a.css"><meta http-equiv=refresh content="0;url=http://127.0.0.1:9/">'), status: "success" },
  { name: "html: an encoding that lies", make: () => encode(`<meta charset="utf-7"><p>+ADw-script+AD4- 任务分工</p>`), says: "html/charset-lied" },
  { name: "html: UTF-16 that says it is UTF-8", make: () => new Uint8Array(Buffer.from(`<meta charset="utf-8">${task}`, "utf16le")) },
  { name: "html: halves of surrogates and controls", make: () => new Uint8Array(Buffer.from(`\ufeff<p>\ud800任务\udc00\0\u0001\u202e\ufffe</p>${task}`, "utf16le")) },
  { name: "html: an encoding that is looked for long", make: () => encode(`<meta charset=${" ".repeat(65_000)}`) },
  { name: "html: words that would act in an output", make: () => page(injections.map((words, i) => `<h2>${escaped(words)}</h2><p>${i + 1}.${escaped(words)}。（牵头单位：${escaped(words)}；完成时限：${escaped(words)}）</p>`).join("")) },
  { name: "html: a table of words that would act", make: () => page(`<table><tr><th>序号<th>工作任务<th>责任单位<th>完成时限</tr>${injections.map((words, i) => `<tr><td>${i + 1}<td>${escaped(words)}<td>${escaped(words)}<td>${escaped(words)}</tr>`).join("")}</table>`) },
  { name: "html: a line of 10 MB", make: () => page(`<p>${"任务，".repeat(1_100_000)}</p>`), costly: true },
  { name: "html: headings that repeat a column pattern", make: () => page(`<table><tr><th>${"计划完成".repeat(40)}x<th>工作任务<th>责任单位</tr><tr><td>1<td>一<td>市财政局</table>`) },
  { name: "html: buttons in a row", make: () => page(`<p>${"返回首页".repeat(29)}x</p>${task}`) },
  { name: "html: repealed titles in a row", make: () => page(`<p>废止${"《甲》（乙）、".repeat(60)}和《丙》</p>${task}`) },
  { name: "html: 3000 document numbers", make: () => page(`<p>${"皖政办〔2020〕66号、".repeat(3000)}</p>`) },
  { name: "html: names of the prototype", make: () => page('<p class="__proto__" constructor="x">__proto__</p><table><tr><th>__proto__<th>constructor<th>责任单位</tr><tr><td>toString<td>hasOwnProperty<td>__proto__</tr></table>') },
];
