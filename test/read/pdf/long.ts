/** A notice of many pages: a title, and a task table of three tasks a page with header, labels over several rows and long cells. */
import { grid, makePdf, words } from "./make.ts";

/** A PDF of that many pages with tasks, behind one with the title. */
export function longPdf(pages: number): Uint8Array {
  const front = words("某市2021年重点工作任务分解表", 150, 760, 20) + words("某市人民政府办公室", 200, 700, 14) + words("2021年3月1日", 220, 670, 14);
  return makePdf([front, ...Array.from({ length: pages }, (_, page) => tablePage(page))]);
}

function tablePage(page: number): string {
  const [xs, top] = [[60, 120, 160, 420, 500, 540], 780];
  const sentence = "推进政务公开标准化规范化，及时更新公开目录，主动接受社会监督，";
  const row = (cells: readonly string[][], y: number): string => cells.map((lines, column) => lines.map((line, i) => words(line, (xs[column] ?? 0) + 4, y - 14 - 14 * i)).join("")).join("");
  const rows = [0, 1, 2].map((i) => {
    const number = 3 * page + i + 1;
    const text = Array.from({ length: 7 }, (_, k) => (k === 6 ? `并于${(number % 9) + 3}月底前报送。` : sentence.slice(k % 5, (k % 5) + 24)));
    return row([[`任务${page + 1}`], [String(number)], text, ["市财政局、", "市教育局、", "各县区政府"], ["年底前"]], top - 30 - 120 * i);
  });
  const head = row([["工作任务"], ["序号"], ["具体要求"], ["责任单位"], ["时限"]], top);
  return grid(xs, [top, top - 30, top - 150, top - 270, top - 390]) + head + rows.join("");
}
