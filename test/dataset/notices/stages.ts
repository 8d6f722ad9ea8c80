/** Five versions of the sources, of the parser and of the corrections, and what the delta of each must say. */
import { edit, editKinds, type EditKind } from "./edit.ts";
import { expectedChanges, type Expected, type Step, type Views } from "./expected.ts";
import { makeNotice, tasksOf } from "./notice.ts";
import { faultOf, viewWorse } from "./old-reader.ts";
import { randomOf, type Random } from "./random.ts";
import { idOf, viewOf, type Fields, type NoticeView } from "./view.ts";
import { madeOf, makeWorld, nameOf, ownSite, portal, type World } from "./world.ts";

/** A correction of one field of one task; the task is known by its uid. */
export interface Correction {
  readonly notice: string;
  readonly uid: string;
  readonly id: string;
  readonly field: "due" | "heading";
  readonly expected: string | null;
  readonly value: string;
}

/** All that a version follows from. */
export interface Inputs {
  readonly world: World;
  /** The parser of before, see old-reader.ts. */
  readonly old: boolean;
  /** A unit as printed, and the full name that people give it. */
  readonly lookup: { readonly unit: string; readonly name: string } | null;
  readonly corrections: readonly Correction[];
}

export interface Stage {
  readonly what: string;
  readonly inputs: Inputs;
  readonly expected: readonly Expected[];
  /** Corrections whose expected value does not stand. */
  readonly stale: number;
  /** What is published. */
  readonly views: Views;
}

/** The stages for that many notices. */
export function stagesOf(seed: string, count: number): Stage[] {
  const random = randomOf(`${seed}/stages`);
  const first: Inputs = { world: makeWorld(seed, count), old: true, lookup: null, corrections: [] };
  const second = { ...first, world: moved(edited(first.world, 0.5, "b", random), seed, random) };
  const third = { ...second, old: false, world: editedTwice(edited(second.world, 0.4, "c", random), random) };
  const unit = "省水利厅";
  const fourth: Inputs = { ...third, world: edited(third.world, 0.1, "d", random), lookup: { unit, name: "省水利和湖泊厅" }, corrections: correctionsFor(third.world) };
  const fifth: Inputs = { ...fourth, world: withdrawn(fourth.world), corrections: fourth.corrections.slice(1) };
  const named = [["the first version", first], ["edits of the sources", second], ["a better parser, and edits", third], ["a lookup, corrections, and edits", fourth], ["a correction and sources withdrawn", fifth]] as const;
  return named.map(([what, inputs], i) => stageOf(what, i === 0 ? null : (named[i - 1]?.[1] ?? null), inputs));
}

function stageOf(what: string, before: Inputs | null, now: Inputs): Stage {
  const views = viewsOf(now);
  const stale = now.corrections.filter((correction) => !stands(correction, viewsOf({ ...now, corrections: [] }))).length;
  if (before === null) return { what, inputs: now, views, stale, expected: expectedChanges(new Map(), [{ cause: "source", views }]) };
  const parser: Inputs = { ...before, old: now.old };
  const source: Inputs = { ...parser, world: now.world };
  const lookup: Inputs = { ...source, lookup: now.lookup };
  const steps: Step[] = [
    { cause: "parser", views: viewsOf(parser) },
    { cause: "source", views: viewsOf(source) },
    { cause: "lookup", views: viewsOf(lookup) },
    { cause: "override", views },
  ];
  return { what, inputs: now, views, stale, expected: expectedChanges(viewsOf(before), steps) };
}

function viewsOf({ world, old, lookup, corrections }: Inputs): Views {
  const posted = new Set(world.postings.map(({ notice }) => notice));
  const read = new Map([...posted].map((notice) => [notice, readAs(viewOf(madeOf(world, notice)), old, lookup)]));
  for (const correction of corrections) {
    const view = read.get(correction.notice);
    if (view !== undefined && stands(correction, read)) read.set(correction.notice, corrected(view, correction));
  }
  return read;
}

function readAs(view: NoticeView, old: boolean, lookup: Inputs["lookup"]): NoticeView {
  const seen = old ? viewWorse(view) : view;
  if (lookup === null) return seen;
  const named = (fields: Fields): Fields => {
    const name = (field: string): string | null => (fields[field] == null ? null : String(fields[field]).replaceAll(lookup.unit, lookup.name));
    return { ...fields, lead: name("lead"), support: name("support"), responsible: name("responsible"), units: name("units") };
  };
  return { ...seen, tasks: new Map([...seen.tasks].map(([uid, { id, fields }]) => [uid, { id, fields: named(fields) }])) };
}

function stands({ notice, uid, id, field, expected }: Correction, views: Views): boolean {
  const task = views.get(notice)?.tasks.get(uid);
  return task?.id === id && task.fields[field] === expected;
}

function corrected(view: NoticeView, { uid, field, value }: Correction): NoticeView {
  const task = view.tasks.get(uid);
  if (task === undefined) throw new Error(`no task ${uid}`);
  return { ...view, tasks: new Map([...view.tasks, [uid, { ...task, fields: { ...task.fields, [field]: value } }]]) };
}

/** That share of the notices edited, all kinds in turn. */
function edited(world: World, share: number, version: string, random: Random): World {
  const kinds = Object.keys(editKinds) as EditKind[];
  let turn = 0;
  const notices = new Map(
    [...world.notices].map(([name, made]) => {
      if (!random.chance(share)) return [name, made];
      for (let tries = 0; tries < kinds.length; tries++) {
        turn += 1;
        const after = edit(made, kinds[turn % kinds.length] ?? "deadline", `${version}${name}`, random);
        if (after !== null) return [name, after];
      }
      return [name, made];
    }),
  );
  return { ...world, notices };
}

/** Another time in a notice of which the better parser reads the times otherwise: there both are causes. */
function editedTwice(world: World, random: Random): World {
  const [name] = world.postings.map(({ notice }) => notice).filter((notice) => faultOf(idOf(madeOf(world, notice))) === "time");
  const times = name === undefined ? null : edit(madeOf(world, name), "deadline", "", random);
  return name === undefined || times === null ? world : { ...world, notices: new Map([...world.notices, [name, times]]) };
}

/** Some notices appear on a second site, some as a second file; two go, three come. */
function moved(world: World, seed: string, random: Random): World {
  const names = [...world.notices.keys()];
  const gone = new Set(random.shuffle(names).slice(0, 2));
  const more = names.flatMap((notice, i) => {
    const [own] = world.postings.filter((posting) => posting.notice === notice);
    if (i % 10 === 3) return [{ notice, site: portal, format: "html" as const }];
    return i % 10 === 5 ? [{ notice, site: ownSite, format: own?.format === "docx" ? ("html" as const) : ("docx" as const) }] : [];
  });
  const fresh = Array.from({ length: 3 }, (_, i) => nameOf(names.length + i));
  const notices = new Map([...world.notices, ...fresh.map((name) => [name, makeNotice(seed, Number(name))] as const)]);
  const postings = [...world.postings, ...more, ...fresh.map((notice) => ({ notice, site: ownSite, format: "html" as const }))];
  return { notices, postings: postings.filter(({ notice }) => !gone.has(notice)) };
}

/** Two that hold, one whose expected value is another one. Of notices that both parsers read well. */
function correctionsFor(world: World): Correction[] {
  const well = [...new Set(world.postings.map(({ notice }) => notice))].filter((notice) => faultOf(idOf(madeOf(world, notice))) === null);
  return well.slice(0, 3).map((notice, i) => {
    const made = madeOf(world, notice);
    const uid = tasksOf(made)[0]?.uid ?? "";
    const task = viewOf(made).tasks.get(uid);
    const due = task?.fields["due"];
    return { notice, uid, id: task?.id ?? "", field: "due", expected: i === 2 ? "1999-12-31" : typeof due === "string" ? due : null, value: `${made.year + 1}-01-1${i}` };
  });
}

/** The second source of some notices goes, one notice goes with its only source, one moves to another site. */
function withdrawn(world: World): World {
  const second = world.postings.filter((posting, i) => world.postings.findIndex(({ notice }) => notice === posting.notice) < i);
  const single = world.postings.filter(({ notice }) => world.postings.filter((other) => other.notice === notice).length === 1);
  const [gone, moving] = single.slice(-2);
  const left = new Set([...second.slice(0, 2), gone]);
  return { ...world, postings: world.postings.filter((posting) => !left.has(posting)).map((posting) => (posting === moving ? { ...posting, site: portal } : posting)) };
}
