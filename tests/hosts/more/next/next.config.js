// The packages are the folder's above.
export default { turbopack: { root: new URL("../..", import.meta.url).pathname }, devIndicators: false };
