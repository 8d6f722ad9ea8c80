/** Layers of a file (optional content, ISO 32000-2, 8.11): which of them are switched off. */
import type { LibraryDocument, OperatorList } from "./library.ts";

/** Tells whether a layer is off. */
export type IsOff = (layer: unknown) => boolean;

const allOn: IsOff = () => false;

/** Tells it for a page; the file is asked only where the page has layers. */
export async function layersOf(document: LibraryDocument, { fnArray, argsArray }: OperatorList, operators: Readonly<Record<string, number>>): Promise<IsOff> {
  const begin = operators["beginMarkedContentProps"];
  if (!fnArray.some((code, i) => code === begin && isLayer(argsArray[i]))) return allOn;
  const config = await document.getOptionalContentConfig();
  return (layer) => layer !== null && layer !== undefined && !config.isVisible(layer);
}

function isLayer(args: unknown): boolean {
  return Array.isArray(args) && args[0] === "OC";
}
