/** Mistakes in the text below the fields. */
import { change, CONCEPT, putIn, QUESTION, SECTION, SHEET, written, type Accepted, type Case } from './broken-case.ts'
import { answerParts } from '../../src/manuscript/answer.ts'
import { plainText } from '../../src/manuscript/plain-text.ts'
import { countWords } from '../../src/manuscript/words.ts'
import { lineOf } from './broken-content.ts'
import { textOf } from './content.ts'

const CAPTION = 'pictures/throughput.mdx'
const TAGS = 'one of <Checked>, <Code>, <Picture>, <Pitch>, <Positioning>, <RedFlags>, or Markdown'
const PARTS = 'the headings "## In one sentence", "## The approach", "## An example", in this order, first'

/** Words of the answer to say, as it stands. */
const spokenWords = countWords(plainText(
  answerParts({ body: textOf(QUESTION).split('\n---\n').slice(1).join(''), bodyLine: 1 })
    .slice(0, 3)
    .map(({ text }) => text)
    .join('\n\n'),
))

const WORDS = 'words; "<" begins a component and "{" a piece of code'
const escaped = (sign: string) =>
  `write it out ("less than"), put it in backticks, or put "\\" before the sign: "\\${sign}"`
const SAMPLE = 'a sample without an end: everything below is taken for code'
const CODE = 'words only; code samples stand between lines of three backticks, names between single ones'
const SEEN = 'complete it, put a name from code in backticks, or put "\\" before a sign that is meant'
const OWN_LINE = 'a line of its own, with an empty line above and below'
const EXAMPLE = '## An example\n'

export const BODIES: Case[] = [
  {
    name: 'a link in the text that leads nowhere',
    mistake: change(CONCEPT, '[](story:performance)', '[](story:performence)'),
    line: lineOf(CONCEPT, '[](story:performance)'),
    found: '"story:performence", which does not exist',
    expected: 'one of story:performance, story:outage, story:listing-api, story:learning-go, story:disagreement',
    todo: 'write "story:performance", or add what is meant',
  },
  {
    name: 'an unknown component',
    mistake: change(SECTION, '<Pitch />', '<Pich />'),
    line: lineOf(SECTION, '<Pitch />'),
    found: '<Pich>, which is no part that words may use',
    expected: TAGS,
    todo: 'write <Pitch>, or plain Markdown; a name from code belongs in backticks',
  },
  {
    name: 'an HTML tag',
    mistake: change(SECTION, '## The pitch', '## The <b>pitch</b>'),
    line: lineOf(SECTION, '## The pitch'),
    found: '<b>, which is no part that words may use',
    expected: TAGS,
    todo: 'write plain Markdown; a name from code belongs in backticks',
  },
  {
    name: 'an import in the words',
    mistake: change(SECTION, '## The pitch', "import Pitch from './Pitch.astro'\n\n## The pitch"),
    line: lineOf(SECTION, '## The pitch'),
    found: "code in the words: import Pitch from './Pitch.astro'",
    expected: CODE,
    todo: 'remove it, or begin the line with another word than "import"',
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

  {
    name: 'a part of an answer without words',
    mistake: change(QUESTION, '## The approach\n', '## The approach\n\n## An example\n'),
    line: lineOf(QUESTION, '## The approach'),
    found: 'nothing below the heading "The approach"',
    expected: 'words to say in each of the three parts',
    todo: 'write them',
  },
  ...['<Picture id="cache-aside" />', '<Code region="telemetry/server_tracing.go#server-tracing" />'].map((shown) => ({
    name: `${shown} in the answer`,
    mistake: change(QUESTION, EXAMPLE, `${EXAMPLE}\n${shown}\n`),
    file: QUESTION,
    line: lineOf(QUESTION, EXAMPLE) + 2,
    found: `${shown.split(' ')[0] ?? ''}> in the answer`,
    expected: 'words and samples alone; the three parts also stand on a card',
    todo: 'move it below a fourth heading, such as "## Go deeper"',
  })),
  {
    name: 'a part that sheets alone have',
    mistake: putIn('<Messages />'),
    file: SECTION,
    line: lineOf(SECTION, '## The pitch'),
    found: '<Messages>, which is no part that words may use',
    expected: TAGS,
    todo: 'write plain Markdown; a name from code belongs in backticks',
  },
  {
    name: 'a part that sheets do not have',
    mistake: change(SHEET, '<Messages />', '<Picture id="cache-aside" />'),
    line: lineOf(SHEET, '<Messages />'),
    found: '<Picture>, which is no part that words may use',
    expected:
      'one of <Pitch>, <Positioning>, <RedFlags>, <Panel>, <Column>, <Drawing>, <StoryLines>, <ChosenAsks>, ' +
      '<Logistics>, <Messages>, or Markdown',
    todo: 'write plain Markdown; a name from code belongs in backticks',
  },
  {
    name: 'a picture within a caption',
    mistake: { file: CAPTION, write: `${textOf(CAPTION)}\n<Picture id="cache-aside" />\n` },
    file: CAPTION,
    line: textOf(CAPTION).split('\n').length + 1,
    found: '<Picture>, which is no part that words may use',
    expected: 'Markdown alone',
    todo: 'write plain Markdown; a name from code belongs in backticks',
  },
  {
    name: 'a part without an end',
    mistake: change(SHEET, '</Panel>\n\n<Panel title="Remember">', '<Panel title="Remember">'),
    line: lineOf(SHEET, '<Panel title="Why'),
    found: '<Panel> without an end',
    expected: '"</Panel>" below what belongs to it, or "<Panel … />" where nothing does',
    todo: 'end it',
  },
  {
    name: 'a part without a beginning',
    mistake: change(SHEET, '<Panel title="Remember">\n', ''),
    line: lineOf(SHEET, '<Messages />') + 1,
    found: '</Panel> without a beginning',
    expected: '"<Panel>" above what belongs to it',
    todo: 'begin it, or take this away',
  },
  {
    name: 'a panel with a misspelt attribute',
    mistake: change(SHEET, 'title="Remember"', 'titel="Remember"'),
    line: lineOf(SHEET, '<Panel title="Remember">'),
    found: '<Panel titel="Remember">',
    expected: '<Panel title="…">, and nothing else in it',
    todo: 'give its title in quotation marks',
  },
  // prettier-ignore
  ...[
    written('a picture whose name is code', '<Picture id={"cache-aside"} />', '<Picture id={"cache-aside"} />',
      '<Picture id="…">, and nothing else in it', 'give its id in quotation marks'),
    written('a part with an attribute that it does not have', '<Pitch short="yes" />', '<Pitch short="yes" />',
      '<Pitch>, and nothing else in it', 'take the rest away'),
    written('a fact check without a source', '<Checked verdict="open" asOf="2026-13">x</Checked>', '<Checked verdict="open" asOf="2026-13">',
      'asOf: a day, month or year: 2026-03-05, 2026-03 or 2026; source: a text',
      'give verdict (confirmed, corrected, open or dated), asOf (2026, 2026-03 or 2026-03-05), source, and href if there is one'),
    written('a picture within a line', 'See <Picture id="cache-aside" /> there.', '<Picture> within a line of words', OWN_LINE, 'put it there'),
    written('a sign before a figure', 'Keep the tail <50 ms at peak.', '"<" in the words: <50 ms at peak.', WORDS, escaped('<')),
    written('a comparison', 'As long as n <= 10 holds.', '"<" in the words: <= 10 holds.', WORDS, escaped('<')),
    written('an open brace', 'An {open brace.', '"{" in the words: {open brace.', WORDS, escaped('{')),
    written('braces', 'A {set} of them.', 'code in the words: {set}', CODE, 'remove it, or put it in backticks'),
    written('a comment of HTML', '<!-- later -->', 'a comment: <!-- later -->',
      'words; comments begin with "#" and stand among the fields', 'move it up there, or take it away'),
    written('an address in angle brackets', '<https://go.dev/doc>', '<https://go.dev/doc>',
      'a link with its words in square brackets', 'write "[what is there](https://go.dev/doc)"'),
    ...['Promise<void>', 'one<br>two'].map((words) => written(`${words} without backticks`, words,
      `${/<.*>/.exec(words)?.[0] ?? ''}, which is no part that words may use`, 'words; "<" begins a component, and HTML is none',
      'put a name from code in backticks, write Markdown in place of HTML')),
    written('a sentence that begins like code', 'export GOGC=200 and look again.', 'code in the words: export GOGC=200 and look again.',
      CODE, 'remove it, or begin the line with another word than "export"'),
    written('a sample without an end', '```sh\necho', SAMPLE, 'a line "```" below the sample', 'end it'),
    written('a sample of a language that nobody knows', '```bash\necho\n```', 'a sample of "bash"',
      'one of sh, output, sql, protobuf, js, hcl, yaml, json, promql, markdown, text after the three backticks',
      'name the language, or "output" for what a command prints'),
    written('an image', '![A diagram](https://example.com/a.png)', 'an image',
      '<Picture id="…" />, the name of a file in the folder "pictures"; the site shows no others',
      'draw it (docs/pictures.md shows how), or link to it'),
    written('a heading as large as the title', '# Three reasons', 'a heading as large as the title: "Three reasons"',
      'headings from "##" down; the title stands among the fields', 'write "## Three reasons"'),
    written('a heading without words', '##', 'a heading without words', 'words behind the "#"', 'write them, or take it away'),
    written('a heading without a space', '##Reasons', 'marks that readers would see: ##Reasons',
      'a heading: "## Words", with a space behind the sign', SEEN),
    written('bold words without an end', 'This is **bold.', 'marks that readers would see: This is **bold.',
      'bold words: "**words**", without spaces inside and without letters right behind', SEEN),
    written('code without an end', 'This is `code.', 'marks that readers would see: This is `code.',
      'code: "`name`", with a backtick on both sides', SEEN),
    written('a table without its second line', '| a | b |\n| 1 | 2 |', 'marks that readers would see: | a | b |',
      'a table: below its first line one such as "| --- | --- |"', SEEN),
  ],
]

/** A sample with a line that looks like a heading: one in Markdown, or in tildes with braces in it. */
const sample = (fence: string) => `${fence}sh\n## warm {1..3}\nmake warm\n${fence}\n`

export const ACCEPTED_BODIES: Accepted[] = [
  ...['```', '~~~'].flatMap((fence) => [
    { name: `a sample between ${fence} that begins like a heading`, mistake: putIn(sample(fence)) },
    { name: `one between ${fence} in the example of an answer`, mistake: change(QUESTION, EXAMPLE, `${EXAMPLE}\n${sample(fence)}`) },
  ]),
  { name: 'signs in backticks', mistake: putIn('`a<b`, `{x}` and `Promise<void>`; \\<50 ms, a > b.') },
]
