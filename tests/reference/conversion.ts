import type {
  Media,
  Conversion as PublishedConversion,
  ConvertRequest as PublishedConvertRequest,
  Equivalents as PublishedEquivalents,
  EquivalentsRequest as PublishedEquivalentsRequest,
  Role,
} from "prorata";
import type { PriceList } from "./catalog.js";
import type { Exact } from "./exact.js";
import type { Fault } from "./fault.js";
import { fromDecimal, ratio, roundedDown, roundedUp, sum, toDecimal } from "./ratio.js";

export type ConvertRequest = Exact<PublishedConvertRequest>;
export type EquivalentsRequest = Exact<PublishedEquivalentsRequest>;
type Use = ConvertRequest["usage"][number];

const roles: Role[] = ["host", "interactive-audience", "broadcast-audience"];
const everyMedia: Media[] = ["audio", "hd", "fhd", "2k", "2k-plus"];

export const convertFaults = (list: PriceList, { sdk = "native", usage }: ConvertRequest): Fault[] =>
  usage.flatMap((use, i) => {
    const place = "media" in use ? "media" : "streams";
    return coefficientOf(list, sdk, use.role, mediaOf(list, use)) === undefined
      ? [{ code: "unsupported_media", path: `/usage/${i}/${place}` }]
      : [];
  });

export function convert(list: PriceList, { sdk = "native", usage }: ConvertRequest): Exact<PublishedConversion> {
  const items = usage.map((use) => {
    const media = mediaOf(list, use);
    const coefficient = coefficientOf(list, sdk, use.role, media) ?? "";
    const { numerator, denominator } = fromDecimal(coefficient);
    return { media, coefficient, seconds: ratio(use.seconds * numerator, denominator) };
  });
  const seconds = sum(items.map((item) => item.seconds));
  return {
    items: items.map(({ seconds, ...item }) => ({ ...item, standardSeconds: toDecimal(seconds) })),
    standardSeconds: toDecimal(seconds),
    standardMinutes: roundedUp(ratio(seconds.numerator, seconds.denominator * 60n)),
  };
}

const coefficientOf = (list: PriceList, sdk: "native" | "mini-program", role: Role, media: Media) =>
  list.conversion.coefficients[sdk]?.[role]?.[media];

/** Of streams received at once: the class their pixels come to together. */
function mediaOf({ conversion: { video, calibrations = [] } }: PriceList, use: Use): Media {
  if ("media" in use) return use.media;
  if (use.streams.length === 0) return "audio";
  const pixels = use.streams.reduce((total, { width, height }) => {
    const seen = width * height;
    return total + (calibrations.find((calibration) => calibration.pixels === seen)?.as ?? seen);
  }, 0n);
  const group = video.find(({ maxPixels }) => maxPixels === undefined || pixels <= maxPixels);
  if (group === undefined) throw new Error("the last class has no limit");
  return group.media;
}

export function equivalentsFaults(list: PriceList, { sdk = "native" }: EquivalentsRequest): Fault[] {
  const hasAny = roles.some((role) => everyMedia.some((media) => coefficientOf(list, sdk, role, media) !== undefined));
  return hasAny ? [] : [{ code: "unsupported_media", path: "/sdk" }];
}

/** How many minutes of each media a number of standard minutes is. */
export function equivalents(
  list: PriceList,
  { minutes, sdk = "native" }: EquivalentsRequest,
): Exact<PublishedEquivalents> {
  const items = roles.flatMap((role) =>
    everyMedia.flatMap((media) => {
      const coefficient = coefficientOf(list, sdk, role, media) ?? "0";
      const { numerator, denominator } = fromDecimal(coefficient);
      if (numerator === 0n) return [];
      return [{ role, media, coefficient, minutes: roundedDown(ratio(minutes * denominator, numerator)) }];
    }),
  );
  return { items };
}
