/** Number formats by their code in binary files, RTF and Word 2003 XML (MSONFC, [MS-OSHARED] 2.2.1.3), as ST_NumberFormat names them. */

const first = [
  "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText", "ordinalText", "hex", "chicago", "ideographDigital", "japaneseCounting",
  "aiueo", "iroha", "decimalFullWidth", "decimalHalfWidth", "japaneseLegal", "japaneseDigitalTenThousand", "decimalEnclosedCircle", "decimalFullWidth2",
  "aiueoFullWidth", "irohaFullWidth", "decimalZero", "bullet", "ganada", "chosung", "decimalEnclosedFullstop", "decimalEnclosedParen", "decimalEnclosedCircleChinese",
  "ideographEnclosedCircle", "ideographTraditional", "ideographZodiac", "ideographZodiacTraditional", "taiwaneseCounting", "ideographLegalTraditional",
  "taiwaneseCountingThousand", "taiwaneseDigital", "chineseCounting", "chineseLegalSimplified", "chineseCountingThousand", "ideographDigital", "koreanDigital",
  "koreanCounting", "koreanLegal", "koreanDigital2", "hebrew1", "arabicAlpha", "hebrew2", "arabicAbjad", "hindiVowels", "hindiConsonants", "hindiNumbers",
  "hindiCounting", "thaiLetters", "thaiNumbers", "thaiCounting", "vietnameseCounting", "numberInDash", "russianLower", "russianUpper",
] as const;

/** The name of a number format; for a code that no name is known of, the code itself. */
export function numberFormatOf(code: number): string {
  return code === 255 ? "none" : (first[code] ?? `nfc ${String(code)}`);
}
