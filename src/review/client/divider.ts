/** Where the two sides part: moved by pointer, or by arrow keys. */
import { part } from "./dialog.ts";

/** Lets people move the divider. */
export function openDivider(): void {
  const divider = part("divider", HTMLElement);
  const move = (share: number): void => {
    const left = Math.min(Math.max(share, 20), 80);
    divider.setAttribute("aria-valuenow", String(Math.round(left)));
    divider.parentElement?.style.setProperty("--left", `${String(left)}fr`);
    divider.parentElement?.style.setProperty("--right", `${String(100 - left)}fr`);
  };
  divider.addEventListener("pointerdown", (event) => { divider.setPointerCapture(event.pointerId); });
  divider.addEventListener("pointermove", (event) => {
    if (divider.hasPointerCapture(event.pointerId)) move((100 * event.clientX) / innerWidth);
  });
  divider.addEventListener("keydown", ({ key }) => {
    const by = key === "ArrowLeft" ? -5 : key === "ArrowRight" ? 5 : 0;
    if (by !== 0) move(Number(divider.getAttribute("aria-valuenow")) + by);
  });
}
