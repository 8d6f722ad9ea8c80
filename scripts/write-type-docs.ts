/**
 * Writes the descriptions of the output contract into the declarations that the package ships, so that an editor shows them:
 * `node scripts/write-type-docs.ts dist/model/notice.d.ts`. The schemas stay the one place where they are written.
 */
import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import ts from "typescript";
import { z } from "zod";
import * as notice from "../src/model/notice.ts";

const [file = ""] = process.argv.slice(2);
const schemas: Readonly<Record<string, unknown>> = notice;
const text = readFileSync(file, "utf8");
const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
const comments: { readonly at: number; readonly text: string }[] = [];

for (const statement of source.statements) {
  if (!ts.isVariableStatement(statement)) continue;
  for (const { name, type } of statement.declarationList.declarations) {
    const schema = ts.isIdentifier(name) ? schemas[name.text] : undefined;
    if (type !== undefined && schema instanceof z.ZodType) describe(type, schema);
  }
}
if (comments.length === 0) throw new Error(`${file}: no property of a schema was found`);
writeFileSync(file, comments.sort((a, b) => b.at - a.at).reduce((whole, { at, text: comment }) => whole.slice(0, at) + comment + whole.slice(at), text));

/** Goes through a printed type and the schema that it is the type of, side by side. */
function describe(type: ts.TypeNode, schema: z.ZodType): void {
  if (ts.isTypeLiteralNode(type) && schema instanceof z.ZodObject) return describeMembers(type, schema);
  const given = ts.isTypeReferenceNode(type) ? (type.typeArguments ?? []) : ts.isTupleTypeNode(type) ? type.elements : [];
  for (const [i, inner] of innerOf(schema).entries()) {
    const node = given[i];
    if (node !== undefined) describe(node, inner);
  }
}

function describeMembers(type: ts.TypeLiteralNode, { shape }: z.ZodObject): void {
  for (const member of type.members) {
    if (!ts.isPropertySignature(member) || member.type === undefined) continue;
    const own = (shape as Readonly<Record<string, z.ZodType>>)[member.name.getText(source)];
    if (own === undefined) continue;
    const words = wordsOf(own);
    if (words !== undefined) comments.push({ at: member.getStart(source), text: `/** ${words.replaceAll("*/", "* /")} */ ` });
    describe(member.type, own);
  }
}

/** What stands in the printed type at the places of its arguments. */
function innerOf(schema: z.ZodType): readonly z.ZodType[] {
  if (schema instanceof z.ZodObject) return [schema];
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return [schema.unwrap() as z.ZodType];
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType];
  if (schema instanceof z.ZodDiscriminatedUnion) return [z.tuple(schema.options as unknown as [z.ZodType])];
  if (schema instanceof z.ZodTuple) return schema._zod.def.items as unknown as readonly z.ZodType[];
  if (schema instanceof z.ZodRecord) return [schema.keyType as unknown as z.ZodType, schema.valueType as z.ZodType];
  return [];
}

function wordsOf(schema: z.ZodType): string | undefined {
  return schema.description ?? innerOf(schema).filter((inner) => inner !== schema).map(wordsOf).find((words) => words !== undefined);
}
