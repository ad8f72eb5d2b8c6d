// Help, the page of the manual and completions, all made from one table.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { command, file, prorata, run } from "./prorata.mjs";

const verbs = [
  "quote",
  "verify",
  "purchase",
  "settle",
  "convert",
  "equivalents",
  "cover",
  "compare",
  "optimize",
  "catalog",
  "lint",
];

test("help is printed with status 0, in general and for each verb", () => {
  const general = prorata(["--help"]);
  assert.equal(general.status, 0);
  for (const verb of verbs) {
    assert.match(general.stdout, new RegExp(`^  ${verb} `, "m"));
    for (const args of [
      [verb, "--help"],
      ["-h", verb],
      [verb, "--lines", "-h"],
    ]) {
      const { status, stdout, stderr } = prorata(args);
      assert.deepEqual([status, stderr], [0, ""]);
      assert.match(stdout, new RegExp(`^Usage: prorata ${verb} `));
    }
  }
  for (const line of general.stdout.split("\n").filter((line) => !line.includes("echo")))
    assert.ok(line.length <= 80, line);
});

test("the example in each verb's help answers", () => {
  for (const verb of verbs.filter((verb) => verb !== "catalog" && verb !== "lint")) {
    const [example] = /^ {2}echo .*$/m.exec(prorata([verb, "--help"]).stdout);
    const { status, stderr } = run("sh", ["-c", example.replace(/prorata (\w+)$/, `"$0" $1`), command]);
    assert.deepEqual([status, stderr], [0, ""], example);
  }
});

test("the version is the project's", () => {
  const [, version] = /VERSION (\S+)/.exec(
    readFileSync(new URL("../../CMakeLists.txt", import.meta.url), "utf8").split("project(")[1],
  );
  assert.deepEqual(prorata(["--version"]), { status: 0, signal: null, stdout: `prorata ${version}\n`, stderr: "" });
  assert.equal(prorata(["quote", "-V"]).stdout, `prorata ${version}\n`);
});

test("the page of the manual formats without a warning and names everything", () => {
  const page = file("prorata.1", prorata(["--man"]).stdout);
  const { status, stdout, stderr } = run("man", ["--warnings", "--no-hyphenation", "-l", page], {
    env: { ...process.env, MANWIDTH: "100", MANPAGER: "cat", LC_ALL: "C.UTF-8" },
  });
  assert.deepEqual([status, stderr], [0, ""]);
  for (const verb of verbs) assert.match(stdout, new RegExp(`prorata ${verb}\\b`));
  for (const option of ["--catalog", "--lines", "--jobs", "--strict", "--against", "--json", "--help", "--version"])
    assert.ok(stdout.includes(option), option);
  assert.ok(stdout.includes(`echo '{"on": "2024-08-16"`));
});

test("bash completes verbs, options and price lists", () => {
  const script = file("completion.bash", prorata(["--completion", "bash"]).stdout);
  const completions = (...words) =>
    run("bash", [
      "-c",
      `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _prorata; printf '%s\\n' "\${COMPREPLY[@]}"`,
      script,
      "prorata",
      ...words,
    ]).stdout.split("\n");
  assert.deepEqual(completions("q"), ["quote", ""]);
  assert.ok(completions("quote", "--").includes("--lines"));
  assert.ok(!completions("lint", "--").includes("--lines"));
  assert.ok(completions("lint", "--").includes("--against"));
  assert.deepEqual(completions("quote", "-c", "agora"), ["agora-global", ""]);
  assert.deepEqual(completions("quote", "--catalog", "=", "shen"), ["shengwang-cn", ""]);
});

test("fish completes verbs, options and price lists", () => {
  const script = file("prorata.fish", prorata(["--completion", "fish"]).stdout);
  const completions = (line) => {
    const { stdout, stderr } = run("fish", ["--no-config", "-c", `source ${script}; complete -C "${line}"`]);
    assert.equal(stderr, "");
    return stdout.split("\n").map((line) => line.split("\t")[0]);
  };
  assert.deepEqual(completions("prorata qu"), ["quote", ""]);
  assert.ok(completions("prorata quote --l").includes("--lines"));
  assert.ok(completions("prorata quote --catalog ").includes("agora-global"));
  assert.ok(completions("prorata lint --").includes("--against"));
});

test("zsh completes verbs, options and price lists", () => {
  const script = file("_prorata", prorata(["--completion", "zsh"]).stdout);
  // A shell at a terminal of its own, in which Tab is pressed, and then a key that shows what has come of it.
  const completions = (line) => {
    const setup = [
      "autoload -U compinit; compinit -u -D",
      `source ${script}`,
      'send() { print -r -- "<$BUFFER>" }; zle -N send; bindkey "^X" send; bindkey "^I" complete-word',
      'print "rea""dy"',
    ];
    const dialogue = `zmodload zsh/zpty
      zpty z zsh -f -i
      zpty -w z ${quote(setup.join("; "))}
      zpty -r z heard "*ready*"
      zpty -w -n z ${quote(line)}$'\\t\\x18'
      zpty -r z heard "*<*>*"
      print -r -- "$heard"`;
    return run("zsh", ["-f", "-c", dialogue], { env: { ...process.env, COLUMNS: "200" } }).stdout;
  };
  assert.match(completions("prorata quo"), /<prorata quote >/);
  assert.match(completions("prorata quote --stri"), /<prorata quote --strict >/);
  assert.match(completions("prorata quote -c shen"), /<prorata quote -c shengwang-cn >/);
});

const quote = (text) => `'${text.replaceAll("'", "'\\''")}'`;
