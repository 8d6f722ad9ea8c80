/** Every format that is read brings a sample; what holds for all readers is tried on it, whole and damaged. */
import { describe, expect, test } from "vitest";
import { openContext } from "../../src/model/context.ts";
import type { NoticeDocument } from "../../src/model/document.ts";
import { parseNotice, readDocument } from "../../src/pipeline.ts";
import { formats } from "../../src/read/formats.ts";
import { sampleWords } from "../../src/read/samples.ts";
import { Chance } from "../hostile/chance.ts";
import { damageBytes } from "../hostile/damage.ts";
import { faultsOf } from "../hostile/judge.ts";
import { checkWhole } from "./document-checks.ts";

const sampled = await Promise.all(formats.flatMap(({ id, sample, read }) => (sample === undefined || read === null ? [] : [sample().then((bytes) => ({ id, bytes, read }))])));

test("formats that are read bring one, but for those whose words take an engine and those that are refused with a reason", () => {
  const without = formats.filter(({ read, sample }) => read !== null && sample === undefined).map(({ id }) => id);
  expect(without).toEqual(["ooxml-encrypted", "png", "jpeg", "tiff", "fengong-result"]);
});

describe.each(sampled)("$id", ({ id, bytes, read }) => {
  const open = (): Promise<NoticeDocument | null> => read({ name: "sample", bytes, uri: null, role: "notice", label: null }, 0, openContext());

  test("is known, says its words, and gives the same twice", async () => {
    const { format, document, diagnostics } = await readDocument({ name: "sample", bytes });
    expect([format?.id, diagnostics]).toEqual([id, []]);
    expect(document?.text).toContain(sampleWords);
    expect(await open()).toEqual(await open());
  });

  test("gives a document that is whole", async () => {
    const document = await open();
    if (document === null) throw new Error("nothing was read");
    checkWhole(document);
  });

  test("loses nothing in silence, also when it is damaged", async () => {
    expect(faultsOf(await parseNotice({ name: "sample", bytes }))).toEqual([]);
    for (let seed = 1; seed <= 30; seed++) {
      const damaged = damageBytes(bytes, new Chance(seed), bytes);
      expect([seed, faultsOf(await parseNotice({ name: "sample", bytes: damaged }))]).toEqual([seed, []]);
    }
  });
});
