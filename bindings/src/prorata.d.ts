export * from "./index.js";
export type * from "./web/elements.js";
