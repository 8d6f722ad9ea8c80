/** Takes a mail apart that brings files: its own words are the letter, its files are read as those of a package. */
import { harmlessPath, type ArchiveLimits, type Member, type Trouble } from "../package/member.ts";
import { messageOf, type MimePart } from "./parts.ts";
import { hasWords, shownPart } from "./shown-part.ts";

/** The mail itself, with an empty name, where it says something or brings no files; then its files. */
export function openMail(bytes: Uint8Array, limits: ArchiveLimits): readonly Member[] | Trouble {
  const { parts, cut } = messageOf(bytes);
  const attached = parts.filter((part) => part.attached !== null);
  if (attached.length > limits.entries) return { code: "package/too-large", params: { what: "部件数", limit: String(limits.entries) } };
  if (attached.length === 0) return [{ name: "", bytes, trouble: null }];
  const shown = shownPart(parts);
  // Only its own reader says that a mail is cut.
  const own = cut || (shown !== null && (hasWords(shown) || hasPictures(shown)));
  return [...(own ? [{ name: "", bytes, trouble: null }] : []), ...attached.map((part, i) => memberOf(part, i, limits))];
}

function hasPictures({ bytes }: MimePart): boolean {
  return /<(?:img|object|embed|iframe|v:imagedata)\b/iu.test(Buffer.from(bytes()).toString("latin1"));
}

function memberOf({ attached, bytes }: MimePart, index: number, limits: ArchiveLimits): Member {
  const name = harmlessPath(attached ?? "") || `附件${String(index + 1)}`;
  const unpacked = bytes();
  if (unpacked.length <= limits.bytes) return { name, bytes: unpacked, trouble: null };
  return { name, bytes: null, trouble: { code: "package/large-member", params: { name, bytes: String(unpacked.length) } } };
}
