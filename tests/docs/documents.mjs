import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

const folders = ["", "docs", "bindings", "mcp", "web", "web/server"];

/** Every document for people to read, by its path. */
export const documents = new Map(
  folders
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)))
    .filter((path) => path.endsWith(".md") && !/^(bindings|mcp)\/(?!README)/.test(path))
    .map((path) => [path, readFileSync(join(root, path), "utf8")]),
);

/** The fenced blocks of a document: its language, what else is said after it, and its text. */
export const blocksOf = (text) =>
  [...text.matchAll(/^```(\w*)(?: (.*))?\n([\s\S]*?)^```$/gm)].map(([, language, said = "", content]) => ({
    language,
    said,
    content,
  }));
