/** Chinese in bytes of seven bits, as mail and old pages wrote it: HZ (RFC 1843), UTF-7 (RFC 2152), ISO-2022-CN (RFC 1922). */
import { commonCharacters } from "../rules/common-characters.ts";

/** One of these encodings: a form of its runs, and what a run says; null for one that is none. */
interface SevenBits {
  readonly charset: string;
  /** Labels by which a page declares it. */
  readonly labels: RegExp;
  readonly run: RegExp;
  readonly read: (run: readonly string[]) => string | null;
  /** A run that was begun, to count those that could not be read. */
  readonly begun: RegExp;
}

/** Two letters of HZ are a character of GB 2312 whose high bits are gone. */
function fromPairs(pairs: string): string {
  return new TextDecoder("gb18030").decode(Uint8Array.from(pairs, (letter) => letter.charCodeAt(0) | 0x80));
}

/** Letters of base 64, six bits each, as UTF-16; what is left of the last must be zeros. */
function fromBase64(letters: string): string | null {
  let [bits, held, text] = [0, 0, ""];
  for (const letter of letters) {
    held = ((held << 6) | alphabet.indexOf(letter)) & 0x3fffff;
    bits += 6;
    if (bits < 16) continue;
    bits -= 16;
    text += String.fromCharCode((held >> bits) & 0xffff);
  }
  return bits < 6 && (held & ((1 << bits) - 1)) === 0 && text !== "" && text.isWellFormed() ? text : null;
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const encodings: readonly SevenBits[] = [
  {
    charset: "hz-gb-2312",
    labels: /^(?:x-)?hz(?:-gb-?2312)?$/iu,
    run: /~(?:\{((?:[!-w][!-~])+)(?:~\}|(?=[\r\n])|$)|(~)|\r?\n)/gu,
    read: ([, pairs, tilde]) => (pairs === undefined ? (tilde ?? "") : fromPairs(pairs)),
    begun: /~\{/gu,
  },
  {
    charset: "utf-7",
    labels: /^(?:x-)?(?:unicode-[12]-[01]-)?utf-?7$/iu,
    run: /\+(?:([A-Za-z0-9+/]{3,})-?|-)/gu,
    read: ([, letters]) => (letters === undefined ? "+" : fromBase64(letters)),
    begun: /\+(?!-)[A-Za-z0-9+/]{3}/gu,
  },
  {
    charset: "iso-2022-cn",
    labels: /^iso-2022-cn(?:-ext)?$/iu,
    run: /\u001B\$\)A|\u000E((?:[!-~]{2})+)\u000F/gu,
    read: ([, pairs]) => (pairs === undefined ? "" : fromPairs(pairs)),
    begun: /\u000E/gu,
  },
];

/** The name of such an encoding by a label of it. */
export function sevenBitLabel(label: string): string | null {
  return encodings.find(({ labels }) => labels.test(label))?.charset ?? null;
}

/** A text in one of these encodings. */
export interface SevenBitText {
  readonly text: string;
  readonly charset: string;
  /** Runs that could not be read. */
  readonly damaged: number;
}

/** The text of a file of ASCII bytes in such an encoding: where it declares one, or where what its runs say is surely Chinese. Null for all other files. */
export function readSevenBits(ascii: string, declared: string | null): SevenBitText | null {
  for (const encoding of encodings) {
    const named = declared !== null && encoding.labels.test(declared);
    if (!named && !encoding.begun.test(ascii)) continue;
    encoding.begun.lastIndex = 0;
    const found = decoded(ascii, encoding);
    if (found !== null && (named || isChinese(found.text))) return found;
  }
  return null;
}

function decoded(ascii: string, { charset, run, read, begun }: SevenBits): SevenBitText | null {
  let runs = 0;
  let damaged = 0;
  const text = ascii.replace(run, (whole: string, ...groups: (string | undefined)[]) => {
    const said = read([whole, ...groups.slice(0, 2).map((group) => (typeof group === "string" ? group : undefined))] as string[]);
    if (said === null) damaged++;
    else if (/[^\0-\x7f]/u.test(said)) runs++;
    return said ?? whole;
  });
  damaged += charset === "utf-7" ? 0 : (text.match(begun)?.length ?? 0);
  return runs === 0 && damaged === 0 ? null : { text, charset, damaged };
}

/** Markup, scripts and styles are no words of a page. */
const noWords = /<(script|style)\b[^]{0,100000}?<\/\1|<[^<>]{0,2000}>|&[a-z]{1,8};/giu;

/** Fewer characters prove nothing: a page about such encodings shows examples. */
const fewest = 12;

/** Whether the words are Chinese: enough characters, most of them common ones, and no more letters than they. */
function isChinese(text: string): boolean {
  const words = text.replace(noWords, " ");
  const han = words.match(/\p{Script=Han}/gu) ?? [];
  const letters = words.match(/[A-Za-z]/gu)?.length ?? 0;
  const common = han.filter((character) => commonCharacters.has(character)).length;
  return han.length >= fewest && common >= han.length * 0.6 && letters <= han.length;
}
