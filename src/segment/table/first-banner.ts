/** A heading row that stands above the header, where each group has one: 市住建局 above the header, 市水利局 further down. */
import { readMarker } from "../../rules/markers.ts";
import { reading } from "../../text/reading.ts";
import { isUnitName } from "../item/unit-name.ts";
import { soleCell, type Grid, type GridCell } from "./grid.ts";
import { repeatsHeader } from "./header.ts";
import type { Header } from "./header-columns.ts";

/** How titles of tables end. */
const title = /(?:表|清单|台账|方案|一览|图|计划|安排|要点|任务卡|督办单|交办单|派工单|任务单)(?:[(（][^()（）]*[)）])?$/u;

/** The cell of that row right above the header; null where a title or caption stands there. */
export function firstBanner(grid: Grid, header: Header | null): GridCell | null {
  const above = header === null || header.rows[0] === 0 ? null : soleCell(grid, header.rows[0] - 1);
  if (header === null || above === null || title.test(above.words) || /[:：]/u.test(above.words)) return null;
  if (isUnitName(reading(above.quote.text))) return above;
  for (let row = header.rows[1]; row < grid.rows - 1; row++) {
    const below = soleCell(grid, row);
    if (below !== null && (counts(above, below) || (readMarker(above.quote.text) === null && repeatsHeader(grid, row + 1, header.columns)))) return above;
  }
  return null;
}

/** 一、…, 二、…: the row below goes on from the row above. */
function counts(above: GridCell, below: GridCell): boolean {
  const [one, other] = [readMarker(above.quote.text), readMarker(below.quote.text)];
  return one !== null && other !== null && one.rule === other.rule && other.value === one.value + 1;
}
