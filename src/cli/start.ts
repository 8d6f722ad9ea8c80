#!/usr/bin/env node
// The command. Looks at the Node version before anything else is loaded, so that an old Node hands over to a fit one.
import { isFit } from "./fit-node.ts";

const [word, ...more] = process.argv.slice(2);
if (!isFit(process.versions.node)) await import("./other-node.ts").then(({ startAgain }) => startAgain(import.meta.url));
else if (more.length === 0 && (word === "--version" || word === "-V")) await import("./version.ts").then(({ tellVersion }) => tellVersion());
else if (more.length > 0 || (word !== "--help" && word !== "-h") || !(await import("./help-page.ts").then(({ tellHelp }) => tellHelp()))) {
  // In the repository sources change too often to be kept compiled.
  if (import.meta.url.endsWith(".js")) await import("./compile-cache.ts").then(({ keepCompiled }) => keepCompiled());
  await import("./main.ts").then(({ main }) => main());
}
