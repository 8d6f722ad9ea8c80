/** A made notice as a web page. */
import type { MadeNotice } from "./notice.ts";
import type { MadeBlock, MadeTable } from "./sheet.ts";

/** The page, alone or among the furniture of a portal. */
export function htmlOf({ title, blocks, choices }: MadeNotice): Uint8Array {
  const body = blocks.map(blockOf).join("\n");
  const page = choices.portal === "yes" ? portal(title, body) : body;
  return new TextEncoder().encode(`<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>\n${page}\n</body></html>\n`);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function blockOf(block: MadeBlock): string {
  if (block.kind === "table") return tableOf(block);
  if (block.title === true) return `<h1>${escaped(block.text)}</h1>`;
  return `<p${block.align === "left" ? "" : ` style="text-align:${block.align}"`}>${escaped(block.text)}</p>`;
}

function tableOf({ rows, cells }: MadeTable): string {
  const drawn = Array.from({ length: rows }, (_, row) => {
    const own = cells.filter(({ r0 }) => r0 === row).map(({ r0, r1, c0, c1, lines }) => {
      const spans = `${r1 > r0 + 1 ? ` rowspan="${String(r1 - r0)}"` : ""}${c1 > c0 + 1 ? ` colspan="${String(c1 - c0)}"` : ""}`;
      const words = lines.length > 1 ? lines.map((text) => `<p>${escaped(text)}</p>`).join("") : escaped(lines[0] ?? "");
      return `<td${spans}>${words}</td>`;
    });
    return `<tr>${own.join("")}</tr>`;
  });
  return `<table border="1">\n${drawn.join("\n")}\n</table>`;
}

function portal(title: string, body: string): string {
  return `<div class="header"><ul><li><a href="/">网站首页</a></li><li><a href="/xxgk">政务公开</a></li><li><a href="/hd">互动交流</a></li></ul></div>
<div class="position">您当前的位置：<a href="/">首页</a> &gt; <a href="/xxgk">政务公开</a> &gt; 通知公告</div>
<div class="article"><div class="info">发布时间：2024-02-08 09:30　浏览次数：<span>128</span>　字体：[ <a>大</a> <a>中</a> <a>小</a> ]</div>
<div class="content" title="${escaped(title)}">
${body}
</div><div class="tools"><a>打印本页</a> <a>关闭窗口</a></div></div>
<div class="footer"><p>主办：青禾市人民政府办公室　备案号：禾ICP备00000000号</p><p>网站地图 | 联系我们 | 网站声明</p></div>`;
}
