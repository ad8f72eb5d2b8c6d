import { defineConfig } from "vite";
import { securityHeaders } from "./server/security-headers.js";

export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: "dist",
    // A file inlined as a data: URL would be refused by the page's own policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: "es" },
  preview: { headers: securityHeaders },
});
