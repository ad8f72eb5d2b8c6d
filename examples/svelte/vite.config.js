import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

// Relative, to be served from any folder; a file inlined as a data: URL would be refused by a strict policy.
export default defineConfig({ base: "./", build: { assetsInlineLimit: 0 }, plugins: [svelte({ configFile: false })] });
