/** Takes a MIME message apart (RFC 2045, 2046, 2557): parts in parts, their headers, their bytes. */
import { parameter, parameterText } from "./header-words.ts";

/** A part that holds no further parts. */
export interface MimePart {
  /** Lower case: `text/html`. */
  readonly type: string;
  /** The character encoding that its header names. */
  readonly charset: string | null;
  /** Where it was fetched from. */
  readonly location: string | null;
  /** Name of an attached file, null when it is shown in its place. */
  readonly attached: string | null;
  /** The bytes as they were before they were packed for mail. */
  readonly bytes: () => Uint8Array;
}

/** The parts of a message in order. */
export interface Message {
  readonly parts: readonly MimePart[];
  /** The last part of a message lacks its end. */
  readonly cut: boolean;
}

/** Deepest nesting of parts; mail programs make three. */
const deepest = 12;

/** Takes a message apart; the line before it by which a mailbox parts its messages (RFC 4155) is none of it. */
export function messageOf(bytes: Uint8Array): Message {
  // One character a byte: headers are ASCII, and the bytes of bodies come back as they were.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const parts: MimePart[] = [];
  const cut = gather(text, /^From [^\n]{0,1000}\n/u.exec(text)?.[0].length ?? 0, text.length, 0, parts);
  return { parts, cut };
}

/** Adds the parts of one entity; whether its end is missing. */
function gather(text: string, start: number, end: number, depth: number, parts: MimePart[]): boolean {
  const { headers, body } = headersAt(text, start, end);
  const type = headers.get("content-type") ?? "text/plain";
  const boundary = /^multipart\//iu.test(type) ? parameter(type, "boundary") : null;
  if (boundary === null || boundary === "" || depth >= deepest) {
    parts.push(partOf(headers, type, text, body, end));
    return false;
  }
  const { ranges, closed } = partsBetween(text, body, end, boundary);
  let cut = !closed;
  for (const [from, to] of ranges) cut = gather(text, from, to, depth + 1, parts) || cut;
  return cut;
}

function partOf(headers: ReadonlyMap<string, string>, type: string, text: string, start: number, end: number): MimePart {
  const encoding = (headers.get("content-transfer-encoding") ?? "").trim().toLowerCase();
  const kind = /^[^;\s]*/u.exec(type)?.[0].toLowerCase() ?? "";
  return {
    type: kind,
    charset: parameter(type, "charset"),
    location: headers.get("content-location")?.replace(/\s+/gu, "") ?? null,
    attached: attachedName(headers, kind),
    bytes: () => unpacked(text.slice(start, end), encoding),
  };
}

/** The name of an attached file; null for what is shown in its place. Many programs do not say that a file is attached, and only name it. */
function attachedName(headers: ReadonlyMap<string, string>, kind: string): string | null {
  const disposition = headers.get("content-disposition") ?? "";
  const name = parameterText(disposition, "filename") ?? parameterText(headers.get("content-type") ?? "", "name");
  if (/^\s*attachment\b/iu.test(disposition)) return name ?? "";
  if (kind === "message/rfc822") return name ?? "message.eml";
  const isPlaced = headers.has("content-location") || headers.has("content-id") || kind.startsWith("image/");
  return isPlaced ? null : name;
}

/** The headers of an entity by their names in lower case, lines that go on joined, of several of one name the first; where its body begins. */
function headersAt(text: string, start: number, end: number): { readonly headers: ReadonlyMap<string, string>; readonly body: number } {
  const headers = new Map<string, string>();
  let last: { readonly name: string; readonly taken: boolean } | null = null;
  for (let at = start; at < end; ) {
    const { line, next } = lineAt(text, at, end);
    if (line === "") return { headers, body: next };
    const field = /^([\w-]+)[ \t]*:(.*)$/su.exec(line);
    if (/^[ \t]/u.test(line) && last !== null) {
      if (last.taken) headers.set(last.name, `${headers.get(last.name) ?? ""} ${line.trim()}`);
    } else if (field === null) return { headers, body: at };
    else {
      const name: string = (field[1] ?? "").toLowerCase();
      last = { name, taken: !headers.has(name) };
      if (last.taken) headers.set(name, (field[2] ?? "").trim());
    }
    at = next;
  }
  return { headers, body: end };
}

function lineAt(text: string, at: number, end: number): { readonly line: string; readonly next: number } {
  const found = text.indexOf("\n", at);
  const feed = found === -1 || found >= end ? end : found;
  const line = text.slice(at, feed);
  return { line: line.endsWith("\r") ? line.slice(0, -1) : line, next: Math.min(feed + 1, end) };
}

/** A line without the white space at its end. */
function withoutEnd(line: string): string {
  let end = line.length;
  while (end > 0 && " \t\r".includes(line.charAt(end - 1))) end--;
  return line.slice(0, end);
}

/** The ranges between the lines of a boundary. */
function partsBetween(text: string, start: number, end: number, boundary: string): { readonly ranges: (readonly [number, number])[]; readonly closed: boolean } {
  const mark = `--${boundary}`;
  const ranges: (readonly [number, number])[] = [];
  let open = -1;
  for (let at = text.indexOf(mark, start); at !== -1 && at < end; at = text.indexOf(mark, at + mark.length)) {
    if (at > start && text.charAt(at - 1) !== "\n") continue;
    const { line, next } = lineAt(text, at, end);
    const rest = line.slice(mark.length).trimEnd();
    if (rest !== "" && rest !== "--") continue;
    if (open !== -1) ranges.push([open, beforeLineEnd(text, at, open)]);
    open = next;
    if (rest === "--") return { ranges, closed: true };
  }
  if (open !== -1 && open < end) ranges.push([open, end]);
  return { ranges, closed: false };
}

/** The line end before a boundary belongs to it. */
function beforeLineEnd(text: string, at: number, open: number): number {
  const end = text.charAt(at - 1) === "\n" ? at - 1 : at;
  return Math.max(open, text.charAt(end - 1) === "\r" ? end - 1 : end);
}

function unpacked(body: string, encoding: string): Uint8Array {
  if (encoding === "base64") return new Uint8Array(Buffer.from(body, "base64"));
  return new Uint8Array(Buffer.from(encoding === "quoted-printable" ? unquoted(body) : body, "latin1"));
}

/** Quoted-printable: soft line ends and white space before line ends vanish, `=C4` is a byte; a lone `=` is itself. */
function unquoted(body: string): string {
  return body
    .split("\n")
    .map((line) => {
      const words = withoutEnd(line);
      const bytes = words.replace(/=([\dA-Fa-f]{2})/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
      return words.endsWith("=") ? bytes.slice(0, -1) : `${bytes}\r\n`;
    })
    .join("");
}
