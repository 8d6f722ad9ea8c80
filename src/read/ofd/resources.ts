/** Fonts and drawings that objects refer to by id (GB/T 33190-2016, 7.9). */
import { boldFont } from "../../rules/font-names.ts";
import { symbolFontOf, symbolOf, type SymbolFont } from "../../rules/symbol-fonts.ts";
import type { XmlElement } from "../xml.ts";
import { attributeOf, childrenOf } from "./element.ts";
import { lookOf, type Look } from "./look.ts";

/** What is known of a font. */
export interface Font {
  readonly bold: boolean;
  /** Its characters are signs of a symbol font. */
  readonly symbols: SymbolFont | null;
}

/** Parameters that go on from each other; programs make two. */
const mostParents = 10;

export const plainFont: Font = { bold: false, symbols: null };

/** The resources of a document, from all its files. */
export class Resources {
  readonly fonts = new Map<string, Font>();
  /** Drawings that composite objects show. */
  readonly units = new Map<string, XmlElement>();

  readonly #parameters = new Map<string, XmlElement>();

  /** Colours of an object: its own before those of the parameters that it names. */
  look(element: XmlElement): Look {
    return { ...this.#shared(attributeOf(element, "DrawParam"), 0), ...lookOf(element) };
  }

  /** Parameters may go on from others. */
  #shared(id: string | null, depth: number): Look {
    const parameters = id === null ? undefined : this.#parameters.get(id);
    if (parameters === undefined || depth > mostParents) return {};
    return { ...this.#shared(attributeOf(parameters, "Relative"), depth + 1), ...lookOf(parameters) };
  }

  /** Takes in a file of resources. */
  add(root: XmlElement): void {
    for (const font of childrenOf(childrenOf(root, "fonts")[0] ?? null, "font")) {
      const name = `${attributeOf(font, "FontName") ?? ""} ${attributeOf(font, "FamilyName") ?? ""}`;
      this.fonts.set(attributeOf(font, "ID") ?? "", { bold: attributeOf(font, "Bold") === "true" || boldFont.pattern.test(name), symbols: symbolFontOf(attributeOf(font, "FontName") ?? "") });
    }
    for (const unit of childrenOf(childrenOf(root, "compositegraphicunits")[0] ?? null, "compositegraphicunit")) this.units.set(attributeOf(unit, "ID") ?? "", unit);
    for (const parameters of childrenOf(childrenOf(root, "drawparams")[0] ?? null, "drawparam")) this.#parameters.set(attributeOf(parameters, "ID") ?? "", parameters);
  }
}

/** A character as its font shows it: signs of a symbol font are what they look like. */
export function shown(text: string, { symbols }: Font): string {
  return symbols === null ? text : (symbolOf(symbols, (text.codePointAt(0) ?? 0) & 0xff) ?? text);
}
