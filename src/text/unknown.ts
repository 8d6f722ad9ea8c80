/** Stands for a character that nobody can know: U+FFFD, as decoders write it. */
export const unknownCharacter = "\ufffd";
