/* How eslint is asked about scripts: does every browser of the floor understand them? See docs/decisions/0028.
   `newer` knows the names of what elements, documents, windows have, which the two plugins do not: a name is newer if
   nothing that browsers of the floor have is called so. */
import { createRequire } from "node:module";

const load = createRequire(`${process.env.GUIDEWAY_SCRIPTS}/`);
const compat = load("eslint-plugin-compat");
const es = load("eslint-plugin-es-x");
const { api, javascript } = load("@mdn/browser-compat-data");

const FLOOR = { chrome: 80, safari: 14, safari_ios: 14 };
const ASKED_FIRST = [
  "requestIdleCallback", // blanks.js takes setTimeout where it is missing
];
/** Newer somewhere, and what our own objects have. */
const OURS = [
  ..."address any element equal first forget hand last layout lines lost number percent results take to unit when".split(" "),
  "loading", // of a frame: who does not know it loads at once
];

const isThere = (told) => Object.entries(FLOOR).every(([browser, version]) =>
  [told.support[browser] ?? []].flat().some(({ version_added: since, version_removed: gone, flags, prefix, alternative_name: other }) =>
    since && since !== "preview" && Number.parseFloat(String(since).replace("≤", "")) <= version && !gone && !flags && !prefix && !other));

const old = new Set();
const seen = new Set();
for (const group of [api, javascript.builtins, javascript.builtins.Intl]) {
  for (const [kind, inside] of Object.entries(group)) {
    if (/^(XR|GPU)/.test(kind)) continue; // many plain words, and no page of ours has them
    for (const [written, { __compat: told }] of [[kind, inside], ...Object.entries(inside)]) {
      if (!told || written.startsWith("__")) continue;
      const name = written.replace(/_static$/, "");
      seen.add(name);
      if (isThere(told)) old.add(name);
    }
  }
}
const isNewer = (name) => seen.has(name) && !old.has(name) && ![...OURS, ...ASKED_FIRST].includes(name);

/** `element.name`; nothing is said of what is asked for first, as in `element.name?.()`. */
const newer = {
  create(context) {
    const told = (node, name) => isNewer(name) && context.report({ node, message: `nothing in the browsers of the floor is called ${name}` });
    return {
      MemberExpression(node) {
        const isAsked = node.optional || node.parent.optional;
        if (!node.computed && !isAsked) told(node.property, node.property.name);
      },
      Literal({ value, parent }) {
        const asks = parent.type === "CallExpression" && /^(querySelector(All)?|closest|matches)$/.test(parent.callee.property?.name);
        if (asks && /:(is|has|where|popover-open|modal|dir|focus-visible)\b|:not\([^)]*,/.test(value)) {
          context.report({ node: parent, message: `not every browser of the floor knows the selector ${value}` });
        }
      },
    };
  },
};

export default [{
  files: ["**/*.js"],
  linterOptions: { noInlineConfig: true },
  languageOptions: { ecmaVersion: 2020, sourceType: "script" },
  plugins: { compat, "es-x": es, floor: { rules: { newer } } },
  rules: {
    ...es.configs["flat/restrict-to-es2020"].rules,
    ...es.configs["flat/restrict-to-es2020-intl-api"].rules,
    "compat/compat": "error",
    "floor/newer": "error",
  },
  settings: {
    "es-x": { aggressive: true },
    browsers: ["chrome 80", "safari 14", "ios_saf 14"],
    polyfills: ASKED_FIRST,
  },
}];
