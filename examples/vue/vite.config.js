import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

// What begins with "prorata-" is no component of Vue. Relative, to be served from any folder; a file inlined as a
// data: URL would be refused by a strict policy.
export default defineConfig({
  base: "./",
  build: { assetsInlineLimit: 0 },
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("prorata-") } } })],
});
