/* How eslint is asked about the scripts as they are written: careless code. What browsers know is asked by
   `tests/theme/test_floor.py`, what is a name and of which type by TypeScript (`tsconfig.json`). */
import { createRequire } from "node:module";

const js = createRequire(`${process.env.GUIDEWAY_SCRIPTS}/`)("@eslint/js");

export default [{
  files: ["**/*.js"],
  linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" },
  languageOptions: { ecmaVersion: 2020, sourceType: "script" },
  rules: {
    ...js.configs.recommended.rules,
    "no-undef": "off", // TypeScript knows every name
    "no-control-regex": "off", // XML may not hold them: they are taken out
    "no-empty": ["error", { allowEmptyCatch: true }],
    "array-callback-return": "error",
    "consistent-return": "error",
    "eqeqeq": "error",
    "no-eval": "error",
    "no-implied-eval": "error",
    "no-new-func": "error",
    "no-promise-executor-return": "error",
    "no-self-compare": "error",
    "no-template-curly-in-string": "error",
    "no-unreachable-loop": "error",
    "no-use-before-define": ["error", { functions: false, variables: false }],
    "no-var": "error",
    "prefer-const": "error",
  },
}];
