/** Files made by hand to do harm, and what must become of them. Feed them to whatever reads files. */
import type { AttackRow } from "./attacks/attack.ts";
import { docxAttacks } from "./attacks/docx.ts";
import { htmlAttacks } from "./attacks/html.ts";
import { mailAttacks } from "./attacks/mail.ts";
import { ofdAttacks } from "./attacks/ofd.ts";
import { pdfAttacks } from "./attacks/pdf.ts";
import { sheetAttacks } from "./attacks/sheets.ts";
import { textAttacks } from "./attacks/text.ts";
import { wordXmlAttacks } from "./attacks/word-xml.ts";
import type { HostileFile } from "./mutants.ts";

/** An attack with its bytes. */
export interface Attack extends HostileFile {
  readonly expect: Pick<AttackRow, "says" | "status">;
  readonly costly: boolean;
}

const rows: readonly AttackRow[] = [...htmlAttacks, ...docxAttacks, ...pdfAttacks, ...textAttacks, ...sheetAttacks, ...ofdAttacks, ...mailAttacks, ...wordXmlAttacks];

/** The attacks, each made when it is asked for. `cheap` leaves out those that take more than a second to make and read. */
export function* attacks({ cheap = false }: { readonly cheap?: boolean } = {}): Generator<Attack, void, void> {
  for (const { name, make, says, status, costly = false } of rows) {
    if (cheap && costly) continue;
    yield { name, bytes: make(), costly, expect: { ...(says === undefined ? {} : { says }), ...(status === undefined ? {} : { status }) } };
  }
}
