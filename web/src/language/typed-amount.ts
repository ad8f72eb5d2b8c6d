import type { Catalog } from "prorata";
import { plainly, typedDigits } from "./typed-number.ts";

/** Why what was typed is no amount of money: nothing of it is guessed at, or read by half. */
export type AmountFault = "none" | "unreadable" | "decimals";

/**
 * An amount as people type and paste it, in minor units: 1,000 · １０００ · ¥100 · 1000.5 · CNY 20 · 20元 · 2万. Only
 * the currency's own sign is one. What has more decimals than the currency is refused, and so is a comma that does not
 * stand between thousands. Infinity where it is more than can be counted.
 */
export function typedAmount(typed: string, { code, minorDigits }: Catalog["currency"]): number | AmountFault {
  const read = typedDigits(withoutCurrency(plainly(typed), code).trim());
  if (typeof read === "string") return read;
  const { sign, whole, fraction, moved } = read;
  if (sign !== "") return "unreadable";
  const places = minorDigits + moved;
  if (fraction.length > places) return "decimals";
  const minor = Number(`${whole}${fraction.padEnd(places, "0")}`);
  return Number.isSafeInteger(minor) ? minor : Number.POSITIVE_INFINITY;
}

function withoutCurrency(text: string, code: string): string {
  const format = new Intl.NumberFormat("en", { style: "currency", currency: code, currencyDisplay: "narrowSymbol" });
  const symbol = format.formatToParts(0).find(({ type }) => type === "currency")?.value ?? code;
  const names = [code, symbol, ...(code === "CNY" ? ["RMB", "元"] : [])];
  const before = names.find((name) => text.startsWith(name));
  if (before !== undefined) return text.slice(before.length);
  const after = names.find((name) => text.endsWith(name));
  return after === undefined ? text : text.slice(0, -after.length);
}
