/** The code by which the system names what went wrong (ENOENT, EACCES …); the words of any other error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
