/** The page around the notices: everything that stays while notices come and go. */
import { markup, type Markup } from "../emit/report/markup.ts";
import type { Language } from "../model/finding.ts";
import { words, type Word } from "./words.ts";

/** What the browser's half says itself. */
const spoken = ["moved", "saved", "undone", "nothingToUndo", "withdrawn", "nothingToWithdraw", "cannotKeep", "end", "loading", "page", "noPages", "noSuchPage", "noToken", "notThere", "wrongToken", "usedPass", "defect", "tooMuch", "refusedBy", "gone", "readOnly", "notAtHand", "notDrawn", "reading", "asInWord", "noPreview", "changed", "finding", "confirm", "correct", "drop", "add", "withdraw", "comparing", "notCompared", "alone"] as const satisfies readonly Word[];

/** The parts of the page that differ between a server and a file. */
export interface Shell {
  readonly language: Language;
  readonly head: Markup;
  readonly foot: Markup;
}

/** Lines of words that begin with their keys, each of one character. */
function keyed(lines: string): (readonly [keys: string, what: string])[] {
  return lines.split(" · ").map((line) => {
    const parts = line.split(" ");
    const first = parts.findIndex((part) => !/^[!-~]$/u.test(part));
    return [parts.slice(0, first).join(" "), parts.slice(first).join(" ")] as const;
  });
}

/** The page. */
export function pageOf({ language, head, foot }: Shell): string {
  const say = (word: Word): string => words[word][language];
  const told = JSON.stringify(Object.fromEntries(spoken.map((word) => [word, say(word)])));
  const key = (name: string, word: Word, keys: string): Markup => markup`<button type="button" data-do="${name}"><kbd>${keys}</kbd> ${say(word)}</button>`;
  return markup`<!DOCTYPE html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>fengong ${say("title")}</title>
${head}
</head>
<body data-words="${told}">
<header class="bar">
<div id="head" class="head"><h1>fengong ${say("title")}</h1></div>
<div class="tools">
<input id="find" type="search" placeholder="${say("search")}" aria-label="${say("search")}">
<label class="filter"><span class="hidden">${say("shown")}</span><select id="filter"><option value="">${say("all")}</option><option value="finding">${say("finding")}</option><option value="open">${say("open")}</option><option value="corrected">${say("corrected")}</option><option value="confirmed">${say("confirmed")}</option></select></label>
<button type="button" id="shelf-button" aria-expanded="false" aria-controls="shelf">${say("notices")}</button>
</div>
</header>
<nav id="shelf" hidden aria-label="${say("notices")}"></nav>
<div id="notes" role="alert" hidden></div>
<main>
<section id="source" class="pane" aria-label="${say("source")}"><div id="tabs" role="tablist" aria-label="${say("source")}"></div><div id="sheets" tabindex="0" role="group" aria-label="${say("source")}"></div></section>
<div id="divider" role="separator" aria-orientation="vertical" aria-label="${say("source")} / ${say("reading")}" aria-valuemin="20" aria-valuemax="80" aria-valuenow="50" tabindex="0"></div>
<section id="reading" class="pane" tabindex="-1" aria-label="${say("reading")}">
<h2>${say("findings")}</h2>
<div id="findings"></div>
<div id="beside"></div>
<h2>${say("tasks")}</h2>
<div id="rows" role="grid" aria-label="${say("tasks")}"><div class="row titles" role="row"><div role="columnheader">${say("number")}</div><div role="columnheader">${say("text")}</div><div role="columnheader">${say("units")}</div><div role="columnheader">${say("times")}</div></div><div id="tasks" role="presentation"></div></div>
</section>
</main>
<footer class="foot"><div class="keys" aria-label="${say("keys")}" role="toolbar">${key("confirm", "confirm", "a")}${key("correct", "correct", "e")}${key("drop", "drop", "d")}${key("add", "add", "o")}${key("withdraw", "withdraw", "w")}${key("undo", "undo", "u")}${key("help", "help", "?")}<span class="hint">${keyed(say("hint")).map(([keys, what]) => markup`<kbd>${keys}</kbd> ${what}`)}</span><output id="told" aria-live="polite"></output></div></footer>
<dialog id="dialog" aria-labelledby="dialog-title"><form method="dialog"><h2 id="dialog-title"></h2>
<label data-part="field">${say("field")}<select id="field" name="field"></select></label>
<p data-part="read" class="was"><span>${say("readValue")}</span> <q id="was"></q></p>
<label data-part="value">${say("value")}<textarea id="value" name="value" rows="3"></textarea></label>
<label data-part="words">${say("printedWords")}<textarea id="printed" name="printed" rows="2"></textarea></label>
<div data-part="more" class="more"><label>${say("number")}<input id="add-number" name="number"></label><label>${say("responsible")}<input id="add-responsible" name="responsible"></label><label>${say("due")}<input id="add-due" name="due" placeholder="2026-12-31"></label></div>
<label data-part="reason">${say("reason")}<input id="reason" name="reason" required></label>
<label>${say("person")}<input id="person" name="person" required autocomplete="name"></label>
<p id="wrong" role="alert" hidden></p>
<div class="choices"><button type="button" data-do="cancel">${say("cancel")}</button><button type="submit" id="save">${say("save")}</button></div></form></dialog>
<dialog id="help" aria-labelledby="help-title"><h2 id="help-title">${say("help")}</h2><ul class="keylist">${keyed(say("keyHelp")).map(([keys, what]) => markup`<li><span>${keys.split(" ").map((one) => markup`<kbd>${one}</kbd> `)}</span><span>${what}</span></li>`)}</ul><form method="dialog"><button type="submit">${say("close")}</button></form></dialog>
${foot}
</body>
</html>
`.html;
}
