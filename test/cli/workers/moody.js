// A worker that does what it is told: answer, loop, allocate, throw, leave.
import { parentPort } from "node:worker_threads";

parentPort.on("message", (mood) => {
  if (mood === "loop") for (;;);
  if (mood === "allocate") {
    const kept = [];
    for (;;) kept.push(new Array(10_000).fill(kept.length));
  }
  if (mood === "throw") throw new RangeError("out of range");
  if (mood === "reject") void Promise.reject(new TypeError("no such type"));
  else if (mood === "leave") process.exit(3);
  else parentPort.postMessage(`did ${mood}`);
});
