/** Plain texts, and files of no format, that mean harm. */
import { encode, type AttackRow } from "./attack.ts";

const zeros = (length: number, value = 0): Uint8Array => new Uint8Array(length).fill(value);

export const textAttacks: readonly AttackRow[] = [
  { name: "text: a line of 10 MB", make: () => encode("任务".repeat(1_700_000)), costly: true },
  { name: "text: a line of 200 kB", make: () => encode("任务，".repeat(22_000)) },
  { name: "text: 30 000 empty lines", make: () => encode(`任务${"\n".repeat(30_000)}任务`) },
  { name: "text: 100 000 blanks", make: () => encode(`任务${" ".repeat(100_000)}任务`) },
  { name: "text: 5000 columns", make: () => encode(Array.from({ length: 20 }, () => "任务   ".repeat(1000)).join("\n")) },
  { name: "text: nothing but brackets", make: () => encode("（".repeat(50_000)) },
  { name: "text: brackets in brackets", make: () => encode(`${"（市".repeat(5000)}${"）".repeat(5000)}`) },
  { name: "text: NULs between the letters", make: () => encode([..."一、任务。（牵头单位：市财政局）"].join("\0")) },
  { name: "text: UTF-7", make: () => encode("+TvtSoQ- +ADw-b+AD4-\n".repeat(50)) },
  { name: "text: a mark of UTF-16 before UTF-8", make: () => new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), encode("一、任务。（牵头单位：市财政局）")])) },
  { name: "text: halves of surrogates", make: () => new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("一、任务\ud800。（牵头单位：市\udc00财政局）", "utf16le")])) },
  { name: "text: years, deadlines and units without end", make: () => encode("2020年12月底前、市财政局、完成时限：".repeat(3000)) },
  { name: "none: empty", make: () => zeros(0), says: "input/empty", status: "failed" },
  { name: "none: a million zeros", make: () => zeros(1_000_000), says: "input/unknown-format", status: "failed" },
  { name: "none: a million 0xff", make: () => zeros(1_000_000, 0xff), says: "text/charset-damaged", status: "empty" },
  { name: "none: the signs of many formats", make: () => encode("PK\u0003\u0004%PDF-1.7<html>{\\rtf1") },
  { name: "none: a compound file that leads in circles", make: () => new Uint8Array(Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(22), Buffer.from("fefffe0003000900", "hex"), Buffer.alloc(6000)])), status: "failed" },
];
