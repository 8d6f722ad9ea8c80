/** Meta elements of a page (政府网站发展指引, 国办发〔2017〕47号): they fill only what the text does not say. */
import type { NoticeDocument } from "../../model/document.ts";
import type { Field } from "../../model/draft.ts";

/** Other names that sites write for the standard ones. */
const names: Readonly<Record<string, readonly string[]>> = {
  ArticleTitle: ["articletitle"],
  PubDate: ["pubdate", "publishdate", "publicationdate"],
  SiteIDCode: ["siteidcode"],
  SiteDomain: ["sitedomain"],
};

/** The first filled value of a meta element, null when there is none. */
export function metaValue(document: NoticeDocument, name: string): string | null {
  return find(document, name)?.content.trim() ?? null;
}

/** The value as a field without words in the text: none or one. */
export function fromMeta(document: NoticeDocument, name: string): Field[] {
  const found = find(document, name);
  return found === undefined ? [] : [{ text: found.content.trim(), quote: null, place: [found.place], basis: `meta:${name}` }];
}

function find(document: NoticeDocument, name: string): NoticeDocument["meta"][number] | undefined {
  const wanted = names[name] ?? [name.toLowerCase()];
  return document.meta.find((value) => wanted.includes(value.name.toLowerCase()) && value.content.trim() !== "");
}
