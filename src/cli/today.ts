/** The day of the clock of this machine, `YYYY-MM-DD`: for what people sign, never for what is read. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
