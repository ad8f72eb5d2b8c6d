// The faults that `npm run mutants` seeds: each a small slip of the pen in one line of C++.

/** Every place the pattern is found at becomes each of the texts. */
const slips = [
  [/ < /g, [" <= "]],
  [/ <= /g, [" < "]],
  [/ > /g, [" >= "]],
  [/ >= /g, [" > "]],
  [/ == /g, [" != "]],
  [/ != /g, [" == "]],
  [/ && /g, [" || "]],
  [/ \|\| /g, [" && "]],
  [/ \+ /g, [" - "]],
  [/ - /g, [" + "]],
  [/ \* /g, [" / "]],
  [/ \/ /g, [" * "]],
  [/ % /g, [" / "]],
  [/ \+= /g, [" -= "]],
  [/ -= /g, [" += "]],
  [/\+\+/g, ["--"]],
  [/--/g, ["++"]],
  [/\btrue\b/g, ["false"]],
  [/\bfalse\b/g, ["true"]],
  [/\bstd::min\b/g, ["std::max"]],
  [/\bstd::max\b/g, ["std::min"]],
  [/(?<![\w.'])\d[\d']*(?![\w.'])/g, [(number) => `${number} + 1`, (number) => `${number} - 1`]],
  // A guard, or a whole statement, is left out. What declares a name cannot be.
  [/^if \(.*\) (?:return|continue|break|throw)\b.*;$/g, [";"]],
  [
    /^(?!(?:[})]|(?:return|using|throw|friend|template|case|default|typedef|public|private|const|constexpr|inline)\b)).*;$/g,
    [";"],
  ],
];

/** Comments, texts, characters and directives, blanked out: the same length, nothing in them to change. */
function codeOnly(source) {
  const blank = (text) => text.replace(/[^\n]/g, " ");
  return source.replace(
    /\/\/[^\n]*|\/\*.*?\*\/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<!\w)'(?:\\.|[^'\\\n])'|^[ \t]*#[^\n]*|^\s*static_assert[^;]*;/gms,
    (text) => (text.startsWith('"') ? `"${blank(text.slice(2))}"` : blank(text)),
  );
}

/** The condition of an `if` that ends on its line, and does not compare: else there is a plainer slip. */
function conditionIn(line) {
  const start = /^\s*(?:\} else )?if \(/.exec(line)?.[0].length;
  let depth = 1;
  for (let end = start; end < line.length; end++) {
    depth += { "(": 1, ")": -1 }[line[end]] ?? 0;
    if (depth > 0) continue;
    const text = line.slice(start, end);
    return /[;]| [<>=!]=? /.test(text) ? undefined : { at: start, text };
  }
  return undefined;
}

/** Whether a line is one statement or more, and not the end of one that starts above. */
const startsStatement = (before) => /(^|[;{}:)]|\belse)\s*$/.test(before);

/**
 * Every fault of a source file: `{ line, was, is, source }`, with the line as it was and as it is, trimmed, and the
 * whole source with the fault in it.
 */
export function faultsOf(source) {
  const code = codeOnly(source);
  const faults = [];
  let start = 0;
  let number = 0;
  for (const whole of source.split("\n")) {
    number++;
    const masked = code.slice(start, start + whole.length);
    const indent = masked.length - masked.trimStart().length;
    const before = code.slice(0, start);
    const slip = (at, was, is) => {
      const line = whole.slice(0, at) + is + whole.slice(at + was.length);
      if (faults.some((fault) => fault.line === number && fault.is === line.trim())) return;
      const mutant = source.slice(0, start) + line + source.slice(start + whole.length);
      faults.push({ line: number, was: whole.trim(), is: line.trim(), source: mutant });
    };
    for (const [pattern, texts] of slips) {
      const isStatement = texts[0] === ";";
      if (isStatement && (indent === 0 || !startsStatement(before))) continue;
      for (const match of (isStatement ? masked.trim() : masked).matchAll(pattern)) {
        const at = match.index + (isStatement ? indent : 0);
        const was = whole.slice(at, at + match[0].length);
        for (const text of texts) slip(at, was, typeof text === "function" ? text(was) : text);
      }
    }
    const condition = conditionIn(masked);
    if (condition) slip(condition.at, condition.text, `!(${condition.text})`);
    start += whole.length + 1;
  }
  return faults;
}
