/** The text with its formatting: for each paragraph and each run of characters what pages and pieces say of it. */
import { countBefore } from "../../model/sorted.ts";
import type { Bytes } from "./bytes.ts";
import { changedCharacters, plainCharacters, type CharacterFormat } from "./characters.ts";
import { RunFinder, type FormattedRun } from "./formatted-pages.ts";
import { changedParagraph, plainParagraph, type Overflow, type ParagraphFormat } from "./paragraphs.ts";
import type { Piece, PieceTable } from "./pieces.ts";

/** Characters of one format. */
export interface TextRun {
  readonly start: number;
  readonly end: number;
  readonly format: CharacterFormat;
}

/** The streams and tables that formatting is read from. */
export interface TextSource {
  readonly stream: Bytes;
  readonly table: PieceTable;
  readonly characters: readonly FormattedRun[];
  readonly paragraphs: readonly FormattedRun[];
  readonly overflow: Overflow;
}

/** Formats by the place of what states them, which many runs share; pieces may change something on top of it. */
class Known<F> {
  readonly #plain = new Map<number, F>();
  readonly #changed = new Map<Piece, Map<number, F>>();

  of(run: FormattedRun | null, piece: Piece, make: () => F): F {
    const known = piece.changes.length === 0 ? this.#plain : this.#under(piece);
    const place = run?.at ?? -1;
    const found = known.get(place);
    if (found !== undefined) return found;
    const made = make();
    known.set(place, made);
    return made;
  }

  #under(piece: Piece): Map<number, F> {
    const known = this.#changed.get(piece) ?? new Map<number, F>();
    this.#changed.set(piece, known);
    return known;
  }
}

/** The text of a document. Positions count its characters. */
export class FormattedText {
  readonly text: string;
  readonly #source: TextSource;
  readonly #characters: RunFinder;
  readonly #paragraphs: RunFinder;
  readonly #characterFormats = new Known<CharacterFormat>();
  readonly #paragraphFormats = new Known<ParagraphFormat>();
  #piece = 0;

  constructor(source: TextSource) {
    this.text = source.table.text;
    this.#source = source;
    this.#characters = new RunFinder(source.characters);
    this.#paragraphs = new RunFinder(source.paragraphs);
  }

  /** The format of the paragraph whose mark stands at a position. */
  paragraph(mark: number): ParagraphFormat {
    const piece = this.#pieceAt(mark);
    if (piece === null) return plainParagraph(0);
    const run = this.#paragraphs.at(placeOf(piece, mark));
    return this.#paragraphFormats.of(run, piece, () => {
      const { stream, overflow } = this.#source;
      const own = run === null ? [] : overflow.sprms.read(stream, run.at, run.length);
      return changedParagraph(changedParagraph(plainParagraph(run?.style ?? 0), own, overflow), piece.changes, overflow);
    });
  }

  /** Whether a formatted paragraph ends right behind a position. */
  endsParagraph(position: number): boolean {
    const piece = this.#pieceAt(position);
    if (piece === null) return false;
    const place = placeOf(piece, position);
    return this.#paragraphs.at(place)?.end === place + piece.width;
  }

  /** The format of one character. */
  character(position: number): CharacterFormat {
    const piece = this.#pieceAt(position);
    return piece === null ? plainCharacters : this.#format(this.#characters.at(placeOf(piece, position)), piece);
  }

  /** The run that begins at a position and ends at another at most; null where nothing stands between them. */
  run(start: number, end: number): TextRun | null {
    const piece = start < end ? this.#pieceAt(start) : null;
    if (piece === null) return null;
    const place = placeOf(piece, start);
    const run = this.#characters.at(place);
    const stop = run?.end ?? this.#characters.nextStart(place);
    return { start, end: Math.min(end, piece.end, start + Math.ceil((stop - place) / piece.width)), format: this.#format(run, piece) };
  }

  #format(run: FormattedRun | null, piece: Piece): CharacterFormat {
    return this.#characterFormats.of(run, piece, () => {
      const { stream, overflow } = this.#source;
      const own = run === null ? [] : overflow.sprms.read(stream, run.at, run.length);
      return changedCharacters(changedCharacters(plainCharacters, own), piece.changes);
    });
  }

  #pieceAt(position: number): Piece | null {
    const { pieces } = this.#source.table;
    return this.#holding(this.#piece, position) ?? this.#holding(this.#piece + 1, position) ?? this.#holding(countBefore(pieces, ({ start }) => start <= position) - 1, position);
  }

  #holding(index: number, position: number): Piece | null {
    const piece = this.#source.table.pieces[index];
    if (piece === undefined || position < piece.start || position >= piece.end) return null;
    this.#piece = index;
    return piece;
  }
}

function placeOf(piece: Piece, position: number): number {
  return piece.offset + (position - piece.start) * piece.width;
}
