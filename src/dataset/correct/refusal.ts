/** A task, notice or result that cannot take a correction, and why. */
export class Refusal {
  readonly reason: string;
  /** The same in Chinese, for who corrects. */
  readonly zh: string;
  constructor(reason: string, zh: string) {
    [this.reason, this.zh] = [reason, zh];
  }
}
