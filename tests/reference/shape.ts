import { isCivilDate } from "./calendar.js";
import type { Code, Fault } from "./fault.js";

/** All that is wrong with the form of a value, wherever it stands. */
export type Shape = (value: unknown, path: string) => Fault[];

const fault = (code: Code, path: string): Fault[] => [{ code, path }];
const fine: Fault[] = [];

export const text: Shape = (value, path) => (typeof value === "string" ? fine : fault("invalid_type", path));

export const yes: Shape = (value, path) => {
  if (typeof value !== "boolean") return fault("invalid_type", path);
  return value ? fine : fault("invalid_value", path);
};

export const date: Shape = (value, path) => {
  if (typeof value !== "string") return fault("invalid_type", path);
  return isCivilDate(value) ? fine : fault("invalid_date", path);
};

export const word =
  (...words: string[]): Shape =>
  (value, path) => {
    if (typeof value !== "string") return fault("invalid_type", path);
    return words.includes(value) ? fine : fault("invalid_value", path);
  };

export const integer =
  (least: number, most: number = Number.MAX_SAFE_INTEGER): Shape =>
  (value, path) => {
    if (!Number.isInteger(value)) return fault("invalid_type", path);
    return (value as number) < least || (value as number) > most ? fault("out_of_range", path) : fine;
  };

export const minutes = integer(0);
export const amount = integer(-Number.MAX_SAFE_INTEGER);

export const list =
  (item: Shape, least = 0, most = Infinity): Shape =>
  (value, path) => {
    if (!Array.isArray(value)) return fault("invalid_type", path);
    const length = value.length < least || value.length > most ? fault("out_of_range", path) : fine;
    return [...length, ...value.flatMap((each, i) => item(each, `${path}/${i}`))];
  };

export const record =
  (member: Shape): Shape =>
  (value, path) =>
    isObject(value)
      ? Object.entries(value).flatMap(([name, each]) => member(each, pointer(path, name)))
      : fault("invalid_type", path);

export const object =
  (required: Record<string, Shape>, optional: Record<string, Shape> = {}): Shape =>
  (value, path) => {
    if (!isObject(value)) return fault("invalid_type", path);
    const shapes = new Map(Object.entries({ ...required, ...optional }));
    const missing = Object.keys(required).filter((name) => !Object.hasOwn(value, name));
    return [
      ...missing.flatMap((name) => fault("missing_field", pointer(path, name))),
      ...Object.entries(value).flatMap(([name, member]) => {
        const at = pointer(path, name);
        return shapes.get(name)?.(member, at) ?? fault("unknown_field", at);
      }),
    ];
  };

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const pointer = (path: string, name: string): string =>
  `${path}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
