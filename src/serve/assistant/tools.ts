/** The tools of `fengong mcp`, by the Model Context Protocol: reading, and nothing else. */
import { McpServer, type CallToolResult } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Pool } from "../../batch/pool.ts";
import { findDeadlines, parseDeadline } from "../../deadlines.ts";
import { ruleEntry } from "../../emit/rules.ts";
import type { ReadingOptions } from "../../model/context.ts";
import type { ParseResult } from "../../model/notice.ts";
import { toldFacts } from "../../model/options.ts";
import { told } from "../../model/told.ts";
import { parserVersion } from "../../model/version.ts";
import { parseAssignment, resolveUnit } from "../../units.ts";
import { digestOf } from "./digest.ts";
import type { Folders } from "./folders.ts";

/** What the tools work with. */
export interface Means {
  readonly folders: Folders;
  readonly pool: Pool;
  readonly options: ReadingOptions;
  /** Most characters of an answer. */
  readonly most: number;
}

/** Nothing is written and nothing fetched. */
const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false } as const;

const texts = z.array(z.string().max(5_000)).min(1).max(50).describe("Printed words, such as 9月底前 or 区编办牵头，区财政局配合");
const place = { region: toldFacts.region.optional().describe("GB/T 2260 code of the place"), issued: toldFacts.issued.optional().describe("date of issue, YYYY-MM-DD"), year: toldFacts.year.optional().describe("work year") };

/** A server with all tools. */
export function openTools({ folders, pool, options, most }: Means): McpServer {
  const server = new McpServer({ name: "fengong", version: parserVersion }, { instructions: "Reads Chinese government task-allocation notices (任务分工): who must do what, by when. Dates and units that the text does not settle are null: do not guess them. Quote the printed words with their place." });

  server.registerTool(
    "list_notices",
    {
      title: "列出通知 List notices",
      description: "Names of the documents in the folders that may be read.",
      inputSchema: z.object({ folder: z.string().default("").describe("a folder inside; all of them when empty") }),
      annotations,
    },
    async ({ folder }) => {
      const found = await folders.list(folder, 200);
      return found === null ? refusal("No such folder inside the folders that may be read.") : answer({ notices: found.names, more: found.more }, most);
    },
  );

  server.registerTool(
    "read_notice",
    {
      title: "读取通知 Read a notice",
      description: "Tasks of a notice with their units, deadlines and places. Long ones come in parts: ask again with `from` set to `next`.",
      inputSchema: z.object({
        file: z.string().min(1).describe("name of the notice, or of the letter, as list_notices gives it"),
        attachments: z.array(z.string().min(1)).max(50).default([]).describe("files that come with the letter"),
        from: z.int().min(1).default(1).describe("ordinal of the first task that is told"),
        ...place,
      }),
      annotations,
    },
    async ({ file, attachments, from, region, issued, year }) => {
      const notice = await folders.noticeOf(file, attachments);
      if (notice === null) return refusal("No such file inside the folders that may be read.");
      const done = await pool.run({ files: notice.files, options: { ...options, ...told({ region, issued, year }) }, pretty: false, output: null, kept: null });
      if (done === null || done.kept || done.json === null) return refusal("Ending.");
      return answer(digestOf(JSON.parse(done.json) as ParseResult, { from, most }), most);
    },
  );

  server.registerTool(
    "read_deadlines",
    {
      title: "只读时限 Read deadlines",
      description: "Reads printed deadlines. `cell`: all of the text is a deadline; `prose`: what binds the work is looked for.",
      inputSchema: z.object({ texts, read: z.enum(["cell", "prose"]).default("cell"), issued: place.issued, year: place.year }),
      annotations,
    },
    ({ texts: given, read, issued, year }) => {
      const one = read === "cell" ? parseDeadline : findDeadlines;
      return answer({ deadlines: given.map((text) => one(text, told({ issued, year }))) }, most);
    },
  );

  server.registerTool(
    "read_units",
    {
      title: "只读单位 Read units",
      description: "Who leads, supports and is responsible in a printed list or clause. `name`: the full name and code of one unit.",
      inputSchema: z.object({ texts, read: z.enum(["list", "name"]).default("list"), ...place }),
      annotations,
    },
    ({ texts: given, read, ...context }) => answer(read === "list" ? { lists: given.map((text) => parseAssignment(text, told(context))) } : { names: given.map((text) => resolveUnit(text, told(context))) }, most),
  );

  server.registerTool(
    "explain_rule",
    {
      title: "说明规则 Explain a rule",
      description: "What an id in `basis` of a result, or the code of a finding, means, with examples.",
      inputSchema: z.object({ id: z.string().min(1).max(200) }),
      annotations,
    },
    ({ id }) => {
      const found = ruleEntry(id);
      return found === null ? refusal("No result gives such an id.") : answer(found, most);
    },
  );

  return server;
}

/** Data as text. What is longer than fits is not cut in the middle: less is to be asked for. */
function answer(data: object, most: number): CallToolResult {
  const text = JSON.stringify(data);
  if (text.length > 2 * most) return refusal(`The answer has ${text.length} characters, more than fit (${most}): ask for less at a time.`);
  return { content: [{ type: "text", text }] };
}

function refusal(text: string): CallToolResult {
  return { content: [{ type: "text", text }], isError: true };
}
