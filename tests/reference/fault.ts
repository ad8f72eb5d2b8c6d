import type { PricingError } from "prorata";

export type Code = PricingError["code"];

/** What is wrong with a request or a price list, and where. */
export interface Fault {
  code: Code;
  path: string;
}

/** Everything that is wrong: of several faults any one may be reported. */
export class Refused extends Error {
  constructor(readonly faults: Fault[]) {
    super(JSON.stringify(faults));
  }
}

export function refuseAny(faults: Fault[]): void {
  if (faults.length > 0) throw new Refused(faults);
}

/** Larger than can be worked out here by trying everything: such a case is not compared. */
export class TooLarge extends Error {}
