/** The list of notices: those with most to look at first. */
import type { Listed } from "./backend.ts";
import { part } from "./dialog.ts";

/** Draws the list; `finding` names what is counted. */
export function drawShelf(notices: readonly Listed[], current: number, finding: string): void {
  const list = document.createElement("ol");
  const order = [...notices].sort((a, b) => (b.open ?? -1) - (a.open ?? -1) || a.n - b.n);
  const ends = Map.groupBy(notices, ({ name }) => endOf(name));
  const callOf = ({ name }: Listed): string => (ends.get(endOf(name))?.length === 1 ? endOf(name) : name);
  list.append(...order.map((notice) => lineOf({ ...notice, name: callOf(notice) }, notice.n === current, finding)));
  part("shelf", HTMLElement).replaceChildren(list);
  part("shelf-button", HTMLElement).hidden = notices.length < 2;
}

/** The file without its folders. */
function endOf(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

function lineOf({ n, name, title, open }: Listed, isCurrent: boolean, finding: string): HTMLLIElement {
  const [line, button, file, count] = [document.createElement("li"), document.createElement("button"), document.createElement("span"), document.createElement("span")];
  button.type = "button";
  button.dataset["n"] = String(n);
  if (isCurrent) button.setAttribute("aria-current", "true");
  button.append(title ?? name);
  // Several files may bear one title.
  file.className = "name";
  file.textContent = title === null ? "" : name;
  count.className = "n";
  count.textContent = open === null ? "…" : `${String(open)} ${finding}`;
  button.append(file, count);
  line.append(button);
  return line;
}
