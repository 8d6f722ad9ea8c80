/** What callers of the library hand in: checked, and taken over so that nothing they do later changes an answer. */
import { z } from "zod";
import { defaultLimits, diagnose, type ParseOptions } from "./model/context.ts";
import { diagnosticSchema } from "./model/notice.ts";
import { parseOptionsSchema } from "./model/options.ts";
import { told } from "./model/told.ts";
import type { NoticeFiles as OwnFiles, NoticeInput as OwnInput } from "./pipeline.ts";
import { printable } from "./text/shown.ts";

/** What may hold the bytes of a file. */
export type Bytes = Uint8Array | ArrayBuffer | SharedArrayBuffer | Blob;

/** The value as its schema reads it; a TypeError that names it and says what is wrong otherwise. */
export function checked<T>(schema: z.ZodType<T>, value: unknown, name: string): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [{ path, message }] = read.error.issues as [z.core.$ZodIssue, ...z.core.$ZodIssue[]];
  const where = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  const found = message.startsWith("has no ") ? "" : ` (it is ${shown(path.reduce(inside, value))})`;
  throw new TypeError(`${name}${where}: ${printable(message)}${found}`);
}

/** A string, or a TypeError. */
export function checkedText(value: unknown, name: string): string {
  return checked(z.string("must be a string"), value, name);
}

/** Options of a parse, without names that hold `undefined`. */
export function checkedOptions(options: unknown, schema: z.ZodType<object> = parseOptionsSchema): ParseOptions {
  const { limits, ...others } = told(checked(schema, options, "options")) as ParseOptions;
  return limits === undefined ? others : { ...others, limits: told(limits) };
}

/** The files of one notice with bytes of our own; those of a Blob come later. Throws a TypeError for what is no file. */
export function takeFiles(input: unknown, name: string, options: ParseOptions): Promise<OwnFiles> {
  if (!Array.isArray(input)) return Promise.resolve(takeFile(input, name, options));
  const [first, ...others] = input.map((file: unknown, i) => takeFile(file, `${name}[${i}]`, options));
  if (first === undefined) throw new TypeError(`${name}: must hold at least one file`);
  return Promise.all([first, ...others]).then(([letter, ...attachments]) => [letter, ...attachments]);
}

/** By what they are, in any realm, and not by what they call themselves. */
function isBytes(value: unknown): value is Bytes | null {
  if (value === null) return true;
  if (ArrayBuffer.isView(value)) return Reflect.get(Object.getPrototypeOf(Uint8Array.prototype) as object, Symbol.toStringTag, value) === "Uint8Array";
  return isMemory(value, ArrayBuffer) || (typeof SharedArrayBuffer !== "undefined" && isMemory(value, SharedArrayBuffer)) || isFileLike(value);
}

/** The getter of the length takes memory of its own kind and nothing else. */
function isMemory(value: unknown, { prototype }: { readonly prototype: object }): boolean {
  try {
    return typeof Object.getOwnPropertyDescriptor(prototype, "byteLength")?.get?.call(value) === "number";
  } catch {
    return false;
  }
}

function isFileLike(value: unknown): boolean {
  return ["Blob", "File"].includes(kindOf(value)) && typeof inside(value, "size") === "number" && typeof inside(value, "arrayBuffer") === "function";
}

const fileSchema = z.object(
  {
    name: z.string("must be a string"),
    bytes: z.custom<Bytes | null>(isBytes, "must be a Uint8Array, ArrayBuffer, SharedArrayBuffer or Blob, or null for a file that could not be had"),
    uri: z.string("must be a string or null").nullable().optional(),
    role: z.enum(["notice", "letter", "attachment"], "must be notice, letter or attachment").optional(),
    label: z.string("must be a string or null").nullable().optional(),
    problem: diagnosticSchema.optional(),
  },
  "must be a file: an object with name and bytes",
);

/** One file of a notice, or a TypeError. */
export function takeFile(value: unknown, name: string, { limits }: ParseOptions): OwnInput | Promise<OwnInput> {
  const { bytes, ...known } = checked(fileSchema, value, name);
  const file = told(known) as Omit<OwnInput, "bytes">;
  const limit = limits?.bytes ?? defaultLimits.bytes;
  if (bytes === null) return { ...file, bytes };
  return isBlob(bytes) ? takeBlob(bytes, file, limit) : { ...file, bytes: copyOf(bytes, name, limit) };
}

function isBlob(bytes: Bytes): bytes is Blob {
  return "arrayBuffer" in bytes;
}

/** A copy, since others may write to the memory while a notice is read. What is too large to be read at all is not copied. */
function copyOf(bytes: Exclude<Bytes, Blob>, name: string, limit: number): Uint8Array {
  try {
    const view = ArrayBuffer.isView(bytes) ? bytes : new Uint8Array(bytes);
    return view.length > limit ? view : new Uint8Array(view);
  } catch {
    throw new TypeError(`${name}.bytes: the memory is gone (detached, or out of its bounds)`);
  }
}

async function takeBlob(blob: Blob, file: Omit<OwnInput, "bytes">, limit: number): Promise<OwnInput> {
  if (blob.size > limit) return { ...file, bytes: null, problem: diagnose("limit/bytes", { params: { bytes: String(blob.size), limit: String(limit) } }) };
  try {
    return { ...file, bytes: new Uint8Array(await blob.arrayBuffer()) };
  } catch (error) {
    return { ...file, bytes: null, problem: diagnose("input/unreadable", { params: { name: file.name, reason: String(error) } }) };
  }
}

function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice("[object ".length, -1);
}

function inside(value: unknown, key: PropertyKey): unknown {
  return typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;
}

/** Longest value that a message shows. */
const longest = 60;

function shown(value: unknown): string {
  if (typeof value === "string") return printable(JSON.stringify(value.length > longest ? `${value.slice(0, longest)}…` : value));
  return typeof value === "object" && value !== null ? kindOf(value) : typeof value === "function" ? "a function" : String(value);
}
