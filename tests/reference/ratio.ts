/** An exact fraction; the denominator is above 0. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ratio = (numerator: bigint, denominator = 1n): Ratio => ({ numerator, denominator });

export const sum = (terms: Ratio[]): Ratio =>
  terms.reduce(
    (a, b) => ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator),
    ratio(0n),
  );

/** To a minor unit: half away from zero. */
export function rounded({ numerator, denominator }: Ratio): bigint {
  const magnitude = (2n * (numerator < 0n ? -numerator : numerator) + denominator) / (2n * denominator);
  return numerator < 0n ? -magnitude : magnitude;
}

/** Of a ratio that is not below 0. */
export const roundedDown = ({ numerator, denominator }: Ratio): bigint => numerator / denominator;
export const roundedUp = ({ numerator, denominator }: Ratio): bigint => (numerator + denominator - 1n) / denominator;

export function fromDecimal(text: string): Ratio {
  const [whole = "", decimals = ""] = text.split(".");
  return ratio(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

/** Canonical: no leading or trailing zero that says nothing. The denominator is a power of ten. */
export function toDecimal({ numerator, denominator }: Ratio): string {
  const places = denominator.toString().length - 1;
  const digits = numerator.toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const decimals = digits.slice(digits.length - places).replace(/0+$/, "");
  return decimals === "" ? whole : `${whole}.${decimals}`;
}

export const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
export const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
