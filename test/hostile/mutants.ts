/** Damaged files: the corpus, changed by chance from recorded seeds. One seed gives one file, the same on every machine. */
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { corpusFolders } from "../evaluate/corpora.ts";
import { Chance } from "./chance.ts";
import { damageBytes, damageText } from "./damage.ts";
import { rezip, streamsOf, unzip, withStream } from "./parts.ts";

/** A file for the reader. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Known extends HostileFile {
  readonly format: string;
}

const seeds = ["../../corpus/seeds/files", "../../corpus/seeds/text", "../read/sheets/fixtures", "../read/mht/fixtures", "../read/rtf/fixtures", "../read/ofd/fixtures"].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));
const loaded = new Map<string, readonly Known[]>();

/** The files of a folder, by name. */
function filesIn(folder: string): readonly Known[] {
  const known = loaded.get(folder);
  if (known !== undefined) return known;
  const names = readdirSync(folder).filter((name) => /\.(?:html|docx|pdf|doc|txt|xlsx|xls|csv|mht|rtf|ofd)$/u.test(name)).sort();
  const files = names.map((name) => ({ name, format: /\w+$/u.exec(name)?.[0] ?? "", bytes: new Uint8Array(readFileSync(`${folder}/${name}`)) }));
  loaded.set(folder, files);
  return files;
}

/** Plain text is what a notice looks like without its tags. */
function textsOf(files: readonly Known[]): readonly Known[] {
  return files.filter(({ format }) => format === "html").map(({ name, bytes }) => {
    const text = new TextDecoder(name.includes("gbk") ? "gb18030" : "utf-8").decode(bytes).replace(/<(?:script|style)[^]*?<\/(?:script|style)>/gu, "").replace(/<\/t[dh]>/gu, "\t").replace(/<\/(?:p|tr|div|h\d)>/gu, "\n").replace(/<[^>]*>/gu, "");
    return { name: `${name}.txt`, format: "txt", bytes: encode(text.replaceAll("&nbsp;", " ").replace(/\n\s*\n/gu, "\n")) };
  });
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Every fourth seed takes a file of `FENGONG_EXTRA_CORPUS`, where there is one; the others are the same everywhere. */
function originals(seed: number, format: string | null): readonly Known[] {
  const extra = seed % 4 === 3 ? corpusFolders().slice(1).flatMap((folder) => filesIn(folder)) : [];
  const files = extra.length > 0 ? extra : seeds.flatMap(filesIn);
  const all = [...files, ...textsOf(files)].filter((file) => format === null || file.format === format);
  return all.length > 0 ? all : originals(0, format);
}

/** Formats without parts that could be taken out. */
const binary: ReadonlySet<string> = new Set(["doc", "xls"]);

/** The damaged file of one seed, of one format alone when it is named. */
export function mutant(seed: number, format: string | null = null): HostileFile {
  const chance = new Chance(seed);
  const files = originals(seed, format);
  const file = chance.pick(files);
  const other = chance.pick(files);
  // Half of them are damaged as they lie, half on the inside.
  const outside = chance.once(binary.has(file.format) ? 1 : 3);
  const bytes = outside ? damageBytes(file.bytes, chance, other.bytes) : damageInside(file, other, chance);
  return { name: `mutant-${seed}-${file.name}`, bytes };
}

/** The damaged files of the seeds from `from` on, made one at a time. */
export function* mutants(from: number, count: number, format: string | null = null): Generator<HostileFile, void, void> {
  for (let seed = from; seed < from + count; seed++) yield mutant(seed, format);
}

function damageInside(file: Known, other: Known, chance: Chance): Uint8Array {
  switch (file.format) {
    case "docx":
      return damageParts(file.bytes, other, chance, "word/document.xml");
    case "ofd":
      return damageParts(file.bytes, other, chance, "Doc_0/Pages/Page_1/Content.xml");
    case "xlsx":
      return damageParts(file.bytes, other, chance, "xl/worksheets/sheet1.xml");
    case "pdf":
      return damageStreams(file.bytes, chance);
    default: {
      const charset = file.name.includes("gbk") ? "gb18030" : "utf-8";
      return encode(damageText(new TextDecoder(charset).decode(file.bytes), chance, decode(other.bytes)));
    }
  }
}

function damageParts(bytes: Uint8Array, other: Known, chance: Chance, main: string): Uint8Array {
  const parts = unzip(bytes);
  const others = other.format === "docx" || other.format === "xlsx" ? unzip(other.bytes) : new Map<string, Uint8Array>();
  for (let left = 1 + chance.below(2); left > 0; left--) {
    const name = chance.once(2) ? main : chance.pick([...parts.keys()]);
    const part = parts.get(name) ?? new Uint8Array();
    const foreign = others.get(chance.once(2) ? name : chance.pick([...others.keys(), name])) ?? part;
    switch (chance.below(8)) {
      case 0:
        parts.delete(name);
        break;
      case 1:
        parts.set(name, foreign);
        break;
      case 2:
        parts.set(name, damageBytes(part, chance, foreign));
        break;
      default:
        parts.set(name, encode(damageText(decode(part), chance, decode(foreign))));
    }
  }
  return rezip(parts);
}

function damageStreams(bytes: Uint8Array, chance: Chance): Uint8Array {
  let changed = bytes;
  for (let left = 1 + chance.below(3); left > 0; left--) {
    const streams = streamsOf(changed);
    if (streams.length === 0) return damageBytes(changed, chance, bytes);
    const stream = chance.pick(streams);
    const foreign = chance.pick(streams).content;
    const latin = (content: Uint8Array): string => Buffer.from(content).toString("latin1");
    const content = chance.once(3) ? damageBytes(stream.content, chance, foreign) : Buffer.from(damageText(latin(stream.content), chance, latin(foreign)), "latin1");
    changed = withStream(changed, stream, content);
  }
  return changed;
}
