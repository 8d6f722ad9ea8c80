/**
 * Puts the command into few files: hundreds of small ones take longer to find than to run. The packages it stands on come along; pdf.js and
 * what is optional do not. Each script that the command starts as a process or thread keeps its name, beside `start.js`.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { rolldown, type Plugin } from "rolldown";
import { rowHeadsPath, rowHeadsScript } from "./row-heads.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = join(root, "src");
const { peerDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly peerDependencies: Readonly<Record<string, string>> };

/** How a file of ours names the script of a process or thread. */
const started = /"\.\/(?<name>[a-z-]+)\.js", import\.meta\.url/gu;

/** The scripts that the command starts, by the names of their files. */
export function scriptsOf(folder = source): Record<string, string> {
  const scripts: Record<string, string> = {};
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"))) {
    for (const found of readFileSync(join(folder, file), "utf8").matchAll(started)) {
      const name = found.groups?.["name"] ?? "";
      const script = join(folder, file, "..", `${name}.ts`);
      if (scripts[name] !== undefined && scripts[name] !== script) throw new Error(`two scripts are called ${name}`);
      scripts[name] = script;
    }
  }
  return scripts;
}

/** The copy of pdf.js that the package ships stays where it is. */
const besides: Plugin = {
  name: "pdfjs-stays",
  resolveId: (id) => (/^\.\/pdfjs\/[\w.]+\.mjs$/u.test(id) ? { id: `../read/pdf/pdfjs/${basename(id)}`, external: true } : null),
};

/** commander loads what starts processes, for commands that are programs of their own: we have none, and it is the dearest module of Node. */
const withoutPrograms: Plugin = {
  name: "commander-starts-nothing",
  resolveId: (id, importer) => (id === "node:child_process" && importer?.includes("/commander/") === true ? "\0no-programs" : null),
  load: (id) => (id === "\0no-programs" ? "export default {};" : null),
};

/** How a chunk asks for a module of Node. */
const fromNode = /^import (?:(?<whole>[\w$]+)(?:, )?)?(?:\* as (?<all>[\w$]+)|\{ (?<names>[^}]*) \})? ?from "(?<id>node:[\w/]+)";$/gmu;

/** Modules of Node of which nothing but functions is used, and that are dear: they are loaded with the first call. */
const callable: ReadonlySet<string> = new Set(["node:child_process", "node:crypto", "node:fs/promises", "node:zlib"]);

function whenCalled(name: string, id: string): string {
  const [theirs = "", ours = theirs] = name.split(" as ");
  const asked = `globalThis.process.getBuiltinModule("${id}").${theirs}`;
  return `const ${ours} = ${/^[a-z]/u.test(theirs) && theirs !== "constants" ? `(...given) => ${asked}(...given)` : asked};`;
}

/**
 * Node's own modules are asked for without the module system, which reads every one of their names and so loads half of Node. Not in the file that
 * hands over to another Node: an older one cannot be asked.
 */
const builtIn: Plugin = {
  name: "built-in-is-asked",
  renderChunk: (code, { moduleIds }) =>
    moduleIds.some((id) => id.endsWith("/other-node.ts"))
      ? null
      : code.replace(fromNode, (...found) => {
          const { whole, all, names, id } = found.at(-1) as Partial<Record<"whole" | "all" | "names" | "id", string>>;
          if (callable.has(id ?? "") && names !== undefined && whole === undefined) return names.split(", ").map((name) => whenCalled(name, id ?? "")).join("\n");
          const asked = `globalThis.process.getBuiltinModule("${id ?? ""}")`;
          const parts = [...[whole, all].flatMap((name) => name ?? []), ...(names === undefined ? [] : [`{ ${names.replaceAll(" as ", ": ")} }`])];
          return `const ${parts.map((part) => `${part} = ${asked}`).join(", ")};`;
        }),
};

/** What is computed from the rules once, when we build. */
const computed: Plugin = {
  name: "heads-are-computed",
  load: (id) => (id.endsWith(`/src/${rowHeadsPath}.ts`) ? { code: rowHeadsScript(), moduleType: "js" } : null),
};

/** Packages that are there only where somebody installed them. */
const optional = (id: string): boolean => Object.keys(peerDependencies).some((name) => id === name || id.startsWith(`${name}/`));

/** What answers alone, before the program is loaded; what a command line that reads a page loads, one after the other: the first two in the process of the command, the others where it is read. */
const ways = { start: "cli/start.ts", version: "cli/version.ts", help: "cli/help-page.ts", line: "cli/main.ts", parse: "cli/parse.ts", job: "batch/process.ts", pipeline: "pipeline.ts", page: "read/html/page.ts" } as const;

/** In which file a module goes on these ways; what both processes need has one of its own. Few files: finding one takes longer than reading it. */
function fileOf(found: ReadonlySet<string>): string | null {
  const [first] = found;
  if (found.has("start") || found.has("version") || found.has("help")) return null;
  const both = (found.has("line") || found.has("parse")) && (found.has("job") || found.has("pipeline") || found.has("page"));
  return both ? "ground" : (first ?? null);
}

/** Looks at the modules, and tells in which file each of them goes; null for those on no way. */
function openGroups(): { readonly plugin: Plugin; readonly nameOf: (id: string) => string | null } {
  const found = new Map<string, Set<string>>();
  return {
    plugin: {
      name: "ways-to-modules",
      buildEnd() {
        for (const [name, file] of Object.entries(ways)) {
          const waiting = [join(source, file)];
          const seen = new Set(waiting);
          for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
            found.set(id, (found.get(id) ?? new Set()).add(name));
            for (const next of this.getModuleInfo(id)?.importedIds ?? []) {
              if (seen.has(next)) continue;
              seen.add(next);
              waiting.push(next);
            }
          }
        }
      },
    },
    nameOf: (id) => fileOf(found.get(id) ?? new Set()),
  };
}

/** Writes the command into a folder. */
export async function bundleCommand(out: string): Promise<void> {
  const { plugin, nameOf } = openGroups();
  const bundle = await rolldown({
    input: { start: join(source, "cli/start.ts"), ...scriptsOf() },
    platform: "node",
    cwd: root,
    external: optional,
    plugins: [besides, withoutPrograms, computed, builtIn, plugin],
    // What is only said of the packages of others: a dynamic import of what is loaded anyway, eval.
    logLevel: "silent",
  });
  await bundle.write({ dir: out, format: "esm", minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } }, entryFileNames: "[name].js", chunkFileNames: "[name].js", comments: false, codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: nameOf }] } });
  await bundle.close();
  for (const language of ["zh", "en"]) writeFileSync(join(out, `help.${language}.txt`), execFileSync(process.execPath, [join(out, "start.js"), "--help", "--lang", language]));
}

/** The doors that need no file, for the page docs/live.html: one script that gives `fengong`. */
export async function bundleDoors(file: string): Promise<void> {
  const doors = ["deadlines", "units"].map((door) => `export * from ${JSON.stringify(join(source, `${door}.ts`))};`).join("\n");
  const bundle = await rolldown({
    input: "doors",
    platform: "browser",
    cwd: root,
    plugins: [{ name: "doors", resolveId: (id) => (id === "doors" ? id : null), load: (id) => (id === "doors" ? doors : null) }, computed],
  });
  await bundle.write({ file, format: "iife", name: "fengong", comments: false, minify: true });
  await bundle.close();
}

/** An executable has no packages beside it: what is optional is missing, and says so when it is asked for, as Node does. */
const withoutOptional: Plugin = {
  name: "optional-is-missing",
  resolveId: (id) => (optional(id) ? `\0missing:${id}` : null),
  load: (id) =>
    id.startsWith("\0missing:")
      ? { moduleType: "js", code: `module.exports = {}; throw Object.assign(new Error(${JSON.stringify(`Cannot find package '${id.slice("\0missing:".length)}'`)}), { code: "ERR_MODULE_NOT_FOUND" });` }
      : null,
};

/** The command as one script, and the scripts of its threads beside it, for an executable: all packages and pdf.js in it. */
export async function bundleExecutable(out: string): Promise<void> {
  const { watchman = "", ...parts } = scriptsOf();
  const program = `
    import process from "node:process";
    import { setFlagsFromString } from "node:v8";
    const parts = { ${Object.entries(parts).map(([name, path]) => `${JSON.stringify(name)}: () => import(${JSON.stringify(path)})`).join(", ")} };
    const { FENGONG_PART: part, FENGONG_ENGINE: flags = "" } = process.env;
    delete process.env.FENGONG_PART;
    delete process.env.FENGONG_ENGINE;
    for (const flag of flags.split(" ")) if (flag !== "") setFlagsFromString(flag);
    if (part !== undefined && Object.hasOwn(parts, part)) parts[part]();
    else import(${JSON.stringify(join(source, "cli/main.ts"))}).then(({ main }) => main());`;
  const whole: Plugin = { name: "program", resolveId: (id) => (id === "program" ? id : null), load: (id) => (id === "program" ? program : null) };
  for (const [input, name] of [["program", "fengong"], [watchman, "watchman"]] as const) {
    const bundle = await rolldown({ input, platform: "node", cwd: root, plugins: [whole, withoutOptional, computed], logLevel: "silent" });
    await bundle.write({ file: join(out, `${name}.js`), format: "cjs", codeSplitting: false, comments: false });
    await bundle.close();
  }
}
