#!/usr/bin/env node
// The command. Asks for the Node version before anything else is loaded, so that an old Node gives one clear line.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 22 || (major === 22 && minor < 13)) {
  console.error(`fengong needs Node >= 22.13; this is Node ${process.versions.node}. 需要 Node 22.13 或更高版本。`);
  process.exitCode = 6;
} else {
  const { main } = await import("./main.ts");
  await main();
}
