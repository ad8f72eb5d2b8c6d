import type { Calculator, Equivalents } from "prorata";
import type { Wording } from "./wording.ts";

/** Whole hours: never promise one that is not there. */
export const hoursIn = (minutes: number, { minutes: count }: Wording): string => count(Math.floor(minutes / 60));

/** What minutes are for one host; nothing where the price list has no coefficient for it. */
export function oneHostWords(calculator: Calculator, minutes: number, wording: Wording): string {
  const { items } = calculator.equivalents({ minutes });
  const hours = (media: Equivalents["items"][number]["media"]) => {
    const item = items.find((one) => one.role === "host" && one.media === media);
    return item && hoursIn(item.minutes, wording);
  };
  const [hd, audio] = [hours("hd"), hours("audio")];
  return hd === undefined || audio === undefined ? "" : wording.text.equivalents.oneHost({ hd, audio });
}
