/** Ways to damage bytes and texts. Each gives something new and leaves what it was given. */
import type { Chance } from "./chance.ts";

type Damage<T> = (whole: T, chance: Chance, other: T) => T;

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

const byteDamages: readonly Damage<Uint8Array>[] = [
  // Bits flip.
  (bytes, chance) => {
    const changed = Uint8Array.from(bytes);
    for (let left = chance.size(64); left > 0; left--) {
      const at = chance.below(changed.length);
      changed[at] = (changed[at] ?? 0) ^ (1 << chance.below(8));
    }
    return changed;
  },
  // The end is missing.
  (bytes, chance) => bytes.slice(0, chance.below(bytes.length + 1)),
  // The beginning is missing.
  (bytes, chance) => bytes.slice(Math.min(chance.size(4096), bytes.length)),
  // A piece is missing.
  (bytes, chance) => {
    const at = chance.below(bytes.length + 1);
    return joined(bytes.subarray(0, at), bytes.subarray(at + chance.size(bytes.length)));
  },
  // A piece stands several times.
  (bytes, chance) => {
    const at = chance.below(bytes.length + 1);
    const piece = bytes.subarray(at, at + chance.size(2000));
    return joined(bytes.subarray(0, at), ...Array.from({ length: chance.size(60) }, () => piece), bytes.subarray(at));
  },
  // Two pieces change places.
  (bytes, chance) => {
    const [a, b, c, d] = Array.from({ length: 4 }, () => chance.below(bytes.length + 1)).sort((x, y) => x - y) as [number, number, number, number];
    return joined(bytes.subarray(0, a), bytes.subarray(c, d), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(d));
  },
  // A run of one byte is put in or laid over.
  (bytes, chance) => {
    const at = chance.below(bytes.length + 1);
    const run = new Uint8Array(chance.size(20_000)).fill(chance.pick([0, 0x20, 0x28, 0x3c, 0x80, 0xe4, 0xff, chance.below(256)]));
    return joined(bytes.subarray(0, at), run, bytes.subarray(chance.once(2) ? at : at + run.length));
  },
  // A piece of another file is put in.
  (bytes, chance, other) => {
    const at = chance.below(bytes.length + 1);
    const from = chance.below(other.length + 1);
    return joined(bytes.subarray(0, at), other.subarray(from, from + chance.size(other.length)), bytes.subarray(chance.once(2) ? at : at + chance.size(bytes.length)));
  },
];

/** What does not belong into a text: halves of surrogates, controls, turned writing, huge and odd numbers, markup left open. */
const strangers: readonly string[] = [
  "\ud800", "\udc00", "\udfff\ud800", "\0", "\u0001", "\u001b[31m", "\ufffe", "\uffff", "\u202e", "\u2028", "\u00ad", "\u200b", "\ufeff", "\u0301", "\t", "\r", "\n\n\n", "\u3000", "𠮷", "\ufffd",
  "0", "-1", "1e309", "999999999999", "4294967296", "NaN", "9999年99月99日", "2020年2月30日", "〔2020〕", "（", "）", "〔", "】", "《", "》", "：", "、", "；", "。", "，", "等", "和", "附件1", "附件：", "一、", "（一）", "1.", "第一章",
  "牵头单位：", "责任单位：", "完成时限：", "印发之日起", "每季度末", "同上", "是否宣读", "__proto__", "constructor", "<", ">", "&", "&amp;", "&#0;", "&#xD800;", "&#x110000;", "&x;", "\"", "'", "]]>", "<!--", "-->", "<![CDATA[", "<?xml?>", "<!DOCTYPE a [", "=1+1", "../../a",
  "<div>", "</div>", "<table>", "</table>", "<tr>", "<td colspan=1000 rowspan=65534>", "<td rowspan=0>", "<script>", "<style>", "<p>", "<li>", "<svg>", "<math>", "<template>", "<select>", "<textarea>", "<plaintext>", "<w:p>", "</w:p>", "<w:tc>", "<w:tr/>", "<w:vMerge/>", '<w:gridSpan w:val="70000"/>',
  " BT ", " ET ", " q ", " Q ", " Do ", " cm ", " 0 0 0 0 0 0 cm ", " 1e30 ", " -1e30 ", " re f ", " Tj ", " Tf ", " << ", " >> ", " [ ", " ] ", " obj ", " endstream ", " R ",
];

const textDamages: readonly Damage<string>[] = [
  (text, chance) => text.slice(0, chance.below(text.length + 1)),
  (text, chance) => {
    const at = chance.below(text.length + 1);
    return text.slice(0, at) + text.slice(at + chance.size(text.length));
  },
  (text, chance) => {
    const at = chance.below(text.length + 1);
    return text.slice(0, at) + text.slice(at, at + chance.size(500)).repeat(chance.size(200)) + text.slice(at);
  },
  (text, chance) => {
    const at = chance.below(text.length + 1);
    return text.slice(0, at) + chance.pick(strangers).repeat(chance.once(4) ? chance.size(3000) : 1) + text.slice(at);
  },
  (text, chance) => {
    let changed = text;
    for (let left = chance.size(30); left > 0; left--) {
      const at = chance.below(changed.length + 1);
      changed = changed.slice(0, at) + chance.pick(strangers) + changed.slice(at + chance.below(3));
    }
    return changed;
  },
  (text, chance, other) => {
    const at = chance.below(text.length + 1);
    const from = chance.below(other.length + 1);
    return text.slice(0, at) + other.slice(from, from + chance.size(5000)) + text.slice(chance.once(2) ? at : at + chance.size(5000));
  },
  // Numbers become others.
  (text, chance) => {
    const times = 1 + chance.below(40);
    return text.replace(/\d+/gu, (digits) => (chance.once(times) ? chance.pick(["0", "-1", "1", "65535", "99999999999", "1.5", "", digits + digits]) : digits));
  },
  // Tags, or words between blanks, are dropped, doubled and exchanged.
  (text, chance) => {
    const tokens = text.split(text.includes("<") ? /(<[^<>]*>)/u : /(\s+)/u);
    const times = 2 + chance.below(300);
    return tokens.map((token) => (!chance.once(times) ? token : chance.pick(["", token + token, tokens[chance.below(tokens.length)] ?? ""]))).join("");
  },
  // A token stands very often.
  (text, chance) => {
    const tokens = text.split(text.includes("<") ? /(<[^<>]*>)/u : /(\s+)/u);
    const at = chance.below(tokens.length);
    tokens[at] = (tokens[at] ?? "").repeat(chance.size(1000)).slice(0, 200_000);
    return tokens.join("");
  },
];

/** One to four of the ways, one after the other. */
function several<T>(ways: readonly Damage<T>[], whole: T, chance: Chance, other: T): T {
  let damaged = whole;
  for (let left = 1 + chance.below(4); left > 0; left--) damaged = chance.pick(ways)(damaged, chance, other);
  return damaged;
}

export function damageBytes(bytes: Uint8Array, chance: Chance, other: Uint8Array): Uint8Array {
  return several(byteDamages, bytes, chance, other);
}

export function damageText(text: string, chance: Chance, other: string): string {
  return several(textDamages, text, chance, other);
}
