/** Where a path leads, as a person who has the file open would say it. */
import type { Language } from "../../model/finding.ts";

/** A form of path, and what its numbers count. */
interface Form {
  readonly path: RegExp;
  readonly words: Readonly<Record<Language, (found: Readonly<Record<string, string>>) => string>>;
}

/** A row of a head or foot part counts within that part, and merged cells count once: so it is “格” and not “列”. */
const parts: Readonly<Record<string, Readonly<Record<Language, string>>>> = { thead: { zh: "表头", en: "head " }, tfoot: { zh: "表尾", en: "foot " } };

/** The innermost of what is found is meant; a table is counted only where all tables of the file stand beside each other. */
const forms: readonly Form[] = [
  {
    path: /^(?:[^#]*#)?\/w:document\/w:body\/w:tbl\[(?<table>\d+)\]\/w:tr\[(?<row>\d+)\]\/w:tc\[(?<cell>\d+)\](?!.*\/w:tc\[)/u,
    words: { zh: ({ table, row, cell }) => `第${table}张表第${row}行第${cell}格`, en: ({ table, row, cell }) => `table ${table}, row ${row}, cell ${cell}` },
  },
  {
    path: /^(?:[^#]*#)?\/w:document\/w:body\/w:p\[(?<number>\d+)\]/u,
    words: { zh: ({ number }) => `正文第${number}段`, en: ({ number }) => `paragraph ${number}` },
  },
  {
    path: /^(?:.*\/)?sheet(?<sheet>\d+)\.xml#(?<cell>[A-Z]{1,3}\d+)$/u,
    words: { zh: ({ sheet, cell }) => `第${sheet}个工作表 ${cell}`, en: ({ sheet, cell }) => `sheet ${sheet}, ${cell}` },
  },
  {
    path: /\/table(?:\[\d+\])?(?:\/(?<part>thead|tbody|tfoot)(?:\[1\])?)?\/tr(?:\[(?<row>\d+)\])?\/t[dh](?:\[(?<cell>\d+)\])?(?:\/(?!t[dh](?:\[|\/|$))[^/]*)*$/u,
    words: {
      zh: ({ part = "", row = "1", cell = "1" }) => `${parts[part]?.zh ?? "表格"}第${row}行第${cell}格`,
      en: ({ part = "", row = "1", cell = "1" }) => `table ${parts[part]?.en ?? ""}row ${row}, cell ${cell}`,
    },
  },
  {
    path: /#(?:line=|L)(?<line>\d+)$/u,
    words: { zh: ({ line }) => `第${line}行`, en: ({ line }) => `line ${line}` },
  },
];

/** The words for a path; null where they would say no more than the path. */
export function spotWords(path: string, language: Language): string | null {
  for (const form of forms) {
    const found = form.path.exec(path);
    if (found !== null) return form.words[language](withoutMissing(found.groups ?? {}));
  }
  return null;
}

/** A group that took no part in a match is there as `undefined`, whatever the types say. */
function withoutMissing(groups: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
}
