/** A package is one notice: its files are the letter and the attachments, as those of a folder are. */
import { diagnose, type Context } from "../../model/context.ts";
import type { Format, InputFile } from "../../model/reader.ts";
import { junk } from "../../rules/package-junk.ts";
import { labelInName, letterFirst } from "../attachment-names.ts";
import type { LostFile } from "../files.ts";
import { formatOf } from "../formats.ts";
import type { Member, OpenArchive, Trouble } from "./member.ts";
import { addAll } from "../../model/add-all.ts";

const withLibrary: OpenArchive = (...archive) => import("./libarchive.ts").then(({ openWithLibrary }) => openWithLibrary(...archive));

/** Archives that are taken apart, by the id of their format. */
const archives: Readonly<Record<string, OpenArchive>> = {
  zip: (...archive) => import("./zip.ts").then(({ openZip }) => openZip(...archive)),
  rar: withLibrary,
  "7z": withLibrary,
  mht: (...archive) => import("../mht/mail.ts").then(({ openMail }) => openMail(...archive)),
};

/** Archives lie this deep in each other at most. */
const deepest = 2;
/** Names that one finding shows. */
const mostNamed = 10;

/** Whether files of a format are packages of others, opened before anything is read. */
export function isPackage({ id }: Format): boolean {
  return Object.hasOwn(archives, id);
}

type Given = InputFile | LostFile;

/** The files of one notice, packages taken apart. Names of members begin with that of their package. */
export async function unpackFiles(files: readonly Given[], context: Context): Promise<readonly Given[]> {
  const unpacked: Given[] = [];
  for (const file of files) addAll(unpacked, await unpackOne(file, context));
  const [only] = unpacked;
  return unpacked.length === 1 && only?.role === "letter" ? [{ ...only, role: "notice" }] : unpacked;
}

async function unpackOne(file: Given, context: Context): Promise<readonly Given[]> {
  const open = file.bytes === null ? undefined : archiveOf(file.bytes, context);
  if (open === undefined || file.bytes === null) return [file];
  const members = await allMembers(file.bytes, open, context, 1);
  if (!isList(members)) return [lost(file, file.name, members)];
  if (members.length === 1 && members[0]?.name === "") return [file];
  const kept = members.filter(({ name }) => !junk.pattern.test(name));
  const left = members.filter(({ name }) => junk.pattern.test(name)).map(({ name }) => name);
  if (left.length > 0) context.report("package/passed-over", { params: { count: String(left.length) }, actual: left.slice(0, mostNamed).join(" | ") });
  if (kept.length === 0) return [lost(file, file.name, { code: "package/empty", params: {} })];
  return file.role === "attachment" ? kept.map((member) => fileOf(member, file, labelInName(member.name) ?? file.label)) : asLetter(kept, file);
}

function archiveOf(bytes: Uint8Array, { limits }: Context): OpenArchive | undefined {
  if (bytes.length === 0 || bytes.length > limits.bytes) return undefined;
  return archives[formatOf(bytes)?.id ?? ""];
}

/** The members of an archive with those of the archives in it. */
async function allMembers(bytes: Uint8Array, open: OpenArchive, context: Context, depth: number): Promise<readonly Member[] | Trouble> {
  const members = await open(bytes, context.limits);
  if (!isList(members)) return members;
  const all: Member[] = [];
  for (const member of members) {
    const inner = member.bytes === null || member.name === "" || junk.pattern.test(member.name) ? undefined : archiveOf(member.bytes, context);
    if (inner === undefined || member.bytes === null) all.push(member);
    else if (depth === deepest) all.push({ ...member, bytes: null, trouble: { code: "package/too-deep", params: { name: member.name } } });
    else {
      const found = await allMembers(member.bytes, inner, context, depth + 1);
      if (isList(found)) addAll(all, found.map((one) => ({ ...one, name: pathIn(member.name, one.name) })));
      else all.push({ ...member, bytes: null, trouble: found });
    }
  }
  return all;
}

/** A mail's own words go before its files, but for one that is named as a letter: people send those with a line or two. */
const ownWords = ".html";

function pathIn(archive: string, name: string): string {
  return name === "" ? archive : `${archive}/${name}`;
}

/** The first that is not named as an attachment is the letter. */
function asLetter(members: readonly Member[], file: Given): Given[] {
  const byName = new Map(members.map((member, i) => [`${member.name}\0${i}`, member]));
  const order = letterFirst([...byName.keys()], (key) => key.slice(0, key.indexOf("\0")) || ownWords);
  if (order === null) return [];
  const named = (key: string): Member => byName.get(key) as Member;
  return [fileOf(named(order.letter), { ...file, role: "letter" }, null), ...order.attachments.map(({ name, label }) => fileOf(named(name), { ...file, role: "attachment" }, label))];
}

function fileOf({ name, bytes, trouble }: Member, file: Given, label: string | null): Given {
  const known = { name: pathIn(file.name, name), uri: file.uri, role: file.role, label };
  return bytes === null ? lost({ ...file, ...known }, name, trouble) : { ...known, bytes };
}

function lost(file: Given, name: string, trouble: Trouble | null): LostFile {
  const { code, params } = trouble ?? { code: "input/unreadable" as const, params: { name, reason: "bytes: null" } };
  return { name: file.name, uri: file.uri, role: file.role, label: file.label, bytes: null, problem: diagnose(code, { params }) };
}

function isList(members: readonly Member[] | Trouble): members is readonly Member[] {
  return Array.isArray(members);
}
