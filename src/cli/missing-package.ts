/** Packages that only some commands need, and that a user installs who wants them. */

/** Whether an error says that a package is not installed. */
export function isMissingPackage(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND" && /Cannot find package/u.test(error.message);
}
