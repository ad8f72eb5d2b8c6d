/** How a worker can be started: one of its ways may be barred by the page's origin, policy, bundler or browser. */
export type Way = () => Worker;

// A bundler looks for this whole line: it emits the worker and puts its new address here.
const bundled: Way = () => new Worker(new URL("./optimizer-worker.js", import.meta.url), { type: "module" });

/** Beside this file, where none has been bundled; not in words that a bundler knows, so that it emits only one. */
const beside = () => import.meta.url.replace(/[^/]*$/, "optimizer-worker.js");

/** At an address: a worker of another origin is refused, but not one that imports it. */
function addressed(address: string): Worker {
  const { href, origin } = new URL(address, document.baseURI);
  const script = () => new Blob([`import ${JSON.stringify(href)};`], { type: "text/javascript" });
  const allowed = origin === location.origin ? href : URL.createObjectURL(script());
  return new Worker(trusted(allowed), { type: "module" });
}

/** Each to be tried in turn, until one answers. */
export const waysToStart = (given: string | undefined): Way[] =>
  given === undefined ? [bundled, () => addressed(beside())] : [() => addressed(given)];

interface Policy {
  createScriptURL(address: string): string;
}

let policy: Policy | undefined;

/** Where the page demands trusted types it has to allow this policy. */
function trusted(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } };
  policy ??= trustedTypes?.createPolicy("prorata", { createScriptURL: (script) => script });
  return policy?.createScriptURL(address) ?? address;
}
