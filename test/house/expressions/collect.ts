/**
 * Prints every regular expression of `src` as JSON: the literals by the compiler's parser, and those that are built (`new RegExp(…)`)
 * by loading every module and reading a few notices with a constructor that keeps a list. It runs in a process of its own.
 */
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";

/** An expression and where it stands. */
export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** File and line. */
  readonly at: string;
}

const root = fileURLToPath(new URL("../../../", import.meta.url));
const files = readdirSync(`${root}src`, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts")).map((file) => `src/${file}`).sort();

const literals: Expression[] = [];
/** Places where expressions are built. */
const sites: string[] = [];
for (const file of files) {
  const tree = ts.createSourceFile(file, readFileSync(root + file, "utf8"), ts.ScriptTarget.ESNext, true);
  const at = (node: ts.Node): string => `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, source = "", flags = ""] = /^\/([^]*)\/([a-z]*)$/u.exec(node.text) ?? [];
      literals.push({ source, flags, at: at(node) });
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && ts.isIdentifier(node.expression) && node.expression.text === "RegExp") sites.push(at(node));
    ts.forEachChild(node, visit);
  };
  visit(tree);
}

const built: Expression[] = [];
const Plain = RegExp;
globalThis.RegExp = new Proxy(Plain, {
  construct(target, parameters: [string, string?], newTarget) {
    const made = Reflect.construct(target, parameters, newTarget) as RegExp;
    const line = (new Error().stack ?? "").split("\n").find((one) => one.includes("/src/") && one.includes(root));
    const [, file = "", number = ""] = /\/(src\/[^:]+):(\d+)/u.exec(line ?? "") ?? [];
    if (file !== "") built.push({ source: made.source, flags: made.flags, at: `${file}:${number}` });
    return made;
  },
});
for (const file of files) if (!/^src\/(?:(?:cli\/(?:start|worker)|batch\/(?:process|watchman))\.ts$|review\/client\/)/u.test(file)) await import(pathToFileURL(root + file).href);
const { official } = await import("../../../src/chrono.ts");
official.parse("三季度末");
const { parseDeadline, parseNotice, readLookups } = await import("../../../src/index.ts");
parseDeadline("1、6月底前；2、9月底前", {});
const { lookups } = readLookups("units:\n  - regex: ^(.)旅发委$\n    as: $1旅游发展委员会\n");
for (const name of ["wanzheng-66.html", "guichi-2018.html"]) {
  await parseNotice({ name, bytes: new Uint8Array(readFileSync(`${root}corpus/seeds/files/${name}`)) }, lookups === null ? {} : { lookups });
}
globalThis.RegExp = Plain;

console.log(JSON.stringify({ literals, built, sites }));
