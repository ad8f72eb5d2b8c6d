// `prorata/web` on a server, where elements have nothing to be defined in; under jsdom they have. In a variable, so that
// a server's bundler does not take the elements along.
const elements = "./web/elements.js";
if (globalThis.customElements) import(/* webpackIgnore: true */ /* @vite-ignore */ elements);
