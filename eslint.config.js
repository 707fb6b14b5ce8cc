import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["build/", "dist/", "**/node_modules/", "test-results/", "playwright-report/", ".tools/"] },
  {
    files: ["web/**/*.ts", "tests/web/**/*.ts", "*.config.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  { files: ["tests/**/*.mjs", "tools/**/*.mjs"], extends: [tseslint.configs.strict, tseslint.configs.stylistic] },
);
