/** Fields (ISO/IEC 29500-1, 17.16): their codes are no text, their results are. */

/** A field that is open: its code is no text, its result is. */
interface Field {
  code: string;
  inResult: boolean;
  /** Its result holds words. */
  printed: boolean;
}

/** Codes that print the number of a page, or how many there are. */
const pageField = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/iu;
const linkField = /^\s*HYPERLINK\s+"([^"]+)"/iu;

/** Fields in fields that are told apart, and characters of a code that are looked at. */
const deepest = 20;
const longestCode = 2000;

/** Whether a field code prints page numbers. */
export function isPageField(code: string): boolean {
  return pageField.test(code);
}

/** The target of a link field, null for other codes. */
export function linkOfField(code: string): string | null {
  return linkField.exec(code)?.[1] ?? null;
}

/** The fields that are open at a place of the text; they may run on over paragraphs. */
export class Fields {
  readonly #open: Field[] = [];
  /** Open fields beyond the deepest level that is told apart. */
  #deeper = 0;

  /** Takes a mark of a field; the code of a field that ends without any result, else null. */
  mark(type: string | undefined): string | null {
    const field = this.#open.at(-1);
    if (this.#deeper > 0 || (type === "begin" && this.#open.length >= deepest)) {
      this.#deeper += type === "begin" ? 1 : type === "end" ? -1 : 0;
    } else if (type === "begin") this.#open.push({ code: "", inResult: false, printed: false });
    else if (type === "separate" && field !== undefined) field.inResult = true;
    else if (type === "end") {
      this.#open.pop();
      return field === undefined || field.printed ? null : field.code;
    }
    return null;
  }

  /** Words stand in the results of all open fields. */
  print(): void {
    for (const field of this.#open) field.printed = true;
  }

  addCode(code: string): void {
    const field = this.#open.at(-1);
    if (field !== undefined && !field.inResult && field.code.length < longestCode) field.code += code.slice(0, longestCode);
  }

  /** Whether text is a result, or stands in no field. */
  get shown(): boolean {
    return this.#open.every((field) => field.inResult);
  }

  /** A code never runs on over the end of a paragraph; without this a damaged field would swallow all that follows. */
  endParagraph(): void {
    if (!this.shown) this.#deeper = 0;
    while (this.#open.length > 0 && !this.shown) this.#open.pop();
  }

  get link(): string | null {
    for (const { code } of this.#open) {
      const target = linkOfField(code);
      if (target !== null) return target;
    }
    return null;
  }

  get pageNumber(): boolean {
    return this.#open.some(({ code }) => isPageField(code));
  }

  /** Whether a table of contents is open. */
  get contents(): boolean {
    return this.#open.some(({ code }) => /^\s*TOC\b/iu.test(code));
  }
}
