/** Characters of symbol fonts (`w:sym`, ISO/IEC 29500-1, 17.3.3.30) as Unicode, for those that forms and notices use. */

/** A symbol font: characters by the last two hexadecimal digits of their code. */
export interface SymbolFont {
  readonly id: string;
  readonly font: RegExp;
  readonly characters: Readonly<Record<string, string>>;
  /** Code as the file writes it, and the character shown. */
  readonly examples: readonly (readonly [code: string, character: string])[];
}

export const symbolFonts: readonly SymbolFont[] = [
  {
    id: "wingdings",
    font: /^wingdings$/iu,
    characters: {
      "6C": "●", "6E": "■", "6F": "□", "70": "□", "71": "❑", "75": "◆", "77": "⬥", "A1": "○", "A7": "▪", "A8": "◻", "AB": "★",
      "D8": "➢", "DF": "←", "E0": "→", "E8": "➔", "FB": "✗", "FC": "✓", "FD": "☒", "FE": "☑",
      "80": "⓪", "81": "①", "82": "②", "83": "③", "84": "④", "85": "⑤", "86": "⑥", "87": "⑦", "88": "⑧", "89": "⑨", "8A": "⑩",
      "8C": "➊", "8D": "➋", "8E": "➌", "8F": "➍", "90": "➎", "91": "➏", "92": "➐", "93": "➑", "94": "➒", "95": "➓",
    },
    examples: [["F0FE", "☑"], ["F081", "①"], ["0083", "③"]],
  },
  {
    id: "wingdings-2",
    font: /^wingdings 2$/iu,
    characters: { "2A": "□", "35": "□", "50": "✓", "51": "☒", "52": "☑", "53": "☒", "54": "☒", "A3": "□" },
    examples: [["F052", "☑"], ["F0A3", "□"]],
  },
  {
    id: "symbol",
    font: /^symbol$/iu,
    characters: { "A3": "≤", "B3": "≥", "B4": "×", "B1": "±", "B0": "°", "B7": "•", "B9": "≠", "A5": "∞", "AE": "→", "B8": "÷", "BB": "≈" },
    examples: [["F0A3", "≤"], ["F0B7", "•"]],
  },
];

/** The text of a symbol; characters that no row knows stay in the private use area. */
export function symbolText(font: string, code: string): string {
  const value = /^[0-9a-f]{1,4}$/iu.test(code) ? Number.parseInt(code, 16) : 0;
  if (value < 0x20) return "\ufffd";
  const key = (value & 0xff).toString(16).toUpperCase().padStart(2, "0");
  const row = symbolFonts.find((candidate) => candidate.font.test(font));
  return row?.characters[key] ?? String.fromCharCode(value);
}
