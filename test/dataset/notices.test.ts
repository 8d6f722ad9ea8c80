/** The generated notices are read as they are meant, before and after each edit: what a delta must say of them can be known exactly. */
import { expect, test } from "vitest";
import { parseNotice } from "../../src/pipeline.ts";
import { edit, editKinds, type EditKind } from "./notices/edit.ts";
import { expectedChanges } from "./notices/expected.ts";
import { toDocx } from "./notices/letter-docx.ts";
import { misreadings } from "./notices/misreadings.ts";
import { layouts, makeNotice, type Made } from "./notices/notice.ts";
import { faultOf, readWorse, viewWorse } from "./notices/old-reader.ts";
import { sites, toHtml } from "./notices/page.ts";
import { randomOf } from "./notices/random.ts";
import { idOf, viewOf } from "./notices/view.ts";

const filesOf = (made: Made): Uint8Array[] => [...sites.map((site) => new TextEncoder().encode(toHtml(made, site))), toDocx(made)];
const read = (bytes: Uint8Array) => parseNotice({ name: "notice", bytes });

test("three hundred are three hundred different ones", () => {
  const all = Array.from({ length: 300 }, (_, i) => makeNotice("acceptance", i));
  expect(new Set(all.map(idOf)).size).toBe(300);
  expect(new Set(all.map((made) => JSON.stringify(viewOf(made)))).size).toBe(300);
  expect(new Set(all.map(({ layout }) => layout))).toEqual(new Set(layouts));
});

test("each is read as meant from its own page, from another site, and from a Word file", async () => {
  const misses: string[] = [];
  for (let i = 0; i < 120; i += 11) for (const bytes of filesOf(makeNotice("acceptance", i))) misses.push(...misreadings(await read(bytes), viewOf(makeNotice("acceptance", i))));
  expect(misses).toEqual([]);
});

test.each(Object.keys(editKinds) as EditKind[])("and after the edit %s", async (kind) => {
  let done = 0;
  for (let i = 0; i < 40; i += 4) {
    const before = makeNotice("acceptance", i);
    const after = edit(before, kind, "new", randomOf(`${kind}/${i}`));
    if (after === null) continue;
    done += 1;
    expect(misreadings(await read(new TextEncoder().encode(toHtml(after, sites[0]!))), viewOf(after))).toEqual([]);
    const changes = expectedChanges(new Map([["x", viewOf(before)]]), [{ cause: "source", views: new Map([["x", viewOf(after)]]) }]);
    if (kind === "reorder") expect(changes).toEqual([]);
    else expect(changes.length).toBeGreaterThan(0);
  }
  expect(done).toBeGreaterThan(0);
});

test("the parser of before reads worse just as its truth says", async () => {
  const faults = new Set<string | null>();
  for (let i = 0; i < 130; i++) {
    const made = makeNotice("acceptance", i);
    if (faults.has(faultOf(idOf(made)))) continue;
    faults.add(faultOf(idOf(made)));
    expect(misreadings(readWorse(await read(new TextEncoder().encode(toHtml(made, sites[0]!)))), viewWorse(viewOf(made)))).toEqual([]);
  }
  expect(faults.size).toBe(6);
});
