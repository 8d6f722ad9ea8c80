/** Walks a page once, in document order and without recursion, and gathers what is shown into groups, raw paragraphs and tables. */
import type { Context } from "../../model/context.ts";
import type { NumberLabel } from "../../model/document.ts";
import { addWeight, openGroup, type Group, type RawParagraph, type Run } from "./drafts.ts";
import { groupElements, headingLevel, partOf, rowGroupName, unseenElements, type Part } from "./elements.ts";
import type { Grid } from "./grid.ts";
import { nextLabel, openList, type OpenList } from "./lists.ts";
import { attribute, walk, type Markup, type MarkupElement, type Visitor } from "./markup.ts";
import { unescape, type EscapedPiece } from "./escaped.ts";
import { inkOf, isHidden, showsByScript, survey, type PageFacts } from "./hidden.ts";
import { repeatedBlocks } from "./repeated.ts";
import { Article } from "./article.ts";
import { valueOf } from "./fields.ts";
import { Unread } from "./unread.ts";
import { mayWait } from "./waiting.ts";
import type { EscapedWords, Gathered, PageAside } from "./gathered.ts";
import { openState, type State } from "./state.ts";
import { alignOf, Styles, type Style } from "./style.ts";
import { OpenTable } from "./table.ts";
import { Typesetter } from "./typesetter.ts";
import { weigh } from "./weight.ts";

/** Gathers a page; null when it nests more than `depth` elements deep. */
export function gather(root: Markup, depth: number, context: Context): Gathered | null {
  const page = survey(root, depth);
  if (page === null) return null;
  const flow = new Flow(page, new Article(root), context);
  return walk(root, depth, flow) ? flow.finish() : null;
}

interface Frame {
  readonly kind: Part;
  readonly element: MarkupElement;
  readonly outside: State;
  readonly breakAfter: boolean;
}

/** Each of these questions may look at the whole page. */
const mostAsked = 200;

class Flow implements Visitor {
  readonly #context: Context;
  readonly #page: PageFacts;
  readonly #styles: Styles;
  readonly #asides: PageAside[] = [];
  readonly #shown: MarkupElement[] = [];
  readonly #article: Article;
  readonly #unread: Unread;
  readonly #escaped: EscapedWords[] = [];
  readonly #frames: Frame[] = [];
  readonly #lists: OpenList[] = [];
  readonly #links: MarkupElement[] = [];
  readonly #waiting: MarkupElement[] = [];
  readonly #metas: MarkupElement[] = [];
  readonly #setter = new Typesetter();
  #title: MarkupElement | null = null;
  #state: State;
  #body: Group | null = null;
  #offset = 0;
  /** Hidden elements that were asked whether a script shows them. */
  #asked = 0;
  #hiddenBy: MarkupElement | null = null;
  /** The words in it, null when they are no words of the page: scripts, lists of choices. */
  #hiddenWords: string[] | null = null;
  #pendingBreak = false;
  #pendingLabel: NumberLabel | null = null;

  constructor(page: PageFacts, article: Article, context: Context) {
    this.#context = context;
    this.#page = page;
    this.#styles = new Styles(page.sheet);
    this.#article = article;
    this.#unread = new Unread(article);
    this.#state = openState();
    this.#body = this.#state.group;
  }

  text(data: string): void {
    const offset = this.#offset;
    this.#offset += data.length;
    if (this.#hiddenBy !== null) {
      this.#hiddenWords?.push(data);
      return;
    }
    const { container, code, pre } = this.#state;
    if (container === null) return;
    const pieces = code || pre ? null : unescape(data);
    if (pieces === null) {
      this.#words(data, offset);
      return;
    }
    this.#escaped.push({ text: data, container, offset });
    for (const piece of pieces) this.#piece(piece, offset);
  }

  /** A piece of text that was escaped twice. */
  #piece({ text, at, kind }: EscapedPiece, offset: number): void {
    if (kind === "feed") this.#setter.lineFeed();
    else if (kind === "made") this.#setter.made(text, this.#state);
    else this.#words(text, offset + at);
  }

  #words(data: string, offset: number): void {
    const { container, tiny, white, struck, inCell } = this.#state;
    if (container === null) return;
    if (tiny || white) this.#asides.push({ kind: "hidden", text: data, container, offset, inCell, element: null });
    else if (struck) this.#asides.push({ kind: "struck", text: data, container, offset, inCell, element: null });
    else this.#setter.add(data, offset, this.#state);
  }

  enter(element: MarkupElement): void {
    if (element.name === "meta") this.#metas.push(element);
    else if (element.name === "title" && element.parent?.name === "head") this.#title ??= element;
    if (this.#hiddenBy !== null) return;
    const style = this.#styles.of(element);
    this.#unread.meet(element, style);
    if (unseenElements.has(element.name)) {
      const value = this.#state.inCell && !isHidden(element, style) ? valueOf(element) : "";
      if (value !== "") this.#setter.made(value, this.#state);
      else if (mayWait(element)) this.#waiting.push(element);
      this.#hiddenBy = element;
      return;
    }
    if (isHidden(element, style) && !this.#isShownLater(element, style)) {
      this.#hiddenBy = element;
      this.#hiddenWords = [];
      return;
    }
    if (style.breakBefore) this.#break();
    if (element.name === "br") this.#setter.lineFeed();
    else if (element.name === "hr") this.#flush();
    else this.#open(element, style);
  }

  /** An article, tab or fold that a script shows is read like what is shown at once. */
  #isShownLater(element: MarkupElement, style: Style): boolean {
    if (this.#state.inCell || ++this.#asked > mostAsked || !showsByScript(element, style, this.#page)) return false;
    this.#shown.push(element);
    return true;
  }

  #open(element: MarkupElement, style: Style): void {
    const kind = partOf(element.name, style.display, this.#state.table);
    if (kind === "inline") this.#openInline(element, style);
    else this.#openBlock(kind, element, style);
  }

  #openInline(element: MarkupElement, style: Style): void {
    this.#setter.border();
    const strong = style.bold ?? (element.name === "b" || element.name === "strong" || this.#state.bold);
    const link = element.name === "a" && attribute(element, "href") !== null;
    const ink = inkOf(element, style, this.#state);
    if (strong === this.#state.bold && !link && !style.breakAfter && ink === null) return;
    this.#push("inline", element, style);
    Object.assign(this.#state, ink);
    this.#state.bold = strong;
    if (link) this.#state.link = this.#links.push(element) - 1;
  }

  #openBlock(kind: Part, element: MarkupElement, style: Style): void {
    this.#flush();
    this.#push(kind, element, style);
    const state = this.#state;
    const { name } = element;
    state.container = { element, start: this.#offset };
    state.align = style.align ?? alignOf(element) ?? (name === "table" ? null : state.align);
    state.level = headingLevel(name) ?? state.level;
    state.bold = style.bold ?? (headingLevel(name) !== null || name === "th" || state.bold);
    Object.assign(state, inkOf(element, style, state));
    state.pre = state.pre || name === "pre" || name === "listing" || name === "xmp" || name === "plaintext";
    this.#openPart(kind, element, style);
  }

  #openPart(kind: Part, element: MarkupElement, style: Style): void {
    const state = this.#state;
    if (kind === "list") this.#lists.push(openList(element, style.listStyle, this.#lists.length));
    if (element.name === "li") this.#openItem(element, style);
    switch (kind) {
      case "table":
        state.table = new OpenTable(element, element.name !== "table");
        state.level = null;
        break;
      case "row-group":
        state.table?.openRowGroup(rowGroupName(element.name, style.display));
        break;
      case "row":
        state.table?.openRow(style.flat || attribute(element, "height") === "0");
        break;
      case "cell":
        this.#openCell(element);
        break;
      case "caption":
        state.group = openGroup(element);
        break;
      default:
        if (groupElements.has(element.name)) state.group = openGroup(element);
    }
  }

  #openItem(element: MarkupElement, style: Style): void {
    const list = this.#lists.at(-1);
    if (list !== undefined) this.#pendingLabel = nextLabel(list, element, style.listStyle);
  }

  #openCell(element: MarkupElement): void {
    const { table } = this.#state;
    if (table === null) return;
    if (table.cellCount >= this.#context.limits.cells) {
      if (table.cellCount === this.#context.limits.cells) {
        this.#context.report("limit/cells", { params: { limit: String(this.#context.limits.cells) } });
        table.cellCount++;
      }
      this.#hiddenBy = element;
      return;
    }
    this.#state.group = openGroup(element);
    this.#state.table = null;
    this.#state.inCell = true;
    table.addCell(this.#state.group);
  }

  leave(element: MarkupElement): void {
    if (this.#hiddenBy === element) this.#endHidden(element);
    if (this.#hiddenBy !== null) return;
    const frame = this.#frames.at(-1);
    if (frame?.element !== element) return;
    this.#frames.pop();
    if (frame.kind === "inline") this.#state = { ...frame.outside };
    else this.#closeBlock(frame);
    if (frame.breakAfter) this.#break();
  }

  #endHidden(element: MarkupElement): void {
    this.#hiddenBy = null;
    const { container, inCell } = this.#state;
    if (this.#hiddenWords !== null && container !== null) {
      this.#asides.push({ kind: "hidden", text: this.#hiddenWords.join(""), container, offset: this.#offset, inCell, element });
    }
    this.#hiddenWords = null;
  }

  #closeBlock(frame: Frame): void {
    this.#flush();
    const { group, table } = this.#state;
    this.#state = frame.outside;
    const outer = this.#state;
    switch (frame.kind) {
      case "list":
        this.#lists.pop();
        this.#keep(group);
        break;
      case "table":
        this.#closeTable(table);
        break;
      case "row-group":
        outer.table?.closeRowGroup();
        break;
      case "row":
        outer.table?.closeRow();
        break;
      case "caption":
        if (outer.table === null || outer.table.caption !== null) this.#keep(group);
        else if (group.weight.ink > 0) outer.table.caption = group;
        break;
      case "cell":
        break;
      default:
        if (group !== outer.group) this.#keep(group);
        if (frame.element.name === "li") this.#pendingLabel = null;
    }
  }

  #closeTable(table: OpenTable | null): void {
    if (table === null) return;
    const { draft, grids } = table.close(this.#context.limits.cells);
    if (draft.weight.ink === 0) return;
    for (const grid of grids) this.#reportGrid(grid);
    this.#state.group.drafts.push(draft);
    addWeight(this.#state.group.weight, draft.weight);
  }

  #reportGrid({ overlaps, cut, shortRows }: Grid<unknown>): void {
    if (overlaps) this.#context.report("table/overlap");
    if (cut) this.#context.report("limit/cells", { params: { limit: String(this.#context.limits.cells) } });
    if (shortRows > 0) this.#context.report("table/short-row", { params: { rows: String(shortRows) } });
  }

  #keep(group: Group): void {
    if (group.weight.ink === 0) return;
    const draft = repeatedBlocks(group) ?? group;
    this.#state.group.drafts.push(draft);
    addWeight(this.#state.group.weight, draft.weight);
  }

  #push(kind: Part, element: MarkupElement, style: Style): void {
    this.#frames.push({ kind, element, outside: { ...this.#state }, breakAfter: style.breakAfter });
  }

  #break(): void {
    this.#flush();
    this.#pendingBreak = true;
  }

  #flush(): void {
    const { container, group, level, align, inCell } = this.#state;
    const set: { runs: Run[]; text: string; borders: number[] } | null = this.#setter.take(({ text, offset }) => {
      if (container !== null) this.#asides.push({ kind: "raised-mark", text, container, offset, inCell, element: null });
    });
    if (set === null || container === null) return;
    const raw: RawParagraph = { kind: "raw", container, ...set, level, align, label: this.#pendingLabel, breakBefore: this.#pendingBreak };
    this.#pendingBreak = false;
    this.#pendingLabel = null;
    group.drafts.push(raw);
    addWeight(group.weight, weigh(raw, this.#links));
  }

  finish(): Gathered {
    this.#flush();
    const body = this.#body ?? this.#state.group;
    return {
      body, links: this.#links, metas: this.#metas, title: this.#title, asides: this.#asides, shown: this.#shown, escaped: this.#escaped,
      article: this.#article, words: this.#page.words, waiting: this.#waiting, ...this.#unread.found(),
    };
  }
}
