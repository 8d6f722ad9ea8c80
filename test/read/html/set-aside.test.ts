/** Words of a page that are no part of what it says, and words that a script shows; each is said. */
import { describe, expect, test } from "vitest";
import { openContext } from "../../../src/model/context.ts";
import { read } from "../../../src/read/read.ts";
import { outline } from "./reading.ts";

async function page(body: string, head = ""): Promise<{ shows: string[]; says: [code: string, actual: string | null][] }> {
  const context = openContext();
  const bytes = new TextEncoder().encode(`<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`);
  const { document } = await read({ name: "a.html", bytes, uri: null, role: "notice", label: null }, 0, context);
  for (const { place } of context.diagnostics.filter(({ code }) => code.startsWith("words/"))) expect(place.length).toBeGreaterThan(0);
  return { shows: document === null ? [] : outline(document), says: context.diagnostics.map(({ code, actual }) => [code, actual]) };
}

const style = (css: string): string => `<style>${css}</style>`;

describe("struck out", () => {
  test.each([
    ["s", "<p><s>市财政局</s>市审计局</p>", ""],
    ["del", "<p><del>市财政局</del><ins>市审计局</ins></p>", ""],
    ["strike", "<p><strike>市财政局</strike> 市审计局</p>", ""],
    ["inline CSS", '<p><span style="text-decoration:line-through">市财政局</span>市审计局</p>', ""],
    ["several decorations", '<p><span style="text-decoration: underline line-through red">市财政局</span>市审计局</p>', ""],
    ["a class", '<p><span class="x y">市财政局</span>市审计局</p>', style(".x{color:red;text-decoration:line-through}")],
    ["a tag and a class", '<p><span class="x">市财政局</span>市审计局</p>', style("p{margin:0} span.x , b.x {text-decoration-line:line-through}")],
    ["below an ancestor", '<div id="n"><p><i>市财政局</i>市审计局</p></div>', style("#n p > i{text-decoration:line-through}")],
    ["words inside of it", "<p><s><b>市财政</b>局</s>市审计局</p>", ""],
    ["a rule behind a comment", '<p><u class="x">市财政局</u>市审计局</p>', style("/* a{b} */ @media print{.x{display:none}} .x{text-decoration:line-through}")],
    ["in a cell", "<table border=1><tr><td>单位</td><td>时限</td></tr><tr><td><s>市财政局</s>市审计局</td><td>9月</td></tr></table>", ""],
  ])("%s", async (_, body, head) => {
    const { shows, says } = await page(body, head);
    expect(shows.join()).toContain("市审计局");
    expect(shows.join()).not.toContain("财政");
    expect(says).toEqual([["words/struck", "市财政局"]]);
  });

  test.each([
    ["a decoration that is none", '<p><s style="text-decoration:none">市财政局</s></p>', ""],
    ["underlined", '<p><span style="text-decoration:underline">市财政局</span></p>', ""],
    ["a class that no rule strikes", '<p><span class="strike">市财政局</span></p>', style(".other{text-decoration:line-through}")],
    ["a rule for print", '<p><span class="x">市财政局</span></p>', style("@media print{.x{text-decoration:line-through}}")],
    ["a rule for a pointer", '<p><a class="x">市财政局</a></p>', style(".x:hover{text-decoration:line-through}")],
  ])("not: %s", async (_, body, head) => {
    expect(await page(body, head)).toEqual({ shows: ["p| 市财政局"], says: [] });
  });
});

describe("words that wait for a program", () => {
  const item = "1.修复水毁堤防，加固险工险段，整治两岸环境，提升防洪能力，保障行洪畅通。（县水利局）";
  const escaped = Array.from(item, (letter) => (letter > "\u2e80" ? `\\u${letter.charCodeAt(0).toString(16)}` : letter)).join("");

  test.each([
    ["a template", `<template><p>${item}</p></template>`],
    ["for browsers without scripts", `<noscript><p>${item}</p></noscript>`],
    ["a hidden field", `<textarea style="display:none">&lt;p&gt;${item}&lt;/p&gt;</textarea>`],
    ["a script", `<script>var content = "<p>${item}</p>"; document.write(content)</script>`],
    ["data of a script, in escapes", `<script>window.__DATA__ = {"content":"${escaped}"}</script>`],
    ["JSON", `<script type="application/json">{"list":[{"text":"${item}"}]}</script>`],
  ])("are said: %s", async (_, body) => {
    const { says } = await page(`<p>通知正文</p>${body}`);
    expect(says.map(([code]) => code)).toEqual(["words/hidden"]);
    expect(says[0]?.[1]).toContain("（县水利局）");
  });

  test.each([
    ["what the page shows too", `<p>${item}</p><script>var summary = "${item}"</script>`],
    ["messages of a form", `<p>通知正文</p><script>alert("责任单位不能为空，请重新选择后提交")</script>`],
    ["a request for another browser", "<p>通知正文</p><noscript>您的浏览器不支持JavaScript，请启用后重新访问本网站。</noscript>"],
    ["code", "<p>通知正文</p><script>function f(a){return a.b(办)}</script>"],
  ])("are not: %s", async (_, body) => {
    expect((await page(body)).says).toEqual([]);
  });
});

describe("what shows words and is no text", () => {
  test.each([
    ["a drawing", '<svg width="800" height="600"><g><text>3.拆除违建，整治市容<tspan>（县公安局）</tspan></text></g></svg>', ["picture/not-read", "3.拆除违建，整治市容（县公安局）"]],
    ["a page inside of a frame", '<iframe srcdoc="&lt;p&gt;3.拆除违建，整治市容。（县公安局）&lt;/p&gt;"></iframe>', ["file/not-read", "srcdoc"]],
  ] as const)("is said: %s", async (_, body, wanted) => {
    expect((await page(`<p>通知正文</p>${body}`)).says).toEqual([wanted]);
  });

  test.each(['<svg width="800" height="600"><text>一月</text><text>二月</text></svg>', '<svg width="20" height="20"><text>中华人民共和国中央政府</text></svg>', '<div class="footer"><svg width="800" height="600"><text>石桥县人民政府政务公开专栏</text></svg></div>', '<iframe srcdoc="&lt;b&gt;ok&lt;/b&gt;"></iframe>'])("is not: %s", async (body) => {
    expect((await page(`<p>通知正文</p>${body}`)).says).toEqual([]);
  });
});

test("fields in cells show their values", async () => {
  const row = (cells: string): string => `<table border=1><tr><td>任务</td><td>单位</td></tr><tr>${cells}</tr></table>`;
  expect((await page(row('<td><textarea>修复堤防</textarea></td><td><input value="县水利局" readonly></td>'))).shows).toEqual(["table 2x2| 任务⏎单位⏎修复堤防⏎县水利局"]);
  expect((await page(row("<td>修复堤防</td><td><select><option>县公安局</option><option selected>县水利局</option></select></td>"))).shows).toEqual(["table 2x2| 任务⏎单位⏎修复堤防⏎县水利局"]);
  expect((await page(row('<td>修复堤防<input type="hidden" value="7"></td><td><input type="button" value="选择">县水利局<input value="市" style="display:none"></td>'))).shows).toEqual(["table 2x2| 任务⏎单位⏎修复堤防⏎县水利局"]);
});

describe("a field in a cell shows", () => {
  test.each([
    ["a marked option of a group", "<select><option>县公安局<optgroup label=县直><option selected>县水利局</optgroup></select>", "县水利局"],
    ["the first option where none is marked", "<select><option>县水利局<option>县公安局</select>", "县水利局"],
    ["the first that can be chosen", "<select><option disabled>请选择<optgroup disabled><option>县公安局</optgroup><option>县水利局</select>", "县水利局"],
    ["the first of a group", "<select><optgroup label=县直><option>县水利局<option>县公安局</optgroup></select>", "县水利局"],
    ["the last of several marked", "<select><option selected>县公安局<option selected>县水利局</select>", "县水利局"],
    ["all that are marked of many", "<select multiple><option selected>县公安局<option>县教育局<option selected>县水利局</select>", "县公安局、县水利局"],
    ["the label of an option", '<select><option label="县水利局">slj</select>', "县水利局"],
    ["a search", "<input type=search value=县水利局>", "县水利局"],
    ["a number to ring", "<input type=tel value=县水利局>", "县水利局"],
    ["an address", "<input type=EMAIL value=县水利局>", "县水利局"],
    ["a kind that nobody knows", "<input type=unit value=县水利局>", "县水利局"],
  ])("%s", async (_, field, words) => {
    const { shows } = await page(`<table border=1><tr><td>任务</td><td>单位</td></tr><tr><td>修复堤防</td><td>${field}</td></tr></table>`);
    expect(shows).toEqual([`table 2x2| 任务⏎单位⏎修复堤防⏎${words}`]);
  });

  test.each([
    ..."hidden password checkbox radio file image button submit reset range color".split(" ").map((type) => `<input type=${type} value=县公安局>`),
    "<select multiple><option>县公安局</select>", "<select size=4><option>县公安局<option>县教育局</select>", "<select></select>", "<select style=display:none><option>县公安局</select>",
  ])("not: %s", async (field) => {
    const { shows } = await page(`<table border=1><tr><td>任务</td><td>单位</td></tr><tr><td>修复堤防</td><td>县水利局${field}</td></tr></table>`);
    expect(shows).toEqual(["table 2x2| 任务⏎单位⏎修复堤防⏎县水利局"]);
  });
});

describe("raised", () => {
  test.each([
    ["<p>市财政局<sup>2</sup>、市审计局</p>", "市财政局、市审计局", "2"],
    ["<p>9<sup>1</sup>月底前</p>", "9月底前", "1"],
    ['<p>市财政局<a href="#_ftn1"><sup>[1]</sup></a></p>', "市财政局", "[1]"],
    ['<p>市财政局<span style="vertical-align:super;font-size:9px">①</span></p>', "市财政局", "①"],
    ["<p>市财政局²</p>", "市财政局", "²"],
    ["<p>市财政局<sup>1,2</sup>。</p>", "市财政局。", "1,2"],
    ["<p>市财政局<sup>*</sup></p>", "市财政局", "*"],
    ["<p>市财政局<sup>（注1）</sup></p>", "市财政局", "（注1）"],
  ])("%s", async (body, words, mark) => {
    expect(await page(body)).toEqual({ shows: [`p| ${words}`], says: [["words/raised-mark", mark]] });
  });

  test.each(["<p>3000m<sup>2</sup>以上</p>", "<p>CO<sub>2</sub></p>", "<p>2×10<sup>3</sup>吨</p>", "<p>3000m²</p>", "<p>办法<sup>（试行）</sup></p>"])("content: %s", async (body) => {
    const { shows, says } = await page(body);
    expect(shows).toEqual([`p| ${body.replace(/<[^>]*>/gu, "")}`]);
    expect(says).toEqual([]);
  });
});

describe("nobody sees", () => {
  test.each([
    ["size 0", "font-size:0"],
    ["size 0px", "font-size:0px;color:#FFF"],
    ["size 0 in one word for all of the type", "font:0/0 a"],
    ["size 1px in one word for all of the type", "font: bold 1px/20px 宋体"],
    ...["400 0/0 a", "bold 400 0px/1.5 a", "normal 700 0 a", "oblique 10deg 0/0 a", "0 / 0 a", "400 0 宋体", "0px 宋体, serif", ".5px a", "italic small-caps 1pt/20px 'a/b'"].map((font) => [`font: ${font}`, `font:${font}`]),
    ["a font without a size behind size 0", "font-size:0;font:a"],
    ["opacity 0", "opacity:0"],
    ["opacity 0.0", "opacity: 0.0"],
    ["off the page, whatever its opacity", "text-indent:-9999px;opacity:1"],
    ["off the page", "position:absolute;left:-9999px"],
    ["above the page", "position:absolute;top:-2000px"],
    ["drawn off by its margin", "margin-left:-9999px"],
    ["drawn off by the last of four margins", "margin:0 0 0 -300em"],
    ["off its own place", "position:relative;left:-9999px"],
    ["moved off", "display:inline-block;transform:translateX(-9999px)"],
    ["moved above", "display:inline-block;transform: translate(0, -200em)"],
    ["indented away", "display:inline-block;text-indent:-9999px"],
    ["clipped", "position:absolute;clip:rect(0,0,0,0)"],
    ["shrunk to nothing", "transform:scale(0)"],
    ["a box of a pixel", "width:1px;height:1px;overflow:hidden;display:inline-block"],
    ["white on white", "color:#ffffff"],
    ["white without commas", "color:rgb(255 255 255)"],
    ["white by lightness", "color:hsl(0, 0%, 100%)"],
    ["a hundredth of an em", "font-size:.01em"],
    ["contents hidden", "content-visibility:hidden"],
    ["zoomed to nothing", "zoom:0"],
    ["letters drawn together", "letter-spacing:-9999px"],
    ["off by inset", "position:absolute;inset:-9999px auto auto -9999px"],
    ["clipped to a point", "clip-path:polygon(0 0, 0 0, 0 0)"],
    ["clipped to a circle of nothing", "clip-path:circle(0px)"],
    ["display none", "display:none"],
    ["invisible", "visibility:hidden"],
  ])("%s, inline and by a class", async (_, css) => {
    for (const [attribute, head] of [[`style="${css}"`, ""], ['class="q"', style(`.q{${css}}`)]] as const) {
      expect(await page(`<p>建成<span ${attribute}>乱码</span>平台。</p>`, head)).toEqual({ shows: ["p| 建成平台。"], says: [["words/hidden", "乱码"]] });
    }
  });

  test.each([
    ["white on a colour", '<table border=1><tr style="background:#c00"><td><b>一</b><span style="color:#fff">单位</span></td><td>时限</td></tr></table>', "单位"],
    ["white alone in its block", '<p><span style="color:#fff">单位</span></p>', "单位"],
    ["a size inside of size 0", '<div style="font-size:0">　<span style="font-size:14px">单位</span></div>', "单位"],
    ...["400 14px/0 a", "0 14px a", "400 16px/0 宋体", "100 1em a", "oblique 0deg 14px a", "bold medium 宋体", "14px '0px x'", "100 1.5rem/1 a", "caption", "initial"].map((font) => [`font: ${font}`, `<div style="font-size:0">　<span style="font:${font}">单位</span></div>`, "单位"]),
    ["half transparent", '<p>甲<span style="opacity:.5">单位</span></p>', "单位"],
    ["a little to the left", '<p style="position:relative;left:-20px">单位</p>', "单位"],
    ["a margin of a paragraph", '<p style="margin-left:-20px">单位</p>', "单位"],
    ["a column drawn back", '<div style="float:left;width:900px;margin-left:-900px"><p>单位</p></div>', "单位"],
    ["a column drawn back by its share", '<div style="margin-left:-100%"><p>单位</p></div>', "单位"],
    ["centred by half its width", '<div style="position:absolute;left:50%;margin-left:-600px"><p>单位</p></div>', "单位"],
    ["centred by a transform", '<div style="position:absolute;left:50%;transform:translate(-50%,-50%)"><p>单位</p></div>', "单位"],
    ["a margin to the right", '<p style="margin:0 -9999px 0 0">单位</p>', "单位"],
    ["a small indent", '<p style="text-indent:2em">单位</p>', "单位"],
  ])("seen: %s", async (_, body, words) => {
    const { shows, says } = await page(body);
    expect(shows.join()).toContain(words);
    expect(says).toEqual([]);
  });

  test.each(["font:inherit", "font-size:inherit", "font: unset", "font:a", "color:red"])("size 0 holds inside of it: %s", async (css) => {
    expect(await page(`<p>建成<span style="font-size:0"><span style="${css}">乱码</span></span>平台。</p>`)).toEqual({ shows: ["p| 建成平台。"], says: [["words/hidden", "乱码"]] });
  });

  test.each(["opacity:0", "position:absolute;left:-5000px", "display:none"])("a short line of an allocation alone in its block is said: %s", async (css) => {
    const { shows, says } = await page(`<p>建成平台。</p><div style="${css}"><p>拆除违建。（市城管局）</p></div>`);
    expect([shows, says.map(([code]) => code)]).toEqual([["p| 建成平台。"], ["words/hidden"]]);
  });

  test.each([
    ["transparent", '<p>甲乙</p><p style="opacity:0">另由乙镇办理</p>'],
    ["off the page", '<p>甲乙</p><div style="position:absolute;left:-9999px"><p>另由乙镇办理</p></div>'],
    ["not shown", '<p>甲乙</p><p style="display:none">另由乙镇办理</p>'],
    ["in a named article", '<div class="TRS_Editor"><div hidden>另由乙镇办理</div><p>甲乙</p></div>'],
    ["behind a table", '<p>甲乙</p><table border=1><tr><td>丙</td><td>丁</td></tr></table><div style="opacity:0">另由乙镇办理</div>'],
  ])("words of the article that are no sentence are said: %s", async (_, body) => {
    expect((await page(body)).says).toEqual([["words/hidden", "另由乙镇办理"]]);
  });

  test.each([
    ["a stray character", '<p>甲乙</p><p style="opacity:0">丙</p>'],
    ["a label for screen readers", '<p>甲乙</p><div class="sr-only" style="position:absolute;left:-9999px">正文开始处</div>'],
    ["a window", '<p>甲乙</p><div class="share-layer" style="display:none">长按识别图中的码</div>'],
    ["links", '<p>甲乙</p><div style="display:none"><a href="/a">政务公开专栏</a></div>'],
    ["the title a second time", '<h1>关于印发方案的通知</h1><p>甲乙</p><div style="display:none">关于印发方案的通知</div>'],
    ["page information", '<p>甲乙</p><div style="display:none">发布时间：2031-03-01</div>'],
    ["beside a named article", '<p>甲乙</p><div style="display:none">另由乙镇办理</div><div class="TRS_Editor"><p>丙丁</p></div>'],
    ["above any paragraph", '<div style="display:none">无障碍浏览模式</div><p>甲乙</p>'],
  ])("not: %s", async (_, body) => {
    expect((await page(body)).says).toEqual([]);
  });

  test("a hidden menu or window says nothing", async () => {
    expect((await page('<div class="share-box" style="display:none">分享到微信</div><ul style="display:none"><li><a href="/a">首页</a></li></ul><p>甲</p>')).says).toEqual([]);
  });
});

const table = "<table border=1><tr><td>序号</td><td>工作任务</td><td>责任单位</td></tr><tr><td>1</td><td>建成政务服务平台并接入全部部门</td><td>市数据资源局</td></tr></table>";
const prose = "<p>建成政务服务平台，接入全部部门，完成老旧小区改造。</p>";

describe("shown by a script", () => {
  test.each([
    ["a saved article of a chat app", `<div id="js_content" style="visibility: hidden; opacity: 0;">${prose}${table}</div>`, ""],
    ["most of the page", `<h1>关于印发方案的通知</h1><div hidden>${prose}</div>`, ""],
    ["a panel of a tab set", `<div class="tab-pane">甲</div><div class="tab-pane" style="display:none">${table}</div>`, ""],
    ["a second tab of any class", `<div class="k1 m">${prose.replace("建成", "推进")}</div><div class="k1" style="display:none">${prose}</div>`, ""],
    ["a tab panel by its role", `<p>甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲</p><div role="tabpanel" hidden>${prose}</div>`, ""],
    ["a fold", `<div class="accordion-item">甲<div class="accordion-body" style="display:none">${prose}</div></div>`, ""],
    ["a class of the page", `<p>甲</p><div class="collapse">${table}</div>`, style(".collapse{display:none}")],
    ["the body of an article", `<p>甲</p><div class="TRS_Editor" style="display:none">${prose}</div>`, ""],
    ["a fold of no height", `<p>甲</p><div class="fold-content" style="display:none;height:0">${prose}</div>`, ""],
    ["an article that fades in", `<h1>印发方案</h1><div style="opacity:0;transition:opacity 1s">${prose}${table}</div>`, ""],
    ["the whole wrapper", `<div style="display:none">${prose}${table}</div>`, ""],
  ])("%s", async (_, body, head) => {
    const { shows, says } = await page(body, head);
    expect(shows.join()).toContain("建成政务服务平台");
    expect(says.map(([code]) => code)).toEqual(["words/shown-by-script"]);
  });

  test.each([
    ["a copy of the article", `${prose}<div id="content" class="tab-pane" style="display:none">${prose}</div>`],
    ["a window", `<p>推进政务服务，完善各项制度建设和平台管理。</p><div class="modal" style="display:none">${prose}</div>`],
    ["a decoy in a cell", `<table border=1><tr><td>推进各项工作落实到位并定期通报<div class="tab-pane" style="display:none">${prose}</div></td><td>时限</td></tr></table>`],
    ["transparent words", `<p>推进政务服务，完善各项制度建设和平台管理。</p><div class="tab-pane" style="opacity:0">${prose}</div>`],
  ])("not: %s", async (_, body) => {
    const { shows, says } = await page(body);
    expect(shows.join().split("接入全部部门").length - 1).toBe(body.startsWith(prose) ? 1 : 0);
    expect(says.map(([code]) => code)).toEqual(["words/hidden"]);
  });
});

describe("escaped twice", () => {
  test.each([
    ["市数据资源局&amp;nbsp;市财政局", "市数据资源局\u00a0市财政局"],
    ["甲局&lt;br&gt;乙局", "甲局⏎乙局"],
    ["甲局&lt;br /&gt;乙局", "甲局⏎乙局"],
    ["完成&lt;span style=&quot;color:red&quot;&gt;改造&lt;/span&gt;。", "完成改造。"],
    ["&amp;ldquo;一网通办&amp;rdquo;平台", "“一网通办”平台"],
    ["6月底前&amp;nbsp;", "6月底前"],
    ["甲&amp;amp;乙", "甲&乙"],
    ["甲&amp;#160;乙", "甲\u00a0乙"],
    ["&lt;p&gt;甲&lt;/p&gt;&lt;p&gt;乙&lt;/p&gt;", "甲⏎乙"],
    ["&lt;strong&gt;甲&lt;/strong&gt;乙", "甲乙"],
  ])("%s", async (body, words) => {
    const { shows, says } = await page(`<table border=1><tr><td>${body}</td><td>丁</td></tr><tr><td>戊</td><td>己</td></tr></table>`);
    expect(shows.join().replaceAll("\u00a0", " ").replace(" ⏎", "⏎")).toContain(`| ${words.replaceAll("\u00a0", " ")}⏎丁`);
    expect(says.map(([code]) => code)).toEqual(["words/escaped-twice"]);
  });

  test.each([
    ["code in pre", "<pre>&lt;br&gt;甲&amp;nbsp;</pre>", "<br>甲&nbsp;"],
    ["code in a sentence", "<p>使用<code>&lt;br&gt;</code>换行</p>", "使用<br>换行"],
    ["comparisons", "<p>甲&lt;乙&gt;丙 a&lt;b</p>", "甲<乙>丙 a<b"],
    ["an ampersand", "<p>研发&amp;创新 R&amp;D A&amp;B;</p>", "研发&创新 R&D A&B;"],
    ["names in angle brackets", "<p>&lt;方案&gt;</p>", "<方案>"],
    ["a parameter", "<p>a.jsp?x=1&amp;lt=2</p>", "a.jsp?x=1&lt=2"],
  ])("not: %s", async (_, body, words) => {
    const { shows, says } = await page(body);
    expect(shows).toEqual([`p| ${words}`]);
    expect(says).toEqual([]);
  });
});

const article = (content: string): string => `<div class="article"><h1>关于印发方案的通知</h1><div id="zoom">${content}</div></div>`;

describe("pictures and files that are not read", () => {
  test.each([
    ["a picture alone in the article", article('<p><img src="/images/20210306_1.jpg" alt=""></p>'), "picture/not-read"],
    ["a large picture anywhere", '<p>甲<img src="table.jpg" width="800" height="1100"></p>', "picture/not-read"],
    ["a picture that comes later", article('<p><img data-src="https://a.example.cn/1.jpg" data-w="1080" data-ratio="1.2"></p>'), "picture/not-read"],
    ["a viewer of a file", article('<iframe src="/pdfjs/web/viewer.html?file=/a%2Fb.pdf" width="100%" height="800"></iframe>'), "file/not-read"],
    ["a file in an embed", article('<embed src="/attach/a.pdf" type="application/pdf">'), "file/not-read"],
    ["a file in an object", article('<object data="/attach/a.pdf"></object>'), "file/not-read"],
    ["the parameter of an object", article('<object><param name="src" value="/attach/a.doc"></object>'), "file/not-read"],
    ["a page in the article", article('<iframe src="table1.htm" width="100%" height="600"></iframe>'), "file/not-read"],
    ["a large page outside of any article", '<p>甲</p><iframe src="/attach/table.html" width=800 height=900></iframe>', "file/not-read"],
    ["pages that a viewer paints", '<p>甲</p><canvas width=800 height=1100></canvas>', "picture/not-read"],
    ["a file anywhere", '<p>甲</p><iframe src="/attach/a.ofd"></iframe>', "file/not-read"],
    ["a picture among the paragraphs of a page without a named article", '<h1>关于印发方案的通知</h1><p>各县区：</p><p><img src="W020330105.jpg"></p><p>乙县人民政府</p>', "picture/not-read"],
    ["a picture of one known side", '<p>各县区：</p><p><img src="W020330105.jpg" width=800></p>', "picture/not-read"],
    ["a picture in blocks of its own", '<div class="w1"><p>各县区：</p><div><center><img src="1.jpg"></center></div></div>', "picture/not-read"],
    ["a picture between bare sentences", "<div><div>现将任务印发，请落实。</div><div><img src='1.jpg'></div></div>", "picture/not-read"],
    ["a page among paragraphs", '<p>各县区：</p><iframe src="table1.htm" width="100%"></iframe><p>乙县人民政府</p>', "file/not-read"],
    ["a picture behind a block", `<p>甲</p><div style="background: #fff url('/upload/table1.jpg') no-repeat; width:900px; height:1200px"></div>`, "picture/not-read"],
    ["a picture in a drawing", '<p>甲</p><svg width="900" height="1200"><g><image href="table.png" width="900" height="1200"/></g></svg>', "picture/not-read"],
    ["a picture as wide as its block", '<p>甲<img src="table.jpg" style="width:100%;height:1200px"></p>', "picture/not-read"],
    ["a picture written into the page", article('<p><img src="data:image/png;base64,AAAA"></p>'), "picture/not-read"],
  ])("%s", async (_, body, code) => {
    const { says } = await page(body);
    expect(says.map(([one]) => one).filter((one) => one !== "html/no-text")).toEqual([code]);
  });

  test.each([
    ["a pattern behind words", '<div style="background-image:url(/upload/paper.jpg);width:900px;height:1200px"><p>甲</p></div>'],
    ["a banner behind a block", '<div style="background:url(/images/banner.jpg);width:1200px;height:300px"></div>'],
    ["a drawing without pictures", '<svg width="900" height="1200"><path d="M0 0"/></svg>'],
    ["an icon", article('<p><img src="/images/icon_pdf.gif"></p>')],
    ["a logo", '<img src="logo.png" width="600" height="300">'],
    ["a code to scan", article('<p><img src="ewm.jpg" width="430" height="430"></p>')],
    ["a tracking pixel", article('<p><img src="//a.example.cn/c.jpg" width="1" height="1"></p>')],
    ["a small picture", article('<p><img src="1.jpg" width="120" height="90"></p>')],
    ["a picture among words", article('<p>见下图<img src="1.jpg">所示</p>')],
    ["a picture of the head", '<div class="header"><p><img src="1.jpg"></p></div>'],
    ["a picture outside of the article", '<div class="links"><p><img src="1.jpg"></p></div>'],
    ["a picture above the blocks of a page", '<div class="w0"><img src="/images/t1.jpg"></div><div class="w1"><p>甲乙</p></div>'],
    ["a picture in a block of links", '<div><div><img src="/images/t1.jpg"></div><a href="/a">首页</a></div>'],
    ["a picture beside a named article", `<p>甲乙</p><p><img src="/images/t1.jpg"></p>${article("<p>丙丁</p>")}`],
    ["a map", article('<iframe src="https://map.example.cn/x" height="400"></iframe>')],
    ["a counter", '<iframe src="/count.htm" width="0" height="0"></iframe>'],
    ["a hidden frame", article('<iframe src="/x.htm" style="display:none"></iframe>')],
  ])("nothing: %s", async (_, body) => {
    expect((await page(`${body}<p>甲乙丙丁</p>`)).says).toEqual([]);
  });

  test("a file that the page shows is an attachment", async () => {
    const context = openContext();
    const bytes = new TextEncoder().encode(article('<p>见附件。</p><iframe src="/web/viewer.html?file=/attach/%E4%BB%BB%E5%8A%A1.pdf"></iframe>'));
    const { document } = await read({ name: "a.html", bytes, uri: null, role: "notice", label: null }, 0, context);
    expect(document?.files).toEqual([{ target: "/attach/任务.pdf", title: "任务.pdf" }]);
  });
});
