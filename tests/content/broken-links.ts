/** Links that lead nowhere, or stand where none can. */
import { CONCEPT, change, QUESTION, SHEET, written, type Accepted, type Case, putIn } from './broken-case.ts'
import { lineOf } from './broken-content.ts'

const KINDS = 'kind:id (section, question, concept, story, sheet, path, ask, flag, blank, why, claim)'
const LINK = `${KINDS}, an address that begins with https://`
const IN_TEXT = `${LINK}, or #heading`
const CONCEPTS =
  'one of concept:go-fundamentals, concept:grpc-and-proto, concept:profiling, concept:catalog-design, concept:mysql, ' +
  'concept:redis, concept:aws-and-terraform, concept:observability, concept:incidents, concept:node-to-go'
const SPACES = 'a link: "[words](kind:id)", without spaces beside the round brackets'
const SEEN = 'complete it, put a name from code in backticks, or put "\\" before a sign that is meant'
const WORDLESS = 'words to press; of kind:id alone the title is shown'
const POLICIES = '  - Eviction policies'
const TITLE = 'title: Redis strategies'

const POINT = { file: CONCEPT, line: lineOf(CONCEPT, POLICIES) }
const inField = (words: string) => change(CONCEPT, POLICIES, `  - "${words}"`)

// prettier-ignore
export const LINKS: Case[] = [
  written('a link to a kind in the plural', '[x](concepts:redis)',
    'a link to "concepts:redis", which leads nowhere', IN_TEXT, 'write "concept:redis"'),
  written('a link to a kind with a capital', '[x](Concept:redis)',
    'a link to "Concept:redis", which leads nowhere', IN_TEXT, 'write "concept:redis"'),
  written('a link without a kind', '[x](redis)',
    'a link to "redis", which leads nowhere', IN_TEXT, 'write where it should lead, or take the link away'),
  written('a link to the address of a page', '[x](/concepts/redis/)',
    'a link to "/concepts/redis/", which leads nowhere', IN_TEXT, 'write where it should lead, or take the link away'),
  written('an address without encryption', '[x](http://go.dev)',
    'a link to "http://go.dev", which leads nowhere', IN_TEXT, 'write "https://go.dev"'),
  written('a link to what resembles nothing there is', '[x](concept:kubernetes-operators)',
    '"concept:kubernetes-operators", which does not exist', CONCEPTS, 'add it to the folder "concepts", or name another'),
  written('a link to a heading of another page', '[x](concept:redis#do-it-once)',
    'a link to "#do-it-once" of "concept:redis"', 'kind:id alone; a link leads to the page, or to the one thing on it',
    'write "concept:redis"'),
  written('a link to a heading that is not there', '[x](#gap-one)',
    'a link to "#gap-one", and no such heading on the page',
    'one of #domain-you-know-shops, #infrastructure-the-same-tools, #how-you-work, #gap-one-go, #gap-two-years, #the-pitch',
    'write "#gap-one-go"'),
  written('a link in a heading', '## On [Redis](concept:redis)',
    'a link in a heading: "Redis"', 'headings without links; each is a link to itself', 'put the link into the text below'),
  written('a link by reference whose address leads nowhere', '[r]: concept:rediss\n\nSee [the cache][r].',
    '"concept:rediss", which does not exist', CONCEPTS, 'write "concept:redis", or add what is meant'),
  written('a link by reference without an address', 'See [the cache][redis].',
    'marks that readers would see: See [the cache][redis].', SPACES, SEEN),
  written('a link with a space in its address', 'See [the cache](concept: redis).',
    'marks that readers would see: See [the cache](concept: redis).', SPACES, SEEN),
  written('a link with a space before its address', 'See [the cache] (concept:redis).',
    'marks that readers would see: See [the cache] (concept:redis).', SPACES, SEEN),
  written('a reference among the words', 'More in concept:redis.',
    'concept:redis among the words', 'a link: "[](concept:redis)"', 'write it so'),
  written('a link without words to another site', '[](https://go.dev)',
    'a link without words: [](https://go.dev)', WORDLESS, 'write "[what is there](https://go.dev)"'),
  { name: 'a link in a field that leads nowhere', mistake: inField('[x](redis)'), ...POINT,
    found: 'a link to "redis", which leads nowhere', expected: LINK,
    todo: 'write where it should lead, or take the link away' },
  { name: 'a link without words in a field', mistake: inField('[](https://go.dev)'), ...POINT,
    found: 'a link without words: [](https://go.dev)', expected: WORDLESS, todo: 'write "[what is there](https://go.dev)"' },
  { name: 'an image in a field', mistake: inField('![x](https://go.dev/x.png)'), ...POINT,
    found: 'an image in a field', expected: 'words; pictures stand in the text below the fields, as <Picture id="…" />',
    todo: 'move it there, or link to it' },
  { name: 'a heading in a field', mistake: inField('# of evictions'), ...POINT,
    found: 'a heading in a field: "# of evictions"',
    expected: 'words in a line or a few paragraphs; a line that begins with "# " is a heading in Markdown',
    todo: 'write it out ("number of"), or put "\\" before the sign: "\\#"' },
  { name: 'marks in a field that make nothing', mistake: inField('**Eviction policies'), ...POINT,
    found: 'marks that readers would see: **Eviction policies',
    expected: 'bold words: "**words**", without spaces inside and without letters right behind', todo: SEEN },
  ...['[Redis](concept:redis)'].map((marked) => ({
    name: `${marked} in a field of plain text`, mistake: change(CONCEPT, TITLE, `title: "${marked} strategies"`),
    file: CONCEPT, line: lineOf(CONCEPT, TITLE), found: `Markdown in a field of plain text: ${marked}`,
    expected: 'words that are shown as they are written; only fields of Markdown hold links and blanks',
    todo: 'write the words alone' })),
  ...[['area:gaps', 'name a page'], ['sheets:day-of', 'write "sheet:day-of"'], ['code:flight', 'name a page']].map(([to = '', todo = '']) => ({
    name: `a path to ${to}`, mistake: change('paths.yaml', '"sheet:day-of"', `"${to}"`), file: 'paths.yaml',
    line: lineOf('paths.yaml', '"sheet:day-of"'), found: `"${to}", which is no page of the guide`, expected: KINDS, todo })),
]

export const ACCEPTED_LINKS: Accepted[] = [
  { name: 'a link to a heading of the page', mistake: putIn('[below](#the-pitch)') },
  {
    name: 'a link to what the page adds',
    mistake: change(QUESTION, '## Go deeper', '[asked next](#follow-ups)\n\n## Go deeper'),
  },
  { name: 'a link by reference', mistake: putIn('See [the cache][r].\n\n[r]: concept:redis') },
  { name: 'an address for mail', mistake: putIn('Write to [them](mailto:a@example.com).') },
  { name: 'signs that were meant', mistake: putIn(String.raw`A \`tick\`, \*\*stars\*\* and \[x\](y).`) },
  {
    name: 'HTML and names from code in a question',
    mistake: change(QUESTION, 'prompt: A Go', 'prompt: Of <script>, __init__ and `x`, a Go'),
  },
  { name: 'a link of a section to itself', mistake: putIn('[here](section:fit)') },
]

/** Addresses that two things on a page would have. */
const OWN = 'an address of its own for everything on a page'
const DEEPER = '## Cluster and persistence'

export const ANCHORS: Case[] = [
  {
    name: 'two panels of one title',
    mistake: change(SHEET, 'title="Remember"', 'title="Ask them"'),
    line: lineOf(SHEET, 'title="Ask them"'),
    found: 'the panel "Ask them", whose address on the page is "#ask-them", as that of the panel "Ask them"',
    expected: OWN,
    todo: 'word one of the two differently',
  },
  {
    name: 'a panel that is called like a story whose lines stand on the sheet',
    mistake: change('sheets/star.mdx', 'title="Every answer"', 'title="Faster product pages"'),
    line: lineOf('sheets/star.mdx', 'title="Every answer"'),
    found:
      'the panel "Faster product pages", whose address on the page is "#faster-product-pages", as that of the story "Faster product pages"',
    expected: OWN,
    todo: 'word one of the two differently',
  },
  {
    name: 'a group that is called like one of its entries',
    mistake: change('asks.yaml', 'group: Practical', 'group: Visa'),
    line: lineOf('asks.yaml', 'id: visa'),
    found: 'the entry "visa", whose address on the page is "#visa", as that of the group "Visa"',
    expected: OWN,
    todo: 'word one of the two differently',
  },
  {
    name: 'two days of one number',
    mistake: change('plan.yaml', '- day: 2\n', '- day: 1\n'),
    line: lineOf('plan.yaml', '- day: 2'),
    found: 'day 1, whose address on the page is "#day-1", as that of day 1',
    expected: OWN,
    todo: 'word one of the two differently',
  },
  ...(
  [
    ['Fresh is not kept', 'the id "fresh-is-not-kept"', '#fresh-is-not-kept', 'the heading "Fresh is not kept"'],
    ['Checks', 'the heading "Checks"', '#checks', 'a part of the page'],
    ['Search', 'the heading "Search"', '#search', 'a part of the page'],
  ] as const).map(([heading, called, name, other]) => ({
  name: `a heading "${heading}" whose address is taken`,
  mistake: change(CONCEPT, DEEPER, `## ${heading}\n\n${DEEPER}`),
  line: called.startsWith('the id') ? lineOf(CONCEPT, 'id: fresh-is-not-kept') : lineOf(CONCEPT, DEEPER),
  found: `${called}, whose address on the page is "${name}", as that of ${other}`,
  expected: OWN,
  todo: 'word one of the two differently',
})),
]
