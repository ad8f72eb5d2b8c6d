import type { en } from "./en.ts";

/** What the elements say, without what is said on the page around them only. */
export type ElementMessages = Omit<
  typeof en,
  | "heading"
  | "tagline"
  | "estimate"
  | "language"
  | "priceList"
  | "publishedPrices"
  | "source"
  | "publishedRules"
  | "publishedBoth"
  | "sources"
  | "loading"
  | "centre"
  | "account"
  | "outcome"
>;

type Tree = { [name: string]: unknown };

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;

/** The messages, and in their place those of another tree, wherever it has any. */
export function withOthers<Messages extends object>(messages: Messages, others: object): Messages {
  const merged = { ...messages } as Tree;
  for (const [name, other] of Object.entries(others)) {
    const message = merged[name];
    if (other !== undefined) merged[name] = isTree(message) && isTree(other) ? withOthers(message, other) : other;
  }
  return merged as Messages;
}
