import js from "@eslint/js";
import office from "eslint-plugin-office-addins";
import globals from "globals";

const BUDGETS = {
  "max-lines": ["error", 250],
  "max-lines-per-function": ["error", 40],
  // ESLint counts every &&, ?? and ?. as a branch, ruff counts none of its like: 12 here is about the 8 there
  complexity: ["error", 12],
  "max-params": ["error", 5],
};

export default [
  { ignores: ["**/node_modules/**", ".venv/**", "build/**", "out/**"] },
  js.configs.recommended,
  ...office.configs.recommended.map((each) => ({ ...each, files: ["addin/js/**/*.js"] })),
  {
    files: ["addin/js/**/*.js"],
    languageOptions: { ecmaVersion: 2023, sourceType: "module", globals: { ...globals.browser, Office: "readonly", Word: "readonly" } },
    // layout is the author's
    rules: { ...BUDGETS, "prettier/prettier": "off", eqeqeq: "error", "no-var": "error", "prefer-const": "error", "no-implicit-globals": "error" },
  },
  {
    // which module may do what
    files: ["addin/js/**/*.js"],
    ignores: ["addin/js/api.js"],
    rules: { "no-restricted-globals": ["error", { name: "fetch", message: "api.js is the only one that talks to the server." }] },
  },
  {
    files: ["addin/js/**/*.js"],
    rules: {
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Words of a contract go in as text." },
        { property: "outerHTML", message: "Words of a contract go in as text." },
        { property: "insertAdjacentHTML", message: "Words of a contract go in as text." },
      ],
    },
  },
];
