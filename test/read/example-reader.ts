import type { Format } from "../../src/model/reader.ts";
import { DocumentBuilder } from "../../src/read/builder.ts";

export const example: Format = {
  id: "bars",
  mediaType: "text/x-bars",
  title: { zh: "竖线表", en: "a table of bars" },
  extensions: ["bars"],
  recognises: (bytes) => new TextDecoder().decode(bytes.subarray(0, 6)) === "#bars\n",
  sample: () => Promise.resolve(new TextEncoder().encode("#bars\n序号|任务分工\n1|编制目录")),
  read: ({ bytes }, source) => {
    const builder = new DocumentBuilder(source);
    const lines = new TextDecoder().decode(bytes).split("\n");
    const cells = lines.slice(1).flatMap((line, r0) => line.split("|").map((words, c0) => ({ r0, r1: r0 + 1, c0, c1: c0 + 1, words })));
    builder.table({ rows: lines.length - 1, columns: 2, cells, place: [builder.element("/")] }, ({ words, r0, c0 }) => {
      builder.paragraph().run(words, { path: `/${String(r0 + 1)}/${String(c0 + 1)}`, start: 0 }).end();
    });
    return Promise.resolve({ source, ...builder.written(), meta: [], pages: null, charset: "utf-8" });
  },
};
