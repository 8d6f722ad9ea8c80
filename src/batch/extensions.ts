/** What the name of a file in a folder says: a document, none, or nothing. A file that is named by itself is always taken. */

/** Extensions of documents, read or refused by name; a test compares them with the formats of the reader. */
export const documentExtensions: ReadonlySet<string> = new Set(
  "pdf docx docm dotx dotm xlsx xlsm xltx xltm pptx ofd odt ods odp zip doc dot wps wpt xls xlt et ett ppt dps msg vsd uof uot uos uop fodt fods rtf mht mhtml eml rar 7z gz tgz html htm shtml xhtml asp aspx jsp php xml txt text md".split(" "),
);

/** Extensions of what lies beside documents: pages' helpers, data, programs, sound and film. Such files are not opened. */
const otherExtensions: ReadonlySet<string> = new Set(
  "css scss less js mjs cjs ts tsx map json ndjson jsonl geojson csv tsv tab parquet yaml yml toml ini conf cfg properties log lock sql sqlite sqlite3 db ico svg ttf otf woff woff2 eot swf wasm mp3 m4a wav ogg mp4 m4v mov avi mkv wmv flv webm sh bat cmd ps1 py rb pl go rs java class jar c h cpp exe dll so dylib bin iso img dmg apk deb rpm ics vcf torrent url lnk".split(" "),
);

/** `document`: taken. `other`: passed over. `unknown`: its content is asked. */
export type NameKind = "document" | "other" | "unknown";

/** What the name of a file says; hidden files and lock files of office programs are no documents. */
export function kindOfName(file: string): NameKind {
  const name = file.slice(file.lastIndexOf("/") + 1);
  if (name.startsWith(".") || name.startsWith("~$") || name === "Thumbs.db") return "other";
  const extension = extensionOf(name);
  if (extension === null) return "unknown";
  return documentExtensions.has(extension) ? "document" : otherExtensions.has(extension) ? "other" : "unknown";
}

/** Folders that the system or a storage made for itself. */
const systemFolders: ReadonlySet<string> = new Set(["lost+found", "$RECYCLE.BIN", "System Volume Information", "@eaDir", "#recycle", "__MACOSX"]);

/** Whether a folder in a folder is gone into: not a hidden one, nor one that the system made. */
export function isEntered(name: string): boolean {
  return !name.startsWith(".") && !systemFolders.has(name);
}

/** Whether plain text under this name may be a notice: no extension, or one after that of a document, such as `通知.txt.1`. */
export function isLoose(file: string): boolean {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const extension = extensionOf(name);
  return extension === null || documentExtensions.has(extensionOf(name.slice(0, -extension.length - 1)) ?? "");
}

function extensionOf(name: string): string | null {
  return /\.([a-z0-9]{1,8})$/iu.exec(name)?.[1]?.toLowerCase() ?? null;
}
