// Turns the definitions of core/schema/ into TypeScript declarations, so that an API is described once.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { compile } from "json-schema-to-typescript";

const options = { additionalProperties: false, bannerComment: "", format: false, unknownAny: true };

/** What no TypeScript type can state; leaving it out keeps the generator from guessing at it. */
const untypable = new Set(["minItems", "maxItems", "contains", "if", "then", "else", "dependentRequired"]);

/**
 * The part of a schema that a type can hold. A reference becomes the bare name of its definition: every definition
 * is declared once under its own name, and the description beside the reference stays the member's own comment.
 */
function typable(schema) {
  if (Array.isArray(schema)) return schema.map(typable);
  if (typeof schema !== "object" || schema === null) return schema;
  const { $ref, description } = schema;
  if ($ref) return { description, tsType: $ref.slice($ref.lastIndexOf("/") + 1) };
  const keywords = Object.keys(schema).filter((keyword) => keyword !== "description");
  if (keywords.length === 0) return { description, tsType: "unknown" };
  // Beside `properties`, alternatives only tie the members to each other.
  const kept = Object.entries(schema).filter(
    ([keyword]) => !untypable.has(keyword) && !(keyword === "oneOf" && schema.properties),
  );
  return Object.fromEntries(
    kept.map(([keyword, value]) => [keyword, keyword === "properties" ? mapValues(value, typable) : typable(value)]),
  );
}

const mapValues = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

/** The text of one TypeScript module that declares every definition found in the schemas of `folder`. */
export async function typesOf(folder) {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const declarations = ["// Generated from the JSON Schema; edit that instead."];
  for (const file of files) {
    const { $defs } = JSON.parse(await readFile(join(folder, file), "utf8"));
    for (const [name, definition] of Object.entries($defs)) {
      declarations.push(await compile(typable(definition), name, options));
    }
  }
  return declarations.join("\n");
}
