/**
 * Words that no reader sees until a program writes them into the page: in scripts and their data, templates, fields that are hidden.
 * They are not read, and said where they tell who does what and stand nowhere else in the page.
 */
import { hiddenAllocation } from "../../rules/hidden-parts.ts";
import { isElement, type Markup, type MarkupElement } from "./markup.ts";

/** Elements that may hold such words, with the fewest ideographs that a string of them has: code and its messages are short. */
const carriers: ReadonlyMap<string, number> = new Map([["script", 30], ["template", 12], ["noscript", 12], ["textarea", 12]]);

/** Whether an element may hold words that wait for a program. */
export function mayWait({ name }: MarkupElement): boolean {
  return carriers.has(name);
}

/** The first words that say who does what, null where there are none or the page shows them too. `shown` is all its words without blanks. */
export function waitingWords(element: MarkupElement, shown: string): string | null {
  const least = carriers.get(element.name) ?? Infinity;
  const raw = contentOf(element);
  if (raw.length < least || raw.length > longest) return null;
  for (const words of plain(raw).split(/["'`\n]/u)) {
    const at = hiddenAllocation.pattern.exec(words)?.index;
    if (at === undefined || (words.match(/[\u4e00-\u9fff]/gu)?.length ?? 0) < least) continue;
    const begin = Math.max(0, at - reach);
    if (!shown.includes(words.slice(begin, at + 4))) return words.slice(begin, at + most);
  }
  return null;
}

/** Longer data belong to a program. */
const longest = 2_000_000;
/** Characters before and behind what allocates that are looked for and shown. */
const reach = 20;
const most = 100;

function contentOf(node: Markup): string {
  return (node.children ?? []).map((child) => (child.type === "text" ? (child.data ?? "") : isElement(child) || child.type === "root" ? `${contentOf(child)}\n` : "")).join("");
}

/** Without markup, blanks and the escapes of scripts. */
function plain(raw: string): string {
  return raw
    .replace(/\\u([\da-f]{4})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrt]|<\/?(?:p|div|br|tr|li|h[1-6])\b[^<>]{0,400}>/giu, "\n")
    .replace(/<[^<>]{1,400}>|&lt;[^&]{1,400}?&gt;|&[a-z]{2,6};|[ \t\u00a0\u3000\\]+/giu, "");
}
