/** Collapses white space as browsers do (CSS Text 3, §4.1) and keeps for every character where it came from. */
import { withoutMarks } from "../raised.ts";
import type { Run } from "./drafts.ts";

/** How text that is added looks. */
export interface Look {
  readonly bold: boolean;
  readonly link: number;
  readonly pre: boolean;
  /** Above the line. */
  readonly raised: boolean;
}

const collapsible = /[\t\n\r\f]| {2}/u;
const tokens = /[ \t\n\r\f]+|[^ \t\n\r\f]+/gu;
const ink = /[^\s\u00ad\u180e\u200b-\u200f\u2060\ufeff]/u;
const wide = /[\u1100-\u115f\u2018-\u201d\u2026\u2e80-\u303e\u3041-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\ud840-\udfff]/u;

/** Sets the runs of one paragraph after the other. */
export class Typesetter {
  #runs: Run[] = [];
  readonly #raised = new Set<Run>();
  #length = 0;
  /** The last character set. */
  #last = "\n";
  #borders: number[] = [];
  /** White space that shows only when text follows on the same line. */
  #space: { readonly offset: number; readonly broken: boolean; readonly look: Look } | null = null;

  /** Adds a text node; `offset` is its place in the text content of the page. */
  add(data: string, offset: number, look: Look): void {
    if (look.pre) {
      this.#addPreformatted(data, offset, look);
    } else if (!collapsible.test(data) && !data.startsWith(" ") && !data.endsWith(" ")) {
      if (data !== "") this.#word(data, offset, look);
    } else {
      for (const token of data.matchAll(tokens)) this.#token(token[0], offset + token.index, look);
    }
  }

  #token(token: string, offset: number, look: Look): void {
    if (!/^[ \t\n\r\f]/u.test(token)) {
      this.#word(token, offset, look);
      return;
    }
    const blank = token.indexOf(" ");
    const broken = /[\n\r]/u.test(token);
    if (this.#space === null) this.#space = { offset: blank === -1 ? -1 : offset + blank, broken, look };
    else if (broken && !this.#space.broken) this.#space = { ...this.#space, broken };
  }

  #addPreformatted(data: string, offset: number, look: Look): void {
    let start = 0;
    for (let end = data.indexOf("\n"); end !== -1; end = data.indexOf("\n", start)) {
      if (end > start) this.#word(data.slice(start, end), offset + start, look);
      this.lineFeed();
      start = end + 1;
    }
    if (start < data.length) this.#word(data.slice(start), offset + start, look);
  }

  #word(word: string, offset: number, look: Look): void {
    const space = this.#space;
    this.#space = null;
    if (space !== null && this.#last !== "\n") {
      // A line of the source that ends between two wide characters is no space.
      const unseen = space.broken && wide.test(this.#last) && wide.test(word.charAt(0));
      if (!unseen) this.#push(" ", space.offset, space.look);
    }
    this.#push(word, offset, look);
  }

  #push(text: string, offset: number, look: Look): void {
    const last = this.#runs.at(-1);
    const joins =
      last !== undefined && offset !== -1 && last.offset !== -1 && last.offset + last.text.length === offset &&
      last.bold === look.bold && last.link === look.link && this.#raised.has(last) === look.raised;
    if (joins) last.text += text;
    else this.#add({ text, offset, bold: look.bold, link: look.link }, look.raised);
    this.#length += text.length;
    this.#last = text.charAt(text.length - 1);
  }

  #add(run: Run, raised: boolean): void {
    this.#runs.push(run);
    if (raised) this.#raised.add(run);
  }

  /** A `<br>`. */
  lineFeed(): void {
    this.#space = null;
    this.#push("\n", -1, { bold: false, link: -1, pre: false, raised: false });
  }

  /** A character that the page writes otherwise: an entity that was escaped twice. */
  made(text: string, look: Look): void {
    if (text.trim() === "") this.#space ??= { offset: -1, broken: false, look };
    else this.#word(text, -1, look);
  }

  /** An inline element starts here. */
  border(): void {
    if (this.#length > 0) this.#borders.push(this.#length);
  }

  /** Ends the paragraph; null when nothing in it can be seen. `onMark` is told of each mark of a note that was taken off. */
  take(onMark: (mark: Run) => void): Setting | null {
    this.#space = null;
    if (this.#length === 0) return null;
    const marks: Run[] = [];
    const runs = withoutMarks(this.#runs, this.#raised, (mark) => marks.push(mark));
    marks.forEach(onMark);
    const text = runs.length === 1 ? (runs[0]?.text ?? "") : runs.map((run) => run.text).join("");
    const taken = { runs: [...runs], text, borders: marks.length === 0 ? this.#borders : [] };
    this.#runs = [];
    this.#raised.clear();
    this.#length = 0;
    this.#last = "\n";
    this.#borders = [];
    return ink.test(text) ? taken : null;
  }
}

/** What was set for one paragraph. */
interface Setting {
  readonly runs: Run[];
  readonly text: string;
  readonly borders: number[];
}
