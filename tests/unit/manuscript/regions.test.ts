/** Code samples are cut between marks; a mark without its partner is told where it stands. */
import { expect, test } from '@playwright/test'
import { nameOfRegion, readRegions, regionsOf } from '../../../src/manuscript/regions.ts'

const go = (...lines: string[]) => regionsOf('a/b.go', lines.join('\n'))

test('a region is the code between its marks, moved to the left margin', () => {
  const { regions, problems } = go(
    'func f() {',
    '\t// #region inner',
    '',
    '\tif ok {',
    '\t\treturn',
    '\t}',
    '',
    '\t// #endregion inner',
    '}',
  )
  expect(problems).toEqual([])
  expect(regions).toEqual([
    { file: 'a/b.go', name: 'inner', from: 4, to: 6, code: 'if ok {\n\treturn\n}', numbers: [4, 5, 6], language: 'go' },
  ])
})

test('a region inside another one leaves no marks in it', () => {
  const { regions } = go('// #region all', 'a', '// #region one', 'b', '// #endregion one', 'c', '// #endregion all')
  expect(regions.map((region) => [nameOfRegion(region), region.code, region.numbers])).toEqual([
    ['a/b.go#one', 'b', [4]],
    ['a/b.go#all', 'a\nb\nc', [2, 4, 6]],
  ])
})

test('SQL and YAML have marks of their own', () => {
  const sql = regionsOf('m/1.sql', '-- #region keys\nSELECT 1\n-- #endregion keys')
  const yaml = regionsOf('buf.yaml', '# #region lint\nlint: {}\n# #endregion lint')
  expect([...sql.regions, ...yaml.regions].map(({ code, language }) => [code, language])).toEqual([
    ['SELECT 1', 'sql'],
    ['lint: {}', 'yaml'],
  ])
})

for (const [name, lines, line, found] of [
  ['a begin without an end', ['// #region a', 'x'], 1, '"#region a" without an end'],
  ['an end without a begin', ['x', '// #endregion a'], 2, '"#endregion a" without a begin'],
  ['a name twice', ['// #region a', '// #endregion a', '// #region a', '// #endregion a'], 3, 'a second region "a"'],
] as const) {
  test(`${name} is told with its line`, () => {
    const [problem] = go(...lines).problems
    expect(problem).toMatchObject({ file: 'service/a/b.go', line, found })
  })
}

test('the service has regions, and all of them are sound', () => {
  const { regions, problems } = readRegions()
  expect(problems).toEqual([])
  expect(regions.length).toBeGreaterThan(0)
})
