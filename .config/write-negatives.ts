/**
 * Writes corpus/negatives: documents that allocate nothing, from the texts in corpus/negatives/text. Run by hand: `npm run negatives`.
 *
 * A text is named after its file (`bus-timetable.html.txt`). Its lines: `# ` the title, `## ` a heading in bold, `~ ` a centred line,
 * `|` the cells of a row (`^` goes on with the cell above, `<` with the one to the left), anything else a paragraph. PDF files are
 * what LibreOffice makes of the DOCX, so that command must be there (`soffice`).
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { docx } from "../test/read/docx/build.ts";

const folder = fileURLToPath(new URL("../corpus/negatives", import.meta.url));

interface Cell {
  readonly text: string;
  rows: number;
  columns: number;
}

/** A paragraph by its kind, or the rows of a table; a slot that a merged cell covers is null in HTML and a cell in Word. */
type Part = { readonly kind: "title" | "heading" | "centred" | "text"; readonly text: string } | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] };

function readParts(text: string): Part[] {
  const parts: Part[] = [];
  let rows: string[][] = [];
  for (const line of [...text.split("\n"), ""]) {
    if (line.startsWith("|")) {
      rows.push(line.slice(1).split("|"));
      continue;
    }
    if (rows.length > 0) parts.push({ kind: "table", rows });
    rows = [];
    if (line === "") continue;
    const [kind, words] = line.startsWith("## ") ? (["heading", line.slice(3)] as const) : line.startsWith("# ") ? (["title", line.slice(2)] as const) : line.startsWith("~ ") ? (["centred", line.slice(2)] as const) : (["text", line] as const);
    parts.push({ kind, text: words });
  }
  return parts;
}

const escape = (text: string): string => text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;");

/** The cells of a table by slot; merged slots share their cell. */
function cellsOf(rows: readonly (readonly string[])[]): Cell[][] {
  const grid: Cell[][] = [];
  for (const [r, row] of rows.entries()) {
    const line: Cell[] = [];
    for (const [c, text] of row.entries()) {
      const from = text === "^" ? grid[r - 1]?.[c] : text === "<" ? line[c - 1] : undefined;
      if (from === undefined) line.push({ text: text.trim(), rows: 1, columns: 1 });
      else {
        if (text === "^") from.rows++;
        else from.columns++;
        line.push(from);
      }
    }
    grid.push(line);
  }
  return grid;
}

function htmlTable(rows: readonly (readonly string[])[]): string {
  const seen = new Set<Cell>();
  const lines = cellsOf(rows).map((line) =>
    line.filter((cell) => !seen.has(cell) && seen.add(cell)).map(({ text, rows: r, columns: c }) => `<td${r > 1 ? ` rowspan="${String(r)}"` : ""}${c > 1 ? ` colspan="${String(c)}"` : ""}>${escape(text)}</td>`).join(""),
  );
  return `<table border="1">\n${lines.map((line) => `<tr>${line}</tr>`).join("\n")}\n</table>`;
}

function htmlPart(part: Part): string {
  switch (part.kind) {
    case "table": return htmlTable(part.rows);
    case "title": return `<h1>${escape(part.text)}</h1>`;
    case "heading": return `<p><strong>${escape(part.text)}</strong></p>`;
    case "centred": return `<p style="text-align:center">${escape(part.text)}</p>`;
    case "text": return `<p>　　${escape(part.text)}</p>`;
  }
}

/** A page as sites print it: navigation above, a footer below. */
function pageOf(parts: readonly Part[]): string {
  const title = parts.find(({ kind }) => kind === "title");
  const body = parts.map(htmlPart).join("\n");
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escape(title?.kind === "title" ? title.text : "")}</title></head>
<body>
<div class="header"><a href="/">网站首页</a> <a href="/zwgk">政务公开</a> <a href="/bsfw">办事服务</a> <a href="/hdjl">互动交流</a></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/gg">公示公告</a> &gt; 正文</div>
<div class="article-content">
${body}
</div>
<div class="tools"><a href="#">打印本页</a> <a href="#">关闭窗口</a></div>
<div class="footer"><p>主办：示例网站管理中心　承办：示例网站编辑部</p><p>网站标识码：0000000000　示ICP备00000000号</p></div>
</body></html>
`;
}

const run = (text: string, bold = false): string => `<w:r><w:rPr><w:rFonts w:eastAsia="Noto Serif CJK SC"/>${bold ? "<w:b/>" : ""}</w:rPr><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;

function wordTable(rows: readonly (readonly string[])[]): string {
  const grid = cellsOf(rows);
  const width = Math.floor(9000 / (grid[0]?.length ?? 1));
  const lines = grid.map((line, r) =>
    line
      .flatMap((cell, c) => {
        if (c > 0 && line[c - 1] === cell) return [];
        const goesOn = grid[r - 1]?.[c] === cell;
        const merge = cell.rows > 1 ? (goesOn ? "<w:vMerge/>" : '<w:vMerge w:val="restart"/>') : "";
        const span = cell.columns > 1 ? `<w:gridSpan w:val="${String(cell.columns)}"/>` : "";
        return [`<w:tc><w:tcPr><w:tcW w:w="${String(width * cell.columns)}" w:type="dxa"/>${span}${merge}</w:tcPr><w:p>${goesOn ? "" : run(cell.text)}</w:p></w:tc>`];
      })
      .join(""),
  );
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"].map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join("");
  const columns = (grid[0] ?? []).map(() => `<w:gridCol w:w="${String(width)}"/>`).join("");
  return `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${lines.map((line) => `<w:tr>${line}</w:tr>`).join("")}</w:tbl>`;
}

function wordPart(part: Part): string {
  if (part.kind === "table") return wordTable(part.rows);
  const centred = part.kind === "title" || part.kind === "centred";
  const layout = centred ? '<w:pPr><w:jc w:val="center"/></w:pPr>' : part.kind === "text" ? '<w:pPr><w:ind w:firstLine="420"/></w:pPr>' : "";
  return `<w:p>${layout}${run(part.text, part.kind === "title" || part.kind === "heading")}</w:p>`;
}

const wordOf = (parts: readonly Part[]): Uint8Array => docx({ body: `${parts.map(wordPart).join("")}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/></w:sectPr>` });

function write(): void {
  for (const part of ["files", "gold"]) {
    rmSync(join(folder, part), { recursive: true, force: true });
    mkdirSync(join(folder, part));
  }
  const temporary = mkdtempSync(join(tmpdir(), "negatives-"));
  const texts = readdirSync(join(folder, "text")).sort();
  for (const name of texts) {
    const file = name.replace(/\.txt$/u, "");
    const [stem = "", format = ""] = file.split(".");
    const parts = readParts(readFileSync(join(folder, "text", name), "utf8"));
    const title = parts.find(({ kind }) => kind === "title");
    writeFileSync(join(folder, "gold", `${stem}.json`), `${JSON.stringify({ notice: { title: title?.kind === "title" ? title.text : null }, tasks: [] }, null, 1)}\n`);
    if (format === "html") writeFileSync(join(folder, "files", file), pageOf(parts));
    else if (format === "docx") writeFileSync(join(folder, "files", file), wordOf(parts));
    else writeFileSync(join(temporary, `${stem}.docx`), wordOf(parts));
  }
  const printed = readdirSync(temporary).map((name) => join(temporary, name));
  execFileSync("soffice", ["--headless", `-env:UserInstallation=file://${temporary}/profile`, "--convert-to", "pdf", "--outdir", join(folder, "files"), ...printed]);
  rmSync(temporary, { recursive: true });
  const files = readdirSync(join(folder, "files")).sort().map((name) => ({
    file: `files/${name}`,
    format: name.split(".")[1],
    gold: `gold/${name.split(".")[0] ?? ""}.json`,
    sha256: createHash("sha256").update(readFileSync(join(folder, "files", name))).digest("hex"),
  }));
  writeFileSync(join(folder, "manifest.json"), `${JSON.stringify({ files }, null, 1)}\n`);
}

write();
