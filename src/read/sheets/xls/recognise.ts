/** Knows a workbook of Excel 97–2003 by its first record. */

/** Whether bytes begin with the first record of a workbook, of whatever version. */
export function startsWorkbook(bytes: Uint8Array): boolean {
  const [low, high, length = 0, zero] = bytes;
  return low === 9 && (high === 0 || high === 2 || high === 4 || high === 8) && zero === 0 && (length === 4 || length === 6 || length === 8 || length === 16);
}
