/** What stands beside the tasks of one notice in the others, as HTML: both texts, the equal words marked, what differs, and what has nothing beside it. */
import { differenceWords, itemName, nameOf, relationSentence, wordingSentence } from "../emit/link-words.ts";
import { markup, type Markup } from "../emit/report/markup.ts";
import { wayBetween, type Comparison, type Counterpart } from "../lineage/answers.ts";
import type { LinkedNotice } from "../lineage/notices.ts";
import type { Language } from "../model/finding.ts";
import type { Way } from "../model/link.ts";
import { printable } from "../text/shown.ts";
import type { SideBySide } from "./beside.ts";
import { words, type Word } from "./words.ts";

/** One notice beside the others: a summary, and what belongs under the row of each task. */
export interface BesideView {
  readonly summary: string;
  readonly rows: Readonly<Record<string, string>>;
  /** Tasks that have nothing beside them in any notice that is compared. */
  readonly alone: readonly string[];
}

/** The other notice of a comparison, and which way it stands. */
interface Neighbour {
  readonly notice: LinkedNotice;
  readonly way: Way;
  readonly comparison: Comparison;
}

/** Draws what stands beside a notice. */
export function besideOf(id: string, all: SideBySide, language: Language): BesideView {
  const neighbours = all.comparisons.flatMap((comparison): Neighbour[] => {
    const { upper, lower } = comparison;
    return upper.id === id ? [{ notice: lower, way: wayBetween(comparison, "upper"), comparison }] : lower.id === id ? [{ notice: upper, way: wayBetween(comparison, "lower"), comparison }] : [];
  });
  const own = neighbours.map(({ comparison }) => (comparison.upper.id === id ? comparison.upper : comparison.lower))[0]?.tasks ?? [];
  const drawing = new BesideDrawing(all, language);
  const rows = Object.fromEntries(own.map((task) => [task.id, drawing.row(all.counterparts.get(task.id) ?? [], neighbours)]));
  return { summary: drawing.summary(id, neighbours), rows, alone: own.filter((task) => !all.counterparts.has(task.id)).map((task) => task.id) };
}

class BesideDrawing {
  readonly #all: SideBySide;
  readonly #language: Language;
  readonly #names: ReadonlyMap<string, string>;

  constructor(all: SideBySide, language: Language) {
    [this.#all, this.#language] = [all, language];
    this.#names = new Map(all.comparisons.flatMap(({ upper, lower }) => [upper, lower]).map((notice) => [notice.id, nameOf(notice)]));
  }

  summary(id: string, neighbours: readonly Neighbour[]): string {
    const { others, tooMany } = this.#all;
    if (others === 0) return "";
    if (tooMany) return this.#section(markup`<p class="calm">${this.#say("tooManyBeside")}</p>`);
    if (neighbours.length === 0) return this.#section(markup`<p class="calm">${this.#say("nothingBeside").replace("{n}", String(others))}</p>`);
    return this.#section(markup`<ul class="neighbours">${neighbours.map((one) => this.#neighbour(id, one))}</ul><p class="calm">${this.#say("besideNote")}</p>`);
  }

  /** Under one task: each counterpart, and the notices that have none. */
  row(counterparts: readonly Counterpart[], neighbours: readonly Neighbour[]): string {
    const answered = new Set(counterparts.map(({ notice }) => notice.id));
    const silent = neighbours.filter(({ notice }) => !answered.has(notice.id));
    const none = [...Map.groupBy(silent, ({ way }) => way)].map(([way, some]) => markup`<p class="none">${this.#tag(way)}${this.#say("noneBeside")}${this.#listed(some)}</p>`);
    return markup`<div class="beside" role="gridcell">${counterparts.map((one) => this.#counterpart(one))}${none}</div>`.html;
  }

  #section(content: Markup): string {
    return markup`<h2>${this.#say("beside")}</h2>${content}`.html;
  }

  #neighbour(id: string, { notice, way, comparison }: Neighbour): Markup {
    const { upper, lower, tasks, own, documents } = comparison;
    const isUpper = upper.id === id;
    const [all, without] = isUpper ? [tasks.length, tasks.filter(({ answers }) => answers.length === 0).length] : [lower.tasks.length, own.length];
    const counts = this.#say("besideCounts").replace("{all}", String(all)).replace("{some}", String(all - without)).replace("{none}", String(without));
    const relation = relationSentence(documents, (one) => this.#names.get(one) ?? one, this.#language);
    return markup`<li>${this.#tag(way)}<button type="button" class="open" data-n="${this.#all.positions.get(notice.id) ?? ""}">${printable(nameOf(notice))}</button> ${notice.documentNumber === null || notice.title === null ? markup`` : markup`<span class="named">${printable(notice.title)}</span> `}<span class="counted">${counts}</span> <span class="related">${printable(relation)}</span></li>`;
  }

  #counterpart({ way, notice, task, link, own, others }: Counterpart): Markup {
    const ranges = own.filter(({ field }) => field === "text").map(({ start, end }) => `${start}-${end}`).join(" ");
    const sure = link.certain ? "certainBeside" : link.documents?.words == null ? "wordingBeside" : "fewBeside";
    const side = link.to === task.id ? "from" : "to";
    const told = [wordingSentence(link, this.#language, side), ...differenceWords(link, this.#language, this.#say(side === "from" ? "thisItem" : "otherItem"))].join(this.#language === "zh" ? "；" : "; ");
    const named = new Set(others.map(({ field }) => field));
    const texts = [{ name: "text", text: task.text }, ...task.fields].filter(({ name }) => name === "text" || named.has(name));
    const quotes = texts.map(({ name, text }) => markup`<q>${marked(text, others.filter(({ field }) => field === name))}</q>`);
    const position = this.#all.positions.get(notice.id);
    return markup`<div class="answer">${this.#tag(way)}<button type="button" class="v link" tabindex="-1" data-field="text" data-mark="text" data-n="${position ?? ""}" data-to="${task.id}" data-own="${ranges}">${printable(`${nameOf(notice)} ${itemName(task, this.#language)}`)}</button><span class="sure ${sure}">${this.#say(sure)}</span><div class="quotes">${quotes}${task.due === null ? markup`` : markup` <span class="meaning">${task.due}</span>`}</div><p class="told">${printable(told)}</p></div>`;
  }

  #listed(some: readonly Neighbour[]): Markup {
    const shown = some.slice(0, 6).map(({ notice }) => nameOf(notice)).join(this.#language === "zh" ? "、" : ", ");
    return markup` <span class="named">${printable(shown)}${some.length > 6 ? ` … (${some.length})` : ""}</span>`;
  }

  #tag(way: Way): Markup {
    return markup`<span class="tag way">${this.#say(way)}</span>`;
  }

  #say(word: Word): string {
    return words[word][this.#language];
  }
}

/** A text with stretches of it marked; what overlaps is marked once. */
function marked(text: string, ranges: readonly { readonly start: number; readonly end: number }[]): readonly Markup[] {
  const pieces: Markup[] = [];
  let at = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const from = Math.max(start, at);
    if (from >= end) continue;
    pieces.push(markup`${text.slice(at, from)}`, markup`<mark>${text.slice(from, end)}</mark>`);
    at = end;
  }
  return [...pieces, markup`${text.slice(at)}`];
}
