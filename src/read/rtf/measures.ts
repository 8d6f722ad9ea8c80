/** Sizes of pictures and dates of documents, which RTF gives number by number. */

/** A picture: its size in pixels, and in twentieths of a point with scales in percent. */
export interface Picture {
  width: number;
  height: number;
  goalWidth: number;
  goalHeight: number;
  scaleX: number;
  scaleY: number;
}

/** A date and a time of day. */
export interface Time {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

/** Nothing said. */
export function openPicture(): Picture {
  return { width: 0, height: 0, goalWidth: 0, goalHeight: 0, scaleX: 100, scaleY: 100 };
}

/** The size on the page as a style of VML. Pixels are those of a screen, 15 twentieths of a point each. */
export function pictureStyle({ width, height, goalWidth, goalHeight, scaleX, scaleY }: Picture): string {
  const side = (goal: number, own: number, scale: number): string => (((goal > 0 ? goal : own * 15) * scale) / 100 / 20).toFixed(2);
  return `width:${side(goalWidth, width, scaleX)}pt;height:${side(goalHeight, height, scaleY)}pt`;
}

/** In ISO 8601; null for a date that was not set. */
export function writtenTime({ year, month, day, hour, minute }: Time): string | null {
  const two = (value: number): string => String(value).padStart(2, "0");
  return year > 1970 ? `${String(year)}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00` : null;
}
