/** The rows of tasks, in blocks of some: which there are, which are shown, and which belongs to an id. Kept beside the tree, which is long to look through. */

/** All rows of a notice. */
export class Rows {
  readonly #root: HTMLElement;
  readonly #byId = new Map<string, HTMLElement>();
  #all: HTMLElement[] = [];
  #shown: readonly HTMLElement[] = [];
  #fits: (row: HTMLElement) => boolean = () => true;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  get all(): readonly HTMLElement[] {
    return this.#all;
  }

  /** Those that the filter leaves. */
  get shown(): readonly HTMLElement[] {
    return this.#shown;
  }

  of(id: string): HTMLElement | null {
    return this.#byId.get(id) ?? null;
  }

  /** The shown row after one, else the one before it. */
  beside(row: HTMLElement): HTMLElement | null {
    const at = this.#shown.indexOf(row);
    return this.#shown[at + 1] ?? this.#shown[at - 1] ?? null;
  }

  /** Puts all of them anew. */
  put(html: string): void {
    this.#root.innerHTML = html;
    this.#know();
    this.filter(this.#fits);
  }

  /** Puts one anew; null where there is none of that id. */
  replace(id: string, html: string): HTMLElement | null {
    const old = this.of(id);
    const block = old?.parentElement;
    if (old == null || block == null) return null;
    const [at, inBlock] = [this.#all.indexOf(old), [...block.children].indexOf(old)];
    old.outerHTML = html;
    const row = block.children[inBlock] as HTMLElement;
    this.#all[at] = row;
    this.#byId.set(id, row);
    row.hidden = !this.#fits(row);
    this.#settle();
    return row;
  }

  /** Shows those that fit. */
  filter(fits: (row: HTMLElement) => boolean): void {
    this.#fits = fits;
    for (const row of this.#all) row.hidden = !fits(row);
    this.#settle();
  }

  #know(): void {
    this.#all = [...this.#root.children].flatMap((block) => [...block.children] as HTMLElement[]);
    this.#byId.clear();
    for (const row of this.#all) this.#byId.set(row.dataset["id"] ?? "", row);
  }

  /** A block is as long as the rows that it shows, and gone without any. */
  #settle(): void {
    this.#shown = this.#all.filter(({ hidden }) => !hidden);
    const counts = Map.groupBy(this.#shown, ({ parentElement }) => parentElement);
    for (const block of this.#root.children as HTMLCollectionOf<HTMLElement>) {
      const shown = counts.get(block)?.length ?? 0;
      block.hidden = shown === 0;
      block.style.setProperty("--rows", String(shown));
    }
  }
}
