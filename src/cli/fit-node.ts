/** Which Node is fit. Loaded before anything else, on any Node. */

/** The oldest Node that the program runs on. */
export const oldest = [22, 13] as const;

/** Set for the process that was started again: where its command line stands in full, bytes that are no UTF-8 kept. */
export const cmdlineVariable = "FENGONG_CMDLINE";

/** Whether a version, such as 22.13.0, is fit. */
export function isFit(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}
