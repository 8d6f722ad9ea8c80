/** Paths of the parts of a package. */

/** A target against the folder of the part that names it (empty, or with a slash at its end); an absolute one counts from the root. Never leads out. */
export function partPath(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : `${folder}${target}`).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** The folder of a part with its slash, empty for one at the root. */
export function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf("/") + 1);
}

/** The part that holds the relationships of a part (ISO/IEC 29500-2, 6.5.2.3); those of the package itself are those of the part "". */
export function relationshipsOf(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}
