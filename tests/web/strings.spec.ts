// Every message is said somewhere: one that nothing says would be translated, and read once more, for nobody.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { en } from "../../web/src/language/en.ts";

const sources = join(import.meta.dirname, "../../web/src");
/** The messages themselves, which name one another no more than once. */
const messages = /^language[\\/](en|zh-cn|ja|centre-.*|features-.*)\.ts$/;

const code = readdirSync(sources, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !messages.test(file))
  .map((file) => readFileSync(join(sources, file), "utf8").replace(/^import[^;]*;$/gm, ""))
  .join("\n");

/** One of whose members is picked by a value: by its kind, its role, a reason. */
const isPickedFrom = (group: string) => new RegExp(`\\b${group}\\[`).test(code);

function* pathsOf(tree: object, path: readonly string[] = []): Generator<readonly string[]> {
  for (const [name, message] of Object.entries(tree)) {
    if (typeof message !== "object") yield [...path, name];
    else if (!isPickedFrom(name)) yield* pathsOf(message, [...path, name]);
  }
}

test("every message is said somewhere", () => {
  const places = new Map<string, string[]>();
  for (const path of pathsOf(en)) {
    const name = path.at(-1) ?? "";
    places.set(name, [...(places.get(name) ?? []), path.join(".")]);
  }
  const unsaid = [...places].flatMap(([name, paths]) => {
    // Asked for by its name, or taken out of its group with others.
    const uses = code.match(new RegExp(`\\.${name}\\b|[{,] ${name}(?=,| })`, "g"))?.length ?? 0;
    return uses < paths.length ? [`${paths.join(", ")}: said ${uses} times`] : [];
  });
  expect(places.size).toBeGreaterThan(200);
  expect(unsaid).toEqual([]);
});
