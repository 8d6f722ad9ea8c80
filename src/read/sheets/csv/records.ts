/** Separated values as records (RFC 4180): quotes, doubled quotes and line ends inside them. Reading takes linear time. */

/** The records of a text; a record of nothing is an empty line. A quote that never closes is a character like others. */
export function recordsOf(text: string, delimiter: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  let quotes = true;
  const finish = (): void => {
    records.push(record.length === 1 && record[0] === "" ? [] : record);
    record = [];
  };
  while (at < text.length) {
    const quoted = quotes && text.charAt(at) === '"' ? quotedField(text, at, delimiter) : null;
    if (quotes && text.charAt(at) === '"' && quoted === null) quotes = closes(text, at);
    const { value, end } = quoted ?? plainField(text, at, delimiter);
    record.push(value);
    at = end;
    if (text.charAt(at) === delimiter) {
      at++;
      if (at === text.length) record.push("");
      continue;
    }
    finish();
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  if (record.length > 0) finish();
  return records;
}

interface Field {
  readonly value: string;
  /** Where the delimiter, the line end or the end of the text stands. */
  readonly end: number;
}

function plainField(text: string, start: number, delimiter: string): Field {
  let end = start;
  while (end < text.length && !isEnd(text.charAt(end), delimiter)) end++;
  return { value: text.slice(start, end), end };
}

function isEnd(character: string, delimiter: string): boolean {
  return character === delimiter || character === "\n" || character === "\r";
}

/** Whether another quote stands behind this one at all: without one no later field is quoted either. */
function closes(text: string, at: number): boolean {
  return text.includes('"', at + 1);
}

/** A field in quotes, null when its closing quote is followed by further words or missing: then the quote is one of its words. */
function quotedField(text: string, start: number, delimiter: string): Field | null {
  let value = "";
  for (let from = start + 1; ; ) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return null;
    value += text.slice(from, quote);
    if (text.charAt(quote + 1) === '"') {
      value += '"';
      from = quote + 2;
      continue;
    }
    const after = text.charAt(quote + 1);
    return after === "" || isEnd(after, delimiter) ? { value, end: quote + 1 } : null;
  }
}
