/** The same notice as DOCX and as HTML gives the same answer; each difference is listed with its reason. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseNotice } from "../../../src/index.ts";
import type { ParseResult } from "../../../src/model/notice.ts";

interface Twins {
  readonly docx: string;
  readonly html: string;
  /** Fields of the notice that only the web page states, with the reason. */
  readonly pageOnly: Readonly<Record<string, string>>;
}

const twins: readonly Twins[] = [
  { docx: "wanzheng-66.docx", html: "wanzheng-66.html", pageOnly: {} },
  { docx: "wanzheng-66-paged.docx", html: "wanzheng-66.html", pageOnly: {} },
  { docx: "guichi-2018.docx", html: "guichi-2018.html", pageOnly: {} },
  {
    docx: "wuhu-kaoping.docx",
    html: "wuhu-kaoping.html",
    pageOnly: { datePublished: "the line of page information under the title", further: "信息来源 and 编辑 of that line" },
  },
  {
    docx: "liutiliucu-4.docx",
    html: "liutiliucu-4.html",
    pageOnly: { indexNumber: "索引号 of the record table", subjectCategory: "主题分类 of that table", further: "组配分类, 发布机构 and 关键词 of that table" },
  },
];

const read = async (name: string): Promise<ParseResult> =>
  parseNotice({ name, bytes: new Uint8Array(readFileSync(new URL(`../../../corpus/seeds/files/${name}`, import.meta.url))) });

/** Everything but places: a path in a part and a path in a page cannot be equal. */
function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (key === "place" || key === "evidence" ? [] : [[key, withoutPlaces(inner)]])));
}

/**
 * Columns are the cells as laid out, and the layouts differ in two ways that mean nothing: a page breaks lines inside cells elsewhere
 * (一、…公开⏎(13%)), and where the paged file merges a heading over two grid columns, the page leaves the second one blank.
 */
function tasksOf({ tasks }: ParseResult): unknown {
  return tasks.map((task) => ({
    ...(withoutPlaces(task) as object),
    columns: task.columns.map(({ header, text }) => [header, text.replace(/\s+/gu, "")]).filter(([, text]) => text !== ""),
  }));
}

describe.each(twins)("$docx and $html", ({ docx, html, pageOnly }) => {
  test("give the same tasks, their ids included", async () => {
    expect(tasksOf(await read(docx))).toEqual(tasksOf(await read(html)));
  });

  test("give the same notice but for what the page alone states", async () => {
    const [ours, theirs] = [(await read(docx)).notice, (await read(html)).notice];
    const differing = Object.keys(ours).filter((key) => key !== "evidence" && JSON.stringify(withoutPlaces(ours[key as keyof typeof ours])) !== JSON.stringify(withoutPlaces(theirs[key as keyof typeof theirs])));
    expect(differing.sort()).toEqual(Object.keys(pageOnly).sort());
  });

  test("leave nothing unclaimed", async () => {
    const { coverage, status } = await read(docx);
    expect([coverage.unclaimed, status]).toEqual([[], "success"]);
  });
});
