import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';
import { pure, pureWithClock } from './scripts/lint/absences.mjs';
import { arrows, astroScripts } from './scripts/lint/arrows.mjs';

const course = { rules: { arrows }, processors: { astro: astroScripts } };

const TESTS = ['**/*.test.ts', '**/*.bench.ts', '**/*.test-d.ts', 'src/**/testing/**'];
/** What runs in the course's engine, not in the host. */
const PROGRAMS = ['content/**/*.ts', 'src/explore/corpus/*/[0-9]*.ts', 'tests/original/*.ts', 'tests/original-go/*.ts'];
/** Where the lanes meet the page. The rest of the folder is functions from data to data. */
const IN_THE_PAGE = ['src/timeline/{figure,player,pointing,scroll,taking}.ts'];
/** Where the lab meets workers and the clock. */
const ON_REAL_CORES = ['src/runtime/lab/{host,start}.ts'];

export default tseslint.config(
  { ignores: ['dist', 'dist-package', 'node_modules', '.astro', '.cache', 'public', 'test-results', 'playwright-report', 'scripts/lint/fixtures'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: ['**/*.{ts,js,mjs}'],
    extends: [eslint.configs.recommended, tseslint.configs.strict, tseslint.configs.stylistic],
    plugins: { course },
    rules: {
      // TypeScript knows which names exist.
      'no-undef': 'off',
      // Terminal codes and the like are named where they are taken out of a program's output.
      'no-control-regex': 'off',
      eqeqeq: 'error',
      'object-shorthand': 'error',
      'prefer-const': ['error', { destructuring: 'all' }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // An index that an invariant guarantees is written `list[i]!`: noUncheckedIndexedAccess makes it visible.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      // A lowered function is a generator also where it has nothing to wait for, and knows its kernel by name.
      'require-yield': 'off',
      '@typescript-eslint/no-this-alias': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/class-literal-property-style': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      // `while (true)` is how a scheduler, a worker and a goroutine are written.
      'no-constant-condition': ['error', { checkLoops: false }],
    },
  },

  { files: ['{src,content}/**/*.ts'], rules: { 'course/arrows': 'error' } },
  // The script parts of a component, for the arrows alone: its template is checked by `astro check`.
  { files: ['src/**/*.astro'], plugins: { course }, processor: 'course/astro' },
  {
    files: ['src/**/*.astro/*.ts'],
    languageOptions: { parser: tseslint.parser },
    plugins: { course },
    rules: {
      'course/arrows': 'error',
      'no-console': 'off',
      'prefer-const': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },

  {
    files: ['src/{base,trace,runtime,compile,explore,check,engine,timeline}/**/*.ts'],
    ignores: [...TESTS, ...PROGRAMS, ...IN_THE_PAGE, ...ON_REAL_CORES],
    rules: pure,
  },
  { files: ['src/runtime/native/**/*.ts'], ignores: TESTS, rules: { ...pureWithClock, 'no-console': 'off' } },

  // Between the lowering and the kernel, values are the learner's own: they have no static type.
  {
    files: ['src/{runtime,compile,check,engine,sandbox}/**/*.ts', ...TESTS],
    rules: { '@typescript-eslint/no-explicit-any': 'off', '@typescript-eslint/no-unsafe-function-type': 'off' },
  },

  { files: ['scripts/**', 'hosting/**', 'src/cli/**', 'src/**/*.bench.ts', '*.config.*', 'e2e/**'], rules: { 'no-console': 'off' } },

  // What a learner reads follows the lesson, not the house: a starter has unused names, a wrong answer has its mistake.
  {
    files: PROGRAMS,
    rules: {
      'no-console': 'off',
      'prefer-const': 'off',
      'no-constant-condition': 'off',
      'no-empty': 'off',
      'no-unreachable': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/prefer-for-of': 'off',
      '@typescript-eslint/array-type': 'off',
    },
  },
  {
    files: ['content/**/wrong/*.ts', 'content/**/starter.ts'],
    rules: { 'no-useless-catch': 'off', 'no-unused-private-class-members': 'off', '@typescript-eslint/no-useless-constructor': 'off' },
  },
);
