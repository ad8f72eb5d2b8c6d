// What editors are told of the elements, from elements.ts: a custom elements manifest, and the data that VS Code and
// JetBrains read. Run by build:elements; elements.ts is plain enough for it to be read line by line.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const source = readFileSync(path("src/elements.ts"), "utf8");
const { name, version } = JSON.parse(readFileSync(path("../bindings/package.json"), "utf8"));

/** A comment's words in one line. */
const words = (comment = "") =>
  comment
    .split("\n")
    .map((line) => line.replace(/^\s*\/?\*+\/?|\*\/\s*$/g, "").trim())
    .join(" ")
    .trim();

const comment = String.raw`(?:(\/\*\*(?:(?!\*\/)[\s\S])*\*\/)\n\s*)?`;
const interfaces = new Map(
  [
    ...source.matchAll(
      new RegExp(`${comment}export interface (\\w+)(?: extends ([\\w, ]+?))? \\{([\\s\\S]*?)\\n?\\}`, "g"),
    ),
  ].map(([, about, title, base, body]) => [title, { description: words(about), base, body }]),
);

const membersOf = (body) =>
  [...body.matchAll(new RegExp(`${comment}"?([\\w-]+)"?: ([^;]+);`, "g"))].map(([, about, member, type]) => ({
    name: member,
    type,
    description: words(about),
  }));

/** From the most general on. */
function chainOf(title) {
  const known = interfaces.get(title);
  return known ? [...(known.base ?? "").split(", ").flatMap(chainOf), known] : [];
}

const quoted = (text) => [...text.matchAll(/"([a-z-]+)"/g)].map(([, word]) => word);

const events = new Map(membersOf(interfaces.get("PricingEvents").body).map((event) => [event.name, event]));
const cssProperties = [
  ...readFileSync(path("src/styles/theme.ts"), "utf8").matchAll(/var\(\s*(--prorata-[a-z-]+)/g),
].map(([, property]) => property);

const elements = membersOf(interfaces.get("PricingElements").body).map(({ name: tag, type: title }) => {
  const chain = chainOf(title);
  const { description } = interfaces.get(title);
  const members = chain.flatMap(({ body }) => membersOf(body));
  return {
    tag,
    title,
    description,
    members,
    attributes: members
      .filter((member) => member.description.includes("Also an attribute"))
      .map((member) => ({
        ...member,
        field: member.name,
        name: /Also an attribute, "([a-z-]+)"/.exec(member.description)?.[1] ?? member.name,
      })),
    events: [description, ...members.map((member) => member.description)]
      .flatMap(quoted)
      .flatMap((word) => events.get(word) ?? []),
    slots:
      chain.some((one) => one.description.includes('slot "notice"')) || description.includes("the bill's slots")
        ? ["notice", "receipt"]
        : [],
    parts: quoted(/Parts ([^.]+)\./.exec(description)?.[1] ?? ""),
  };
});

const write = (file, content) =>
  writeFileSync(path(`../bindings/dist/${file}`), `${JSON.stringify(content, null, 2)}\n`);
const module = "dist/web/elements.js";

write("custom-elements.json", {
  schemaVersion: "1.0.0",
  modules: [
    {
      kind: "javascript-module",
      path: module,
      declarations: elements.map(({ tag, title, description, members, attributes, events, slots, parts }) => ({
        kind: "class",
        customElement: true,
        name: title,
        tagName: tag,
        description,
        members: members.map(({ name, type, description }) => ({
          kind: "field",
          name,
          type: { text: type },
          description,
        })),
        attributes: attributes.map(({ name, type, description, field }) => ({
          name,
          type: { text: type },
          description,
          fieldName: field,
        })),
        events: events.map(({ name, type, description }) => ({ name, type: { text: type }, description })),
        slots: slots.map((name) => ({ name })),
        cssParts: parts.map((name) => ({ name })),
        cssProperties: cssProperties.map((name) => ({ name })),
      })),
      exports: elements.map(({ tag, title }) => ({
        kind: "custom-element-definition",
        name: tag,
        declaration: { name: title, module },
      })),
    },
  ],
});

write("vscode.html-custom-data.json", {
  version: 1.1,
  tags: elements.map(({ tag, description, attributes }) => ({
    name: tag,
    description,
    attributes: attributes.map(({ name, description }) => ({ name, description })),
  })),
});

write("web-types.json", {
  name,
  version,
  "description-markup": "markdown",
  contributions: {
    html: {
      elements: elements.map(({ tag, description, members, attributes, events, slots, parts }) => ({
        name: tag,
        description,
        attributes: attributes.map(({ name, type, description }) => ({ name, description, value: { type } })),
        slots: slots.map((name) => ({ name })),
        css: { parts: parts.map((name) => ({ name })), properties: cssProperties.map((name) => ({ name })) },
        js: {
          properties: members.map(({ name, type, description }) => ({ name, description, value: { type } })),
          events: events.map(({ name, type }) => ({ name, value: { type } })),
        },
      })),
    },
  },
});
