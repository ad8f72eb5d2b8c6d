/** How a worker can be started: one of its ways may be barred by the page's origin, policy, bundler or browser. */
export type Way = () => Worker;

// A bundler looks for this whole line: it emits the worker and puts its new address here.
const bundled: Way = () => new Worker(new URL("./optimizer-worker.js", import.meta.url), { type: "module" });

/** Beside this file, where none has been bundled; not in words that a bundler knows, so that it emits only one. */
const beside = () => import.meta.url.replace(/[^/]*$/, "optimizer-worker.js");

const direct = (address: string): Worker => new Worker(trusted(address), { type: "module" });

/** A worker of another origin is refused, but not one that imports it. */
function importing(address: string): Worker {
  const whole = new URL(address, document.baseURI).href;
  const script = new Blob([`import ${JSON.stringify(whole)};`], { type: "text/javascript" });
  return direct(URL.createObjectURL(script));
}

/** Of each in turn, until one answers. */
export function waysToStart(given: string | undefined): Way[] {
  if (given !== undefined) return [() => direct(given), () => importing(given)];
  return [bundled, () => direct(beside()), () => importing(beside())];
}

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
