/** What walking a page gives. */
import type { AsideKind } from "../aside.ts";
import type { Article } from "./article.ts";
import type { Container, Group } from "./drafts.ts";
import type { MarkupElement } from "./markup.ts";
import type { ShownFile } from "./unread.ts";

/** A page, gathered. */
export interface Gathered {
  readonly body: Group;
  /** The `a` elements with a target, by link index. */
  readonly links: readonly MarkupElement[];
  readonly metas: readonly MarkupElement[];
  readonly title: MarkupElement | null;
  /** Words that are no part of what the page says. */
  readonly asides: readonly PageAside[];
  /** Elements that a script shows. */
  readonly shown: readonly MarkupElement[];
  readonly escaped: readonly EscapedWords[];
  readonly article: Article;
  /** All words of the page, seen or not, without blanks. */
  readonly words: string;
  /** Large pictures that stand for text, and elements that show another file. */
  readonly pictures: readonly MarkupElement[];
  readonly frames: readonly ShownFile[];
  /** Elements that may hold words for a program to show. */
  readonly waiting: readonly MarkupElement[];
}

/** Words set aside: at an offset in their container, or the hidden element that holds them. */
export interface PageAside {
  readonly kind: AsideKind;
  readonly text: string;
  readonly container: Container;
  readonly offset: number;
  readonly inCell: boolean;
  readonly element: MarkupElement | null;
}

/** A piece of text that was escaped twice. */
export interface EscapedWords {
  readonly text: string;
  readonly container: Container;
  readonly offset: number;
}
