/** Two notices side by side: each item of the earlier or higher one with what the other has of it, and what neither has of the other. */
import { wayOf, wayOrder, type DocumentRelation, type Link, type Way } from "../model/link.ts";
import type { Lineage } from "./links.ts";
import { addTo } from "./lists.ts";
import type { LinkedNotice, LinkedTask } from "./notices.ts";
import { isSuccession } from "./series.ts";

/** A task of the one notice, and the links of the other to it. None: no equal words were found, which does not say that nothing is done. */
export interface AnsweredTask {
  readonly task: LinkedTask;
  readonly answers: readonly { readonly task: LinkedTask; readonly link: Link }[];
}

/** An earlier or higher notice and the one that is laid beside it. */
export interface Comparison {
  readonly upper: LinkedNotice;
  readonly lower: LinkedNotice;
  readonly direction: Link["direction"];
  readonly documents: DocumentRelation | null;
  readonly tasks: readonly AnsweredTask[];
  /** Tasks of the lower notice that have no words of the upper one. */
  readonly own: readonly LinkedTask[];
}

/** All pairs of notices that are linked or of which one names the other, by id. */
export function comparisonsOf({ notices, links, relations }: Lineage): Comparison[] {
  const byPair = new Map<string, Link[]>();
  const key = (upper: string, lower: string): string => JSON.stringify([upper, lower]);
  for (const link of links()) {
    const pair = key(link.toNotice, link.fromNotice);
    addTo(byPair, pair, link);
  }
  const bare = new Map<string, DocumentRelation>();
  for (const { by, of, relation } of relations) {
    const [mine, other] = [notices[by]?.id ?? "", notices[of]?.id ?? ""];
    if (relation.relation !== "repeals" && !byPair.has(key(other, mine)) && !byPair.has(key(mine, other))) bare.set(key(other, mine), relation);
  }
  const byId = new Map(notices.map((notice) => [notice.id, notice]));
  return [...byPair.keys(), ...bare.keys()].sort().flatMap((pair) => {
    const [upper, lower] = (JSON.parse(pair) as string[]).map((id) => byId.get(id));
    if (upper === undefined || lower === undefined) return [];
    return [comparisonOf(upper, lower, byPair.get(pair) ?? [], bare.get(pair) ?? null)];
  });
}

function comparisonOf(upper: LinkedNotice, lower: LinkedNotice, links: readonly Link[], bare: DocumentRelation | null): Comparison {
  const answering = new Map(lower.tasks.map((task) => [task.id, task]));
  const [first] = links;
  const to = Map.groupBy(links, (link) => link.to);
  const from = new Set(links.map((link) => link.from));
  return {
    upper,
    lower,
    direction: first === undefined ? "later" : first.direction,
    documents: first === undefined ? bare : first.documents,
    tasks: upper.tasks.map((task) => ({
      task,
      answers: (to.get(task.id) ?? []).flatMap((link) => {
        const answer = answering.get(link.from);
        return answer === undefined ? [] : [{ task: answer, link }];
      }),
    })),
    own: lower.tasks.filter(({ id }) => !from.has(id)),
  };
}

/** Which way the other notice of a comparison stands, seen from one of its sides. */
export function wayBetween({ upper, lower, direction }: Comparison, side: "upper" | "lower"): Way {
  return wayOf({ kind: isSuccession(lower, upper) ? "succession" : "wording", direction }, side === "upper" ? "to" : "from");
}

/** A task of another notice with equal words, seen from one task: what a review shows beside it. */
export interface Counterpart {
  readonly way: Way;
  readonly notice: LinkedNotice;
  readonly task: LinkedTask;
  readonly link: Link;
  /** Where the equal words stand in the task itself, and in the other. */
  readonly own: readonly Link["parts"][number]["from"][];
  readonly others: readonly Link["parts"][number]["from"][];
}

/** The counterparts of every linked task, by its id; upward ones first. A task without any has no entry. */
export function counterpartsOf({ notices, links }: Pick<Lineage, "notices" | "links">): ReadonlyMap<string, readonly Counterpart[]> {
  const tasks = new Map(notices.flatMap((notice) => notice.tasks.map((task) => [task.id, { notice, task }] as const)));
  const found = new Map<string, Counterpart[]>();
  const put = (id: string, other: string, counterpart: Omit<Counterpart, "notice" | "task">): void => {
    const known = tasks.get(other);
    if (known === undefined) return;
    addTo(found, id, { ...counterpart, ...known });
  };
  for (const link of links()) {
    const [from, to] = [link.parts.map((part) => part.from), link.parts.map((part) => part.to)];
    put(link.from, link.to, { way: wayOf(link, "from"), link, own: from, others: to });
    put(link.to, link.from, { way: wayOf(link, "to"), link, own: to, others: from });
  }
  for (const all of found.values()) all.sort((a, b) => wayOrder.indexOf(a.way) - wayOrder.indexOf(b.way));
  return found;
}
