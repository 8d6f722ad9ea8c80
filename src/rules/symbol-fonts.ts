/**
 * Characters of symbol fonts as Unicode: `w:sym` of DOCX (ISO/IEC 29500-1, 17.3.3.30), and PDF, where their codes stand in the private use area or read as
 * Latin letters. Tables after the Unicode proposals for these fonts (L2/12-368 and later), as dingbat-to-unicode 1.0 (BSD-2-Clause) lists them, and for
 * ZapfDingbats and Symbol ISO 32000-2 annex D.5 and D.6; what forms and notices use is put as people write it there (● and not ⚫).
 */

/** A symbol font: characters by the last two hexadecimal digits of their code. */
export interface SymbolFont {
  readonly id: string;
  readonly font: RegExp;
  /** Rows of sixteen codes, `__` for one without a character. */
  readonly rows: readonly string[];
  /** What is put instead of a character of the rows. */
  readonly instead: Readonly<Record<string, string>>;
  /** Code as the file writes it, and the character shown. */
  readonly examples: readonly (readonly [code: string, character: string])[];
}

export const symbolFonts: readonly SymbolFont[] = [
  {
    id: "wingdings",
    font: /^wingdings$/iu,
    rows: [
    "20 __ 🖉 ✂ ✁ 👓 🕭 🕮 🕯 🕿 ✆ 🖂 🖃 📪 📫 📬 📭",
    "30 🗀 🗁 🗎 🗏 🗐 🗄 ⌛ 🖮 🖰 🖲 🖳 🖴 🖫 🖬 ✇ ✍",
    "40 🖎 ✌ 🖏 👍 👎 ☜ ☞ ☝ ☟ 🖐 ☺ 😐 ☹ 💣 🕱 🏳",
    "50 🏱 ✈ ☼ 🌢 ❄ 🕆 ✞ 🕈 ✠ ✡ ☪ ☯ 🕉 ☸ ♈ ♉",
    "60 ♊ ♋ ♌ ♍ ♎ ♏ ♐ ♑ ♒ ♓ 🙰 🙵 ⚫ 🔾 ◼ 🞏",
    "70 🞐 ❑ ❒ 🞟 ⧫ ◆ ❖ ⬩ ⌧ ⮹ ⌘ 🏵 🏶 🙶 🙷 ▯",
    "80 🄋 ➀ ➁ ➂ ➃ ➄ ➅ ➆ ➇ ➈ ➉ 🄌 ➊ ➋ ➌ ➍",
    "90 ➎ ➏ ➐ ➑ ➒ ➓ 🙢 🙠 🙡 🙣 🙞 🙜 🙝 🙟 ∙ •",
    "A0 ⬝ ⭘ 🞆 🞈 🞊 🞋 🔿 ▪ 🞎 🟁 🟅 ★ 🟋 🟏 🟓 🟑",
    "B0 ⯐ ⌖ ⯎ ⯏ ⯑ ✪ ✰ 🕐 🕑 🕒 🕓 🕔 🕕 🕖 🕗 🕘",
    "C0 🕙 🕚 🕛 ⮰ ⮱ ⮲ ⮳ ⮴ ⮵ ⮶ ⮷ 🙪 🙫 🙕 🙔 🙗",
    "D0 🙖 🙐 🙑 🙒 🙓 ⌫ ⌦ ⮘ ⮚ ⮙ ⮛ ⮈ ⮊ ⮉ ⮋ 🡨",
    "E0 🡪 🡩 🡫 🡬 🡭 🡯 🡮 🡸 🡺 🡹 🡻 🡼 🡽 🡿 🡾 ⇦",
    "F0 ⇨ ⇧ ⇩ ⬄ ⇳ ⬁ ⬀ ⬃ ⬂ 🢬 🢭 🗶 ✓ 🗷 🗹 __",
    ],
    instead: {
      "6C": "●", "6D": "❍", "6E": "■", "6F": "□", "70": "□", "74": "◆", "77": "⬥", "9E": "·", "A1": "○", "A4": "◉", "A6": "○", "A8": "□", "D8": "➢", "DF": "←", "E0": "→",
      "E1": "↑", "E2": "↓", "E8": "➔", "FB": "✗", "FD": "☒", "FE": "☑",
      "80": "⓪", "81": "①", "82": "②", "83": "③", "84": "④", "85": "⑤", "86": "⑥", "87": "⑦", "88": "⑧", "89": "⑨", "8A": "⑩", "8B": "⓿",
    },
    examples: [["F0FE", "☑"], ["F0A8", "□"], ["F06C", "●"], ["F0D8", "➢"], ["F081", "①"], ["0083", "③"], ["F022", "✂"]],
  },
  {
    id: "wingdings-2",
    font: /^wingdings 2$/iu,
    rows: [
    "20 __ 🖊 🖋 🖌 🖍 ✄ ✀ 🕾 🕽 🗅 🗆 🗇 🗈 🗉 🗊 🗋",
    "30 🗌 🗍 📋 🗑 🗔 🖵 🖶 🖷 🖸 🖭 🖯 🖱 🖒 🖓 🖘 🖙",
    "40 🖚 🖛 👈 👉 🖜 🖝 🖞 🖟 🖠 🖡 👆 👇 🖢 🖣 🖑 🗴",
    "50 🗸 🗵 ☑ ⮽ ☒ ⮾ ⮿ 🛇 ⦸ 🙱 🙴 🙲 🙳 ‽ 🙹 🙺",
    "60 🙻 🙦 🙤 🙥 🙧 🙚 🙘 🙙 🙛 ⓪ ① ② ③ ④ ⑤ ⑥",
    "70 ⑦ ⑧ ⑨ ⑩ ⓿ ❶ ❷ ❸ ❹ ❺ ❻ ❼ ❽ ❾ ❿ __",
    "80 ☉ 🌕 ☽ ☾ ⸿ ✝ 🕇 🕜 🕝 🕞 🕟 🕠 🕡 🕢 🕣 🕤",
    "90 🕥 🕦 🕧 🙨 🙩 ⋅ 🞄 ⦁ ● ○ 🞅 🞇 🞉 ⊙ ⦿ 🞌",
    "A0 🞍 ◾ ■ □ 🞑 🞒 🞓 🞔 ▣ 🞕 🞖 🞗 🞘 ⬩ ⬥ ◇",
    "B0 🞚 ◈ 🞛 🞜 🞝 🞞 ⬪ ⬧ ◊ 🞠 ◖ ◗ ⯊ ⯋ ⯀ ⯁",
    "C0 ⬟ ⯂ ⬣ ⬢ ⯃ ⯄ 🞡 🞢 🞣 🞤 🞥 🞦 🞧 🞨 🞩 🞪",
    "D0 🞫 🞬 🞭 🞮 🞯 🞰 🞱 🞲 🞳 🞴 🞵 🞶 🞷 🞸 🞹 🞺",
    "E0 🞻 🞼 🞽 🞾 🞿 🟀 🟂 🟄 🟆 🟉 🟊 ✶ 🟌 🟎 🟐 🟒",
    "F0 ✹ 🟃 🟇 ✯ 🟍 🟔 ⯌ ⯍ ※ ⁂ __ __ __ __ __ __",
    ],
    instead: { "2A": "□", "35": "□", "4F": "✗", "50": "✓", "51": "☒", "53": "☒", "97": "●", "A2": "■" },
    examples: [["F052", "☑"], ["F0A3", "□"], ["F054", "☒"]],
  },
  {
    id: "wingdings-3",
    font: /^wingdings 3$/iu,
    rows: [
    "20 __ ⭠ ⭢ ⭡ ⭣ ⭦ ⭧ ⭩ ⭨ ⭰ ⭲ ⭱ ⭳ ⭶ ⭸ ⭻",
    "30 ⭽ ⭤ ⭥ ⭪ ⭬ ⭫ ⭭ ⭍ ⮠ ⮡ ⮢ ⮣ ⮤ ⮥ ⮦ ⮧",
    "40 ⮐ ⮑ ⮒ ⮓ ⮀ ⮃ ⭾ ⭿ ⮄ ⮆ ⮅ ⮇ ⮏ ⮍ ⮎ ⮌",
    "50 ⭮ ⭯ ⎋ ⌤ ⌃ ⌥ ␣ ⍽ ⇪ ⮸ 🢠 🢡 🢢 🢣 🢤 🢥",
    "60 🢦 🢧 🢨 🢩 🢪 🢫 🡐 🡒 🡑 🡓 🡔 🡕 🡗 🡖 🡘 🡙",
    "70 ▲ ▼ △ ▽ ◀ ▶ ◁ ▷ ◣ ◢ ◤ ◥ 🞀 🞂 🞁 __",
    "80 🞃 ⯅ ⯆ ⯇ ⯈ ⮜ ⮞ ⮝ ⮟ 🠐 🠒 🠑 🠓 🠔 🠖 🠕",
    "90 🠗 🠘 🠚 🠙 🠛 🠜 🠞 🠝 🠟 🠀 🠂 🠁 🠃 🠄 🠆 🠅",
    "A0 🠇 🠈 🠊 🠉 🠋 🠠 🠢 🠤 🠦 🠨 🠪 🠬 🢜 🢝 🢞 🢟",
    "B0 🠮 🠰 🠲 🠴 🠶 🠸 🠺 🠹 🠻 🢘 🢚 🢙 🢛 🠼 🠾 🠽",
    "C0 🠿 🡀 🡂 🡁 🡃 🡄 🡆 🡅 🡇 ⮨ ⮩ ⮪ ⮫ ⮬ ⮭ ⮮",
    "D0 ⮯ 🡠 🡢 🡡 🡣 🡤 🡥 🡧 🡦 🡰 🡲 🡱 🡳 🡴 🡵 🡷",
    "E0 🡶 🢀 🢂 🢁 🢃 🢄 🢅 🢇 🢆 🢐 🢒 🢑 🢓 🢔 🢖 🢕",
    "F0 🢗 __ __ __ __ __ __ __ __ __ __ __ __ __ __ __",
    ],
    instead: { "21": "←", "22": "→", "23": "↑", "24": "↓", "7C": "◀", "7D": "▶" },
    examples: [["F070", "▲"], ["F022", "→"]],
  },
  {
    id: "webdings",
    font: /^webdings$/iu,
    rows: [
    "20 __ 🕷 🕸 🕲 🕶 🏆 🎖 🖇 🗨 🗩 🗰 🗱 🌶 🎗 🙾 🙼",
    "30 🗕 🗖 🗗 ⏴ ⏵ ⏶ ⏷ ⏪ ⏩ ⏮ ⏭ ⏸ ⏹ ⏺ 🗚 🗳",
    "40 🛠 🏗 🏘 🏙 🏚 🏜 🏭 🏛 🏠 🏖 🏝 🛣 🔍 🏔 👁 👂",
    "50 🏞 🏕 🛤 🏟 🛳 🕬 🕫 🕨 🔈 🎔 🎕 🗬 🙽 🗭 🗪 🗫",
    "60 ⮔ ✔ 🚲 ⬜ 🛡 📦 🛱 ⬛ 🚑 🛈 🛩 🛰 🟈 🕴 ⬤ 🛥",
    "70 🚔 🗘 🗙 ❓ 🛲 🚇 🚍 ⛳ ⦸ ⊖ 🚭 🗮 ⏐ 🗯 🗲 __",
    "80 🚹 🚺 🛉 🛊 🚼 👽 🏋 ⛷ 🏂 🏌 🏊 🏄 🏍 🏎 🚘 🗠",
    "90 🛢 💰 🏷 💳 👪 🗡 🗢 🗣 ✯ 🖄 🖅 🖃 🖆 🖹 🖺 🖻",
    "A0 🕵 🕰 🖽 🖾 📋 🗒 🗓 🕮 📚 🗞 🗟 🗃 🗂 🖼 🎭 🎜",
    "B0 🎘 🎙 🎧 💿 🎞 📷 🎟 🎬 📽 📹 📾 📻 🎚 🎛 📺 💻",
    "C0 🖥 🖦 🖧 🕹 🎮 🕻 🕼 📟 🖁 🖀 🖨 🖩 🖿 🖪 🗜 🔒",
    "D0 🔓 🗝 📥 📤 🕳 🌣 🌤 🌥 🌦 ☁ 🌨 🌧 🌩 🌪 🌬 🌫",
    "E0 🌜 🌡 🛋 🛏 🍽 🍸 🛎 🛍 Ⓟ ♿ 🛆 🖈 🎓 🗤 🗥 🗦",
    "F0 🗧 🛪 🐿 🐦 🐟 🐕 🐈 🙬 🙮 🙭 🙯 🗺 🌍 🌏 🌎 🕊",
    ],
    instead: { "34": "▶", "33": "◀", "63": "□", "67": "■", "6E": "●", "72": "✗" },
    examples: [["F061", "✔"], ["0063", "□"]],
  },
  {
    id: "symbol",
    font: /^symbol(?: ?mt)?$/iu,
    rows: [
    "20 __ ! ∀ # ∃ % & ∍ ( ) * + , − . /",
    "30 0 1 2 3 4 5 6 7 8 9 : ; < = > ?",
    "40 ≅ Α Β Χ Δ Ε Φ Γ Η Ι ϑ Κ Λ Μ Ν Ο",
    "50 Π Θ Ρ Σ Τ Υ ς Ω Ξ Ψ Ζ [ ∴ ] ⊥ _",
    "60 ‾ α β χ δ ε φ γ η ι ϕ κ λ μ ν ο",
    "70 π θ ρ σ τ υ ϖ ω ξ ψ ζ { | } ~ __",
    "A0 € ϒ ′ ≤ ⁄ ∞ ƒ ♣ ♦ ♥ ♠ ↔ ← ↑ → ↓",
    "B0 ° ± ″ ≥ × ∝ ∂ • ÷ ≠ ≡ ≈ … ⏐ ⎯ ↵",
    "C0 ℵ ℑ ℜ ℘ ⊗ ⊕ ∅ ∩ ∪ ⊃ ⊇ ⊄ ⊂ ⊆ ∈ ∉",
    "D0 ∠ ∇ ® © ™ ∏ √ ⋅ ¬ ∧ ∨ ⇔ ⇐ ⇑ ⇒ ⇓",
    "E0 ◊ 〈 ® © ™ ∑ ⎛ ⎜ ⎝ ⎡ ⎢ ⎣ ⎧ ⎨ ⎩ ⎪",
    "F0 __ 〉 ∫ ⌠ ⎮ ⌡ ⎞ ⎟ ⎠ ⎤ ⎥ ⎦ ⎫ ⎬ ⎭ __",
    ],
    instead: {},
    examples: [["F0A3", "≤"], ["F0B7", "•"], ["F0D6", "√"]],
  },
  {
    id: "zapf-dingbats",
    font: /^(?:itc )?zapf ?dingbats(?: ?itc)?$/iu,
    rows: [
    "20 __ ✁ ✂ ✃ ✄ ☎ ✆ ✇ ✈ ✉ ☛ ☞ ✌ ✍ ✎ ✏",
    "30 ✐ ✑ ✒ ✓ ✔ ✕ ✖ ✗ ✘ ✙ ✚ ✛ ✜ ✝ ✞ ✟",
    "40 ✠ ✡ ✢ ✣ ✤ ✥ ✦ ✧ ★ ✩ ✪ ✫ ✬ ✭ ✮ ✯",
    "50 ✰ ✱ ✲ ✳ ✴ ✵ ✶ ✷ ✸ ✹ ✺ ✻ ✼ ✽ ✾ ✿",
    "60 ❀ ❁ ❂ ❃ ❄ ❅ ❆ ❇ ❈ ❉ ❊ ❋ ● ❍ ■ ❏",
    "70 ❐ ❑ ❒ ▲ ▼ ◆ ❖ ◗ ❘ ❙ ❚ ❛ ❜ ❝ ❞ __",
    "A0 __ ❡ ❢ ❣ ❤ ❥ ❦ ❧ ♣ ♦ ♥ ♠ ① ② ③ ④",
    "B0 ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ❶ ❷ ❸ ❹ ❺ ❻ ❼ ❽ ❾ ❿",
    "C0 ➀ ➁ ➂ ➃ ➄ ➅ ➆ ➇ ➈ ➉ ➊ ➋ ➌ ➍ ➎ ➏",
    "D0 ➐ ➑ ➒ ➓ ➔ → ↔ ↕ ➘ ➙ ➚ ➛ ➜ ➝ ➞ ➟",
    "E0 ➠ ➡ ➢ ➣ ➤ ➥ ➦ ➧ ➨ ➩ ➪ ➫ ➬ ➭ ➮ ➯",
    "F0 __ ➱ ➲ ➳ ➴ ➵ ➶ ➷ ➸ ➹ ➺ ➻ ➼ ➽ ➾ __",
    ],
    instead: { "6F": "□", "70": "□", "71": "□", "72": "□" },
    examples: [["0034", "✔"], ["006E", "■"], ["0075", "◆"], ["00AC", "①"]],
  },
];

/** The row of a font by its name in a file: `ABCDEF+Wingdings-Regular`, `Wingdings2`, `SymbolMT`. Null for any other font. */
export function symbolFontOf(name: string): SymbolFont | null {
  const plain = name.replace(/^[A-Z]{6}\+/u, "").replace(/[,-](?:regular|normal|bold|italic|roman)$/iu, "").replace(/[ -]?([23])$/u, " $1");
  return symbolFonts.find(({ font }) => font.test(plain)) ?? null;
}

const read = new Map<SymbolFont, ReadonlyMap<number, string>>();

/** The character of a code of one byte, null when its table has none. */
export function symbolOf(font: SymbolFont, code: number): string | null {
  const characters = read.get(font) ?? charactersOf(font);
  read.set(font, characters);
  return characters.get(code) ?? null;
}

function charactersOf({ rows, instead }: SymbolFont): ReadonlyMap<number, string> {
  const characters = new Map<number, string>([[0x20, " "]]);
  for (const row of rows) {
    const [first = "", ...shown] = row.split(" ");
    for (const [i, character] of shown.entries()) if (character !== "__") characters.set(Number.parseInt(first, 16) + i, character);
  }
  for (const [code, character] of Object.entries(instead)) characters.set(Number.parseInt(code, 16), character);
  return characters;
}

/** The text of a symbol; characters that no row knows stay in the private use area. */
export function symbolText(font: string, code: string): string {
  const value = /^[0-9a-f]{1,4}$/iu.test(code) ? Number.parseInt(code, 16) : 0;
  if (value < 0x20) return "\ufffd";
  const row = symbolFontOf(font);
  return (row === null ? null : symbolOf(row, value & 0xff)) ?? String.fromCharCode(value);
}
