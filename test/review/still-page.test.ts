/** Pages of others before they come into a frame. */
import { readFileSync } from "node:fs";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { expect, test } from "vitest";
import { stillPage } from "../../src/review/still-page.ts";
import { seed } from "./open.ts";

const still = (html: string): string => stillPage(new TextEncoder().encode(html), null);

/** Elements with their places, and words: what marks stand on. */
function treeOf(html: string): string {
  const said = (node: DefaultTreeAdapterTypes.Node): string => ("value" in node ? node.value : "childNodes" in node ? `<${node.nodeName}>${node.childNodes.map(said).join("")}${"content" in node ? said(node.content) : ""}</>` : "");
  return said(parse(html, { scriptingEnabled: false }));
}

const far = "http://evil.test/x";

test.each([
  ["the address of a frame", `<iframe src="${far}"></iframe>`],
  ["a page in a frame", `<iframe srcdoc="<link rel=preconnect href='${far}'>"></iframe>`],
  ["frames alone", `<frameset cols="50%,50%"><frame src=${far}><frame SRC='${far}'></frameset>`],
  ["objects", `<object data="${far}"></object><embed src="${far}"><applet codebase="${far}"></applet>`],
  ["links of the head", `<head><link rel="preconnect dns-prefetch" href="${far}"><base href="${far}" target="_top"></head>`],
  ["what it says of policies and of leaving", `<meta http-equiv="refresh" content="0;url=x"><META HTTP-EQUIV=Content-Security-Policy content="style-src 'none'">`],
  ["pictures, films and sounds", `<img src=${far} srcset="${far} 2x"><video poster="${far}" src="${far}"></video><input type=image src="${far}"><picture><source srcset="${far}"></picture>`],
  ["forms and links", `<form action="${far}"><button formaction="${far}">x</button></form><a href="${far}" ping="${far}" target=_top>x</a>`],
  ["drawings and formulas", `<svg><image href="${far}"/><use xlink:href="${far}"/><a xlink:href="${far}"><text>x</text></a></svg><math><mi href="${far}">x</mi></math>`],
  ["templates and shadows", `<div><template shadowrootmode=open><iframe src="${far}"></iframe></template></div>`],
  ["behind the end", `<html></html><iframe src=${far}></iframe>`],
  ["in a table, where it does not belong", `<table><iframe src=${far}></iframe><tr><td>x</table>`],
  ["where no script runs", `<noscript><iframe src="${far}"></iframe></noscript>`],
  ["events", `<body onload="x()"><p onclick=x() OnMouseOver='x()'>x</p>`],
  ["a document of the page's own making", `<iframe src="data:text/html,x"></iframe><object data="data:text/html,x"></object>`],
])("%s is blank, and every element and word stays in its place", (_, html) => {
  const after = still(html);
  expect(after).not.toMatch(/evil|http-equiv|shadowrootmode|\son\w+=|data:/iu);
  expect([treeOf(after), after.length]).toEqual([treeOf(html), html.length]);
});

test.each([
  `<img src="data:image/png;base64,AAAA" alt="章"><svg><use href="#a"/><image xlink:href="data:image/png;base64,AAAA"/></svg>`,
  `<p class="src" style="color:red" title="href=x">src="${far}" 完善目录</p>`,
  `<!-- <iframe src="${far}"> --><textarea><iframe src="${far}"></textarea><table><td colspan=2 rowspan='3' width=10>一`,
  "",
])("what neither leads nor fetches stays: %s", (html) => {
  expect(still(html)).toBe(html);
});

test("pages in other encodings, and deep and long ones", () => {
  expect(stillPage(new Uint8Array([0xd7, 0xa2, 0x3c, 0x70, 0x3e]), "gbk")).toBe("注<p>");
  expect(still("<div>".repeat(20_000))).toHaveLength(100_000);
  expect(still("<p>一".repeat(150_000))).toHaveLength(600_000);
});

test.each(["wanzheng-66.html", "liutiliucu-4.html", "wuhu-kaoping.html"])("%s keeps its tree", (name) => {
  const html = readFileSync(seed(name), "utf8");
  expect(treeOf(still(html))).toBe(treeOf(html));
});
