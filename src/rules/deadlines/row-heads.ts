/** The heads of the rows of phrases.ts, and of any moment. When the package is built they are computed once and for all (scripts/bundle.ts). */
import { headOf, type Head } from "./heads.ts";
import { momentNotation } from "./period.ts";
import { phrasePieces, phrases } from "./phrases.ts";
import { cellPieces, pieceOf } from "./pieces.ts";

/** Heads of pieces, as a place for times reads them: more widely than running text does. */
const pieceHeads = new Map<string, Head>();
const widest = { ...phrasePieces, ...cellPieces, moment: momentNotation.cell };

function headOfPiece(name: string): Head {
  const head = pieceHeads.get(name) ?? headOf(pieceOf(name, widest), headOfPiece, name !== "moment");
  pieceHeads.set(name, head);
  return head;
}

/** In the order of the rows. */
export const rowHeads: readonly Head[] = phrases.map(({ pattern }) => headOf(pattern, headOfPiece));

/** With what characters a moment can begin; 0 stands for any digit. */
export const firstOfMoment: string = headOfPiece("moment").first ?? "";
