/** An edition with the links between its tasks, and which of them are new or gone against the version before, each with its causes. */
import { join } from "node:path";
import type { Link } from "../../model/link.ts";
import type { Diagnostic, ParseResult } from "../../model/notice.ts";
import { causeOrder, type Cause, type Change, type Edition } from "../edition.ts";
import type { EditionStore } from "./edition-store.ts";
import { valuesIn } from "../keep/ndjson.ts";
import type { Previous } from "./previous.ts";
import { follow } from "./rekeys.ts";
import { versionFiles } from "../keep/version-files.ts";
import { folderOf } from "../keep/versions.ts";

/** Links results. Handed in by the command: links stand on results, and a dataset on no more than their shape. */
export type Linker = (results: Iterable<ParseResult>) => { readonly links: () => Iterable<Link>; readonly findings: readonly Diagnostic[] };

/** Links the notices of an edition that stands settled in its store. */
export async function withLinks(edition: Edition, { out, store, linker, previous }: { readonly out: string; readonly store: EditionStore; readonly linker: Linker; readonly previous: Previous | null }): Promise<Edition> {
  const { links, findings } = linker(resultsOf(edition));
  store.resume();
  for (const link of links()) store.addLink(link);
  for (const finding of findings) store.addIssue({ ...finding, notice: finding.params["notice"] ?? null, item: null });
  for (const change of await changedLinks(edition, out, store, previous)) store.addLinkChange(change);
  store.settle();
  return { ...edition, links: store.links, changes: () => inOrder(edition.changes(), store.linkChanges()) };
}

function* resultsOf({ notices }: Edition): Generator<ParseResult, void, undefined> {
  for (const { result } of notices()) yield result;
}

/** The tasks that each task is linked with, whichever side it is. */
type Linked = Map<string, { readonly notice: string; readonly to: Map<string, string> }>;

type Ends = Pick<Link, "from" | "to" | "fromNotice" | "toNotice">;

function gather(links: Iterable<Ends>, idOf: (id: string) => string): Linked {
  const linked: Linked = new Map();
  const put = (id: string, notice: string, other: string, otherNotice: string): void => {
    const there = linked.get(id) ?? { notice, to: new Map<string, string>() };
    there.to.set(other, otherNotice);
    linked.set(id, there);
  };
  for (const { from, to, fromNotice, toNotice } of links) {
    put(idOf(from), fromNotice, idOf(to), toNotice);
    put(idOf(to), toNotice, idOf(from), fromNotice);
  }
  return linked;
}

/** A MOD of the field `links` for each task, not new itself, whose links are others now: an item of a province that a city has taken over. None where the version before had no links. */
async function changedLinks(edition: Edition, out: string, { links }: EditionStore, previous: Previous | null): Promise<Change[]> {
  const before = previous === null ? null : await linksBefore(out, previous.version);
  if (before === null || previous === null) return [];
  const idOf = follow(new Map([...edition.rekeys()].map((rekey) => [rekey.old, rekey.new])));
  const [then, now] = [gather(before, idOf), gather(links(), (id) => id)];
  const { causes, moved } = toldOf(edition);
  const isOtherProgram = JSON.stringify(previous.lock.parser) !== JSON.stringify(edition.lock.parser);
  const changes: Change[] = [];
  for (const from of new Set([...then.keys(), ...now.keys()])) {
    if (moved.has(from)) continue;
    const [old, fresh] = [then.get(from), now.get(from)];
    const notice = fresh?.notice ?? old?.notice ?? "";
    const changed = [...new Set([...(old?.to.keys() ?? []), ...(fresh?.to.keys() ?? [])])].filter((to) => old?.to.has(to) !== fresh?.to.has(to));
    if (changed.length === 0) continue;
    const about = new Set([notice, ...changed.map((to) => fresh?.to.get(to) ?? old?.to.get(to) ?? "")]);
    changes.push({ op: "MOD", notice, task: from, field: "links", before: listed(old), after: listed(fresh), ...blame([...about].flatMap((one) => [...(causes.get(one) ?? [])]), isOtherProgram) });
  }
  const rank = rankOf(edition);
  return changes.sort((a, b) => (a.notice === b.notice ? (rank.get(a.task ?? "") ?? Infinity) - (rank.get(b.task ?? "") ?? Infinity) || (String(a.task) < String(b.task) ? -1 : 1) : a.notice < b.notice ? -1 : 1));
}

/** What changed one of the two notices; another program may link otherwise too. Where neither changed, a third notice made the words common. */
function blame(found: readonly Cause[], isOtherProgram: boolean): Pick<Change, "causes" | "certain"> {
  const causes = new Set(found);
  const certain = causes.size > 0 && (!isOtherProgram || causes.has("parser"));
  if (isOtherProgram) causes.add("parser");
  if (causes.size === 0) causes.add("source");
  return { causes: causeOrder.filter((cause) => causes.has(cause)), certain };
}

function listed(linked: { readonly to: ReadonlyMap<string, string> } | undefined): string | null {
  return linked === undefined ? null : [...linked.to.keys()].sort().join("；");
}

/** The causes of the changes of each notice, and the tasks that are new or gone. */
function toldOf({ changes }: Edition): { readonly causes: ReadonlyMap<string, ReadonlySet<Cause>>; readonly moved: ReadonlySet<string> } {
  const causes = new Map<string, Set<Cause>>();
  const moved = new Set<string>();
  for (const { op, notice, task, causes: own } of changes()) {
    const there = causes.get(notice) ?? new Set<Cause>();
    for (const cause of own) there.add(cause);
    causes.set(notice, there);
    if (task !== null && (op === "ADD" || op === "DEL")) moved.add(task);
  }
  return { causes, moved };
}

function rankOf({ notices }: Edition): ReadonlyMap<string, number> {
  const rank = new Map<string, number>();
  for (const { result } of notices()) for (const { id, ordinal } of result.tasks) rank.set(id, ordinal);
  return rank;
}

/** The links of a version; null when it has none of its own. */
async function linksBefore(out: string, version: string): Promise<Ends[] | null> {
  const links: Ends[] = [];
  try {
    for await (const { from, to, fromNotice, toNotice } of valuesIn<Link>(join(folderOf(out, version), versionFiles.links))) links.push({ from, to, fromNotice, toNotice });
    return links;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** Two lists of changes, each sorted by notice, as one: of a notice those of the first list stand first. */
function* inOrder(first: Iterable<Change>, second: Iterable<Change>): Generator<Change, void, undefined> {
  const others = second[Symbol.iterator]();
  let other = others.next();
  for (const change of first) {
    for (; other.done !== true && other.value.notice < change.notice; other = others.next()) yield other.value;
    yield change;
  }
  for (; other.done !== true; other = others.next()) yield other.value;
}
