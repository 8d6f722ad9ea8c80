/**
 * Writes src/read/pdf/pdfjs/, the pdf.js that the program ships: the pinned pdfjs-dist with the patch of its version, and its
 * character maps and decoders of pictures as modules, so that a bundle holds them. Fonts that a file does not bring are not shipped: they change no word.
 * Run by the build and before the tests; `--save` writes the patch anew from the files in that folder.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { applyPatch, createTwoFilesPatch, parsePatch } from "diff";

const root = fileURLToPath(new URL("..", import.meta.url));
const library = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const { version } = JSON.parse(readFileSync(join(library, "package.json"), "utf8")) as { version: string };
const patchFile = join(root, "scripts/patches", `pdfjs-dist-${version}.patch`);
const target = join(root, "src/read/pdf/pdfjs");

/** Both halves of the library: `pdf.mjs` asks, `pdf.worker.mjs` reads. */
const halves = ["pdf.mjs", "pdf.worker.mjs"];

/** JBIG2 and CCITT, and JPEG 2000: how scans are packed beside JPEG, which pdf.js reads itself. */
const decoders = ["jbig2", "openjpeg"];

const original = (half: string): string => readFileSync(join(library, "legacy/build", half), "utf8");

if (process.argv.includes("--save")) save();
else write();

function write(): void {
  if (!existsSync(patchFile)) throw new Error(`pdfjs-dist is ${version}, and there is no patch for it: ask of each hunk of the last one whether it is still needed (CONTRIBUTING.md).`);
  const patches = parsePatch(readFileSync(patchFile, "utf8"));
  mkdirSync(target, { recursive: true });
  for (const half of halves) {
    const patch = patches.find(({ newFileName }) => newFileName === half);
    const patched = patch !== undefined && applyPatch(original(half), patch, { fuzzFactor: 0 });
    if (patched === false) throw new Error(`${patchFile} does not fit ${half} of pdfjs-dist ${version}.`);
    put(half, patched);
  }
  put("LICENSE", readFileSync(join(library, "LICENSE"), "utf8"));
  put("LICENSE_CMAPS", readFileSync(join(library, "cmaps/LICENSE"), "utf8"));
  put("cmaps.mjs", characterMaps());
  for (const name of decoders) put(`LICENSE_${name.toUpperCase()}`, ["", "PDFJS_"].map((part) => readFileSync(join(library, `wasm/LICENSE_${part}${name.toUpperCase()}`), "utf8")).join("\n"));
  put("decoders.mjs", pictureDecoders());
}

/** The decoders as a module, each in Base64 by the name that pdf.js asks for. */
function pictureDecoders(): string {
  const rows = decoders.map((name) => `  "${name}.wasm": "${readFileSync(join(library, `wasm/${name}.wasm`)).toString("base64")}",`);
  return `// pdfjs-dist ${version}: written by scripts/write-pdfjs.ts.\nexport default {\n${rows.join("\n")}\n};\n`;
}

/** A file is replaced only when it changes, so that what watches it stays calm. */
function put(name: string, text: string): void {
  const path = join(target, name);
  if (!existsSync(path) || readFileSync(path, "utf8") !== text) writeFileSync(path, text);
}

/** The predefined character maps of ISO 32000-2 §9.7.5.2 by name, in the binary form of pdf.js, each in Base64. */
function characterMaps(): string {
  const folder = join(library, "cmaps");
  const names = readdirSync(folder).filter((name) => extname(name) === ".bcmap").sort();
  const rows = names.map((name) => `  ${JSON.stringify(name)}: "${readFileSync(join(folder, name)).toString("base64")}",`);
  return `// pdfjs-dist ${version}: written by scripts/write-pdfjs.ts.\nexport default {\n${rows.join("\n")}\n};\n`;
}

function save(): void {
  const patches = halves.map((half) => createTwoFilesPatch(half, half, original(half), readFileSync(join(target, half), "utf8"), undefined, undefined, { context: 3 }));
  writeFileSync(patchFile, patches.join(""));
}
