import { describe, expect, test } from "vitest";
import { comparisonsOf, counterpartsOf } from "../../src/lineage/answers.ts";
import { linkResults } from "../../src/lineage/links.ts";
import { linkSchema } from "../../src/model/link.ts";
import { reading } from "../../src/text/reading.ts";
import { failedNotice } from "../../src/pipeline.ts";
import { diagnose } from "../../src/model/context.ts";
import { goldSets, readSet, score } from "./gold.ts";
import { linksOf, namesOf, noticeWith, reference } from "./notices.ts";

const work = "建设基层政务公开工作专题，集中展现各领域公开信息及有关政策文件，提供信息检索功能。";

describe.each(goldSets.map((set) => [set.name, set] as const))("gold: %s", (_, set) => {
  test("nothing wrong, nothing verbatim missed beyond one in twenty, of all that belongs together 85 in 100 linked", async () => {
    const { results, nameOf } = await readSet(set);
    const { links, wrong, certainWrong, verbatim, rewritten, missedVerbatim, missedRewritten } = score(set, linkResults(results), nameOf);
    expect(links).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
    expect(certainWrong).toBe(0);
    expect(missedVerbatim.length / verbatim).toBeLessThanOrEqual(0.05);
    expect((missedVerbatim.length + missedRewritten.length) / (verbatim + rewritten)).toBeLessThanOrEqual(set.unseen ? 0.25 : 0.15);
  });
});

test("every link is as its schema says, and its parts are equal on both sides", async () => {
  for (const set of goldSets) {
    const { results } = await readSet(set);
    const tasks = new Map(results.flatMap((result) => result.tasks.map((task) => [task.id, task] as const)));
    const words = (id: string, field: string): string => {
      const task = tasks.get(id);
      return field === "text" ? (task?.text ?? "") : (task?.columns[Number(field.slice("columns.".length))]?.text ?? "");
    };
    const letters = (text: string): string => reading(text).replace(/[^\p{L}\p{N}]/gu, "");
    for (const link of linkResults(results).links()) {
      expect(linkSchema.safeParse(link).error).toBeUndefined();
      for (const { from, to, characters } of link.parts) {
        const [mine, other] = [letters(words(link.from, from.field).slice(from.start, from.end)), letters(words(link.to, to.field).slice(to.start, to.end))];
        expect(mine).toBe(other);
        expect(mine).toHaveLength(characters);
      }
    }
  }
});

test("the same links in the same order whatever the order of the notices", async () => {
  for (const set of goldSets) {
    const { results } = await readSet(set);
    const once = JSON.stringify(linksOf(...results));
    expect(JSON.stringify(linksOf(...results.toReversed()))).toBe(once);
    expect(JSON.stringify(linksOf(...results))).toBe(once);
  }
});

describe("false friends: words that many notices have link nothing", () => {
  test.each([
    ["decisions of the centre", "贯彻落实党中央、国务院和省委、省政府关于深化改革的决策部署，抓好水库除险加固。", "贯彻落实党中央、国务院和省委、省政府关于深化改革的决策部署，办好养老服务。"],
    ["a platform", "依托全国一体化在线政务服务平台建设电子证照库。", "依托全国一体化在线政务服务平台建设远程踏勘系统。"],
    ["a list of ministries", "由国家发展改革委、教育部、科技部、工业和信息化部、财政部、人力资源社会保障部修订办法。", "会同国家发展改革委、教育部、科技部、工业和信息化部、财政部、人力资源社会保障部开展评审。"],
    ["two systems", "归集到国家企业信用信息公示系统和全国信用信息共享平台，约束失信企业。", "与国家企业信用信息公示系统和全国信用信息共享平台对接，公布行政处罚。"],
    ["a yearly report", "编制政府信息公开工作年度报告。", "发布政府信息公开工作年度报告样式。"],
    ["a date", "2031年12月底前完成老旧管网改造。", "2031年12月底前完成非遗名录普查。"],
    ["a title", "认真落实《国务院关于加强困难群众基本生活保障有关工作的通知》，提高补助水平。", "对照《国务院关于加强困难群众基本生活保障有关工作的通知》，开展专项核查。"],
    ["organisation", "加强组织领导，压实工作责任，确保各项任务落到实处。", "加强组织领导，压实工作责任，确保各项任务落到实处。"],
    ["publicity", "充分利用广播、电视、报刊、网络等媒体，加大宣传力度，营造良好社会氛围。", "充分利用广播、电视、报刊、网络等媒体，加大宣传力度，营造良好社会氛围。"],
    ["plans of one's own", "各市、县（市、区）政府要结合本地区实际，制定具体实施方案，细化任务分工，明确时间节点，推广节水灌溉。", "各市、县（市、区）政府要结合本地区实际，制定具体实施方案，细化任务分工，明确时间节点，培训乡村医生。"],
    ["meetings, money, praise", "建立健全部门联席会议制度，及时研究解决工作推进中的重大问题，统筹现有资金渠道，提高资金使用效益。", "建立健全部门联席会议制度，及时研究解决工作推进中的重大问题，统筹现有资金渠道，提高资金使用效益。"],
    ["a closing report", "试点结束后，及时总结试点经验，形成试点工作总结报告，并将试点情况书面报送省有关部门备案，开展水权交易。", "试点结束后，及时总结试点经验，形成试点工作总结报告，并将试点情况书面报送省有关部门备案，推广装配建筑。"],
  ])("%s", (_, one, other) => {
    expect(namesOf(noticeWith("甲", [one]), noticeWith("乙", [other]))).toEqual([]);
    const related = namesOf(noticeWith("甲", [one], { references: [reference("《关于乙的通知》")] }), noticeWith("乙", [other]));
    expect(related).toEqual([]);
  });

  test("a heading that many rows share is no task", () => {
    const rows = (id: string): ReturnType<typeof noticeWith> =>
      noticeWith(id, ["修订条例。", "举办培训。"].map((text) => ({ text, path: ["一、围绕提升基层政府治理能力全面推进公开标准化"], columns: [{ header: "工作任务", text: "一、围绕提升基层政府治理能力全面推进公开标准化" }, { header: "具体要求", text }] })));
    expect(namesOf(rows("甲"), rows("乙"))).toEqual([]);
  });

  test("the heading of an item in a column without header, behind its label", () => {
    const rows = (id: string, text: string): ReturnType<typeof noticeWith> =>
      noticeWith(id, [{ text, label: "（三）", heading: "进一步提高政策解读质量和实际效果。", columns: [{ header: null, text: "（三）进一步提高政策解读质量和实际效果。" }, { header: null, text }] }]);
    expect(namesOf(rows("甲", "修订办法。"), rows("乙", "举办培训。"))).toEqual([]);
  });

  test("words that seventeen notices share without a relation", () => {
    const many = Array.from({ length: 20 }, (_, i) => noticeWith(`n${i}`, [work]));
    expect(namesOf(...many)).toEqual([]);
    expect(namesOf(...many.slice(0, 3))).toHaveLength(3);
  });
});

describe("what is linked", () => {
  test("words in a column that is not the text", () => {
    const [link] = linksOf(noticeWith("甲", [{ text: "建设专题", columns: [{ header: "重点内容", text: work }] }]), noticeWith("乙", [work]));
    expect(link?.parts.map(({ from, to }) => [from.field, to.field])).toEqual([["text", "columns.0"]]);
  });

  test("one item that three rows take over, in any order", () => {
    const parts = ["建设基层政务公开工作专题集中展现各领域公开信息", "对已发布的信息定期评估动态调整并说明理由", "选择一批乡镇作为示范点开展创建工作先行先试"];
    expect(namesOf(noticeWith("甲", [`${parts.join("。")}。`]), noticeWith("乙", parts.toReversed().map((part) => `${part}。`)))).toEqual(["乙/1 → 甲/1", "乙/2 → 甲/1", "乙/3 → 甲/1"]);
  });

  test("differences: dates, leading units, words of one side", () => {
    const [link] = linksOf(
      noticeWith("甲", [{ text: `${work.slice(0, -1)}，每季度更新一次。`, due: "2031-12-31" }], { dateIssued: "2031-06-01" }),
      noticeWith("乙", [{ text: `在全省${work}`, due: null }], { dateIssued: "2031-03-01" }),
    );
    expect(link).toMatchObject({ from: "甲/1", to: "乙/1", direction: "later", differences: { due: ["2031-12-31", null], lead: null, added: ["每季度更新一次"], dropped: ["在全省"] } });
  });

  test("words that stand on both sides are no difference, however short; one character for another is one", () => {
    const [link] = linksOf(noticeWith("甲", ["改造老旧供水管网十二公里，解决东门片区夏季水压不足问题，摸清全市老年人口。"], { references: [reference("《关于乙的通知》")] }), noticeWith("乙", ["改造老旧供水管网十五公里，解决北门片区夏季水压不足问题，摸清老年人口。"]));
    expect(link?.differences).toMatchObject({ figures: [["十二", "十五"]], added: ["东"], dropped: ["北"] });
  });

  test("other figures and places are no equal words, and part them", () => {
    const [link] = linksOf(noticeWith("甲", ["全市改造县城老旧供水管网12公里，解决东门片区夏季水压不足问题并公开水质信息。"]), noticeWith("乙", ["全县改造县城老旧供水管网15公里，解决东门片区夏季水压不足问题并公开水质信息。"]));
    expect(link?.parts.map(({ from }) => [from.start, from.end])).toEqual([[2, 12], [14, 38]]);
    expect(link?.differences.figures).toEqual([["15", "12"]]);
  });

  test("simplified and traditional, full and half width", () => {
    expect(namesOf(noticeWith("甲", ["建設基層政務公開工作專題，集中展現各領域公開信息及有關政策文件。"]), noticeWith("乙", ["建设基层政务公开工作专题,集中展现各领域公开信息及有关政策文件。"]))).toHaveLength(1);
  });
});

describe("what relates the notices", () => {
  const upper = noticeWith("乙", [work], { dateIssued: "2031-03-01", documentNumber: { text: "甲政发〔2031〕2号", agencyCode: "甲政发", year: 2031, serial: 2 } });
  const lower = (...references: Parameters<typeof reference>[]): ReturnType<typeof noticeWith> => noticeWith("甲", [work], { dateIssued: "2031-06-01", references: references.map((one) => reference(...one)) });

  test("by number, with the printed verb: certain", () => {
    const [link] = linksOf(lower(["甲政发[2031]2号", { relation: "implements", verb: { text: "贯彻落实", place: [] } }]), upper);
    expect(link).toMatchObject({ certain: true, documents: { relation: "implements", by: "甲", verb: "贯彻落实", words: "甲政发[2031]2号" } });
  });

  test("nothing: equal words alone are never certain", () => {
    expect(linksOf(lower(), upper)[0]).toMatchObject({ certain: false, documents: null });
  });

  test("a third document that both name; a law is none", () => {
    const third = (document: string): unknown => linksOf({ ...lower([document]) }, { ...upper, notice: { ...upper.notice, references: [reference(document)] } })[0]?.documents?.relation;
    expect(third("国办公开办函〔2019〕61号")).toBe("shared-reference");
    expect(third("《国务院关于某项工作的意见》")).toBe("shared-reference");
    expect(third("《中华人民共和国政府信息公开条例》")).toBeUndefined();
    expect(third("《政府工作报告》")).toBeUndefined();
  });

  test("by way of a notice between", () => {
    const between = noticeWith("丙", ["修订办法。"], { documentNumber: { text: "乙政发〔2031〕9号", agencyCode: "乙政发", year: 2031, serial: 9 }, references: [reference("甲政发〔2031〕2号")] });
    expect(linksOf(lower(["乙政发〔2031〕9号"]), between, upper)[0]?.documents).toMatchObject({ relation: "indirect", through: ["丙"] });
  });

  test("a reference that fits two notices is none, and said", () => {
    const title = "关于加强公开工作的通知";
    const both = [noticeWith("乙", [work], { title }), noticeWith("丙", ["修订办法。"], { title })];
    const lineage = linkResults([lower([`《${title}》`]), ...both]);
    expect([...lineage.links()][0]?.documents).toBeNull();
    expect(lineage.findings.map(({ code }) => code)).toEqual(["lineage/ambiguous-reference"]);
  });

  test("the next year's notice of one place: succession; without a reference not certain", () => {
    const of = (year: number): ReturnType<typeof noticeWith> => noticeWith(`n${year}`, [work], { title: `${year}年重点工作任务分工`, issuers: ["某县人民政府"], workYear: { year, basis: "title" } });
    expect(linksOf(of(2032), of(2031))[0]).toMatchObject({ from: "n2032/1", to: "n2031/1", kind: "succession", direction: "later", certain: false, documents: { relation: "series", words: null } });
  });

  test("a reprint under another number repeats and implements nothing", () => {
    const print = (id: string): ReturnType<typeof noticeWith> => noticeWith(id, [work], { title: "某省关于公开的通知", issuers: ["某省人民政府"], workYear: { year: 2031, basis: "title" } });
    expect(linksOf(print("甲"), print("乙"))[0]).toMatchObject({ kind: "wording", documents: { relation: "repeats" }, certain: false });
  });
});

describe("poor input", () => {
  test("the same notice twice is one notice with two sources, and links to nothing of itself", () => {
    const source = { role: "notice" as const, label: null, uri: null, format: "html", mediaType: "text/html", bytes: 1, sha256: null, textSha256: null, charset: null, pages: null };
    const one = noticeWith("甲", [work, work]);
    const lineage = linkResults([{ ...one, sources: [{ ...source, name: "b.pdf" }] }, { ...one, sources: [{ ...source, name: "a.html" }] }]);
    expect(lineage.notices.map(({ sources }) => sources)).toEqual([["a.html", "b.pdf"]]);
    expect([...lineage.links()]).toEqual([]);
  });

  test("a notice that says one thing a thousand times costs no more than its size", () => {
    const long = "建设基层政务公开工作专题集中展现各领域公开信息".repeat(30);
    const many = (id: string, ...references: Parameters<typeof reference>[]): ReturnType<typeof noticeWith> =>
      noticeWith(id, Array.from({ length: 400 }, (_, i) => `${long}${"甲乙丙丁戊己庚辛壬癸".charAt(i % 10)}。`), { references: references.map((one) => reference(...one)) });
    expect(linksOf(many("甲", ["《关于乙的通知》"]), many("乙")).length).toBeLessThanOrEqual(400 * 20);
  });

  test("no date and no level: the link stands without direction", () => {
    expect(linksOf(noticeWith("甲", [work]), noticeWith("乙", [work]))[0]).toMatchObject({ direction: null });
  });

  test("level where dates are missing", () => {
    const at = (id: string, level: "province" | "city"): ReturnType<typeof noticeWith> => noticeWith(id, [work], { jurisdiction: { code: level === "province" ? "340000" : "340200", name: "", level, basis: "issuer" } });
    expect(linksOf(at("甲", "province"), at("乙", "city"))[0]).toMatchObject({ from: "乙/1", to: "甲/1", direction: "lower" });
  });

  test("nothing, a scan, no tasks, one task", () => {
    const failed = failedNotice({ name: "scan.pdf", bytes: null }, diagnose("input/empty"));
    expect(linksOf()).toEqual([]);
    expect(linksOf(failed, noticeWith("甲", []), noticeWith("乙", [work]), noticeWith("丙", [""]))).toEqual([]);
  });
});

describe("side by side", () => {
  const upper = noticeWith("乙", [work, "推广节水器具，改造农村供水工程。"], { dateIssued: "2031-03-01", documentNumber: { text: "甲政发〔2031〕2号", agencyCode: "甲政发", year: 2031, serial: 2 } });
  const lower = noticeWith("甲", ["举办培训班，培训业务骨干三百人次。", work], { dateIssued: "2031-06-01", references: [reference("甲政发〔2031〕2号")] });
  const lineage = linkResults([lower, upper]);

  test("each item of the upper notice with its answers, those without, and what the lower one has of its own", () => {
    const [one, ...more] = comparisonsOf(lineage);
    expect(more).toEqual([]);
    expect([one?.upper.id, one?.lower.id, one?.documents?.relation]).toEqual(["乙", "甲", "cites"]);
    expect(one?.tasks.map(({ task, answers }) => [task.id, answers.map((answer) => answer.task.id)])).toEqual([["乙/1", ["甲/2"]], ["乙/2", []]]);
    expect(one?.own.map(({ id }) => id)).toEqual(["甲/1"]);
  });

  test("a notice that names another without a word of it: all items are without answer", () => {
    const bare = { ...lower, tasks: lower.tasks.slice(0, 1) };
    expect(comparisonsOf(linkResults([bare, upper])).map(({ upper: first, tasks }) => [first.id, tasks.flatMap(({ answers }) => answers)])).toEqual([["乙", []]]);
  });

  test("counterparts of a task, upward and downward, with the places of the equal words", () => {
    const all = counterpartsOf(lineage);
    expect([...all.keys()].sort()).toEqual(["乙/1", "甲/2"]);
    expect(all.get("甲/2")?.map(({ way, notice, task, own }) => [way, notice.id, task.id, own.map(({ start, end }) => work.slice(start, end)).join("")])).toEqual([["upward", "乙", "乙/1", work.slice(0, -1)]]);
    expect(all.get("乙/1")?.[0]?.way).toBe("downward");
  });
});
