// What the names of a script mean, by eslint's own reading of scopes: a program that shares nothing with ours.
// Takes a list of scripts, gives of each its tree, in which what a script declares has a number in place of its name.
const { createRequire } = require("module");
const load = createRequire(`${process.argv[2]}/`);
const espree = load("espree");
const { analyze } = load("eslint-scope");

const read = { ecmaVersion: 2024, sourceType: "script", range: true };

function meanings(text) {
  const tree = espree.parse(text, read);
  const numbers = new Map();
  const scopes = analyze(tree, read);
  let next = 0;
  for (const scope of scopes.scopes) {
    if (scope.type === "global") continue;
    for (const variable of scope.variables) {
      for (const each of variable.identifiers) numbers.set(each, numbers.get(each) ?? next);
      for (const { identifier } of variable.references) if (variable.identifiers.length) numbers.set(identifier, next);
      next += 1;
    }
  }
  return JSON.stringify(tree, (key, value) => {
    if (["start", "end", "range", "shorthand", "raw"].includes(key)) return undefined;
    if (value instanceof RegExp || typeof value === "bigint") return String(value);
    return value && value.type === "Identifier" && numbers.has(value) ? { own: numbers.get(value) } : value;
  });
}

const chunks = [];
process.stdin.on("data", (chunk) => chunks.push(chunk));
process.stdin.on("end", () => {
  const found = JSON.parse(Buffer.concat(chunks).toString()).map((text) => {
    try { return meanings(text); } catch (error) { return `cannot be read: ${error.message}`; }
  });
  process.stdout.write(JSON.stringify(found));
});
