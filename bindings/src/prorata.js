// For a page without a bundler: the elements and the calculator from one tag.
export * from "./index.js";

import "./web/elements.js";
