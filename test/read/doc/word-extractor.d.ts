/** The part of word-extractor 1.0.4 that tests and the bench call; the package has no types of its own. */
declare module "word-extractor" {
  interface Extracted {
    readonly getBody: () => string;
    readonly getFootnotes: () => string;
    readonly getEndnotes: () => string;
    readonly getHeaders: () => string;
    readonly getTextboxes: () => string;
  }
  export default class WordExtractor {
    extract(file: string | Buffer): Promise<Extracted>;
  }
}
