/**
 * Unpacks what a PDF holds packed (FlateDecode, ISO 32000-2 §7.4.4) and compares it with its checksum (RFC 1950). pdf.js does not: what was damaged
 * on the way reads as other words, or as fewer.
 */
import { inflateRawSync, inflateSync } from "node:zlib";
import type { Steps } from "../../model/steps.ts";

/** Numbers of the objects whose packed data cannot be unpacked to the end, and of those that unpack to something else than was packed. */
export interface Unsound {
  readonly broken: readonly string[];
  readonly altered: readonly string[];
}

/** More is not unpacked of one stream, nor of all together: no words of a notice are that many. */
const mostOfOne = 32_000_000;
const mostOfAll = 256_000_000;

/** No byte of DEFLATE unpacks to more. */
const highestRatio = 1032;

type Unsoundness = keyof Unsound;
type Soundness = "sound" | Unsoundness;

/** Checks all packed data but pictures, attached files and metadata. Nothing is said of an encrypted file, nor of what cannot be told. */
export function* checkPacked(bytes: Uint8Array): Steps<Unsound> {
  const found: Record<Unsoundness, string[]> = { altered: [], broken: [] };
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes("/Encrypt")) return found;
  let left = mostOfAll;
  for (const { object, data } of packedIn(file)) {
    if (left <= 0) break;
    const { soundness, length } = check(data, Math.min(left, mostOfOne));
    left -= length;
    if (soundness !== "sound") found[soundness].push(object);
    yield;
  }
  return found;
}

interface Packed {
  readonly object: string;
  readonly data: Buffer;
}

/** A dictionary that is longer is not looked at from its beginning. */
const longestDictionary = 10_000;

const packed = /\/Filter\s*(?:\[\s*)?\/(?:FlateDecode|Fl)\b/u;
const wordless = /\/(?:Subtype|Type)\s*\/(?:Image|XML|Metadata|EmbeddedFile)\b/u;

/** Streams whose dictionary stands right before them and names packing as their first filter. */
function* packedIn(file: Buffer): Generator<Packed, void, undefined> {
  let end = 0;
  for (let at = file.indexOf("stream"); at !== -1; at = file.indexOf("stream", end)) {
    const head = file.toString("latin1", Math.max(end, at - longestDictionary), at).trimEnd();
    const opened = head.lastIndexOf(" obj");
    if (opened === -1 || !head.endsWith(">>")) {
      end = at + "stream".length;
      continue;
    }
    const closed = file.indexOf("endstream", at);
    const data = file.subarray(at + "stream".length, closed === -1 ? file.length : closed);
    end = closed === -1 ? file.length : closed + "endstream".length;
    const dictionary = head.slice(opened);
    if (packed.test(dictionary) && !wordless.test(dictionary)) yield { object: numberBefore(head, opened), data: data.subarray(breakBefore(data)) };
  }
}

function numberBefore(head: string, opened: number): string {
  return head.slice(Math.max(0, opened - 20), opened).trim().split(/\s+/u).at(-2) ?? "?";
}

/** The word `stream` is followed by a line feed, with or without a carriage return before it; some files have blanks or no line feed. */
function breakBefore(data: Buffer): number {
  return /^[ \t]*(?:\r\n?|\n)?/u.exec(data.toString("latin1", 0, 16))?.[0].length ?? 0;
}

function check(data: Buffer, maxOutputLength: number): { soundness: Soundness; length: number } {
  if (data.toString("latin1", 0, 3).trim() === "") return { soundness: "sound", length: 0 };
  try {
    return { soundness: "sound", length: inflateSync(data, { maxOutputLength }).length };
  } catch (error) {
    const length = Math.min(maxOutputLength, data.length * highestRatio);
    return { soundness: error instanceof Error && "code" in error ? fault(error, data, maxOutputLength) : "broken", length };
  }
}

function fault({ code, message }: Error & { readonly code?: unknown }, data: Buffer, maxOutputLength: number): Soundness {
  if (code === "ERR_BUFFER_TOO_LARGE") return "sound";
  if (message === "incorrect data check") return "altered";
  return code === "Z_BUF_ERROR" && isWhole(data, maxOutputLength) ? "sound" : "broken";
}

/** Whether only the checksum is missing. */
function isWhole(data: Buffer, maxOutputLength: number): boolean {
  try {
    inflateRawSync(data.subarray(2), { maxOutputLength });
    return true;
  } catch {
    return false;
  }
}
