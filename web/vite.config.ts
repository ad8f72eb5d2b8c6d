import { defineConfig, type Plugin } from "vite";
import { securityHeaders } from "./server/security-headers.js";

/** Has the first module asked for with the page, where it would else wait until the scripts have come and run. */
const preloadModule: Plugin = {
  name: "preload-module",
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => /\bpage-[^/]*\.wasm$/.test(file))
        .map((file) => ({
          tag: "link",
          attrs: { rel: "preload", href: `/${file}`, as: "fetch", type: "application/wasm", crossorigin: "" },
          injectTo: "head" as const,
        })),
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [preloadModule],
  build: {
    outDir: "dist",
    // A file inlined as a data: URL would be refused by the page's own policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: "es" },
  preview: { headers: securityHeaders },
});
