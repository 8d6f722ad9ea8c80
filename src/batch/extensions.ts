/** Which files of a folder are taken as notices: those named like a document. A file that is named by itself is always taken. */

/** Extensions of documents, read or refused by name; a test compares them with the formats of the reader. */
export const documentExtensions: ReadonlySet<string> = new Set(
  "pdf docx docm dotx dotm xlsx xlsm pptx ofd odt ods odp zip doc dot wps wpt xls xlt et ppt dps msg vsd rtf mht mhtml rar 7z gz tgz html htm shtml xhtml asp aspx jsp php xml txt text md".split(" "),
);

/** Whether a file that was found in a folder is taken: a document, not hidden, no lock file of an office program. */
export function isTaken(file: string): boolean {
  const name = file.slice(file.lastIndexOf("/") + 1);
  if (name.startsWith(".") || name.startsWith("~$")) return false;
  const extension = /\.([a-z0-9]{1,8})$/iu.exec(name)?.[1]?.toLowerCase();
  return extension !== undefined && documentExtensions.has(extension);
}
