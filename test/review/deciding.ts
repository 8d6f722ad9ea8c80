/** A process that decides and decides until it is killed: `node deciding.ts FOLDER FIRST`. Says each number and the revision after it when it was answered. */
import process from "node:process";
import { filesIn, openDeciding } from "./decisions.ts";

const [folder = "", first = "0"] = process.argv.slice(2);
const { decide } = openDeciding(filesIn(folder));
for (let number = Number(first); ; number++) process.stdout.write(`${number} ${await decide(number)}\n`);
