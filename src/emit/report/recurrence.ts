/** Recurrence rules of RFC 5545 in words. */
import type { Language } from "../../model/finding.ts";

/** The parts that rules of ours have; a rule with another one stays as it is. */
interface Parts {
  readonly FREQ?: string;
  readonly INTERVAL?: string;
  readonly BYDAY?: string;
  readonly BYMONTH?: string;
  readonly BYMONTHDAY?: string;
  readonly UNTIL?: string;
}

interface Words {
  /** One period, by frequency and number. */
  readonly period: (frequency: string, count: number) => string;
  readonly weekdays: Readonly<Record<string, string>>;
  readonly join: string;
  readonly week: (period: string, days: string, count: number) => string;
  readonly month: (number: number) => string;
  readonly day: (number: number) => string;
  /** Days in months; `months` is empty where they come in every one. */
  readonly days: (period: string, months: string, days: string) => string;
  readonly until: (day: string) => string;
}

const plain: Readonly<Record<string, readonly [zh: string, en: string]>> = { DAILY: ["天", "day"], WEEKLY: ["周", "week"], MONTHLY: ["个月", "month"], YEARLY: ["年", "year"] };
const named: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  "MONTHLY 1": ["每月", "every month"], "MONTHLY 3": ["每季度", "every quarter"], "MONTHLY 6": ["每半年", "every half-year"],
};

const inWords: Readonly<Record<Language, Words>> = {
  zh: {
    period: (frequency, count) => named[`${frequency} ${count}`]?.[0] ?? `每${count === 1 ? "" : count}${plain[frequency]?.[0] ?? ""}`,
    weekdays: { MO: "一", TU: "二", WE: "三", TH: "四", FR: "五", SA: "六", SU: "日" },
    join: "、",
    week: (period, days, count) => `${period}${count === 1 ? "" : "的周"}${days}`,
    month: (number) => `${number}月`,
    day: (number) => (number === -1 ? "最后一天" : number < 0 ? `倒数第${-number}天` : `${number}日`),
    days: (period, months, days) => `${period}${months}${days !== "" && /^[最倒]/u.test(days) ? "的" : ""}${days}`,
    until: (day) => `，到${day}为止`,
  },
  en: {
    period: (frequency, count) => named[`${frequency} ${count}`]?.[1] ?? (count === 1 ? `every ${plain[frequency]?.[1] ?? ""}` : `every ${count} ${plain[frequency]?.[1] ?? ""}s`),
    weekdays: { MO: "Monday", TU: "Tuesday", WE: "Wednesday", TH: "Thursday", FR: "Friday", SA: "Saturday", SU: "Sunday" },
    join: ", ",
    week: (period, days) => `${period} on ${days}`,
    month: (number) => ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"][number - 1] ?? String(number),
    day: (number) => (number === -1 ? "the last day" : number < 0 ? `day ${-number} from the end` : `day ${number}`),
    days: (period, months, days) => `${period}${months === "" ? "" : ` in ${months}`}${days === "" ? "" : ` on ${days}`}`,
    until: (day) => `, until ${day}`,
  },
};

/** `FREQ=MONTHLY;BYMONTHDAY=5` is 每月5日. A rule of another form stays as it is. */
export function recurrence(rrule: string, language: Language): string {
  const { FREQ = "", INTERVAL = "1", BYDAY, BYMONTH, BYMONTHDAY, UNTIL, ...others }: Parts = Object.fromEntries(rrule.split(";").map((part): [string, string] => [part.split("=", 1)[0] ?? "", part.split("=")[1] ?? ""]));
  const say = inWords[language];
  const [count, months, monthDays] = [Number(INTERVAL), numbers(BYMONTH), numbers(BYMONTHDAY)];
  const weekdays = BYDAY?.split(",").map((day) => say.weekdays[day] ?? null) ?? [];
  const isOurs = plain[FREQ] !== undefined && Object.keys(others).length === 0 && Number.isInteger(count) && [...months, ...monthDays].every(Number.isInteger) && !weekdays.includes(null);
  const byWeek = weekdays.length > 0;
  if (!isOurs || (byWeek && (FREQ !== "WEEKLY" || months.length + monthDays.length > 0)) || (months.length > 0 && FREQ === "MONTHLY" && count > 1)) return rrule;
  const period = say.period(months.length > 0 ? "YEARLY" : FREQ, count);
  const words = byWeek ? say.week(period, weekdays.join(say.join), count) : say.days(period, months.map(say.month).join(say.join), monthDays.map(say.day).join(say.join));
  return words + (UNTIL === undefined ? "" : say.until(UNTIL.replace(/^(\d{4})(\d\d)(\d\d).*$/u, "$1-$2-$3")));
}

function numbers(list: string | undefined): number[] {
  return list?.split(",").map(Number) ?? [];
}
