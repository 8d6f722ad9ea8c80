/** The reading as HTML: findings first, then every task with every value, each a thing that can be pointed at. */
import { markup, type Markup } from "../emit/report/markup.ts";
import { levels } from "../emit/report/entries.ts";
import { recurrence } from "../emit/report/recurrence.ts";
import { deadlineKinds } from "../model/doubts.ts";
import { reasonWords, type Language } from "../model/finding.ts";
import type { Override } from "../dataset/correct/overrides.ts";
import type { FlatValue } from "../model/flat.ts";
import type { Deadline, Unit } from "../model/notice.ts";
import { printable } from "../text/shown.ts";
import type { FindingState, NoticeState, TaskState } from "./state.ts";
import { fieldName } from "./spoken.ts";
import { words, type Word } from "./words.ts";

const rowsABlock = 16;

/** HTML of one notice, in the parts that the page swaps. */
export interface NoticeView {
  readonly head: string;
  readonly findings: string;
  readonly rows: string;
}

/** Draws a notice. */
export class Drawing {
  readonly #language: Language;

  constructor(language: Language) {
    this.#language = language;
  }

  say(word: Word): string {
    return words[word][this.#language];
  }

  notice(state: NoticeState): NoticeView {
    return { head: this.head(state), findings: this.findings(state), rows: this.rows(state) };
  }

  /** In blocks of some rows: a browser passes over a block that is not in view as one thing. */
  rows({ tasks }: NoticeState): string {
    const blocks = Array.from({ length: Math.ceil(tasks.length / rowsABlock) }, (_, i) => tasks.slice(i * rowsABlock, (i + 1) * rowsABlock));
    return blocks.map((block) => `<div class="rows" role="rowgroup" style="--rows:${block.length}">${block.map((task) => this.row(task)).join("")}</div>`).join("");
  }

  head({ result: { notice, sources }, counts }: NoticeState): string {
    const zh = this.#language === "zh";
    const count = (word: Word, number: number): Markup => markup`<span class="count" data-count="${word}"><b>${number}</b> ${this.say(word)}</span>`;
    const path = sources[0]?.name ?? null;
    const file = path === null ? null : path.slice(path.lastIndexOf("/") + 1);
    return markup`<h1 tabindex="-1">${printable(notice.title ?? file ?? notice.id)}</h1><p class="counts">${notice.title === null || file === null ? markup`` : markup`<span class="file" title="${printable(path ?? "")}">${printable(file)}</span>`}${notice.documentNumber === null ? markup`` : markup`<span>${printable(notice.documentNumber.text)}</span>`}${notice.dateIssued === null ? markup`` : markup`<time>${notice.dateIssued}</time>`}<span class="count"><b>${counts.tasks}</b> ${zh ? "项" : "tasks"}</span>${count("finding", counts.open)}${count("corrected", counts.corrected)}${count("confirmed", counts.confirmed)}</p>`.html;
  }

  findings({ findings, corrected: { stale, refused }, dropped, result, tasks }: NoticeState): string {
    const named = new Map(tasks.map(({ task }) => [task.id, task.number ?? task.label]));
    const about = ({ id }: Override): string | null => named.get(id) ?? null;
    const resting = [
      ...stale.map(({ override, found }) => this.#resting(this.say("stale"), about(override), override, [
        `${this.say("expected")} ${this.#shownOf(override, "expected" in override ? override.expected : null)}`,
        `${this.say("found")} ${this.#shownOf(override, found)}`,
        ..."value" in override ? [`${this.say("corrected")} ${this.#shownOf(override, override.value)}`] : [],
      ])),
      ...refused.map(({ override, reason }) => this.#resting(this.say("refused"), about(override), override, [
        reasonWords(reason, this.#language),
        ..."value" in override ? [`${this.say("value")} ${this.#shownOf(override, override.value)}`] : "words" in override ? [`“${printable(override.words)}”`] : [],
      ])),
    ];
    const unread = result.status === "failed" ? markup`<p class="unread">${this.say("unreadable")}</p>` : markup``;
    const list = findings.length + resting.length === 0 ? markup`<p class="calm">${this.say("noFindings")}</p>` : markup`<ol class="findings">${resting}${findings.map((finding) => this.#finding(finding))}</ol>`;
    const gone = dropped.length === 0 ? markup`` : markup`<details class="dropped"><summary>${this.say("dropped")} ${dropped.length}</summary><ul>${dropped.map(({ id, text, reason, person }) => markup`<li><del>${printable(text)}</del> ${printable(reason)} <span class="by">${printable(person)}</span> ${this.#withdrawal(id, "drop")}</li>`)}</ul></details>`;
    return markup`${unread}${list}${gone}`.html;
  }

  /** A correction that rests is kept for the present reading by `a`, and withdrawn by `w`. */
  #resting(title: string, name: string | null, override: Override, told: readonly string[]): Markup {
    const [field, words] = "field" in override ? [override.field, ""] : [override.op, override.op === "add" ? override.words : ""];
    return markup`<li><button type="button" class="finding warning resting" tabindex="-1" data-id="${override.id}" data-field="${field}" data-words="${words}" data-mark="" data-keep="${JSON.stringify(override)}"><span class="level">${levels.warning[this.#language]}</span><span class="about">${name === null ? "" : `${this.#task(name)} `}${printable(fieldName(field, this.#language))}</span><span class="said">${title}：${printable(told.join(" · "))} · ${printable(override.reason)} · ${printable(override.person)} ${override.date}</span></button></li>`;
  }

  #task(name: string): string {
    return this.#language === "zh" ? `第${printable(name)}项` : `task ${printable(name)}`;
  }

  /** A value that a correction names. */
  #shownOf(override: Override, value: FlatValue): string {
    return this.#shownIn("field" in override ? override.field : "", value);
  }

  #finding({ level, message, where, task, name, mark, field, key, settled, words: printed }: FindingState): Markup {
    const about = name === null ? where : this.#task(name);
    return markup`<li><button type="button" class="finding ${level}${settled ? " settled" : ""}" tabindex="-1" data-id="${task ?? ""}" data-mark="${mark}" data-field="${field}" data-key="${key}" data-words="${printed ?? ""}"><span class="level">${levels[level][this.#language]}</span><span class="about">${printable(about)}</span><span class="said">${printable(message)}</span></button></li>`;
  }

  /** One task. */
  row(state: TaskState): string {
    const { task, read, standing, key, corrections } = state;
    const name = task.number ?? task.label ?? "";
    const status = markup`<span class="standing" title="${this.say(read === null ? "added" : standing)}"><span class="sign" aria-hidden="true"></span><span class="word">${this.say(read === null ? "added" : standing)}</span></span>`;
    const corrected = Object.entries(corrections).filter(([field]) => field !== "task");
    const notes = corrected.length === 0 ? markup`` : markup`<ul class="notes">${corrected.map(([field, { before, person, reason, date }]) => markup`<li><span class="pen" aria-hidden="true">✎</span> ${fieldName(field, this.#language)}：${this.say("was")} <del>${this.#shownIn(field, before)}</del> · ${printable(reason)} · ${printable(person)} ${date} ${this.#withdrawal(task.id, field)}</li>`)}</ul>`;
    return markup`<div class="row" role="row" data-id="${task.id}" data-key="${key}" data-standing="${standing}" data-read="${read ?? ""}"${state.added === null ? markup`` : markup` data-added="${state.added.words}"`}><div class="no" role="gridcell">${this.#value(state, task.number === null && task.label !== null ? "label" : "number", name === "" ? "·" : name, task.number === null ? "label" : "number")}${status}</div><div class="what" role="gridcell">${this.#path(state)}${task.heading === null ? markup`` : markup`<div class="heading">${this.#value(state, "heading", task.heading, "heading")}</div>`}${this.#value(state, "text", task.text, "text")}${task.weight === null ? markup`` : markup`<div class="weight">${this.#value(state, "weight", `${task.weight}%`, "weight")}</div>`}${notes}</div><div class="who" role="gridcell">${this.#units(state)}</div><div class="when" role="gridcell">${this.#times(state)}</div></div>`.html;
  }

  #withdrawal(id: string, field: string): Markup {
    return markup`<button type="button" class="withdraw" data-withdraw="${id}" data-field="${field}">${this.say("withdraw")}</button>`;
  }

  #path(state: TaskState): Markup {
    const { path } = state.task;
    return path.length === 0 ? markup`` : markup`<div class="path">${path.map((heading, k) => this.#value(state, "path", heading, `path.${k}`))}</div>`;
  }

  #units(state: TaskState): Markup {
    const { lead, support, responsible, others, people } = state.task.assignment;
    const list = (role: "lead" | "support" | "responsible", units: readonly Unit[]): Markup =>
      units.length === 0 ? markup`` : markup`<div class="role"><span class="tag ${role}">${this.say(role)}</span><div>${units.map((unit) => this.#value(state, role, unit.name, state.markOf(unit.place), unit.text === unit.name ? null : unit.text))}</div></div>`;
    const more = others.map(({ unit, role }) => markup`<div class="role"><span class="tag">${printable(role)}</span><div>${this.#value(state, "others", unit.name, state.markOf(unit.place))}</div></div>`);
    const persons = people.map((person) => markup`<div class="role"><span class="tag">${printable(person.role)}</span><div>${this.#value(state, "people", person.name, state.markOf(person))}</div></div>`);
    const any = lead.length + support.length + responsible.length + others.length + people.length > 0;
    return any ? markup`${list("lead", lead)}${list("responsible", responsible)}${list("support", support)}${more}${persons}` : this.#value(state, "responsible", this.say("none"), null);
  }

  #times(state: TaskState): Markup {
    const { deadlines, due } = state.task;
    if (deadlines.length === 0) return this.#value(state, "due", this.say("none"), null);
    return markup`${deadlines.map((deadline, k) => this.#deadline(state, deadline, k, due !== null && deadline.due === due))}`;
  }

  #deadline(state: TaskState, deadline: Deadline, k: number, settles: boolean): Markup {
    const meaning = deadline.due ?? (deadline.rrule === null ? null : recurrence(deadline.rrule, this.#language)) ?? (deadline.ongoing ? (this.#language === "zh" ? "长期" : "ongoing") : this.#language === "zh" ? deadlineKinds[deadline.kind] : deadline.kind);
    const value = this.#value(state, `deadlines.${k}.due`, deadline.text, state.markOf(deadline.place));
    return markup`<div class="deadline${settles ? " settles" : ""}">${value}${meaning === deadline.text ? markup`` : markup`<span class="meaning">${printable(meaning)}</span>`}</div>`;
  }

  /** A value of a field; recurrence rules in words. */
  #shownIn(field: string, value: FlatValue): string {
    return field.endsWith(".rrule") && typeof value === "string" ? recurrence(value, this.#language) : shown(value);
  }

  #value({ task, corrections, confirmed }: TaskState, field: string, said: string, mark: string | null, printed: string | null = null): Markup {
    const correction = Object.hasOwn(corrections, field) ? field : field.startsWith("deadlines.") && Object.hasOwn(corrections, "due") && task.due !== null ? "due" : null;
    const kind = `v${correction === null ? "" : " corrected"}${confirmed.has(field) ? " looked" : ""}${said === this.say("none") ? " empty" : ""}`;
    return markup`<button type="button" class="${kind}" tabindex="-1" data-field="${field}" data-mark="${mark ?? ""}"${correction === null ? markup`` : markup` data-correction="${correction}"`}${printed === null ? markup`` : markup` title="${printed}"`}>${said}</button>`;
  }
}

function shown(value: FlatValue): string {
  return value === null ? "—" : printable(String(value));
}

