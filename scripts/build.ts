/** Builds the package: `node scripts/build.ts [dist]`. Docstrings stand in the types alone, and the descriptions of the output contract beside its fields. */
import { execFileSync } from "node:child_process";
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { bundleCommand, bundleDoors } from "./bundle.ts";
import { rowHeadsPath, rowHeadsScript } from "./row-heads.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = resolve(process.argv[2] ?? join(root, "dist"));
const node = (...args: readonly string[]): string => execFileSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
const compile = (...half: readonly string[]): string => node(join(root, "node_modules/typescript/bin/tsc"), "-p", join(root, ".config/tsconfig.build.json"), "--outDir", out, ...half);

rmSync(out, { recursive: true, force: true });
compile("--removeComments", "--declaration", "false");
compile("--emitDeclarationOnly");
node(join(root, "node_modules/typescript/bin/tsc"), "-p", join(root, "src/review/client"), "--noEmit", "false", "--removeComments", "--outDir", join(out, "review/client"));
node(join(root, "scripts/write-type-docs.ts"), join(out, "model/notice.d.ts"));
writeFileSync(join(out, `${rowHeadsPath}.js`), rowHeadsScript());
cpSync(join(root, "src/read/pdf/pdfjs"), join(out, "read/pdf/pdfjs"), { recursive: true });
for (const [name, file, licence] of [["jszip", "dist/jszip.min.js", "LICENSE.markdown"], ["docx-preview", "dist/docx-preview.min.js", "LICENSE"]] as const) {
  const [from, to] = [join(root, "node_modules", name), join(out, "review/docx-preview")];
  cpSync(join(from, file), join(to, basename(file)));
  cpSync(join(from, licence), join(to, `LICENSE_${name.toUpperCase()}`));
}
rmSync(join(out, "cli"), { recursive: true });
await bundleCommand(join(out, "cli"));
await bundleDoors(join(out, "live.js"));
writeFileSync(join(out, "fengong.1"), node(join(root, "src/cli/start.ts"), "man", "--lang", "zh"));
