/**
 * Links of many notices: processor time, memory, links.
 *
 *     node test/bench/links.ts [--tasks 100000]
 *
 * Notices are made of invented sentences: half of them in families (a province, its cities, their counties; a city takes over two thirds of the sentences,
 * split, merged and with words of its own), half alone; every tenth sentence is one of a few hundred phrases that stand everywhere.
 */
import process from "node:process";
import { linkResults } from "../../src/lineage/links.ts";
import type { ParseResult, Task } from "../../src/model/notice.ts";
import { noticeOf, resultOf, taskOf } from "../build-notice.ts";

const wanted = Number(process.argv[process.argv.indexOf("--tasks") + 1] ?? "") || 100_000;
const tasksOfNotice = 40;
const membersOfFamily = 20;

let seed = 20_310_601;
function chance(below: number): number {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}

const characters = Array.from({ length: 1_800 }, (_, i) => String.fromCharCode(0x4e00 + i * 7));
const words = Array.from({ length: 6_000 }, () => Array.from({ length: 2 + chance(3) }, () => characters[Math.floor(chance(1_800) * (chance(1_000) / 1_000))]).join(""));
const phrase = (): string => Array.from({ length: 3 + chance(4) }, () => words[chance(words.length)]).join("");
const sentence = (): string => `${Array.from({ length: 2 + chance(3) }, phrase).join("，")}。`;
const common = Array.from({ length: 300 }, sentence);

/** The texts of a notice: its own ones, or mostly those of another. */
function textsOf(model: readonly string[] | null): string[] {
  return Array.from({ length: tasksOfNotice }, (_, i) => {
    if (chance(10) === 0) return sentence() + (common[chance(common.length)] ?? "");
    const taken = model !== null && chance(3) > 0 ? (model[i] ?? "") : null;
    if (taken === null) return sentence() + sentence();
    const at = chance(taken.length);
    return chance(2) === 0 ? taken.slice(0, at) + phrase() + taken.slice(at) : `${taken.slice(taken.indexOf("。") + 1)}${sentence()}`;
  });
}

function* results(): Generator<ParseResult, void, undefined> {
  for (let n = 0; n * tasksOfNotice < wanted; n += membersOfFamily) {
    const family = (n / membersOfFamily) % 2 === 0;
    const first = textsOf(null);
    for (let i = 0; i < membersOfFamily; i++) {
      const texts = i === 0 ? first : textsOf(family ? first : null);
      const number = `甲政发〔2031〕${n + 1}号`;
      const id = `notice-${n + i}`;
      yield resultOf({
        notice: noticeOf({
          id,
          title: `第${n + i}号通知`,
          documentNumber: { text: `甲政发〔2031〕${n + i + 1}号`, agencyCode: "甲政发", year: 2031, serial: n + i + 1 },
          dateIssued: `20${31 + (i % 3)}-0${1 + (i % 9)}-15`,
          references: family && i > 0 ? [{ documentNumber: number, title: null, relation: "implements", text: number, verb: { text: "落实", place: [] }, basis: "implements", place: [] }] : [],
        }),
        tasks: texts.map((text, t): Task => taskOf({ id: `${id}/${t}`, ordinal: t + 1, text })),
      });
    }
  }
}

const made = performance.now();
const all = [...results()];
const tasks = all.reduce((sum, one) => sum + one.tasks.length, 0);
const characterCount = all.reduce((sum, one) => sum + one.tasks.reduce((inner, { text }) => inner + text.length, 0), 0);
const before = process.cpuUsage();
const lineage = linkResults(all);
let [links, certain] = [0, 0];
for (const link of lineage.links()) {
  links++;
  if (link.certain) certain++;
}
const { user, system } = process.cpuUsage(before);
process.stdout.write(`${tasks} tasks, ${characterCount} characters, ${all.length} notices (made in ${Math.round(performance.now() - made)} ms with the linking)\n`);
process.stdout.write(`${links} links, ${certain} certain; processor ${((user + system) / 1e6).toFixed(1)} s; memory ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB, of which ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most\n`);
