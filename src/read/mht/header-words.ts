/** Words of mail headers that are no ASCII: encoded words (RFC 2047), parameters in pieces (RFC 2231), and bytes as they came. */
import { decode } from "../charset.ts";

const encodedWord = /=\?([^?\s]{1,40})\?([bq])\?([^?\s]*)\?=/giu;
/** White space between two encoded words is none of the text (6.2). */
const between = /(\?=)\s+(?==\?[^?\s]{1,40}\?[bq]\?)/giu;

/** The text of a header whose bytes stand as one character each. */
function headerText(raw: string): string {
  const runs: { charset: string; bytes: Uint8Array }[] = [];
  let text = "";
  let at = 0;
  const flush = (): void => {
    for (const { charset, bytes } of runs.splice(0)) text += decode(bytes, charset).text;
  };
  const joined = raw.replace(between, "$1");
  for (const { 0: word, 1: charset = "", 2: coding = "", 3: packed = "", index } of joined.matchAll(encodedWord)) {
    if (index > at) {
      flush();
      text += plainText(joined.slice(at, index));
    }
    const bytes = Buffer.from(coding.toLowerCase() === "b" ? packed : unquoted(packed), coding.toLowerCase() === "b" ? "base64" : "latin1");
    const last = runs.at(-1);
    // Programs cut characters in two at the ends of words.
    if (last?.charset === charset) last.bytes = Buffer.concat([last.bytes, bytes]);
    else runs.push({ charset, bytes });
    at = index + word.length;
  }
  flush();
  return text + plainText(joined.slice(at));
}

function plainText(raw: string): string {
  return /[\x80-\xff]/u.test(raw) ? decode(Buffer.from(raw, "latin1")).text : raw;
}

function unquoted(packed: string): string {
  return packed.replaceAll("_", " ").replace(/=([\dA-Fa-f]{2})/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** A parameter of a header as text: in one piece, in several, with or without its encoding; null when there is none. */
export function parameterText(header: string, name: string): string | null {
  const pieces = new Map<number, { value: string; encoded: boolean }>();
  for (const [own, value] of parameters(header)) {
    if (own === name) return headerText(value);
    const found = own.startsWith(name) ? /^(?:\*(\d{1,3}))?(\*)?$/u.exec(own.slice(name.length)) : null;
    if (found !== null) pieces.set(Number(found[1] ?? 0), { value, encoded: found[2] !== undefined });
  }
  const ordered = [...pieces].sort(([a], [b]) => a - b).map(([, piece]) => piece);
  const [first] = ordered;
  if (first === undefined) return null;
  const [, charset = "utf-8", start = first.value] = first.encoded ? (/^([^']*)'[^']*'(.*)$/su.exec(first.value) ?? []) : [];
  const raw = ordered.map(({ value, encoded }, i) => (encoded ? unescaped(i === 0 ? start : value) : value)).join("");
  return ordered.some(({ encoded }) => encoded) ? decode(Buffer.from(raw, "latin1"), charset === "" ? null : charset).text : headerText(raw);
}

function unescaped(value: string): string {
  return value.replace(/%([\dA-Fa-f]{2})/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** The parameters of a header by their names in lower case, in quotes or not. */
function* parameters(header: string): Generator<readonly [name: string, value: string]> {
  for (const [, own = "", quoted, plain] of header.matchAll(/;\s*([^\s=;"]{1,60})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/gsu)) {
    yield [own.toLowerCase(), quoted?.replace(/\\(["\\])/gu, "$1") ?? plain ?? ""];
  }
}

/** A parameter as it is written; null when there is none. */
export function parameter(header: string, name: string): string | null {
  for (const [own, value] of parameters(header)) if (own === name) return value;
  return null;
}
