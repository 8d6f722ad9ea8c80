/** `fengong serve`: the service, its log and its end. */
import process from "node:process";
import type { ServiceSettings } from "../serve/call.ts";
import { listen, type Listening } from "../serve/server.ts";
import { defaultLimits } from "../model/context.ts";
import { jsonText } from "../text/shown.ts";
import type { Ended } from "./command.ts";
import type { Exit } from "./exit-codes.ts";
import type { Settings } from "./run.ts";
import { serviceWords } from "./service-words.ts";

/** What a command line asks for beside the options of reading. */
export interface Wanted {
  readonly host: string;
  readonly port: number;
  readonly jobs: number;
  readonly waiting: number;
  /** Seconds. */
  readonly receive: number;
}

/** Serves until it is told to end. Throws a Shortage where it cannot listen. */
export async function serveNotices({ host, port, jobs, waiting, receive }: Wanted, settings: Settings): Promise<Ended> {
  const { streams, language, options, budget, tell } = settings;
  const log = (line: object): void => {
    streams.stdout.write(jsonText({ time: new Date().toISOString(), ...line }));
  };
  const service: ServiceSettings = {
    options,
    budget,
    jobs,
    waiting,
    bounds: { bytes: options.limits?.bytes ?? defaultLimits.bytes, milliseconds: receive * 1000 },
    language,
    log: (line) => {
      log({ event: "request", ...line });
    },
  };
  const listening = await listen(service, { host, port });
  log({ event: "listening", address: listening.address });
  const say = (line: string): void => {
    if (tell !== "errors") streams.stderr.write(`${line}\n`);
  };
  say(`fengong: ${serviceWords.listening[language]} ${listening.address}`);
  if (!isOwn(host)) say(serviceWords.openToOthers[language]);
  const exit = await untilEnded(listening, () => say(serviceWords.draining[language]));
  log({ event: "ended", exit });
  return { exit, wrong: null };
}

function isOwn(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

/** SIGTERM or Ctrl-C lets what is inside be answered; the second ends it at once. */
function untilEnded(listening: Listening, tell: () => void): Promise<Exit> {
  return new Promise((resolve) => {
    let told = false;
    const end = (exit: Exit): void => {
      for (const signal of ["SIGTERM", "SIGINT"] as const) process.off(signal, asked);
      resolve(exit);
    };
    const asked = (): void => {
      if (told) {
        listening.stop();
        end("interrupted");
        return;
      }
      told = true;
      tell();
      void listening.drain().then(() => {
        end("ok");
      });
    };
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, asked);
  });
}
