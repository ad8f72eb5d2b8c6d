import type { Outlook } from "../elements.ts";

/** In the order they are offered in. */
export const outlooks: readonly Outlook[] = ["schedule", "comparison", "costs"];
