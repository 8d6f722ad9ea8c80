/** The part of the edtf package that the tests use; it brings no types of its own. */
declare module "edtf" {
  /** Bounds in milliseconds since 1970-01-01 UTC; infinite where open. Throws on what is not EDTF. */
  export default function edtf(text: string): { readonly min: number; readonly max: number };
}
