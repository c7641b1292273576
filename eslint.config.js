import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

const browserOnly = ['window', 'document', 'navigator', 'performance', 'fetch'];

export default tseslint.config(
  {
    ignores: [
      'dist',
      'out',
      'public',
      'node_modules',
      'test-results',
      '*.cjs',
      'tests/fixtures',
      '*.config.js',
      // AssemblyScript, which only its own compiler reads.
      '**/*.as.ts',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.app.json', './tsconfig.worker.json', './tsconfig.tools.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/{core,dance,project,pose,effects}/**/*.ts'],
    ignores: ['src/pose/detector/**', 'src/effects/render/**'],
    rules: {
      'no-restricted-globals': ['error', ...browserOnly],
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'Use core/random: pictures and scores are deterministic.',
        },
        {
          object: 'Date',
          property: 'now',
          message: 'Time is an argument here: pictures and scores are deterministic.',
        },
      ],
    },
  },
  {
    files: ['scripts/**', 'tests/**', 'workers/**'],
    rules: { 'no-console': 'off' },
  },
);
