import { expect, test } from "vitest";
import { divisionOf } from "../../../src/rules/divisions/divisions.ts";
import { hosts, readHost } from "../../../src/rules/metadata/hosts.ts";

test("each host stands once and its place is in the table", () => {
  const names = hosts.flatMap((host) => host.names);
  expect(new Set(names).size).toBe(names.length);
  expect(hosts.filter(({ code }) => code !== "000000" && divisionOf(code) === null)).toEqual([]);
});

test.each([
  ["http://www.wuhu.gov.cn/openness/", { code: "340200", main: true }],
  ["www.chizhou.gov.cn", { code: "341700", main: true }],
  ["czj.wuhu.gov.cn", { code: "340200", main: false }],
  ["WWW.AH.GOV.CN", { code: "340000", main: true }],
  ["www.gov.cn", { code: "000000", main: true }],
  ["www.mee.gov.cn", null],
  ["www.wuhu.com", null],
  ["wuhu.gov.cn.example.com", null],
  ["", null],
])("%s", (domain, reading) => expect(readHost(domain)).toEqual(reading));
