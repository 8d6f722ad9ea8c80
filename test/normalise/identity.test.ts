/** Golden: these values are published. A change here is idnorm/2, never an edit. */
import { describe, expect, test } from "vitest";
import { idnorm, noticeId, taskIds } from "../../src/normalise/identity.ts";

const nothing = { agencyCode: null, year: null, serial: null, issuers: [], title: null, dateIssued: null, textSha256: () => "0".repeat(64) };

describe("idnorm/1", () => {
  test.each([
    ["皖政办秘〔２０２０〕66 号", "皖政办秘[2020]66号"],
    ["（一）  加强\n领导", "(一)加强领导"],
    ["【甲】［乙］〈丙〉", "[甲][乙][丙]"],
  ])("%s", (text, expected) => {
    expect(idnorm(text)).toBe(expected);
  });
});

describe("notice ids", () => {
  test("come from 发文字号", () => {
    expect(noticeId({ ...nothing, agencyCode: "皖政办秘", year: 2020, serial: 66, title: "无关" })).toBe("皖政办秘-2020-66");
    expect(noticeId({ ...nothing, agencyCode: "国令", serial: 706 })).toBe("国令-0-706");
  });

  test("else from issuer, title and date", () => {
    const key = { ...nothing, title: "贵池区2018年政务公开重点工作任务分工（征求意见稿）" };
    expect(noticeId(key)).toBe("notice-4f72a8ad82e1b99b");
    expect(noticeId({ ...key, title: "贵池区２０１８年政务公开 重点工作任务分工(征求意见稿)" })).toBe("notice-4f72a8ad82e1b99b");
    expect(noticeId({ ...key, issuers: ["贵池区人民政府"] })).not.toBe("notice-4f72a8ad82e1b99b");
  });

  test("else from the text", () => {
    expect(noticeId(nothing)).toMatch(/^text-[0-9a-f]{16}$/u);
  });
});

describe("task ids", () => {
  const task = { group: null, number: "1", label: null, text: "政府全体会议、常务会议、专题会议及其他会议结束后，于3个工作日内公开。" };

  test("golden", () => {
    expect(taskIds("皖政办秘-2020-66", [task, { ...task, number: null, label: "（一）" }, { ...task, group: "附件2" }])).toEqual([
      "皖政办秘-2020-66/36d37a9648d43e67",
      "皖政办秘-2020-66/43d0b34812ee326d",
      "皖政办秘-2020-66/5cc57cbc09b50bf4",
    ]);
  });

  test("know only the first characters of the text, not its place or width", () => {
    const [id] = taskIds("n", [task]);
    expect(taskIds("n", [{ ...task, text: `${task.text}另有后文` }])).toEqual([id]);
    expect(taskIds("n", [{ ...task, text: task.text.replace("，", ", ") }])).toEqual([id]);
    expect(taskIds("n", [{ ...task, number: "2" }])).not.toEqual([id]);
  });

  test("tell equal tasks apart by their occurrence", () => {
    expect(new Set(taskIds("n", [task, task, task])).size).toBe(3);
    expect(taskIds("n", [task, task])[0]).toBe(taskIds("n", [task])[0]);
  });
});
