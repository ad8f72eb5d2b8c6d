import { defineConfig } from "vite";

// Relative, to be served from any folder; a file inlined as a data: URL would be refused by a strict policy.
export default defineConfig({ base: "./", build: { assetsInlineLimit: 0 } });
