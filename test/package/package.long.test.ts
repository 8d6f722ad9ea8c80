/** The package as its users get it: packed, unpacked into an empty folder beside its dependencies and nothing else. */
import { execFile, execFileSync, spawnSync } from "node:child_process";
import { cpSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parserVersion } from "../../src/model/version.ts";
import { makePdf, words } from "../read/pdf/make.ts";
import { nameOf, openRegistry } from "./registry.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const modules = join(root, "node_modules");
interface Manifest {
  readonly dependencies: Record<string, string>;
  readonly peerDependencies: Record<string, string>;
}
const manifest: Manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

let folder = "";
let tarball = "";
let user = "";
const installed = (): string => join(user, "node_modules", "fengong");
const node = (script: string, ...args: string[]): string => execFileSync(process.execPath, [script, ...args], { cwd: user, encoding: "utf8" });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-package-"));
  const source = join(folder, "source");
  for (const file of ["package.json", "README.md", "CHANGELOG.md", "LICENSE", "NOTICE", "schemas"]) cpSync(join(root, file), join(source, file), { recursive: true });
  execFileSync(process.execPath, [join(root, "scripts/build.ts"), join(source, "dist")], { stdio: "inherit" });
  execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], { cwd: source, stdio: "ignore" });
  tarball = join(folder, readdirSync(folder).find((file) => file.endsWith(".tgz")) ?? "");
  user = join(folder, "user");
  mkdirSync(installed(), { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "--strip-components=1", "-C", installed()]);
  for (const name of [...Object.keys(manifest.dependencies), "typescript", "@types/node"]) {
    mkdirSync(dirname(join(user, "node_modules", name)), { recursive: true });
    symlinkSync(join(modules, name), join(user, "node_modules", name));
  }
  writeFileSync(join(user, "package.json"), '{ "name": "user", "type": "module", "private": true }');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** These packages and all that they ask for, at once or as peers, by the lock file. */
function withWhatTheyBring(names: readonly string[]): ReadonlySet<string> {
  interface Locked {
    readonly dependencies?: object;
    readonly optionalDependencies?: object;
    readonly peerDependencies?: object;
  }
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as { packages: Record<string, Locked> };
  const found = new Set(names);
  for (const name of found) {
    const { dependencies, optionalDependencies, peerDependencies } = packages[`node_modules/${name}`] ?? {};
    for (const other of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) found.add(other);
  }
  return found;
}

test("is smaller than 15 MB unpacked, seven of them pdf.js and four the command in one piece, and 5 MB packed", () => {
  const sizes = readdirSync(installed(), { recursive: true, encoding: "utf8" }).map((file) => statSync(join(installed(), file))).filter((file) => file.isFile()).map(({ size }) => size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(15_000_000);
  expect(statSync(tarball).size).toBeLessThan(5_000_000);
});

describe("installed by npm into an empty folder", () => {
  const home = (): string => join(folder, "home");
  const lines = (): string[] => readFileSync(join(root, "NOTICE"), "utf8").split("\n").filter((line) => line.startsWith("- ")).map((line) => line.slice(2));
  let asked: readonly string[] = [];
  interface Installed {
    readonly version: string;
    readonly license?: string;
    readonly hasInstallScript?: boolean;
  }
  let packages: Record<string, Installed> = {};
  const rowsOf = (all: Record<string, Installed>): string[] =>
    [...new Set(Object.entries(all).flatMap(([path, { version, license }]) => (path.endsWith("node_modules/fengong") ? [] : [`${nameOf(path)} ${version} (${license ?? "unknown"})`])))].sort();

  beforeAll(async () => {
    mkdirSync(home());
    writeFileSync(join(home(), "package.json"), '{ "name": "home", "private": true }');
    const registry = await openRegistry(root);
    try {
      // Scripts may run: there must be none.
      const args = ["install", tarball, "--registry", registry.url, "--cache", join(folder, "npm"), "--ignore-scripts=false", "--no-audit", "--no-fund", "--install-strategy=hoisted"];
      await promisify(execFile)("npm", args, { cwd: home() });
    } finally {
      registry.close();
      asked = registry.asked();
    }
    ({ packages } = JSON.parse(readFileSync(join(home(), "node_modules/.package-lock.json"), "utf8")) as { packages: typeof packages });
  });

  test("brings the packages that NOTICE lists and asks for no others: no pdfjs-dist, no native canvas", () => {
    const listed = lines().filter((line) => /^\S+ \d[\w.-]* \(/u.test(line));
    expect(rowsOf(packages)).toEqual(listed);
    const brought = listed.map((line) => line.split(" ")[0] ?? "");
    expect(brought.filter((name) => !asked.includes(name))).toEqual([]);
    // Of optional peers npm only asks what they are, and what they would bring.
    const asPeers = withWhatTheyBring(Object.keys(manifest.peerDependencies));
    expect(asked.filter((name) => !brought.includes(name) && !asPeers.has(name))).toEqual([]);
    expect(listed.filter((line) => /canvas|napi|pdfjs/u.test(line))).toEqual([]);
  });

  test("NOTICE lists what the lock file holds", () => {
    expect(() => execFileSync(process.execPath, [join(root, ".config/write-notice.ts"), "--check"], { stdio: "pipe" })).not.toThrow();
  });

  test("runs no script and holds nothing native", () => {
    expect(Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
    const files = readdirSync(join(home(), "node_modules"), { recursive: true, encoding: "utf8" });
    expect(files.filter((file) => /\.(?:node|so|dylib|dll|exe)$|(?:^|\/)binding\.gyp$/u.test(file))).toEqual([]);
  });

  test("takes less than 60 MB", () => {
    const sizes = readdirSync(home(), { recursive: true, encoding: "utf8" }).map((file) => lstatSync(join(home(), file))).filter((file) => file.isFile()).map(({ size }) => size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000_000);
  });

  test("reads a PDF, and takes no native canvas from a host that has one", () => {
    const canvas = join(home(), "node_modules/@napi-rs/canvas");
    mkdirSync(canvas, { recursive: true });
    writeFileSync(join(canvas, "package.json"), '{ "name": "@napi-rs/canvas", "version": "1.1.1", "main": "index.js" }');
    writeFileSync(join(canvas, "index.js"), 'console.log("loaded");');
    cpSync(join(root, "corpus/seeds/files/liutiliucu-4.pdf"), join(home(), "a.pdf"));
    const script = `import { readFileSync } from "node:fs"; import { parseNotice } from "fengong";
      const { status } = await parseNotice({ name: "a.pdf", bytes: readFileSync("a.pdf") });
      console.log(status, process.report.getReport().sharedObjects.filter((path) => path.includes("node_modules") && !path.includes("/node/")).length);`;
    expect(execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: home(), encoding: "utf8" })).toBe("success 0\n");
    const source = readFileSync(join(home(), "node_modules/fengong/dist/read/pdf/pdfjs/pdf.mjs"), "utf8");
    expect(source).not.toMatch(/require\(|import\(["'`]@|napi-rs/u);
  });
});

describe("the command", () => {
  const script = (): string => join(installed(), "dist/cli/start.js");

  test("says its version", () => {
    expect(node(script(), "--version")).toBe(`${parserVersion}\n`);
  });

  test("tells its help at once, as it is laid out without hurry", () => {
    expect(node(script(), "--help")).toBe(node(script(), "--help", "--lang", "zh"));
    expect(readFileSync(join(installed(), "dist/cli/help.en.txt"), "utf8")).toBe(node(script(), "--help", "--lang", "en"));
  });

  test("finds all it needs", () => {
    const { status, stdout } = spawnSync(process.execPath, [script(), "doctor", "--lang", "en"], { cwd: user, encoding: "utf8" });
    expect(stdout).not.toContain("✗");
    expect(status).toBe(0);
  });

  test("reads a file, and a folder of files", () => {
    cpSync(join(root, "corpus/seeds/files/liutiliucu-4.html"), join(user, "in/notice.html"));
    const { tasks }: { tasks: unknown[] } = JSON.parse(node(script(), "parse", "--quiet", "in/notice.html"));
    expect(tasks.length).toBeGreaterThan(5);
    node(script(), "batch", "in", "--out", "out", "--quiet");
    expect(JSON.parse(readFileSync(join(user, "out/in/notice.html.json"), "utf8"))).toMatchObject({ tasks });
  });
});

describe("the library", () => {
  const program = `
    import { parseMany, parseNotice, parserVersion, type ParseResult } from "fengong";
    import { parseDeadline } from "fengong/deadlines";
    import { parseResultSchema } from "fengong/schemas";
    import { writeOutput } from "fengong/outputs";
    import { parseAssignment } from "fengong/units";
    import schema from "fengong/schemas/parse-result.schema.json" with { type: "json" };

    const bytes = new TextEncoder().encode("<p>一、编制清单。（市财政局牵头，2021年6月底前完成）</p>");
    const result: ParseResult = parseResultSchema.parse(await parseNotice({ name: "a.html", bytes }));
    const due: string | null = parseDeadline("2021年6月底前", {})[0]?.due ?? null;
    const lead: string | undefined = parseAssignment("市财政局牵头", {}).lead[0]?.text;
    let many = 0;
    for await (const { tasks } of parseMany([{ name: "a.html", bytes }])) many += tasks.length;
    let csv = "";
    for await (const piece of writeOutput("csv", [result])) csv += String(piece);
    console.log(JSON.stringify([parserVersion, result.tasks[0]?.due, due, lead, many, csv.split("\\n").length, schema.$schema]));
  `;

  test("works through each of its doors", () => {
    const script = join(user, "program.ts");
    writeFileSync(script, program);
    expect(JSON.parse(node(script))).toEqual([parserVersion, "2021-06-30", "2021-06-30", "市财政局", 1, 3, "https://json-schema.org/draft/2020-12/schema"]);
  });

  test("has types that a strict user can check, libraries and all", () => {
    writeFileSync(join(user, "program.ts"), program);
    writeFileSync(
      join(user, "tsconfig.json"),
      JSON.stringify({ compilerOptions: { target: "es2023", module: "nodenext", strict: true, noEmit: true, skipLibCheck: false, resolveJsonModule: true, types: ["node"] }, include: ["program.ts"] }),
    );
    const { status, stdout } = spawnSync(process.execPath, [join(modules, "typescript/bin/tsc"), "-p", "."], { cwd: user, encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });

  test("has types that an editor explains, down to the fields", () => {
    const file = join(user, "hover.ts");
    const text = 'import type { ParseResult } from "fengong";\ndeclare const result: ParseResult;\nresult.tasks[0]!.due;\nresult.tasks[0]!.deadlines[0]!.mod;\nresult.notice.documentNumber!.serial;\n';
    const service = ts.createLanguageService({
      getScriptFileNames: () => [file],
      getScriptVersion: () => "1",
      getScriptSnapshot: (name) => (name === file ? ts.ScriptSnapshot.fromString(text) : ts.sys.fileExists(name) ? ts.ScriptSnapshot.fromString(ts.sys.readFile(name) ?? "") : undefined),
      getCurrentDirectory: () => user,
      getCompilationSettings: () => ({ module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2023, strict: true }),
      getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
      fileExists: (name) => name === file || ts.sys.fileExists(name),
      readFile: (name) => ts.sys.readFile(name),
    });
    const told = [".due", ".mod", ".serial"].map((field) => ts.displayPartsToString(service.getQuickInfoAtPosition(file, text.indexOf(field) + field.length - 1)?.documentation));
    expect(told).toEqual(["The one sortable date.", "Modifier in the vocabulary of TIMEX3.", "顺序号: 66 of 〔2020〕66号."]);
  });

  test("publint finds nothing", async () => {
    const { messages, pkg } = await publint({ pkgDir: installed(), pack: false, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test("attw finds nothing", () => {
    const { status, stdout } = spawnSync(process.execPath, [join(modules, "@arethetypeswrong/cli/dist/index.js"), tarball, "--profile", "esm-only", "--format", "table", "--no-color"], { encoding: "utf8" });
    const rows = stdout.split("\n").filter((line) => /│ (?:node16 \(from ESM\)|bundler)/u.test(line));
    expect({ status, rows: rows.length, bad: rows.filter((row) => /[💀❌⚠]/u.test(row)) }).toEqual({ status: 0, rows: 2, bad: [] });
  });
});

test("the core reads nothing from the disk once it is loaded, and writes nothing", () => {
  const script = join(user, "locked.mjs");
  writeFileSync(
    script,
    `import { parseNotice } from "fengong";
     process.permission.has("fs.write") && process.exit(9);
     const chunks = [];
     for await (const chunk of process.stdin) chunks.push(chunk);
     const { status } = await parseNotice({ name: "a", bytes: new Uint8Array(Buffer.concat(chunks)) });
     console.log(status);`,
  );
  const allowed = [user, modules].map((path) => `--allow-fs-read=${path}`);
  for (const file of ["liutiliucu-4.html", "liutiliucu-4.docx", "liutiliucu-4.pdf"]) {
    const input = readFileSync(join(root, "corpus/seeds/files", file));
    const { stdout, stderr } = spawnSync(process.execPath, ["--permission", ...allowed, script], { input, encoding: "utf8" });
    expect({ file, stdout, stderr: stderr.includes("ERR_ACCESS_DENIED") ? stderr : "" }).toEqual({ file, stdout: "success\n", stderr: "" });
  }
});

/** Other programs that run it, where they are on the PATH, and how they are started in a folder with `node_modules`. */
const others = ([["bun", []], ["deno", ["run", "--node-modules-dir=manual", "--allow-read", "--allow-env", "--allow-sys"]]] as const).filter(([name]) => {
  const isThere = spawnSync(name, ["--version"]).status === 0;
  if (!isThere) console.log(`${name} is not on the PATH: what it reads is not compared`);
  return isThere;
});

test.each(others)("%s reads the same tasks", (name, flags) => {
  const files = ["liutiliucu-4.html", "liutiliucu-4.docx", "liutiliucu-4.pdf"];
  for (const file of files) cpSync(join(root, "corpus/seeds/files", file), join(user, file));
  writeFileSync(
    join(user, "others.mjs"),
    `import { readFileSync } from "node:fs";
     import { parseNotice } from "fengong";
     for (const name of ${JSON.stringify(files)}) {
       const { status, notice, tasks } = await parseNotice({ name, bytes: new Uint8Array(readFileSync(name)) });
       console.log(JSON.stringify({ status, notice, tasks }));
     }`,
  );
  expect(execFileSync(name, [...flags, "others.mjs"], { cwd: user, encoding: "utf8" })).toBe(node("others.mjs"));
});

describe("PDF: the same answer", () => {
  const [sound, damaged] = ["sound.pdf", "damaged.pdf"];
  const read = `import { readFileSync } from "node:fs";
    const read = async (parseNotice, files) => {
      const answers = [];
      for (const name of files) answers.push(await parseNotice({ name, bytes: new Uint8Array(readFileSync(name)) }));
      return JSON.stringify(answers);
    };`;
  const files = JSON.stringify([sound, damaged]);
  const alone = `${read}\nimport { parseNotice } from "fengong";\nconsole.log(await read(parseNotice, ${files}));`;
  let expected = "";

  const run = (name: string, program: string, command = process.execPath): string => {
    const script = join(user, name);
    writeFileSync(script, program);
    return execFileSync(command, [script], { cwd: user, encoding: "utf8" });
  };

  beforeAll(() => {
    cpSync(join(root, "corpus/seeds/files/liutiliucu-4.pdf"), join(user, sound));
    // Two of three pages have no object: unpatched, pdf.js loses the third and leaves a rejection that ends the process.
    const pages = Buffer.from(makePdf(["一", "二", "三"].map((name) => words(`第${name}页的文字。`, 60, 700)))).toString("latin1");
    writeFileSync(join(user, damaged), pages.replace(/[57] 0 obj/gu, "X 0 obj"), "latin1");
    expected = run("alone.mjs", alone);
    const [first, second]: { status: string; diagnostics: { code: string }[] }[] = JSON.parse(expected);
    expect([first?.status, second?.status, second?.diagnostics.map(({ code }) => code).slice(0, 2)]).toEqual(["success", "partial", ["pdf/damaged-page", "pdf/damaged-page"]]);
  });

  test("where the host has loaded a pdf.js of its own before, which stays as it was", () => {
    const host = `const { WorkerMessageHandler } = await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
      const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
      const bytes = new Uint8Array(readFileSync("${sound}"));
      const before = globalThis.pdfjsWorker;
      const { parseNotice } = await import("fengong");
      const answer = await read(parseNotice, ${files});
      const document = await getDocument({ data: bytes, verbosity: 0 }).promise;
      if (document.numPages < 1 || before.WorkerMessageHandler !== WorkerMessageHandler || globalThis.pdfjsWorker !== before) throw new Error("touched");
      console.log(answer);`;
    mkdirSync(join(user, "node_modules"), { recursive: true });
    symlinkSync(join(modules, "pdfjs-dist"), join(user, "node_modules/pdfjs-dist"));
    expect(run("host.mjs", `${read}\n${host}`)).toBe(expected);
  });

  test("where the host loads its own after it", () => {
    const host = `import { parseNotice } from "fengong";
      const answer = await read(parseNotice, ${files});
      if ("pdfjsWorker" in globalThis || "pdfjsLib" in globalThis) throw new Error("left behind");
      await import("pdfjs-dist/legacy/build/pdf.mjs");
      console.log(answer);`;
    expect(run("after.mjs", `${read}\n${host}`)).toBe(expected);
  });

  test("in a worker thread", () => {
    const thread = `import { parentPort } from "node:worker_threads";\n${read}\nimport { parseNotice } from "fengong";\nparentPort.postMessage(await read(parseNotice, ${files}));`;
    writeFileSync(join(user, "thread.mjs"), thread);
    expect(run("threads.mjs", `import { Worker } from "node:worker_threads";\nnew Worker(new URL("thread.mjs", import.meta.url)).on("message", (answer) => console.log(answer));`)).toBe(expected);
  });

  test("in a bundle, without node_modules", async () => {
    const { build } = await import("rolldown");
    const empty = join(folder, "bundle");
    mkdirSync(empty);
    for (const name of [sound, damaged]) cpSync(join(user, name), join(empty, name));
    await build({ input: join(user, "alone.mjs"), platform: "node", logLevel: "silent", output: { dir: empty, format: "esm", entryFileNames: "bundled.mjs" } });
    expect(execFileSync(process.execPath, ["bundled.mjs"], { cwd: empty, encoding: "utf8" })).toBe(expected);
  });

  const oldest = process.env["FENGONG_OLDEST_NODE"];
  if (oldest === undefined) console.warn("FENGONG_OLDEST_NODE names no Node 22.13: the answer there is not compared.");
  test.skipIf(oldest === undefined)("on Node 22.13, the oldest that the package runs on", () => {
    expect(execFileSync(oldest ?? "", ["--version"], { encoding: "utf8" })).toMatch(/^v22\.13\./u);
    expect(run("oldest.mjs", alone, oldest)).toBe(expected);
  });

  test.each([
    ["Bun", process.env["FENGONG_BUN"], ["run"]],
    ["Deno", process.env["FENGONG_DENO"], ["run", "--allow-read", "--allow-env", "--node-modules-dir=manual"]],
  ] as const)("on %s, and of the other formats and doors too", (name, command, args) => {
    if (command === undefined) {
      console.warn(`FENGONG_${name.toUpperCase()} names no ${name}: the answer there is not compared.`);
      return;
    }
    const inputs = ["liutiliucu-4.html", "liutiliucu-4.docx"].map((file) => {
      cpSync(join(root, "corpus/seeds/files", file), join(user, file));
      return file;
    });
    const program = `${read}\nimport { parseNotice } from "fengong";\nimport { parseDeadline } from "fengong/deadlines";\nimport { parseAssignment } from "fengong/units";\nimport { writeOutput } from "fengong/outputs";
      // Deno does not run the second reader of DOCX, and the result says so.
      const answers = await read((file) => parseNotice(file, { verify: false }), ${JSON.stringify([sound, damaged, ...inputs])});
      let size = 0;
      for await (const piece of writeOutput("xlsx", JSON.parse(answers))) size += piece.length;
      console.log(answers, JSON.stringify([parseDeadline("自印发之日起10个工作日内", { issued: "2021-04-28" }), parseAssignment("市财政局牵头", { region: "341702" })]), size > 1000);`;
    writeFileSync(join(user, "elsewhere.mjs"), program);
    const elsewhere = execFileSync(command, [...args, "elsewhere.mjs"], { cwd: user, encoding: "utf8" });
    expect(elsewhere).toBe(run("here.mjs", program));
  });
});
