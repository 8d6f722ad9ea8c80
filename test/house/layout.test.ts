/** What keeps the house in order beside lint: layout, pins, licences, paths, names. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parserVersion, schemaVersion } from "../../src/model/version.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (file: string): string => readFileSync(root + file, "utf8");

interface Manifest {
  readonly version: string;
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}
interface Lock {
  readonly packages: Record<string, { dev?: boolean; hasInstallScript?: boolean; resolved?: string; license?: string; optional?: boolean }>;
}
const manifest: Manifest = JSON.parse(read("package.json"));
const lock: Lock = JSON.parse(read("package-lock.json"));
const dependencies = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });

/** Tracked files; where there is no Git, those that stand in the folders of the project. */
const files = ((): string[] => {
  try {
    return execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" }).trim().split("\n").filter((file) => existsSync(root + file));
  } catch {
    const folders = ["src", "test", "scripts", "schemas", "corpus", ".config"];
    return folders.flatMap((folder) => readdirSync(root + folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`));
  }
})();
const texts = files.filter((file) => /\.(?:ts|js|json|md)$|^\.ci\//u.test(file) && !/^corpus\/seeds\/|^package-lock\.json$/u.test(file));

describe("layout", () => {
  test("the top level holds what the design allows", () => {
    const allowed = /^(?:src|corpus|schemas|test|docs|scripts|package\.json|package-lock\.json|tsconfig\.json|README\.md|LICENSE|NOTICE|SECURITY\.md|CHANGELOG\.md|CONTRIBUTING\.md|Dockerfile|\..+)$/u;
    expect([...new Set(files.map((file) => file.split("/")[0] ?? ""))].filter((entry) => !allowed.test(entry))).toEqual([]);
  });

  test("no file is a drawer for everything", () => {
    expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|misc)(?:\.|\/)/u.test(file))).toEqual([]);
  });

  test("no file names a path of a machine", () => {
    const machine = /(?:^|[\s"'`(=:])\/(?:home|Users|root|work|mnt)\/\w|[A-Z]:\\\\?Users/mu;
    expect(texts.filter((file) => machine.test(read(file)))).toEqual([]);
  });

  test("nothing is left open in src", () => {
    const open = new RegExp(["TO" + "DO", "FIX" + "ME", "XX" + "X"].join("|"), "u");
    expect(files.filter((file) => file.startsWith("src/") && open.test(read(file)))).toEqual([]);
  });

  test("each test stands where its source stands", () => {
    const mirrored = files.filter((file) => /^test\/(?:model|text|rules|read|segment|normalise|validate|emit|cli)\/.+\.test\.ts$/u.test(file));
    expect(mirrored.filter((file) => !existsSync(root + file.replace(/^test\/([^/]+)\/.*$/u, "src/$1")))).toEqual([]);
  });
});

describe("package", () => {
  test("states the version that the program states", () => {
    expect(parserVersion).toBe(manifest.version);
    expect(schemaVersion).toMatch(/^\d+\.\d+\.\d+(?:-[a-z]+\.\d+)?$/u);
    expect(read("CHANGELOG.md")).toMatch(new RegExp(`^## \\[(?:Unreleased|${manifest.version.replaceAll(".", "\\.")})\\]`, "mu"));
  });

  test.each(dependencies)("%s is pinned to %s, and CONTRIBUTING.md says why it is there and under which licence", (name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+(?:-[a-z]+\.\d+)?$/u);
    const licence = lock.packages[`node_modules/${name}`]?.license ?? "";
    const row = read("CONTRIBUTING.md").split("\n").find((line) => line.startsWith(`| ${name} | ${version} | ${licence} |`));
    expect(row?.split("|")[4]?.trim() ?? "").not.toBe("");
  });

  test("no dependency of the published package runs a script at installation, and of those in development Node does, what onnxruntime-web brings, and the esbuild of tsx", () => {
    const scripted = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript === true);
    expect(scripted.filter(([, { dev }]) => dev !== true)).toEqual([]);
    expect(scripted.filter(([, { optional }]) => optional !== true).map(([path]) => path)).toEqual(["node_modules/esbuild", "node_modules/node", "node_modules/protobufjs"]);
  });

  test("the lock file names no registry", () => {
    expect(read("package-lock.json")).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/u);
  });

  test("licences of all that is published are permissive", () => {
    const published = Object.entries(lock.packages).filter(([path, { dev }]) => path !== "" && dev !== true);
    const permissive = /^(?:MIT|ISC|BSD|BSD-2-Clause|BSD-3-Clause|0BSD|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Python-2\.0|Zlib)$/u;
    const allows = (licence: string): boolean => licence.replace(/[()]/gu, "").split(" OR ").some((choice) => choice.split(" AND ").every((one) => permissive.test(one)));
    expect(published.filter(([, { license = "" }]) => !allows(license)).map(([path, { license }]) => `${path}: ${license ?? ""}`)).toEqual([]);
  });
});
