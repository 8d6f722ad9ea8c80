/** What the issues promise of the corpora (“It must show”), as rows. */
import type { Measured, Measurement } from "./measure.ts";
import { total, type Score } from "./judgement.ts";

/** One promise. All files that it names are held to it together or one by one, as it says. */
export interface Target {
  readonly issue: number;
  /** Keys of files; a `*` at the end stands for anything. */
  readonly files: readonly string[];
  /** A score by name, or `notice` for all fields of the notice, or `records` for none missed and none made up. */
  readonly field: string;
  readonly quantity: "value" | "precision" | "recall";
  readonly atLeast: number;
  /** Compared with the score of another file instead: `atLeast` is then the greatest distance below it. */
  readonly beside?: string;
}

const seedPages = ["wanzheng-66.html", "guichi-2018.html", "wuhu-kaoping.html", "wuhu-kaoping-gbk.html", "liutiliucu-4.html"].map((file) => `seeds/${file}`);
const seedWord = ["wanzheng-66.docx", "wanzheng-66-paged.docx", "guichi-2018.docx", "wuhu-kaoping.docx", "liutiliucu-4.docx"].map((file) => `seeds/${file}`);
const prose = ["real/*", "seeds/liutiliucu-4*", "seeds/wuhu-kaoping*"];

/** Shares that the table notices promise in each format. */
const shares: readonly (readonly [field: string, atLeast: number])[] = [
  ["records", 1],
  ["text", 0.99],
  ["path", 0.97],
  ["number", 0.99],
  ["cellDeadlines", 0.98],
  ["units", 0.95],
];

const pdfs: readonly (readonly [pdf: string, docx: string, distance: number])[] = [
  ["wanzheng-66.pdf", "wanzheng-66.docx", 0.01],
  ["wanzheng-66-paged.pdf", "wanzheng-66.docx", 0.01],
  ["wanzheng-66-chromium.pdf", "wanzheng-66.docx", 0.01],
  ["wanzheng-66-noruled.pdf", "wanzheng-66.docx", 0.03],
  ["guichi-2018.pdf", "guichi-2018.docx", 0.01],
  ["wuhu-kaoping.pdf", "wuhu-kaoping.docx", 0.01],
  ["liutiliucu-4.pdf", "liutiliucu-4.docx", 0.01],
];

/** All promises, in the order of the issues. */
export const targets: readonly Target[] = [
  ...seedPages.flatMap((file): Target[] => [
    ...shares.map(([field, atLeast]): Target => ({ issue: 2, files: [file], field, quantity: "value", atLeast })),
    { issue: 2, files: [file], field: "notice", quantity: "value", atLeast: 1 },
  ]),
  ...seedWord.flatMap((file) => shares.map(([field, atLeast]): Target => ({ issue: 3, files: [file], field, quantity: "value", atLeast }))),
  ...pdfs.flatMap(([pdf, docx, atLeast]) =>
    ["records", "text", "path", "number", "units", "cellDeadlines", "textDeadlines"].map(
      (field): Target => ({ issue: 4, files: [`seeds/${pdf}`], field, quantity: "value", atLeast, beside: `seeds/${docx}` }),
    ),
  ),
  { issue: 4, files: ["seeds/000.txt"], field: "records", quantity: "value", atLeast: 1 },
  { issue: 4, files: ["seeds/000.txt"], field: "text", quantity: "value", atLeast: 0.95 },
  { issue: 5, files: prose, field: "records", quantity: "precision", atLeast: 0.98 },
  { issue: 5, files: prose, field: "records", quantity: "recall", atLeast: 0.98 },
  { issue: 5, files: prose, field: "text", quantity: "value", atLeast: 0.97 },
  { issue: 5, files: prose, field: "path", quantity: "value", atLeast: 0.97 },
  { issue: 5, files: prose, field: "units", quantity: "value", atLeast: 0.97 },
  { issue: 5, files: prose, field: "textDeadlines", quantity: "precision", atLeast: 0.95 },
  { issue: 5, files: prose, field: "textDeadlines", quantity: "recall", atLeast: 0.95 },
  { issue: 5, files: prose, field: "notice", quantity: "value", atLeast: 1 },
  { issue: 5, files: prose, field: "references", quantity: "value", atLeast: 1 },
  { issue: 5, files: prose, field: "notDeadlines", quantity: "value", atLeast: 1 },
  { issue: 5, files: prose, field: "notUnits", quantity: "value", atLeast: 1 },
  { issue: 5, files: ["negatives/*"], field: "records", quantity: "value", atLeast: 1 },
  { issue: 5, files: ["negatives/*"], field: "notTasks", quantity: "value", atLeast: 1 },
  { issue: 5, files: ["seeds/*", "real/*", "negatives/*"], field: "coverage", quantity: "value", atLeast: 0.99 },
];

/** How a promise stands. `got` is null when files that it names were not read; coverage is that of the worst file. */
export interface Standing {
  readonly target: Target;
  /** Stable name, kept in the list of reached targets. */
  readonly name: string;
  readonly got: number | null;
  readonly atLeast: number;
  readonly met: boolean;
}

/** How all promises stand after a measurement. */
export function standings({ measured }: Measurement): Standing[] {
  return targets.map((target) => {
    const matches = target.files.map((pattern) => measured.filter(({ file }) => names(pattern, file.key)));
    const got = matches.some((files) => files.length === 0) ? null : quantityOf(target, [...new Set(matches.flat())]);
    const floor = target.beside === undefined ? target.atLeast : floorBeside(target, measured);
    return { target, name: nameOf(target), got, atLeast: floor ?? 1, met: got !== null && floor !== null && got >= floor };
  });
}

/** The name of a promise: `2 seeds/wanzheng-66.html text value`. */
export function nameOf({ issue, files, field, quantity }: Target): string {
  return `${issue} ${files.join("+")} ${field} ${quantity}`;
}

function names(pattern: string, key: string): boolean {
  return pattern.endsWith("*") ? key.startsWith(pattern.slice(0, -1)) : pattern === key;
}

function floorBeside({ field, quantity, atLeast, beside }: Target, measured: readonly Measured[]): number | null {
  const other = quantityOf({ field, quantity }, measured.filter(({ file }) => file.key === beside));
  return other === null ? null : other - atLeast;
}

function quantityOf({ field, quantity }: Pick<Target, "field" | "quantity">, measured: readonly Measured[]): number | null {
  if (measured.length === 0) return null;
  if (field === "coverage") return Math.min(...measured.map(({ scores }) => scores.get("coverage")?.value ?? 0));
  const scores = total(measured.map((one) => one.scores));
  if (field === "notice") return noticeShare(scores);
  return scores.get(field)?.[quantity] ?? 1;
}

/** The share of the fields of the notice that are right. */
export function noticeShare(scores: ReadonlyMap<string, Score>): number {
  const fields = [...scores.values()].filter((score) => score.field.startsWith("notice."));
  const right = fields.reduce((sum, score) => sum + score.right, 0);
  const all = fields.reduce((sum, score) => sum + score.right + score.wrong + score.missing + score.invented, 0);
  return all === 0 ? 1 : right / all;
}
