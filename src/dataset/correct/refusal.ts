/** A task, notice or result that cannot take a correction, and why. */
export class Refusal {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}
