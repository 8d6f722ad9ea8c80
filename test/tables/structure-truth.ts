/** True tables in the form of the ICDAR 2013 table competition: NAME-str.xml beside NAME.pdf. */
import { SaxesParser } from "saxes";
import type { GridCell } from "./relations.ts";

/** A table as the truth has it. */
export interface TrueTable {
  readonly id: string;
  /** Page numbers, counted from 1. */
  readonly pages: readonly number[];
  readonly cells: readonly GridCell[];
}

interface Region {
  readonly row: number;
  readonly column: number;
}

/** Reads a file of truth. Cells of further regions of a table are moved by their increments. */
export function readTruth(xml: string): TrueTable[] {
  const tables: { id: string; pages: number[]; cells: GridCell[] }[] = [];
  let region: Region = { row: 0, column: 0 };
  let cell: Record<string, string> = {};
  let text: string | null = null;
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "table") tables.push({ id: attributes["id"] ?? "", pages: [], cells: [] });
    else if (name === "region") {
      region = { row: numberOf(attributes["row-increment"], 0), column: numberOf(attributes["col-increment"], 0) };
      tables.at(-1)?.pages.push(numberOf(attributes["page"], 1));
    } else if (name === "cell") cell = attributes;
    else if (name === "content") text = "";
  });
  parser.on("text", (words) => {
    if (text !== null) text += words;
  });
  parser.on("closetag", ({ name }) => {
    if (name !== "content") return;
    tables.at(-1)?.cells.push(cellOf(cell, region, text ?? ""));
    text = null;
  });
  parser.write(xml).close();
  return tables;
}

function cellOf(attributes: Readonly<Record<string, string>>, region: Region, text: string): GridCell {
  const row = numberOf(attributes["start-row"], 0);
  const column = numberOf(attributes["start-col"], 0);
  return {
    r0: region.row + row,
    r1: region.row + Math.max(row, numberOf(attributes["end-row"], row)) + 1,
    c0: region.column + column,
    c1: region.column + Math.max(column, numberOf(attributes["end-col"], column)) + 1,
    text,
  };
}

function numberOf(value: string | undefined, missing: number): number {
  const number = Number(value);
  return value === undefined || !Number.isInteger(number) ? missing : number;
}
