import { spawnSync } from "node:child_process";
import edtf from "edtf";
import chineseDays from "chinese-days";
import fc from "fast-check";
import rrule from "rrule";
import { describe, expect, test } from "vitest";
import { findDeadlines } from "../../../src/normalise/deadlines/find.ts";
import { parseDeadline } from "../../../src/normalise/deadlines/parse.ts";
import type { DeadlineContext, DeadlineReading } from "../../../src/normalise/deadlines/reading.ts";
import { moments } from "../../../src/rules/deadlines/moments.ts";
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

  /** Periods, each with its first and last day and ways to write it. */
  const year = fc.integer({ min: 2001, max: 2049 });
  const months = fc.record({ y: year, m: fc.integer({ min: 1, max: 12 }), zero: fc.constantFrom(...zeros) });
  const spell = (y: number, zero: string): string => [...String(y)].map((digit) => (digit === "0" ? zero : (small[Number(digit)] ?? ""))).join("");
  const span = (y: number, from: number, to: number) => ({ start: isoDate(y, from, 1), due: isoDate(y, to, daysInMonth(y, to)) });

  test("months", () => {
    fc.assert(fc.property(months, ({ y, m, zero }) => {
      for (const words of [`${String(y)}年${String(m)}月`, `${spell(y, zero)}年${chinese(m)}月份`, wide(`${String(y)}年${String(m)}月`), `${String(y)}.${String(m)}`, `${String(y)} 年 ${String(m)} 月`]) {
        expect(parseDeadline(words, context)).toMatchObject([{ kind: "interval", ...span(y, m, m), text: words, precision: "month" }]);
      }
    }));
  });

  test("quarters, half-years, years and plans", () => {
    const names = ["一", "二", "三", "四"];
    fc.assert(fc.property(months, fc.integer({ min: 1, max: 4 }), ({ y, zero }, q) => {
      const named = names[q - 1] ?? "";
      for (const words of [`${String(y)}年第${named}季度`, `${spell(y, zero)}年${named}季度`, `${String(y)}年${String(q)}季度`]) {
        expect(parseDeadline(words, context)).toMatchObject([{ kind: "interval", ...span(y, q * 3 - 2, q * 3), text: words, precision: "quarter" }]);
      }
      expect(parseDeadline(`${String(y)}年${named}季度末前`, context)).toMatchObject([{ kind: "by", due: span(y, 1, q * 3).due }]);
      expect(parseDeadline(`${String(y)}年上半年`, context)).toMatchObject([{ kind: "interval", ...span(y, 1, 6) }]);
      expect(parseDeadline(`${spell(y, zero)}年下半年`, context)).toMatchObject([{ kind: "interval", ...span(y, 7, 12) }]);
      for (const words of [`${String(y)}年`, `${spell(y, zero)}年`, `${String(y)}年度`, String(y), `${String(y)}年全年`]) {
        expect(parseDeadline(words, context)).toMatchObject([{ kind: "interval", ...span(y, 1, 12), text: words }]);
      }
      for (const words of [`${String(y)}年底前`, `${spell(y, zero)}年年末`, `${String(y)}年内`, `到${String(y)}年`]) {
        expect(parseDeadline(words, context)).toMatchObject([{ kind: "by", due: `${String(y)}-12-31`, text: words }]);
      }
    }));
  });

  test("ten days", () => {
    fc.assert(fc.property(months, fc.constantFrom("上", "中", "下"), ({ y, m }, ten) => {
      const last = ten === "上" ? 10 : ten === "中" ? 20 : daysInMonth(y, m);
      const start = isoDate(y, m, ten === "上" ? 1 : ten === "中" ? 11 : 21);
      expect(parseDeadline(`${String(y)}年${String(m)}月${ten}旬`, context)).toMatchObject([{ kind: "interval", start, due: isoDate(y, m, last), precision: "tenDay" }]);
      expect(parseDeadline(`${String(y)}年${chinese(m)}月${ten}旬前`, context)).toMatchObject([{ kind: "by", due: isoDate(y, m, last) }]);
    }));
  });

  test("lunar days read back through an independent lunar calendar", () => {
    fc.assert(fc.property(day, (iso) => {
      const { lunarYear, lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(iso);
      const digits = lunarDay > 20 && lunarDay < 30 ? `廿${small[lunarDay - 20] ?? ""}` : chinese(lunarDay);
      const words = `农历${String(lunarYear)}年${isLeap ? "闰" : ""}${chinese(lunarMon)}月${lunarDay < 11 ? "初" : ""}${digits}前`;
      expect(parseDeadline(words, context)).toMatchObject([{ kind: "by", due: iso, text: words, basis: expect.arrayContaining(["LUNAR_TABLE"]) as unknown }]);
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

  test.each(moments.flatMap((rule) => rule.examples.map(({ words }) => words)))("moment %s", (words) => {
    for (const text of [words, `${words}前`, `到${words}`, `${words}至2022年底`, `2019年至${words}`, `${words}、12月底前`]) {
      for (const reading of parseDeadline(text, context)) isSound(reading, text);
      const sentence = `各单位于${text}完成。`;
      for (const reading of findDeadlines(sentence, context)) isSound(reading, sentence);
    }
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

test("neither the time zone of the machine nor the day changes anything", () => {
  const module = new URL("../../../src/deadlines.ts", import.meta.url).href;
  const words = ["三年内", "每月5日前", "2021年春节前", "年底前", "一个月内", "6月中旬", "每周五", "月底前", "本通知印发之日起20个工作日内", "农历八月十五前", "10日前", "下周三", "近三年", "清明节前", "9月第一周"];
  const script = (today: string) => `
    const RealDate = Date;
    if (${JSON.stringify(today)} !== "") globalThis.Date = class extends RealDate {
      constructor(...args) { if (args.length === 0) super(${JSON.stringify(today)}); else super(...args); }
      static now() { return RealDate.parse(${JSON.stringify(today)}); }
    };
    const { parseDeadline, findDeadlines } = await import(${JSON.stringify(module)});
    console.log(JSON.stringify(${JSON.stringify(words)}.map((words) => [parseDeadline(words, ${JSON.stringify(context)}), findDeadlines(\`各单位于\${words}完成\`, ${JSON.stringify(context)})])));`;
  const runs = [["America/New_York", ""], ["Asia/Shanghai", "1999-12-31T23:59:59Z"], ["UTC", "2031-02-28T12:00:00Z"], ["Pacific/Apia", "2020-06-08T00:00:00Z"]];
  const answers = runs.map(([TZ = "", today = ""]) =>
    spawnSync(process.execPath, ["--input-type=module", "-e", script(today)], { env: { ...process.env, TZ, NODE_OPTIONS: "" }, encoding: "utf8" }),
  );
  expect(answers.map(({ status }) => status)).toEqual([0, 0, 0, 0]);
  expect(new Set(answers.map(({ stdout }) => stdout)).size).toBe(1);
  expect(answers[0]?.stdout).toBe(`${JSON.stringify(words.map((phrase) => [parseDeadline(phrase, context), findDeadlines(`各单位于${phrase}完成`, context)]))}\n`);
});

test("reading takes linear time", () => {
  const sample = "2020年".repeat(200) + "一二三四五六七八九十".repeat(200) + "每年6月、".repeat(200) + "自".repeat(400) + "1".repeat(1000) + "2020年6月至".repeat(200);
  const time = (text: string) => {
    const from = process.threadCpuUsage();
    findDeadlines(text, context);
    parseDeadline(text, context);
    return process.threadCpuUsage(from).user / 1000;
  };
  time(sample);
  const [once, four] = [time(sample), time(sample.repeat(4))];
  expect(four).toBeLessThan(once * 16 + 200);
});
