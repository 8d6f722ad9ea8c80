// The house rules about single files; those about imports are in dependency-cruiser.js. test/house/guards.test.ts breaks each of them once and sees it bark.
import { fileURLToPath } from "node:url";
import tseslint from "typescript-eslint";

// Same bytes, same answer: what the machine, the place or the moment decides stays outside.
const moods = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: "No clock." },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "No clock." },
  { selector: "CallExpression[callee.name='Date']", message: "No clock." },
  { selector: "NewExpression[callee.name='Date'] > .arguments:not(CallExpression[callee.property.name='UTC'])", message: "No time zone: new Date(Date.UTC(…)) only." },
  { selector: "MemberExpression[object.name='Date'][property.name='parse']", message: "No time zone." },
  { selector: "MemberExpression[property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)$/]", message: "No time zone: use the UTC twin." },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: "No random." },
  { selector: "MemberExpression[object.name='crypto'][property.name=/^random/]", message: "No random." },
  { selector: "MemberExpression[property.name=/^toLocale/]", message: "No locale." },
  { selector: "MemberExpression[property.name='localeCompare']", message: "No locale: compare with < and >." },
];
const moodyGlobals = ["Intl", "process", "performance", "fetch", "setTimeout", "setInterval", "setImmediate", "console", "Temporal", "navigator"];

// A terminal is written to through src/cli/terminal.ts, which makes words harmless, and past it by nobody.
const pastTheTerminal = [
  { selector: "MemberExpression[object.name='process'][property.name=/^(stdout|stderr|emitWarning|_rawDebug)$/]", message: "Words for a terminal go through src/cli/terminal.ts." },
  { selector: "ImportDeclaration[source.value=/^(node:)?process$/] > ImportSpecifier[imported.name=/^(stdout|stderr|emitWarning)$/]", message: "Words for a terminal go through src/cli/terminal.ts." },
  { selector: "CallExpression[callee.name=/^write(Sync)?$/][arguments.length>1]:matches([arguments.0.value=1], [arguments.0.value=2])", message: "Words for a terminal go through src/cli/terminal.ts." },
  { selector: "Literal[value=/^\\u002Fdev\\u002F(tty|std|fd)/]", message: "Words for a terminal go through src/cli/terminal.ts." },
];
// A call takes no more arguments than the stack holds, and a page or a sheet has more.
const longCalls = [
  { selector: "CallExpression[callee.object.name='Math'] > SpreadElement:not([argument.type='ArrayExpression'])", message: "smallest and largest take lists of any length." },
  { selector: "CallExpression[callee.property.name='push'][callee.optional!=true] > SpreadElement:not([argument.type='ArrayExpression'])", message: "addAll takes lists of any length." },
];
const console = { name: "console", message: "Words for a terminal go through src/cli/terminal.ts." };

/** The rules for the house at `root`, an absolute path that ends in a slash. */
export const houseRules = (root) => [
  { ignores: ["dist/**", "src/read/pdf/pdfjs/**", "node_modules/**", "corpus/**", "schemas/**"] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ["**/*.ts"] })),
  {
    files: ["**/*.ts"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      // To part a string into code points is what we mean by it.
      "@typescript-eslint/no-misused-spread": "off",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-restricted-syntax": ["error", { selector: "TSEnumDeclaration", message: "Erasable syntax only." }],
    },
  },
  {
    files: ["src/**/*.ts"],
    // The page of the review runs in a browser: its clock and its network are the reader's.
    ignores: ["src/cli/**", "src/review/client/**"],
    rules: {
      "no-restricted-syntax": ["error", ...moods, ...pastTheTerminal],
      "no-restricted-globals": ["error", ...moodyGlobals.map((name) => ({ name, message: "Only src/cli knows clock, locale, network and process." }))],
      "max-lines": ["error", { max: 350, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ["src/{model,read,segment,normalise}/**/*.ts"], rules: { "no-restricted-syntax": ["error", ...moods, ...pastTheTerminal, ...longCalls] } },
  {
    files: ["src/cli/**/*.ts"],
    // other-node.ts and help-page.ts speak before anything is loaded, in words of our own; main.ts hands the streams over.
    ignores: ["src/cli/other-node.ts", "src/cli/help-page.ts", "src/cli/main.ts"],
    rules: { "no-restricted-syntax": ["error", ...pastTheTerminal], "no-restricted-globals": ["error", console], "no-restricted-imports": ["error", "node:console", "node:tty", "node:readline"] },
  },
  { files: ["src/rules/**/*.ts"], rules: { "max-lines": "off" } },
  {
    files: ["test/**/*.ts", "scripts/**/*.ts", ".config/**/*.ts"],
    rules: {
      // Fixtures are read from JSON.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
    },
  },
];

export default houseRules(fileURLToPath(new URL("..", import.meta.url)));
