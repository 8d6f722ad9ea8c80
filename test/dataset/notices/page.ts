/** A notice as a page of a site. */
import { clauseOf, documentNumber, isTable, letterOf, planOf, tasksOf, titleOf, truthOf, type Made, type MadeTask } from "./notice.ts";

/** What surrounds the notice: it differs from site to site, and says nothing. */
export interface Site {
  readonly id: string;
  readonly publisher: string;
  readonly host: (made: Made) => string;
  readonly frame: (title: string, article: string) => string;
}

const page = (title: string, body: string): string => `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body>\n${body}\n</body></html>\n`;

export const sites: readonly Site[] = [
  { id: "own", publisher: "本级政府网站", host: ({ region }) => region.host, frame: (title, article) => page(title, article) },
  {
    id: "portal",
    publisher: "政务公开平台",
    host: () => "open.example.cn",
    frame: (title, article) => page(title, `<div class="nav"><a href="/">首页</a> <a href="/zwgk">政务公开</a> <a href="/hd">互动交流</a></div>\n<div class="content">${article}</div>\n<div class="footer"><p>【打印本页】 【关闭窗口】</p></div>`),
  },
];

export function toHtml(made: Made, site: Site): string {
  const { addressees, words, signature, date } = letterOf(made);
  const title = titleOf(made);
  const p = (text: string): string => `<p>${text}</p>`;
  return site.frame(
    title,
    [
      `<p align="center">${documentNumber(made)}</p>`, `<h1>${title}</h1>`, p(addressees), ...words.map(p), `<p align="right">${signature}</p>`, `<p align="right">${date}</p>`,
      `<h2>${planOf(made)}</h2>`, ...(isTable(made.layout) ? [tableOf(made)] : itemsOf(made).map(p)),
    ].join("\n"),
  );
}

/** Paragraphs of the body without table. */
export function itemsOf(made: Made): string[] {
  let section = "";
  return truthOf(made).flatMap((truth) => {
    const { number, label, heading, text, task } = truth;
    const item = label === null ? `${number ?? ""}. ${text}（${clauseOf(task)}）` : `${label}${heading ?? ""}${text}`;
    const above = truth.section === section ? [] : [truth.section];
    section = truth.section;
    return [...above, item];
  });
}

/** A cell: its text and how many rows it spans. Null where a cell above reaches down. */
export interface Cell {
  readonly text: string;
  readonly rows: number;
}

/** Headers and rows of the table; sections, and equal units and times of neighbours, are merged cells. */
export function gridOf(made: Made): { readonly headers: readonly string[]; readonly rows: readonly (readonly (Cell | null)[])[] } {
  const tasks = tasksOf(made);
  const section = truthOf(made).map((truth) => truth.section);
  const split = made.layout === "lead-table";
  const units: ((task: MadeTask) => string)[] = split ? [({ lead }) => lead.join("、"), ({ support }) => support.join("、")] : [({ responsible }) => responsible.join("、")];
  const columns = [
    merged(section, (row) => section[row] ?? ""),
    tasks.map(({ number }) => ({ text: String(number), rows: 1 })),
    tasks.map(({ text }) => ({ text, rows: 1 })),
    ...units.map((words) => merged(section, (row) => words(tasks[row] as MadeTask))),
    merged(section, (row) => tasks[row]?.time.words ?? ""),
  ];
  const headers = ["工作任务", "序号", "具体要求", ...(split ? ["牵头单位", "配合单位"] : ["责任单位"]), "完成时限"];
  return { headers, rows: tasks.map((_, row) => columns.map((column) => column[row] ?? null)) };
}

/** One column with equal neighbours of one section merged. */
function merged(section: readonly string[], words: (row: number) => string): (Cell | null)[] {
  const cells: (Cell | null)[] = [];
  for (let row = 0; row < section.length; row++) {
    let end = row + 1;
    while (end < section.length && section[end] === section[row] && words(end) === words(row)) end += 1;
    cells.push({ text: words(row), rows: end - row }, ...Array.from({ length: end - row - 1 }, () => null));
    row = end - 1;
  }
  return cells;
}

function tableOf(made: Made): string {
  const { headers, rows } = gridOf(made);
  const cell = (one: Cell | null): string => (one === null ? "" : `<td${one.rows > 1 ? ` rowspan="${one.rows}"` : ""}>${one.text}</td>`);
  return `<table border="1"><thead><tr>${headers.map((header) => `<th>${header}</th>`).join("")}</tr></thead><tbody>\n${rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("\n")}\n</tbody></table>`;
}
