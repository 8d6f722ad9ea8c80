#!/usr/bin/env node
// The command. Looks at the Node version before anything else is loaded, so that an old Node hands over to a fit one.
import { isFit, startAgain } from "./other-node.ts";

if (isFit(process.versions.node)) await import("./main.ts").then(({ main }) => main());
else await startAgain(import.meta.url);
