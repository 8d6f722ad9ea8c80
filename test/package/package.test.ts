/** The package as its users get it: packed, unpacked into an empty folder beside its dependencies and nothing else. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parserVersion } from "../../src/model/version.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const modules = join(root, "node_modules");
interface Manifest {
  readonly dependencies: Record<string, string>;
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
  for (const file of ["package.json", "README.md", "CHANGELOG.md", "LICENSE", "schemas"]) cpSync(join(root, file), join(source, file), { recursive: true });
  // As `npm run build` does: docstrings stand in the types alone.
  for (const half of [["--removeComments", "--declaration", "false"], ["--emitDeclarationOnly"]]) {
    execFileSync(process.execPath, [join(modules, "typescript/bin/tsc"), "-p", join(root, ".config/tsconfig.build.json"), "--outDir", join(source, "dist"), ...half], { stdio: "inherit" });
  }
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
}, 180_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("is smaller than 2 MB, unpacked", () => {
  const sizes = readdirSync(installed(), { recursive: true, encoding: "utf8" }).map((file) => statSync(join(installed(), file))).filter((file) => file.isFile()).map(({ size }) => size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000);
  expect(statSync(tarball).size).toBeLessThan(1_000_000);
});

describe("the command", () => {
  const script = (): string => join(installed(), "dist/cli/start.js");

  test("says its version", () => {
    expect(node(script(), "--version")).toBe(`${parserVersion}\n`);
  });

  test("finds all it needs", () => {
    const { status, stdout } = spawnSync(process.execPath, [script(), "doctor", "--lang", "en"], { cwd: user, encoding: "utf8" });
    expect(stdout).not.toContain("✗");
    expect(status).toBe(0);
  }, 60_000);

  test("reads a file, and a folder of files", () => {
    cpSync(join(root, "corpus/seeds/files/liutiliucu-4.html"), join(user, "in/notice.html"));
    const { tasks }: { tasks: unknown[] } = JSON.parse(node(script(), "parse", "--quiet", "in/notice.html"));
    expect(tasks.length).toBeGreaterThan(5);
    node(script(), "batch", "in", "--out", "out", "--quiet");
    expect(JSON.parse(readFileSync(join(user, "out/in/notice.html.json"), "utf8"))).toMatchObject({ tasks });
  }, 60_000);

  test("says its version in at most five times the time of an empty Node", () => {
    const median = (args: string[]): number => {
      const times = Array.from({ length: 7 }, () => {
        const start = process.hrtime.bigint();
        spawnSync(process.execPath, args);
        return Number(process.hrtime.bigint() - start);
      });
      return times.sort((a, b) => a - b)[3] ?? 0;
    };
    expect(median([script(), "--version"]) / median(["-e", "0"])).toBeLessThan(5);
  }, 60_000);
});

describe("the library", () => {
  const program = `
    import { parseMany, parseNotice, parserVersion, type ParseResult } from "fengong";
    import { parseDeadline } from "fengong/deadlines";
    import { parseResultSchema } from "fengong/schemas";
    import { parseAssignment } from "fengong/units";
    import schema from "fengong/schemas/parse-result.schema.json" with { type: "json" };

    const bytes = new TextEncoder().encode("<p>一、编制清单。（市财政局牵头，2021年6月底前完成）</p>");
    const result: ParseResult = parseResultSchema.parse(await parseNotice({ name: "a.html", bytes }));
    const due: string | null = parseDeadline("2021年6月底前", {})[0]?.due ?? null;
    const lead: string | undefined = parseAssignment("市财政局牵头", {}).lead[0]?.text;
    let many = 0;
    for await (const { tasks } of parseMany([{ name: "a.html", bytes }])) many += tasks.length;
    console.log(JSON.stringify([parserVersion, result.tasks[0]?.due, due, lead, many, schema.$schema]));
  `;

  test("works through each of its doors", () => {
    const script = join(user, "program.ts");
    writeFileSync(script, program);
    expect(JSON.parse(node(script))).toEqual([parserVersion, "2021-06-30", "2021-06-30", "市财政局", 1, "https://json-schema.org/draft/2020-12/schema"]);
  });

  test("has types that a strict user can check, libraries and all", () => {
    writeFileSync(join(user, "program.ts"), program);
    writeFileSync(
      join(user, "tsconfig.json"),
      JSON.stringify({ compilerOptions: { target: "es2023", module: "nodenext", strict: true, noEmit: true, skipLibCheck: false, resolveJsonModule: true, types: ["node"] }, include: ["program.ts"] }),
    );
    const { status, stdout } = spawnSync(process.execPath, [join(modules, "typescript/bin/tsc"), "-p", "."], { cwd: user, encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  }, 60_000);

  test("publint finds nothing", async () => {
    const { messages, pkg } = await publint({ pkgDir: installed(), pack: false, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test("attw finds nothing", () => {
    const { status, stdout } = spawnSync(process.execPath, [join(modules, "@arethetypeswrong/cli/dist/index.js"), tarball, "--profile", "esm-only", "--format", "table", "--no-color"], { encoding: "utf8" });
    const rows = stdout.split("\n").filter((line) => /│ (?:node16 \(from ESM\)|bundler)/u.test(line));
    expect({ status, rows: rows.length, bad: rows.filter((row) => /[💀❌⚠]/u.test(row)) }).toEqual({ status: 0, rows: 2, bad: [] });
  }, 60_000);
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
}, 60_000);
