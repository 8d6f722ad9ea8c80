/** RAR and 7z archives, by libarchive compiled to WebAssembly: a package that a user installs who needs it. */
import { harmlessPath, type ArchiveLimits, type Member, type Trouble } from "./member.ts";
import { reasonOf } from "../../text/reason.ts";

/** As much of libarchive.js as is used. */
interface Library {
  readonly Archive: { readonly open: (file: Blob) => Promise<Archive> };
}

interface Archive {
  /** True where any file has a password; null where the format cannot tell. */
  readonly hasEncryptedData: () => Promise<boolean | null>;
  readonly getFilesArray: () => Promise<readonly { readonly path: string; readonly file: Packed }[]>;
  readonly close: () => Promise<void>;
}

interface Packed {
  readonly name: string;
  readonly size: number;
  readonly extract: () => Promise<Blob>;
}

/** Said by its name alone, so that nobody needs it who reads no such archives. */
const packageName = "libarchive.js/dist/libarchive-node.mjs";

async function library(): Promise<Library | null> {
  return import(packageName).then(
    (found) => found as Library,
    () => null,
  );
}

/** How many seconds an archive may take. Some that are damaged on purpose send libarchive round in a circle; its thread is ended then. */
const longestSeconds = 30;

/** Opens an archive of any kind that libarchive knows within `longest` seconds; the trouble `package/needs-library` where it is not installed. */
export async function openWithLibrary(bytes: Uint8Array, limits: ArchiveLimits, longest = longestSeconds): Promise<readonly Member[] | Trouble> {
  const found = await library();
  if (found === null) return { code: "package/needs-library", params: {} };
  let archive: Archive | null = null;
  try {
    archive = await found.Archive.open(new Blob([Uint8Array.from(bytes)]));
    return await Promise.race([contentOf(archive, limits), late(longest)]);
  } catch (error) {
    return { code: "package/damaged", params: { reason: shortReason(error) } };
  } finally {
    await archive?.close();
  }
}

/** The trouble that unpacking takes too long, when that time is over. */
async function late(seconds: number): Promise<Trouble> {
  const alarm = AbortSignal.timeout(seconds * 1000);
  await new Promise((over) => {
    alarm.addEventListener("abort", over, { once: true });
  });
  return { code: "package/too-slow", params: { seconds: String(seconds) } };
}

async function contentOf(archive: Archive, limits: ArchiveLimits): Promise<readonly Member[] | Trouble> {
  if ((await archive.hasEncryptedData()) === true) return { code: "input/encrypted", params: {} };
  return membersOf(archive, limits);
}

async function membersOf(archive: Archive, { entries, bytes, unpackedBytes }: ArchiveLimits): Promise<readonly Member[] | Trouble> {
  const files = await archive.getFilesArray();
  if (files.length > entries) return { code: "package/too-large", params: { what: "部件数", limit: String(entries) } };
  const members: Member[] = [];
  let left = unpackedBytes;
  for (const { path, file } of files) {
    const name = harmlessPath(path + file.name);
    if (name === "") continue;
    const isLarge = file.size > bytes || file.size > left;
    const member = isLarge ? { name, bytes: null, trouble: { code: "package/large-member", params: { name, bytes: String(file.size) } } as const } : await unpack(file, name);
    left -= member.bytes?.length ?? 0;
    members.push(member);
  }
  return members;
}

async function unpack(file: Packed, name: string): Promise<Member> {
  try {
    return { name, bytes: new Uint8Array(await (await file.extract()).arrayBuffer()), trouble: null };
  } catch (error) {
    return { name, bytes: null, trouble: { code: "package/damaged-member", params: { name, reason: shortReason(error) } } };
  }
}

/** Errors come over from a thread, with stacks of other code in some of them. */
function shortReason(error: unknown): string {
  return reasonOf(error).slice(0, 200);
}
