import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { isWorkday, workdayOnOrAfter, workdayOnOrBefore, workdaysAfter } from "../../../../src/rules/deadlines/calendar/workdays.ts";
import { addDays } from "../../../../src/text/calendar.ts";

test.each([
  ["2020-06-25", false], ["2020-06-26", false], ["2020-06-28", true], ["2020-10-08", false], ["2020-10-10", true], ["2020-01-31", false], ["2026-10-01", false],
  ["2027-10-02", false], ["2027-10-01", null], ["2003-10-01", null],
])("%s: %s", (day, workday) => {
  expect(isWorkday(day)).toBe(workday);
});

test("every day of 2004 to 2026 is what the library says in a zone where it is right", () => {
  const script = `const days = (await import("chinese-days")).default; let all = ""; for (let i = 0; i < 8401; i++) all += days.isWorkday(new Date(Date.UTC(2004, 0, 1 + i)).toISOString().slice(0, 10)) ? 1 : 0; console.log(all);`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { env: { ...process.env, TZ: "UTC", NODE_OPTIONS: "" }, encoding: "utf8" });
  const ours = Array.from({ length: 8401 }, (_, i) => (isWorkday(addDays("2004-01-01", i)) === true ? 1 : 0)).join("");
  expect(addDays("2004-01-01", 8400)).toBe("2026-12-31");
  expect(ours).toBe(stdout.trim());
});

test("stepping", () => {
  expect(workdayOnOrAfter("2020-10-01")).toBe("2020-10-09");
  expect(workdayOnOrBefore("2021-02-17")).toBe("2021-02-10");
  expect(workdaysAfter("2020-09-28", 3)).toBe("2020-10-09");
  expect(workdaysAfter("2026-12-30", 3)).toBeNull();
  expect(workdayOnOrAfter("2026-12-31")).toBe("2026-12-31");
});
