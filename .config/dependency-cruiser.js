// The house rules about imports. test/house/guards.test.ts breaks each of them once and sees it bark.

// A room may import those before it. The five stages stand side by side and do not know each other.
const ground = ["model", "text", "rules"];
const stages = ["read", "segment", "normalise", "validate", "emit"];
// Ways in which others come to the work: in a browser, over HTTP, through a queue.
const surroundings = ["review", "serve", "queue"];
const doors = ["pipeline.ts", "arguments.ts", "notices.ts", "ocr", "ocr.ts", "batch", "dataset", "lineage", ...surroundings, "deadlines.ts", "units.ts", "outputs.ts", "schemas.ts", "bullmq.ts", "cheerio.ts", "chrono.ts", "index.ts", "cli"];

const within = (rooms) => `^src/(?:${rooms.map((room) => room.replace(".", "[.]")).join("|")})(?:/|$)`;
const forbid = (room, rooms) => ({
  name: `${room.replace(".ts", "")}-stays-below`,
  severity: "error",
  comment: "Imports go one way: model <- text <- rules <- the five stages, which do not know each other <- pipeline <- batch <- dataset <- lineage <- review, serve, queue, which do not know each other <- index, cli.",
  from: { path: within([room]) },
  to: { path: within(rooms) },
});

// Inside a room: its parts in order, each may import those before it. Parts of one line do not know each other.
export const insides = {
  dataset: [["edition.ts", "fields.ts", "fingerprint.ts"], ["keep"], ["correct"], ["gather"], ["assemble"], ["publish"], ["ask"], ["build.ts"]],
  segment: [["item"], ["front", "outline", "table"], ["walk.ts"], ["segment.ts"]],
};
const walls = Object.entries(insides).flatMap(([room, lines]) =>
  lines.slice(0, -1).flatMap((parts, i) =>
    parts.map((part) => ({
      name: `${room}-${part.replace(".ts", "")}-stays-below`,
      severity: "error",
      comment: `Inside ${room} imports go one way: ${lines.map((line) => line.join(", ")).join(" <- ")}.`,
      from: { path: within([`${room}/${part}`]) },
      to: { path: within([...(part.endsWith(".ts") ? [] : parts.filter((other) => other !== part)), ...lines.slice(i + 1).flat()].map((other) => `${room}/${other}`)) },
    })),
  ),
);

// Same bytes, same answer: what the machine, the place or the moment decides stays outside.
const machine = ["fs", "process", "child_process", "worker_threads", "os", "net", "http", "https", "dns", "timers", "perf_hooks", "cluster", "tty", "readline"];

const doorways = "^(?:src/(?:index|bullmq|cheerio|chrono|deadlines|units|outputs|ocr|schemas|cli/start|batch/process|batch/load-process|batch/recognising-process|batch/watchman|review/review-process|review/client/[a-z-]+)|[.]config/write-[a-z]+|scripts/(?:build|write-[a-z-]+))[.]ts$";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...ground.map((room, i) => forbid(room, [...ground.slice(i + 1), ...stages, ...doors])),
    ...stages.map((room) => forbid(room, [...stages.filter((other) => other !== room), ...doors])),
    forbid("pipeline.ts", ["batch", "dataset", "lineage", ...surroundings, "index.ts", "cli"]),
    forbid("ocr", [...stages, "pipeline.ts", "batch", "dataset", "lineage", ...surroundings, "ocr.ts", "index.ts", "cli"]),
    forbid("batch", ["dataset", "lineage", ...surroundings, "index.ts", "cli"]),
    forbid("dataset", ["lineage", ...surroundings, "index.ts", "cli"]),
    // Links stand on results alone, whoever made them.
    forbid("lineage", [...stages.filter((stage) => stage !== "emit"), ...doors.filter((door) => door !== "lineage")]),
    ...surroundings.map((room) => forbid(room, [...surroundings.filter((other) => other !== room), "index.ts", "cli"])),
    forbid("index.ts", ["batch", "dataset", "lineage", ...surroundings, "cli"]),
    forbid("cli", ["index.ts"]),
    ...walls,
    { name: "no-ring", severity: "error", comment: "Files import each other in a ring.", from: {}, to: { circular: true } },
    { name: "no-lost-import", severity: "error", comment: "The imported file or package does not exist. The manifest of numfmt 4.0.1 names types that it does not bring; Node and TypeScript pass over them.", from: {}, to: { couldNotResolve: true, pathNot: "^numfmt$" } },
    { name: "src-stands-alone", severity: "error", comment: "src needs nothing from test, scripts, .config or dist.", from: { path: "^src/" }, to: { path: "^(?:test|scripts|[.]config|dist)/" } },
    {
      name: "only-cli-knows-the-machine",
      severity: "error",
      comment: "Only src/cli, src/batch, src/dataset, src/ocr (which finds models on the disk) and the ways in from outside (src/review, src/serve, src/queue) know files, process, threads and network.",
      from: { path: "^src/", pathNot: `^src/(?:${["cli", "batch", "dataset", "ocr", ...surroundings].join("|")})/` },
      to: { dependencyTypes: ["core"], path: `^(?:node:)?(?:${machine.join("|")})(?:/|$)` },
    },
    {
      name: "src-runs-on-dependencies",
      severity: "error",
      comment: "What src imports is a dependency of the package, not of its development.",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown", "undetermined"], dependencyTypesNot: ["npm-peer"] },
    },
    {
      name: "no-lost-file",
      severity: "error",
      comment: "Neither the library nor the command needs this file.",
      from: { path: doorways },
      to: { path: "^src/", pathNot: doorways, reachable: false },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|^src/read/pdf/pdfjs/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "node", "default"], extensions: [".ts", ".js", ".d.ts"] },
  },
};
