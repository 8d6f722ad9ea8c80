/** Page records that lost their table: labels and values on lines of their own, without colons, some values missing. */
import { quote } from "../../model/quote.ts";
import { commonWords, labelRow } from "../../rules/metadata/labels.ts";
import { genre } from "../../rules/metadata/wording.ts";
import type { Line, TextLine } from "./line.ts";
import { fitsField, type Entry } from "./page-record.ts";
import type { Scene } from "./scene.ts";

/** Fewer labels than this are words of the text. */
const fewestLabels = 3;
const longestValue = 40;

/** The entries of a run of bare labels that begins at a line, and the index of the line after it; null when none begins there. */
export function readLooseRecord(scene: Scene, from: number): { entries: Entry[]; to: number } | null {
  const entries: Entry[] = [];
  let sure = 0;
  let index = from;
  for (let label = labelAt(scene.lines[index]); label !== null; label = labelAt(scene.lines[index])) {
    const row = labelRow(label.key);
    const value = valueAt(scene, index + 1, label);
    entries.push({
      label: label.key,
      row,
      value: value === null ? { text: "", spans: [] } : quote(scene.document, value.span),
      spans: value === null ? [label.span] : [label.span, value.span],
    });
    if (!commonWords.has(label.key)) sure++;
    index += value === null ? 1 : 2;
  }
  return entries.length >= fewestLabels && sure >= 2 ? { entries, to: index } : null;
}

function labelAt(line: Line | undefined): TextLine | null {
  return line?.kind === "text" && labelRow(line.key) !== undefined ? line : null;
}

/** The line behind a label, unless it is a label itself; the last value must look like one, for the title may follow an empty field. */
function valueAt(scene: Scene, index: number, label: TextLine): TextLine | null {
  const line = scene.lines[index];
  if (line?.kind !== "text" || labelAt(line) !== null || line.key.length > longestValue * 2) return null;
  if (labelAt(scene.lines[index + 1]) !== null) return line;
  const row = labelRow(label.key);
  if (row !== undefined && fitsField(row, line.text)) return line;
  const plain = !line.prominent && line.key.length <= longestValue && !genre.pattern.test(line.key) && !line.key.includes("关于");
  return plain && row?.field === "further" ? line : null;
}
