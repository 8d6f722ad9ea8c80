/** A DOCX as Word 2003 would have saved it: the same elements under the names of then. Pictures, notes and margins are left out. */
import { unzip } from "../../hostile/parts.ts";

const namespaces =
  'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml"';
const numbers: Readonly<Record<string, number>> = { decimal: 0, upperRoman: 1, lowerRoman: 2, upperLetter: 3, lowerLetter: 4, bullet: 23, chineseCounting: 37, chineseCountingThousand: 39, japaneseCounting: 11, decimalEnclosedCircle: 18, none: 255 };

/** The bytes of the file. */
export function word2003(docx: Uint8Array): Uint8Array {
  const parts = unzip(docx);
  const part = (name: string): string => new TextDecoder().decode(parts.get(name) ?? new Uint8Array());
  const inside = (xml: string, name: string): string => old(new RegExp(`<w:${name}\\b[^>]*>(.*)</w:${name}>`, "su").exec(xml)?.[1] ?? "");
  const numbering = inside(part("word/numbering.xml"), "numbering")
    .replace(/<w:abstractNum w:abstractNumId="(\d+)"[^>]*>/gu, '<w:listDef w:listDefId="$1">')
    .replaceAll("</w:abstractNum>", "</w:listDef>")
    .replace(/<w:num w:numId="(\d+)"[^>]*>/gu, '<w:list w:ilfo="$1">')
    .replaceAll("</w:num>", "</w:list>")
    .replaceAll("<w:abstractNumId", "<w:ilst")
    .replace(/<w:numFmt w:val="(\w+)"\/>/gu, (_, name: string) => `<w:nfc w:val="${String(numbers[name] ?? 0)}"/>`);
  const body = `<w:body><wx:sect>${inside(part("word/document.xml"), "body")}</wx:sect></w:body>`;
  const text = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument ${namespaces} xml:space="preserve"><o:DocumentProperties><o:Title></o:Title></o:DocumentProperties><w:lists>${numbering}</w:lists><w:styles>${inside(part("word/styles.xml"), "styles")}</w:styles>${body}</w:wordDocument>`;
  return new TextEncoder().encode(text);
}

function old(xml: string): string {
  return xml
    .replace(/<(w|wp|w14|w15|mc|r):(?:drawing|AlternateContent|bookmarkStart|bookmarkEnd|footnoteReference|headerReference|footerReference)\b[^>]*?(?:\/>|>.*?<\/\1:(?:drawing|AlternateContent)>)/gsu, "")
    .replace(/ (?:w14|w15|r|mc):\w+="[^"]*"/gu, "")
    .replace(/w:vMerge\b/gu, "w:vmerge")
    .replace(/w:hMerge\b/gu, "w:hmerge")
    .replace(/w:numPr\b/gu, "w:listPr")
    .replaceAll("<w:numId", "<w:ilfo")
    .replaceAll("w:eastAsia=", "w:fareast=")
    .replace(/<w:(ins|del)\b([^>]*)>(.*?)<\/w:\1>/gsu, (_, kind: string, attributes: string, words: string) => `<aml:annotation aml:id="1" w:type="Word.${kind === "ins" ? "Insertion" : "Deletion"}"${attributes.replace(/w:/gu, "aml:")}><aml:content>${words}</aml:content></aml:annotation>`);
}
