/** The notice fields of every corpus page beside gold. Further corpora by FENGONG_EXTRA_CORPUS. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openContext } from "../../../src/model/context.ts";
import { normaliseFront } from "../../../src/normalise/notice.ts";
import { read } from "../../../src/read/read.ts";
import { frame } from "../../../src/segment/front/frame.ts";
import { corpusFolders, filesOf, skippedCorpora } from "../../evaluate/corpora.ts";
import { plain } from "../../evaluate/words.ts";
import { expectWholeFrame } from "./whole-frame.ts";

const skipped = skippedCorpora();
if (skipped !== null) console.info(skipped);

const files = corpusFolders().flatMap(filesOf).filter((file) => file.format === "html");

function asWritten(value: unknown): unknown {
  if (typeof value === "string") return plain(value).replace(/\\+/gu, "\\");
  if (Array.isArray(value)) return value.map(asWritten);
  return value ?? null;
}

describe.each(files.map((file) => [file.key, file] as const))("%s", (_, file) => {
  test("front matter is as gold says, in silence, and nothing is lost", async () => {
    const context = openContext();
    const input = { name: file.path, bytes: new Uint8Array(readFileSync(file.path)), uri: null, role: "notice", label: null } as const;
    const { document } = await read(input, 0, context);
    if (document === null) throw new Error("not read");
    const before = context.diagnostics.length;
    const found = frame(document, context);
    const notice = normaliseFront(found.front, { period: null, held: null, yearLine: null }, document, context);
    const gold: Readonly<Record<string, unknown>> = file.gold.notice;

    const right = (name: string, value: unknown, ...names: string[]): void => {
      const accepted = [name, ...names, `${name}Alternative`].flatMap((key) => (key in gold && gold[key] !== undefined ? [asWritten(gold[key])] : []));
      if (accepted.length > 0) expect(accepted, name).toContainEqual(asWritten(value));
    };
    right("documentNumber", notice.documentNumber?.text);
    right("agencyCode", notice.documentNumber?.agencyCode);
    right("serial", notice.documentNumber?.serial);
    right("title", notice.title);
    right("issuers", notice.issuers);
    right("addressees", notice.addressees);
    right("dateIssued", notice.dateIssued);
    right("datePublished", notice.datePublished);
    right("draft", notice.draft);
    right("enclosure", notice.enclosure);
    right("indexNumber", notice.indexNumber);
    right("disclosure", notice.disclosure, "publicityNote");
    if (typeof gold["subjectCategory"] === "string") right("subjectCategory", notice.subjectCategory.join("\\"));
    if (gold["workYear"] !== null) right("workYear", notice.workYear?.year);
    const lines = (list: unknown): unknown => (Array.isArray(list) ? list.map(({ label, title }: { label: string; title: string }) => plain(`${label} ${title}`)) : list);
    if (gold["attachments"] !== undefined) expect(lines(notice.attachments)).toEqual(lines(gold["attachments"]));
    const cited = notice.references.flatMap(({ relation, documentNumber }) => (relation === "repeals" ? [] : (documentNumber ?? [])));
    if (gold["references"] !== undefined) expect([gold["references"], ...((gold["referencesAlternative"] ?? []) as unknown[])]).toContainEqual(cited);
    if (gold["repeals"] !== undefined) {
      expect(notice.references.filter(({ relation }) => relation === "repeals").map(({ documentNumber }) => documentNumber)).toEqual(gold["repeals"]);
    }

    expect(context.diagnostics.slice(before)).toEqual([]);
    expectWholeFrame(document, found);
  });
});
