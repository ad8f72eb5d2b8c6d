// JSON Schema of a tool's arguments. The project's schemas lie in several files that refer to one another; an agent is
// given one that stands by itself.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const read = (file) => JSON.parse(readFileSync(fileURLToPath(import.meta.resolve(`prorata/schema/${file}`)), "utf8"));

/** The definition `name` in `file`, with every definition it leads to below `$defs`. */
export function bundledSchema(file, name) {
  const $defs = {};
  const include = (from, definition) => {
    if (definition in $defs) return;
    $defs[definition] = undefined; // may lead back to itself
    $defs[definition] = resolved(read(from).$defs[definition], from);
  };
  // Names of definitions differ throughout, so the file is not part of them here.
  const resolved = (schema, from) => {
    if (Array.isArray(schema)) return schema.map((item) => resolved(item, from));
    if (typeof schema !== "object" || schema === null) return schema;
    return Object.fromEntries(
      Object.entries(schema).map(([keyword, value]) => {
        if (keyword !== "$ref") return [keyword, resolved(value, from)];
        const [file, definition] = value.split("#/$defs/");
        include(file || from, definition);
        return [keyword, `#/$defs/${definition}`];
      }),
    );
  };
  return { ...resolved(read(file).$defs[name], file), $defs };
}
