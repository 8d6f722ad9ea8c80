/** Reads a small invented plan behind its letter, or the letter itself, and tells its tasks in one line each. */
import { parseNotice, type ParseResult, type Task } from "../src/index.ts";

const letter = ["青禾市人民政府办公室关于印发2024年重点工作分工的通知", "各县（市、区）人民政府，市直各单位：", "现将2024年重点工作分工印发给你们，请认真落实。"];
const own = ["青禾市人民政府办公室关于做好2024年重点工作的通知", "各县（市、区）人民政府，市直各单位：", "现将有关事项通知如下："];
const signature = ["青禾市人民政府办公室", "2024年2月6日"];

/** The plan below a letter of 6 February 2024; a line that begins with `<` is markup. */
export function readPlan(...lines: readonly string[]): Promise<ParseResult> {
  return readLines([...letter, ...signature, ...lines]);
}

/** The lines as the body of the letter itself, above its signature. */
export function readLetter(...lines: readonly string[]): Promise<ParseResult> {
  return readLines([...own, ...lines, ...signature]);
}

function readLines([title, ...lines]: readonly string[]): Promise<ParseResult> {
  const body = lines.map((line) => (line.startsWith("<") ? line : `<p>${line}</p>`)).join("\n");
  return parseNotice({ name: "n.html", bytes: new TextEncoder().encode(`<html><body><div><h1>${title ?? ""}</h1>${body}</div></body></html>`) });
}

/** `1 text | lead 甲 乙; support 丙 | 6月底前 2024-06-30`. */
function tellTask({ number, label, heading, text, assignment, deadlines }: Task): string {
  const words = [number ?? label, heading, text].filter((part) => part !== null).join(" ").replace(/\n/gu, "⏎");
  return [words, tellUnits(assignment), deadlines.map(tellTime).join("; ")].join(" | ").trimEnd();
}

/** `lead 甲 乙; support 丙; 指导 丁`. */
function tellUnits({ lead, support, responsible, others, people }: Task["assignment"]): string {
  const roles = Object.entries({ lead, support, responsible }).map(([role, units]) => [role, ...units.map(({ text }) => text)]);
  return [...roles, ...others.map(({ unit, role }) => [role, unit.text]), ...people.map(({ name, unit }) => ["people", name + (unit === null ? "" : `@${unit}`)])]
    .filter(({ length }) => length > 1)
    .map((words) => words.join(" "))
    .join("; ");
}

/** `6月底前 2024-06-30`, `每月 FREQ=MONTHLY`, `3月至6月 2024-03-01..2024-06-30`. */
function tellTime({ text, kind, start, due, rrule, appliesTo }: Task["deadlines"][number]): string {
  const means = rrule ?? (start === null ? (due ?? kind) : `${start}..${due ?? ""}`);
  return `${text} ${means}${appliesTo === null ? "" : ` @${appliesTo}`}`;
}

/** All tasks, told. */
export function tellTasks({ tasks }: ParseResult): string[] {
  return tasks.map(tellTask);
}
