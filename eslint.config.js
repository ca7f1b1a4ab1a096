import js from '@eslint/js'
import astro from 'eslint-plugin-astro'
import tseslint from 'typescript-eslint'

/** The law of imports, from the ground up: each room, those that it may import, and why no others. */
const ROOMS = [
  ['schemas', [], 'what a field is does not depend on who reads it'],
  ['manuscript', ['schemas'], 'commands and tests read the words without Astro'],
  ['content', ['schemas', 'manuscript'], 'what there is to show does not depend on how it looks'],
  ['ui', ['schemas', 'manuscript'], 'components, practice and build stand on it, and build has no collections'],
  ['components', ['schemas', 'manuscript', 'content', 'ui'], 'the guide is read without the practice'],
  ['practice', ['schemas', 'manuscript', 'content', 'ui'], 'it changes without the components, and they without it'],
  ['layouts', ['schemas', 'manuscript', 'content', 'ui', 'components', 'practice'], 'one layout serves many pages'],
  [
    'pages',
    ['schemas', 'manuscript', 'content', 'ui', 'components', 'practice', 'layouts'],
    'the site is built by others',
  ],
  ['build', ['schemas', 'manuscript', 'ui'], 'Astro calls it before there is a page'],
  ['commands', ['schemas', 'manuscript', 'build'], 'they start Astro, tests and bench as programs'],
  ['bench', ['schemas', 'manuscript', 'commands'], 'it measures the built guide from outside'],
]

/** Imports are relative, so that one into another room names it: of a script within an Astro file, too. */
function lawOf([room, known, reason]) {
  const others = [...ROOMS.map(([name]) => name), 'tests'].filter((name) => name !== room && !known.includes(name))
  return {
    selector: String.raw`[source.value=/^(\.\.?\u002F)+(src\u002F)?(${others.join('|')})\u002F/]`,
    message: `${room} imports ${known.join(', ') || 'no other room'}: ${reason}.`,
  }
}

export default tseslint.config(
  { ignores: ['dist', '.cache', '.astro', 'pdf', 'node_modules', 'bench/starlight', 'service', 'test-results'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // The compiler's strictest setting wants brackets for index signatures; this rule wants dots.
      '@typescript-eslint/dot-notation': 'off',
      // Interfaces and types are chosen by what reads better.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      'max-lines-per-function': ['error', { max: 40, skipComments: true, skipBlankLines: true }],
    },
  },
  // Types of Astro components are known to astro check alone; here these lists would read as `any`.
  { files: ['src/components/*/components.ts'], rules: { '@typescript-eslint/no-unsafe-assignment': 'off' } },
  { files: ['**/*.test.ts'], rules: { 'max-lines-per-function': 'off' } },
  ...ROOMS.map((room) => ({
    files: [`{src/,}${room[0]}/**`],
    rules: { 'no-restricted-syntax': ['error', lawOf(room)] },
  })),
  {
    files: ['src/practice/**/*.ts'],
    ignores: ['src/practice/kit/focus.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        lawOf(ROOMS.find(([name]) => name === 'practice')),
        {
          selector: "CallExpression[callee.property.name='focus']",
          message: 'Move the focus with moveFocus() of practice/kit/focus.ts, which also brings the element into view.',
        },
      ],
    },
  },
  ...astro.configs.recommended,
  // A script within an Astro file is a file of no project. Asked for its types, the linter passed over it in silence.
  { files: ['**/*.astro/*.ts'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['**/*.mjs', '*.js'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly' } },
  },
)
