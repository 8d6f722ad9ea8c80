/** Version of this program; a test compares it with package.json. */
export const parserVersion = "0.2.0";

/** Semantic version of the output contract: an addition is minor, a removal or a new meaning is major. */
export const schemaVersion = "1.1.0";
