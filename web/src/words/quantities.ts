// Amounts that only stand below the answer, as words.
import type { Catalog } from "./catalog.ts";
import { formatAmount } from "./format.ts";
import type { Quantity } from "../files/policy.ts";

export function formatQuantity(catalog: Catalog, { value, unit, per }: Quantity): string {
  const amount = formatAmount(catalog, { value, unit });
  return per === undefined ? amount : catalog.say("quantity.per", { amount, period: catalog.word("period", per) });
}
