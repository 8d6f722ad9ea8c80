import { spawnSync } from "node:child_process";
import edtf from "edtf";
import fc from "fast-check";
import rrule from "rrule";
import { describe, expect, test } from "vitest";
import { findDeadlines } from "../../../src/normalise/deadlines/find.ts";
import { parseDeadline } from "../../../src/normalise/deadlines/parse.ts";
import type { DeadlineContext, DeadlineReading } from "../../../src/normalise/deadlines/reading.ts";
import { phrases } from "../../../src/rules/deadlines/phrases.ts";
import { addDays, daysInMonth, isoDate, partsOf } from "../../../src/text/calendar.ts";

const context: DeadlineContext = { workYear: { year: 2020, basis: "title" }, dateIssued: "2020-06-08" };
const day = fc.integer({ min: 0, max: 20_000 }).map((offset) => addDays("2000-01-01", offset));

const zeros = ["〇", "○", "◯", "零", "O"];
const small = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

function chinese(value: number): string {
  if (value < 10) return small[value] ?? "";
  return `${value < 20 ? "" : (small[Math.floor(value / 10)] ?? "")}十${value % 10 === 0 ? "" : (small[value % 10] ?? "")}`;
}

function wide(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** Ways to write a day. */
const forms: readonly ((y: number, m: number, d: number, zero: string) => string)[] = [
  (y, m, d) => `${String(y)}年${String(m)}月${String(d)}日`,
  (y, m, d) => `${String(y)}年${String(m).padStart(2, "0")}月${String(d).padStart(2, "0")}日`,
  (y, m, d) => `${String(y)} 年 ${String(m)} 月\n${String(d)} 日`,
  (y, m, d) => wide(`${String(y)}年${String(m)}月${String(d)}日`),
  (y, m, d) => `${String(y)}年${String(m)}月${String(d)}号`,
  (y, m, d) => `${String(y)}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`,
  (y, m, d) => `${String(y)}.${String(m)}.${String(d)}`,
  (y, m, d) => `${String(y)}/${String(m)}/${String(d)}`,
  (y, m, d, zero) => `${[...String(y)].map((digit) => (digit === "0" ? zero : (small[Number(digit)] ?? ""))).join("")}年${chinese(m)}月${chinese(d)}日`,
  (y, m, d) => `${String(y)}年${m === 1 ? "元" : String(m)}月${d >= 20 && d < 30 ? `廿${d % 10 === 0 ? "" : (small[d % 10] ?? "")}` : d >= 30 ? `卅${d % 10 === 0 ? "" : "一"}` : chinese(d)}日`,
];

describe("every written form reads back", () => {
  test.each(forms.map((form, index) => [index, form] as const))("form %i", (_, form) => {
    fc.assert(fc.property(day, fc.constantFrom(...zeros), fc.constantFrom("前", "之前", "以前", ""), (iso, zero, before) => {
      const [y, m, d] = partsOf(iso);
      const words = form(y, m, d, zero) + before;
      const readings = parseDeadline(words, context);
      expect(readings).toMatchObject([{ kind: "by", due: iso, text: words, yearFrom: "text", precision: "day" }]);
    }));
  });

  test("month ends", () => {
    fc.assert(fc.property(fc.integer({ min: 2000, max: 2049 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom("底", "底前", "末", "底之前"), (y, m, end) => {
      const due = isoDate(y, m, daysInMonth(y, m));
      for (const words of [`${String(y)}年${String(m)}月${end}`, `${String(y)}年${chinese(m)}月${end}`]) {
        expect(parseDeadline(words, context)).toMatchObject([{ kind: "by", due, text: words }]);
      }
    }));
  });

  test("ranges", () => {
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 900 }), fc.constantFrom("至", "到", "—", "-", "～", "——"), (start, length, to) => {
      const due = addDays(start, length);
      const spell = (iso: string) => { const [y, m, d] = partsOf(iso); return `${String(y)}年${String(m)}月${String(d)}日`; };
      expect(parseDeadline(`${spell(start)}${to}${spell(due)}`, context)).toMatchObject([{ kind: "interval", start, due }]);
    }));
  });

  test("the same words in running text", () => {
    fc.assert(fc.property(day, fc.constantFrom(...forms.slice(0, 5)), (iso, form) => {
      const [y, m, d] = partsOf(iso);
      const text = `各单位要于${form(y, m, d, "〇")}前完成整改。`;
      const readings = findDeadlines(text, context);
      expect(readings).toMatchObject([{ due: iso }]);
      expect(readings.map(({ range }) => text.slice(...range))).toEqual(readings.map((reading) => reading.text));
    }));
  });
});

const pieces = ["2020年", "6月", "10日", "底", "前", "至", "年底", "每月", "季度", "3个工作日内", "持续推进", "，", "；", " ", "\n", "第三", "上半年", "分别于", "、", "到", "2021131日", "从", "起", "完成", "春节", "《", "》", "一个月内", "每年", "20", "O", "之"];
const salad = fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((parts) => parts.join(""));

function isSound(reading: DeadlineReading, text: string): void {
  expect(text.slice(...reading.range)).toBe(reading.text);
  expect(reading.text).not.toBe("");
  if (reading.start !== null && reading.due !== null) expect(reading.start <= reading.due).toBe(true);
  if (reading.kind === "ongoing") expect(reading.due).toBeNull();
  if (reading.edtf !== null) hasSameBounds(reading);
  if (reading.rrule !== null) expect(() => rrule.rrulestr(`DTSTART:20200608T000000Z\nRRULE:${reading.rrule ?? ""}`)).not.toThrow();
  expect(reading.alternatives.some(({ due }) => due !== null && due === reading.due)).toBe(false);
  expect(new Set(reading.warnings).size).toBe(reading.warnings.length);
}

/** EDTF bounds equal start and due; a phrase with two readings holds both. */
function hasSameBounds({ edtf: words, start, due, alternatives }: DeadlineReading): void {
  const { min, max } = edtf(words ?? "");
  const first = Number.isFinite(min) ? new Date(min).toISOString().slice(0, 10) : null;
  const last = Number.isFinite(max) ? new Date(max).toISOString().slice(0, 10) : null;
  if (words?.startsWith("[") === true) expect([first, last]).toEqual([due, alternatives[0]?.due]);
  else expect([first === due ? null : first, last]).toEqual([start === due ? null : start, due]);
}

describe("every reading is sound", () => {
  const examples = phrases.flatMap((rule) => rule.examples.map(({ words }) => words));

  test.each(examples)("%s", (words) => {
    for (const reading of parseDeadline(words, context)) isSound(reading, words);
  });

  test("whatever the words", () => {
    fc.assert(fc.property(salad, (text) => {
      for (const reading of [...parseDeadline(text, context), ...findDeadlines(text, context)]) isSound(reading, text);
    }), { numRuns: 3000 });
  });

  test("no time is claimed twice", () => {
    fc.assert(fc.property(salad, (text) => {
      for (const readings of [parseDeadline(text, context), findDeadlines(text, context)]) {
        for (const [index, { range }] of readings.entries()) expect(range[0]).toBeGreaterThanOrEqual(readings[index - 1]?.range[1] ?? 0);
      }
    }), { numRuns: 1000 });
  });

  test("a cell with words has an entry, or only filler", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom("市", "县", "规", "划", "另", "行", "通", "知"), minLength: 2 }), (text) => {
      expect(parseDeadline(text, context)).toMatchObject([{ kind: "unrecognized", text }]);
    }));
  });
});

test("the first day of a recurrence is that of an independent library", () => {
  for (const words of ["每月5日前", "每月底前", "每季度末", "每年1月31日前", "每年6月底、12月底前", "每周五", "每个季度第1个月的20日前", "每月10日、20日、30日", "每年2月底前"]) {
    fc.assert(fc.property(day, (issued) => {
      const [reading] = parseDeadline(words, { workYear: null, dateIssued: issued });
      const rule = rrule.rrulestr(`DTSTART:${issued.replaceAll("-", "")}T000000Z\nRRULE:${reading?.rrule ?? ""}`);
      const next = rule.after(new Date(`${issued}T00:00:00Z`), true);
      expect(reading?.due).toBe(next?.toISOString().slice(0, 10));
    }), { numRuns: 40 });
  }
});

test("the time zone of the machine changes nothing", () => {
  const module = new URL("../../../src/normalise/deadlines/parse.ts", import.meta.url).href;
  const words = ["三年内", "每月5日前", "2021年春节前", "年底前", "一个月内", "6月中旬", "每周五", "月底前"];
  const script = `const { parseDeadline } = await import(${JSON.stringify(module)}); console.log(JSON.stringify(${JSON.stringify(words)}.map((words) => parseDeadline(words, ${JSON.stringify(context)}))));`;
  const answers = ["America/New_York", "Asia/Shanghai", "UTC"].map((TZ) =>
    spawnSync(process.execPath, ["--input-type=module", "-e", script], { env: { ...process.env, TZ, NODE_OPTIONS: "" }, encoding: "utf8" }),
  );
  expect(answers.map(({ status }) => status)).toEqual([0, 0, 0]);
  expect(new Set(answers.map(({ stdout }) => stdout)).size).toBe(1);
  expect(answers[0]?.stdout).toBe(`${JSON.stringify(words.map((phrase) => parseDeadline(phrase, context)))}\n`);
});

test("reading takes linear time", () => {
  const sample = "2020年".repeat(200) + "一二三四五六七八九十".repeat(200) + "每年6月、".repeat(200) + "自".repeat(400) + "1".repeat(1000) + "2020年6月至".repeat(200);
  const time = (text: string) => { const from = performance.now(); findDeadlines(text, context); parseDeadline(text, context); return performance.now() - from; };
  time(sample);
  const [once, four] = [time(sample), time(sample.repeat(4))];
  expect(four).toBeLessThan(once * 16 + 200);
});
