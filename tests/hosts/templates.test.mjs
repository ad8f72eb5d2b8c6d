// What the elements take and emit is typed in the templates of every framework: good uses compile, bad ones do not.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import test from "node:test";
import { project } from "./host.mjs";

const bin = (name) => join(import.meta.dirname, "node_modules/.bin", name);

const options = {
  target: "es2022",
  module: "esnext",
  moduleResolution: "bundler",
  lib: ["es2022", "dom", "dom.iterable"],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  jsx: "react-jsx",
  noEmit: true,
};

const jsx = (source, framework, attributes) => `
/** @jsxImportSource ${source} */
import "prorata/web/${framework}";
import type { Account, Calculator } from "prorata";
export const shown = (calculator: Calculator | undefined, account: Account) => (
  <prorata-purchase calculator={calculator} ${attributes} />
);`;

/** A use of the element in the words of each framework, by the name of its file. */
const uses = {
  "react.tsx": (date, listener) =>
    jsx("react", "react", `className="a" account={account} date={${date}} onprorata-checkout={${listener}}`),
  "preact.tsx": (date, listener) =>
    jsx("preact", "preact", `class="a" account={account} date={${date}} onprorata-checkout={${listener}}`),
  "solid.tsx": (date, listener) =>
    jsx("solid-js", "solid", `class="a" prop:account={account} prop:date={${date}} on:prorata-checkout={${listener}}`),
  "vue.vue": (date, listener) => `
<script setup lang="ts">
import "prorata/web/vue";
import type { Account, Calculator } from "prorata";
defineProps<{ calculator: Calculator | undefined; account: Account }>();
</script>
<template>
  <prorata-purchase class="a" :calculator="calculator" :account="account" :date='${date}' @prorata-checkout="${listener}" />
</template>`,
  "svelte.svelte": (date, listener) => `
<script lang="ts">
import "prorata/web/svelte";
import type { Account, Calculator } from "prorata";
const { calculator, account }: { calculator: Calculator | undefined; account: Account } = $props();
</script>
<prorata-purchase class="a" {calculator} {account} date={${date}} onprorata-checkout={${listener}}></prorata-purchase>`,
};

const date = '"2024-08-16"';
const listener = "({ detail }) => detail.quote.amountDue.toFixed()";
const kinds = {
  good: [date, listener],
  date: ["20240816", listener],
  detail: [date, "({ detail }) => detail.price"],
};

for (const { names, check } of [
  { names: ["react.tsx", "preact.tsx", "solid.tsx"], check: ["tsc", "--pretty", "false"] },
  { names: ["vue.vue"], check: ["vue-tsc", "--pretty", "false"] },
  { names: ["svelte.svelte"], check: ["svelte-check", "--tsconfig", "./tsconfig.json", "--output", "machine"] },
]) {
  test(`what a template sets and hears is typed: ${names}`, () => {
    const files = names.flatMap((name) =>
      Object.entries(kinds).map(([kind, words]) => [`${kind}-${name}`, uses[name](...words)]),
    );
    const config = JSON.stringify({ compilerOptions: options, include: ["*"] });
    const path = project(`types-${names[0]}`, { ...Object.fromEntries(files), "tsconfig.json": config });
    const [command, ...args] = check;
    const { stdout, stderr } = spawnSync(bin(command), args, { cwd: path, encoding: "utf8" });
    const errors = (stdout + stderr).split("\n").filter((line) => /\berror\b/i.test(line) && line.includes("-"));
    const inFile = (name) => errors.filter((line) => line.includes(name));
    for (const name of names) {
      assert.deepEqual(inFile(`good-${name}`), [], stdout);
      assert.match(inFile(`date-${name}`).join(), /number/, stdout + stderr);
      assert.match(inFile(`detail-${name}`).join(), /price/, stdout + stderr);
    }
  });
}
