/**
 * The headers every response of the page carries, whoever serves it.
 * 'wasm-unsafe-eval' is what compiling WebAssembly needs; nothing else is relaxed.
 */
export const securityHeaders = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; "),
  "X-Content-Type-Options": "nosniff",
};
