/** What a service has done, in the text form of Prometheus (exposition format 0.0.4). */
import process from "node:process";
import { parserVersion } from "../model/version.ts";
import type { Counts } from "./admission.ts";

/** Upper ends of the classes of seconds. */
const classes = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

interface Histogram {
  readonly counts: number[];
  sum: number;
  count: number;
}

/** Counters of a service. */
export interface Metrics {
  /** A request was answered. */
  readonly answered: (route: string, status: number, seconds: number) => void;
  /** A notice was read, in so many seconds. */
  readonly read: (outcome: string, seconds: number) => void;
  /** Seconds that a notice took of late. */
  readonly usualSeconds: () => number;
  readonly text: (counts: Counts, jobs: number, lost: number) => string;
}

/** Opens counters at nought. */
export function openMetrics(): Metrics {
  const requests = new Map<string, number>();
  const seconds = new Map<string, Histogram>();
  const notices = new Map<string, number>();
  let usual = 0.2;
  const add = (counts: Map<string, number>, labels: string): void => {
    counts.set(labels, (counts.get(labels) ?? 0) + 1);
  };
  return {
    answered: (route, status, took) => {
      add(requests, `{route="${route}",status="${status}"}`);
      const histogram = seconds.get(route) ?? { counts: classes.map(() => 0), sum: 0, count: 0 };
      seconds.set(route, histogram);
      for (const [i, most] of classes.entries()) if (took <= most) histogram.counts[i] = (histogram.counts[i] ?? 0) + 1;
      histogram.sum += took;
      histogram.count++;
    },
    read: (outcome, took) => {
      add(notices, `{status="${outcome}"}`);
      usual += (took - usual) / 10;
    },
    usualSeconds: () => usual,
    text: ({ inside, reading, waiting }, jobs, lost) => {
      const { user, system } = process.cpuUsage();
      return [
        ...family("fengong_build_info", "gauge", "Version of the program.", [[`{version="${parserVersion}"}`, 1]]),
        ...family("fengong_requests_total", "counter", "Requests answered, by route and HTTP status.", [...requests]),
        ...family("fengong_request_seconds", "histogram", "Seconds from the head of a request to its answer, by route.", [...seconds].flatMap(([route, histogram]) => rowsOf(route, histogram))),
        ...family("fengong_notices_total", "counter", "Notices read, by the status of their result.", [...notices]),
        ...family("fengong_jobs", "gauge", "Notices that can be read at a time.", [["", jobs]]),
        ...family("fengong_requests_inside", "gauge", "Requests that have a place, their bodies still coming or not.", [["", inside]]),
        ...family("fengong_notices_reading", "gauge", "Notices that are being read.", [["", reading]]),
        ...family("fengong_notices_waiting", "gauge", "Notices that wait for a reading process.", [["", waiting]]),
        ...family("fengong_readers_lost_total", "counter", "Reading processes that ended under a notice: a limit was met, or somebody ended them.", [["", lost]]),
        ...family("process_cpu_seconds_total", "counter", "Processor time of the serving process, without those that read.", [["", (user + system) / 1e6]]),
        ...family("process_resident_memory_bytes", "gauge", "Memory of the serving process, without those that read.", [["", process.memoryUsage.rss()]]),
        "",
      ].join("\n");
    },
  };
}

/** What stands behind the name of the family (labels in braces, for a histogram a suffix before them), and the value. */
type Row = readonly [labels: string, value: number];

function family(name: string, type: "counter" | "gauge" | "histogram", help: string, rows: readonly Row[]): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...rows.map(([labels, value]) => `${name}${labels} ${value}`)];
}

function rowsOf(route: string, { counts, sum, count }: Histogram): Row[] {
  const label = `route="${route}"`;
  const buckets = classes.map((most, i): Row => [`_bucket{${label},le="${most}"}`, counts[i] ?? 0]);
  return [...buckets, [`_bucket{${label},le="+Inf"}`, count], [`_sum{${label}}`, sum], [`_count{${label}}`, count]];
}
