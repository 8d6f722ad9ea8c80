/** Files inside a PDF (ISO 32000-2 §7.11.4): none of them is read. In a package (§12.3.5) they are the document, and its page is a cover. */
import type { Context } from "../../model/context.ts";
import type { LibraryDocument } from "./library.ts";

/** No more of them are named. */
const mostNamed = 20;

/** Names the files inside a document. */
export async function reportFilesInside(document: LibraryDocument, context: Context): Promise<void> {
  const [names, packaged] = await Promise.all([namesIn(document), isPackage(document)]);
  if (names.length === 0 && !packaged) return;
  const params = { count: String(names.length), names: names.slice(0, mostNamed).join("、") };
  context.report(packaged ? "pdf/package" : "pdf/embedded-files", { params });
}

async function namesIn(document: LibraryDocument): Promise<string[]> {
  const files = await document.getAttachments().catch(() => null);
  const listed: unknown[] = files instanceof Map ? [...files.values()] : typeof files === "object" && files !== null ? Object.values(files) : [];
  return listed.map(nameOf).filter((name) => name !== "");
}

function nameOf(file: unknown): string {
  const name: unknown = typeof file === "object" && file !== null && "filename" in file ? file.filename : "";
  return typeof name === "string" ? name : "";
}

async function isPackage(document: LibraryDocument): Promise<boolean> {
  const metadata = await document.getMetadata().catch(() => null);
  const info: unknown = typeof metadata === "object" && metadata !== null && "info" in metadata ? metadata.info : null;
  return typeof info === "object" && info !== null && "IsCollectionPresent" in info && info.IsCollectionPresent === true;
}
