/** Mistakes in the text below the fields. */
import { change, CONCEPT, QUESTION, SECTION, type Case } from './broken-case.ts'
import { answerParts } from '../../src/manuscript/answer.ts'
import { countWords } from '../../src/manuscript/words.ts'
import { lineOf } from './broken-content.ts'
import { textOf } from './content.ts'

const KINDS = 'section, question, concept, story, sheet, path, ask, flag, blank, why, claim'
const TAGS = 'one of <Checked>, <Code>, <Picture>, <Pitch>, <Positioning>, <RedFlags>, or Markdown'
const PARTS = 'the headings "## In one sentence", "## The approach", "## An example", in this order, first'

/** Words of the answer to say, as it stands. */
const spokenWords = countWords(
  answerParts(textOf(QUESTION))
    .slice(0, 3)
    .map(({ text }) => text)
    .join('\n'),
)

export const BODIES: Case[] = [
  {
    name: 'a link in the text that leads nowhere',
    mistake: change(CONCEPT, '[](story:performance)', '[](story:performence)'),
    line: lineOf(CONCEPT, '[](story:performance)'),
    found: 'a link to "story:performence", which leads nowhere',
    expected: `kind:id (${KINDS}), an address that begins with https://, or #heading`,
    todo: 'write "story:performance", or add what is meant',
  },
  {
    name: 'an unknown component',
    mistake: change(SECTION, '<Pitch />', '<Pich />'),
    line: lineOf(SECTION, '<Pitch />'),
    found: '<Pich>, which is no part that words may use',
    expected: TAGS,
    todo: 'write <Pitch>, or plain Markdown',
  },
  {
    name: 'an HTML tag',
    mistake: change(SECTION, '## The pitch', '## The <b>pitch</b>'),
    line: lineOf(SECTION, '## The pitch'),
    found: '<b>, which is no part that words may use',
    expected: TAGS,
    todo: 'write <Code>, or plain Markdown',
  },
  {
    name: 'an import in the words',
    mistake: change(SECTION, '## The pitch', "import Pitch from './Pitch.astro'\n\n## The pitch"),
    line: lineOf(SECTION, '## The pitch'),
    found: "code in the words: import Pitch from './Pitch.astro'",
    expected: 'words only; code samples stand between lines of three backticks, names between single ones',
    todo: 'remove it, or put it in backticks',
  },
  {
    name: 'a region that the service does not have',
    mistake: change(SECTION, '## The pitch', '<Code region="readthrough/reader.go#readr" />'),
    line: lineOf(SECTION, '## The pitch'),
    found: '<Code region="readthrough/reader.go#readr" />, but the service has no such region',
    expected: 'file#region, where the file under service/ marks the region with "#region" and "#endregion" comments',
    todo: 'write "readthrough/reader.go#reader", or mark the region in its file',
  },
  {
    name: 'Go that was typed',
    mistake: change(SECTION, '## The pitch', '```go\nreturn nil\n```'),
    line: lineOf(SECTION, '## The pitch'),
    found: 'a sample of "go"',
    expected: 'one of sh, output, sql, protobuf, js, hcl, yaml, json, promql, markdown, text after the three backticks',
    todo: 'mark a region in the service and show it with <Code region="file#region" />',
  },
  {
    name: 'an answer that is too long',
    mistake: change(QUESTION, '## The approach\n', `## The approach\n${'again '.repeat(100)}\n`),
    line: lineOf(QUESTION, '\n## In one sentence'),
    found: `an answer of ${spokenWords + 100} words`,
    expected: '80 to 150 words in the three parts, about a minute spoken',
    todo: 'cut it, or move details below a fourth heading',
  },
  {
    name: 'an answer without one of its parts',
    mistake: change(QUESTION, '## The approach\n', '## How\n'),
    line: lineOf(QUESTION, '\n## In one sentence'),
    found: 'no heading "## The approach" at its place',
    expected: PARTS,
    todo: 'sort the answer under these three headings; others may follow',
  },
  {
    name: 'a fact check without a proper date',
    mistake: change(SECTION, 'asOf="2025-07-12"', 'asOf="12 July"'),
    line: lineOf(SECTION, '<Checked'),
    found:
      '<Checked verdict="dated" asOf="12 July" source="LinkedIn listing in a public jobs directory" href="https://www.linkedin.com/jobs/view/4251855492">',
    expected: 'asOf: a day, month or year: 2026-03-05, 2026-03 or 2026',
    todo: 'give verdict (confirmed, corrected, open or dated), asOf (2026, 2026-03 or 2026-03-05), source, and href if there is one',
  },
]
