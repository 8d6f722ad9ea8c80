/** When something is in view, and how far it is scrolled when it is not: in the page and in the frame of the second view. */

/** Upper and lower edge of a box, or of what it is seen through. */
export interface Edges {
  readonly top: number;
  readonly bottom: number;
}

/** What is seen is so far from the edge. */
const margin = 8;

/** Whether it can be seen as a whole. */
export function isLow({ top, bottom }: Edges, view: Edges): boolean {
  return bottom - top <= view.bottom - view.top - 2 * margin;
}

/** Whether all of it is seen; of what is higher than the view, whether it begins in its upper third. */
export function isSeen(box: Edges, view: Edges): boolean {
  if (box.top < view.top + margin) return false;
  return box.bottom <= view.bottom - margin || (!isLow(box, view) && box.top <= (2 * view.top + view.bottom) / 3);
}

/** How far down to scroll so that it stands in the middle; of what is higher than the view, so that its beginning is seen. */
export function wayIntoView({ top, bottom }: Edges, view: Edges): number {
  return top - view.top - Math.max(margin, (view.bottom - view.top - (bottom - top)) / 2);
}
