/** A pack as Parquet: a row for each result, the parts that one filters by as columns and the whole result as JSON. */
import { createReadStream } from "node:fs";
import { rename } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { ParseResult } from "../model/notice.ts";
import { parserVersion, schemaVersion } from "../model/version.ts";
import { byteLines } from "../text/byte-lines.ts";
import { openDraft } from "./whole.ts";

/** Results of a row group. */
const together = 200;

const columns: readonly { readonly name: string; readonly type: "BYTE_ARRAY" | "INT32"; readonly of: (result: ParseResult) => string | number | null }[] = [
  { name: "name", type: "BYTE_ARRAY", of: ({ sources }: ParseResult) => sources[0]?.name ?? null },
  { name: "status", type: "BYTE_ARRAY", of: ({ status }: ParseResult) => status },
  { name: "notice", type: "BYTE_ARRAY", of: ({ notice }: ParseResult) => notice.id },
  { name: "title", type: "BYTE_ARRAY", of: ({ notice }: ParseResult) => notice.title },
  { name: "date_issued", type: "BYTE_ARRAY", of: ({ notice }: ParseResult) => notice.dateIssued },
  { name: "tasks", type: "INT32", of: ({ tasks }: ParseResult) => tasks.length },
];

/** Writes the results of a packed NDJSON file, whole or not at all. */
export async function toParquet(from: string, to: string): Promise<void> {
  const writer = new ByteWriter();
  const text = { converted_type: "UTF8", repetition_type: "OPTIONAL" } as const;
  const file = new ParquetWriter({
    writer,
    schema: [
      { name: "results", num_children: columns.length + 1 },
      ...columns.map(({ name, type }) => (type === "INT32" ? { name, type, repetition_type: "OPTIONAL" as const } : { name, type, ...text })),
      { name: "result", type: "BYTE_ARRAY", ...text },
    ],
    createdBy: `fengong ${parserVersion}`,
    kvMetadata: [{ key: "schemaVersion", value: schemaVersion }],
  });
  const draft = await openDraft(to);
  try {
    let group: string[] = [];
    const write = async (): Promise<void> => {
      const results = group.map((line) => JSON.parse(line) as ParseResult);
      const data = [...columns.map(({ name, of }) => ({ name, data: results.map(of) })), { name: "result", data: group }];
      await file.write({ columnData: data, rowGroupSize: group.length });
      group = [];
      await draft.write(writer.getBytes().slice());
      writer.index = 0;
    };
    for await (const { bytes } of byteLines(createReadStream(from).pipe(createGunzip()))) {
      group.push(bytes.toString());
      if (group.length === together) await write();
    }
    if (group.length > 0) await write();
    await file.finish();
    await draft.write(writer.getBytes().slice());
    await draft.settle();
    await rename(draft.path, to);
  } finally {
    await draft.discard();
  }
}
