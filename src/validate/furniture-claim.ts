import type { Claim } from "../model/draft.ts";

/** Owners of claims that begin so belong to the page, not to the notice. */
export const furnitureOwner = "furniture:";

/** Whether a claim is of page furniture, by a named rule. */
export function isFurnitureClaim({ owner }: Claim): boolean {
  return owner.startsWith(furnitureOwner);
}
