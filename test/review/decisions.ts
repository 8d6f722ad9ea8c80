/** Decisions of a person about one notice, one after the other, the same whenever they are made: for stores that are killed while they write. */
import { Desk, type Written } from "../../src/review/desk.ts";
import { openShelf } from "../../src/review/shelf.ts";
import { stateOf } from "../../src/review/state.ts";
import { openStore, type Store, type StorePaths } from "../../src/review/store.ts";
import { deadlineOf, noticeOf, resultOf, taskOf } from "../build-notice.ts";

const nobody = { read: () => Promise.reject(new Error("no source is read")), close: () => undefined };
const tasks = Array.from({ length: 12 }, (_, i) => taskOf({ id: `n/${i}`, ordinal: i + 1, number: String(i + 1), text: `做好第${i + 1}项工作。`, due: "2020-12-31", deadlines: [deadlineOf()] }));

/** A desk whose decisions are counted. */
export interface Deciding {
  readonly store: Store;
  /** Makes the decision of a number; gives the revision of the files after it. */
  readonly decide: (number: number) => Promise<string>;
}

/** Opens it over the files of a folder. */
export function openDeciding(paths: StorePaths): Deciding {
  const store = openStore(paths);
  const result = resultOf({ notice: noticeOf({ id: "n" }), tasks });
  const shelf = openShelf([{ name: "n", files: [], options: {}, record: result }], nobody);
  const desk = new Desk({ shelf, store, language: "zh", today: () => "2026-11-01" });
  const make = async (number: number): Promise<Written> => {
    const stored = await store.load();
    const state = stateOf(result, stored, "zh");
    const { task, key } = state.tasks[(number * 7) % tasks.length]!;
    const own = { n: 0, revision: stored.revision, id: task.id, person: "张三" };
    if (number % 3 === 1) return desk.confirm({ ...own, field: null, key, verdict: "confirmed" });
    const values = number % 3 === 0 ? { field: "due", shown: task.due, value: `2020-11-${String((number % 28) + 1).padStart(2, "0")}` } : { field: "lead", shown: task.assignment.lead.map(({ name }) => name).join("；") || null, value: `第${number}局` };
    return desk.correct({ ...own, ...values, reason: `第${number}次电话` });
  };
  return {
    store,
    decide: async (number) => {
      const written = await make(number);
      if (written.kind !== "written") throw new Error(`${number}: ${JSON.stringify(written).slice(0, 300)}`);
      return written.stored.revision;
    },
  };
}

/** The files of a folder. */
export const filesIn = (folder: string): StorePaths => ({ overrides: `${folder}/overrides.yaml`, gold: `${folder}/gold.csv`, reviews: `${folder}/reviews.ndjson` });
