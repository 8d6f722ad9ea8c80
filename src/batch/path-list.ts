/** Paths, each file once: of very many only a hash is kept beside the path. */
import { resolve } from "node:path";
import { NameTable } from "./name-table.ts";

/** Paths as they were named, without those of a file that was named before. */
export class PathList {
  readonly #cwd: string;
  readonly #paths: string[] = [];
  /** Where in the list the path of a file is. */
  readonly #places = new NameTable();
  /** Files whose hash another has. */
  readonly #others = new Set<string>();

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** `whole`: the same path from the root of the machine. */
  add(path: string, whole: string): void {
    const place = this.#places.add(whole, this.#paths.length);
    if (place !== undefined && (resolve(this.#cwd, this.#paths[place] ?? "") === whole || this.#others.size === this.#others.add(whole).size)) return;
    // Looked at, a path that was put together of two takes the form in which it takes less room.
    path.charCodeAt(path.length - 1);
    this.#paths.push(path);
  }

  /** By code unit. */
  sorted(): string[] {
    return this.#paths.sort(byUnit);
  }
}

function byUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
