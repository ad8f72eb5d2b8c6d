// Another built-in price list than the one compiled in, for the page alone: the real core reads it.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

// biome-ignore lint/suspicious/noExplicitAny: a price list as it is written, to be broken in any way.
type WrittenCatalog = any;

/** The text of the list is replaced in the bytes of the module asked for: the page loads one, its worker another. */
export async function alterCatalog(page: Page, id: string, alter: (catalog: WrittenCatalog) => void): Promise<void> {
  const [first, whole] = ["web/page", "prorata"].map((module) =>
    altered(readFileSync(new URL(`../../bindings/dist/${module}.wasm`, import.meta.url)), id, alter),
  );
  await page.route("**/*.wasm", (route) => {
    const body = /\/page\b[^/]*$/.test(route.request().url()) ? first : whole;
    return route.fulfill({ body, contentType: "application/wasm" });
  });
}

/** Without layout the list is shorter than it was, and filled up with blanks. */
function altered(wasm: Buffer, id: string, alter: (catalog: WrittenCatalog) => void): Buffer {
  const start = wasm.lastIndexOf("{\n", wasm.indexOf(`\n  "id": "${id}"`));
  const length = wasm.indexOf("\n}\n", start) + 2 - start;
  const catalog = JSON.parse(wasm.toString("utf8", start, start + length));
  alter(catalog);
  const text = Buffer.from(JSON.stringify(catalog));
  if (text.length > length) throw new RangeError("The altered price list does not fit.");
  wasm.fill(" ", start, start + length);
  text.copy(wasm, start);
  return wasm;
}
