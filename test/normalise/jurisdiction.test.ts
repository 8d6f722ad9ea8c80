import { describe, expect, test } from "vitest";
import type { Field, FrontMatter } from "../../src/model/draft.ts";
import { settleJurisdiction, type JurisdictionFacts } from "../../src/normalise/jurisdiction.ts";
import { readDocumentNumber } from "../../src/text/document-number.ts";

interface Given {
  readonly issuers?: readonly string[];
  readonly addressees?: readonly string[];
  readonly title?: string;
  readonly number?: string;
  readonly site?: string;
  readonly domain?: string;
  readonly year?: number;
  readonly option?: string;
}

const field = (text: string): Field => ({ text, quote: null, place: [], basis: "body" });

function settle({ issuers = [], addressees = [], title, number, site, domain, year, option }: Given): string | null {
  const front: FrontMatter = {
    documentNumber: number === undefined ? null : field(number), title: title === undefined ? null : field(title), issuers: issuers.map(field), addressees: addressees.map(field),
    addresseesLine: null, enclosure: null, dateIssued: null, datePublished: null, draft: null, disclosure: null, indexNumber: null, subjectCategory: [], validity: null,
    attachments: [], references: [], further: [], siteIdCode: site ?? null, siteDomain: domain ?? null,
  };
  const facts: JurisdictionFacts = { number: number === undefined ? null : readDocumentNumber(number), year: year ?? null, option: option ?? null };
  const found = settleJurisdiction(front, facts)?.jurisdiction ?? null;
  return found === null ? null : `${found.code} ${found.name} ${found.level} ${found.basis}`;
}

describe("the issuer is strongest", () => {
  test.each([
    ["安徽省人民政府办公厅", "340000 安徽省 province issuers"],
    ["中共安徽省委办公厅", "340000 安徽省 province issuers"],
    ["芜湖市政务公开办公室", "340200 芜湖市 city issuers"],
    ["贵池区人民政府办公室", "341702 贵池区 county issuers"],
    ["安徽省芜湖市南陵县教育局", "340223 南陵县 county issuers"],
    ["无为县泥汊镇人民政府", "340225 无为县泥汊镇 town issuers"],
    ["合肥市新站高新区管委会", "340100 合肥市新站高新区 zone issuers"],
    ["芜湖经济技术开发区管理委员会", "340271 芜湖经济技术开发区 zone issuers"],
    ["国务院办公厅", "000000 全国 national issuers"],
    ["教育部", "000000 全国 national issuers"],
    ["国家发展改革委", "000000 全国 national issuers"],
    ["中共中央办公厅", "000000 全国 national issuers"],
    ["国家税务总局", "000000 全国 national issuers"],
    ["国家税务总局安徽省税务局", "340000 安徽省 province issuers"],
    ["中国共产党芜湖市委员会", "340200 芜湖市 city issuers"],
    ["内蒙古自治区人民政府", "150000 内蒙古自治区 province issuers"],
    ["北京市朝阳区人民政府", "110105 朝阳区 county issuers"],
    ["国家统计局安徽调查总队", null],
    ["鼓楼区人民政府", null],
    ["某某县人民政府", null],
    ["区人民政府办公室", null],
  ])("%s", (issuer, answer) => expect(settle({ issuers: [issuer], year: 2018 })).toBe(answer));

  test("it goes before the site on which the notice stands", () => {
    expect(settle({ issuers: ["安徽省人民政府办公厅"], site: "3402000001", domain: "www.wuhu.gov.cn" })).toBe("340000 安徽省 province issuers");
  });

  test("a name that several places bear is settled by the site", () => {
    expect(settle({ issuers: ["鼓楼区人民政府"], site: "3201000001" })).toBe("320106 鼓楼区 county issuers");
    expect(settle({ issuers: ["鼓楼区人民政府"], domain: "www.fuzhou.gov.cn" })).toBe("350102 鼓楼区 county issuers");
  });

  test("an unknown place is never taken for the one around it", () => {
    expect(settle({ issuers: ["某某县人民政府"], number: "皖政办〔2020〕1号", site: "3400000001", title: "安徽省某某县2020年工作要点" })).toBeNull();
  });
});

describe("then the site, the number, the addressees, the title, the option", () => {
  test.each<[string, Given, string | null]>([
    ["SiteIDCode", { site: "3417020001", domain: "www.wuhu.gov.cn", number: "皖政务〔2020〕1号" }, "340000 安徽省 province documentNumber"],
    ["SiteIDCode before host", { site: "3417020001", domain: "www.wuhu.gov.cn" }, "341702 贵池区 county siteIdCode"],
    ["a ministry's site", { site: "bm15000001" }, "000000 全国 national siteIdCode"],
    ["host", { domain: "http://www.wuhu.gov.cn", title: "贵池区2018年工作要点" }, "340200 芜湖市 city siteDomain"],
    ["a host below the main one settles nothing", { domain: "czj.wuhu.gov.cn" }, null],
    ["a local number on the site of its province", { number: "池政办〔2020〕3号", domain: "czj.ah.gov.cn", addressees: [] }, null],
    ["a local number on the site of its province", { number: "池政办〔2020〕3号", site: "3400000001" }, "341700 池州市 city documentNumber"],
    ["a number that the site contradicts", { number: "京政办发〔2020〕3号", site: "3402000001" }, "340200 芜湖市 city siteIdCode"],
    ["number", { number: "皖政办〔2020〕1号", addressees: ["南陵县人民政府", "繁昌区人民政府"] }, "340000 安徽省 province documentNumber"],
    ["a number from above on a city's site", { number: "国办发〔2018〕117号", site: "3402000001" }, "000000 全国 national documentNumber"],
    ["addressees of one region", { addressees: ["南陵县人民政府", "无为市人民政府", "市直各单位"], year: 2021, title: "贵池区要点" }, "340200 芜湖市 city addressees"],
    ["addressees of several regions", { addressees: ["南陵县人民政府", "东至县人民政府"] }, null],
    ["one addressee", { addressees: ["南陵县人民政府"] }, null],
    ["title", { title: "贵池区2018年政务公开重点工作任务分工（征求意见稿）", option: "340200" }, "341702 贵池区 county title"],
    ["a title with a shared name", { title: "鼓楼区2018年工作要点" }, null],
    ["a title in its year", { title: "繁昌县2018年政务公开工作要点", year: 2018 }, "340222 繁昌县 county title"],
    ["option", { title: "2018年工作要点", option: "341702" }, "341702 贵池区 county option"],
    ["nothing", { title: "2018年工作要点" }, null],
  ])("%s", (_, given, answer) => expect(settle(given)).toBe(answer));
});
