/** Where notices come from and corrections go to: the program on this machine, or a file that holds all of it. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

export type Mark = { readonly source: number; readonly page: number; readonly bbox: Box } | { readonly source: number; readonly path: string; readonly start: number | null; readonly end: number | null };

export interface Sheet {
  readonly source: number;
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly turn: number;
}

export interface Marks {
  readonly pages: readonly Sheet[];
  readonly tasks: readonly Readonly<Record<string, readonly Mark[] | undefined>>[];
  readonly unclaimed: readonly (readonly Mark[])[];
  readonly diagnostics: readonly (readonly Mark[])[];
}

export interface SourceView {
  readonly i: number;
  readonly name: string;
  readonly label: string | null;
  readonly view: "pdf" | "html" | "flow" | "pages" | "none";
  readonly preview: boolean;
}

export type Rendering = { readonly kind: "flow"; readonly html: string; readonly paths: readonly string[] } | { readonly kind: "pages"; readonly pages: readonly { readonly page: number; readonly svg: string }[] };

/** What a frame of the second view is made of. */
export interface PreviewSource {
  readonly frame: { readonly url: string } | { readonly html: string };
  readonly bytes: Uint8Array;
}

/** The parts of a notice that change with what people do. */
export interface Changed {
  readonly revision: string;
  readonly readOnly: string | null;
  readonly head: string;
  readonly findings: string;
  readonly rows?: string;
  readonly row?: { readonly id: string; readonly html: string };
  readonly undo: Undo | null;
}

export interface Notice extends Changed {
  readonly n: number;
  readonly id: string;
  readonly title: string | null;
  readonly away: boolean;
  readonly changed: boolean;
  readonly sources: readonly SourceView[];
  readonly marks: Marks | null;
}

export type Undo =
  | { readonly kind: "withdraw"; readonly id: string; readonly field: string; readonly words: string | null }
  | { readonly kind: "correct"; readonly id: string; readonly field: string; readonly value: Value; readonly reason: string; readonly person: string; readonly date: string }
  | { readonly kind: "again"; readonly body: Readonly<Record<string, unknown>> }
  | { readonly kind: "confirm"; readonly id: string; readonly field: string | null; readonly key: string; readonly verdict: "confirmed" | "withdrawn" };

export type Value = string | number | boolean | null;
export type Values = Readonly<Record<string, { readonly name: string; readonly shown: Value; readonly read: Value }>>;

/** What came of a write. */
export type Answer = { readonly kind: "done" | "moved"; readonly changed: Changed } | { readonly kind: "wrong"; readonly message: string } | { readonly kind: "failed"; readonly message: string };

export interface Listed {
  readonly n: number;
  readonly name: string;
  readonly title: string | null;
  readonly open: number | null;
}

/** What the other notices have beside the tasks of one. */
export interface Beside {
  readonly summary: string;
  readonly rows: Readonly<Record<string, string>>;
  readonly alone: readonly string[];
}

export interface Backend {
  readonly list: () => Promise<{ readonly notices: readonly Listed[]; readonly person: string | null }>;
  readonly notice: (n: number) => Promise<Notice>;
  readonly pdf: (n: number, source: number) => Promise<Uint8Array | null>;
  /** Null where the page is not at hand as it was read. */
  readonly frame: (n: number, source: number) => Promise<{ readonly url: string } | { readonly html: string } | null>;
  /** A DOCX, and the frame in which it is drawn as Word lays it out. */
  readonly preview: (n: number, source: number) => Promise<PreviewSource | null>;
  readonly rendering: (n: number, source: number) => Promise<Rendering | null>;
  readonly beside: (n: number) => Promise<Beside>;
  readonly values: (n: number, id: string) => Promise<Values>;
  /** `body` without notice and revision. */
  readonly correct: (body: Readonly<Record<string, unknown>>, at: { readonly n: number; readonly revision: string }) => Promise<Answer>;
  readonly confirm: (body: Readonly<Record<string, unknown>>, at: { readonly n: number; readonly revision: string }) => Promise<Answer>;
  readonly withdraw: (what: { readonly id: string; readonly field: string; readonly words: string | null }, at: { readonly n: number; readonly revision: string }) => Promise<Answer>;
}
