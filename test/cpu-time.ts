/**
 * Processor time of this process in milliseconds: what a guard against runaway growth measures.
 * Unlike the clock it does not count the time that other programs had the processor.
 */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
