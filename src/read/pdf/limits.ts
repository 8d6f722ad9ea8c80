/** How much pdf.js may do for a page and for a document. */

/** More drawing operators than this are no page of a notice: each character and line takes one to five. */
export const mostOperators = 250_000;

/** How much pdf.js reads of one page: an operator is a step, and each form, font or the like that it stops for twenty more. */
export const stepsOfPage = 8 * mostOperators;

/**
 * A document has as many steps, and so many more for each of its bytes. Four bytes of a font file that is read are another step, each byte of an
 * object or of a map to Unicode is one, and each width in a list is eight. Notices take less than two steps per byte.
 */
export const stepsPerByte = 10;
