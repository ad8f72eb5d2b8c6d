import { mergeConfig } from "vite";
import page from "../../../web/vite.config.ts";

// Bundled and served just as the page is.
export default mergeConfig(page, { root: import.meta.dirname });
