// Another built-in price list than the one compiled in, for the page alone: the real core reads it.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

const wasm = readFileSync(new URL("../../bindings/dist/prorata.wasm", import.meta.url));

// biome-ignore lint/suspicious/noExplicitAny: a price list as it is written, to be broken in any way.
type WrittenCatalog = any;

/** The text of the list is replaced in the module's bytes: without layout it is shorter, and filled up with blanks. */
export async function alterCatalog(page: Page, id: string, alter: (catalog: WrittenCatalog) => void): Promise<void> {
  const start = wasm.lastIndexOf("{\n", wasm.indexOf(`\n  "id": "${id}"`));
  const length = wasm.indexOf("\n}\n", start) + 2 - start;
  const catalog = JSON.parse(wasm.toString("utf8", start, start + length));
  alter(catalog);
  const text = Buffer.from(JSON.stringify(catalog));
  const body = Buffer.from(wasm);
  body.fill(" ", start, start + length);
  if (text.length > length) throw new RangeError("The altered price list does not fit.");
  text.copy(body, start);
  await page.route("**/*.wasm", (route) => route.fulfill({ body, contentType: "application/wasm" }));
}
