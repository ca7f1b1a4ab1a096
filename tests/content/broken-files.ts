/** Mistakes in the names and places of files, and in what a file is. */
import { CONCEPT, SECTION, change, type Accepted, type Case } from './broken-case.ts'
import { lineOf, type Break } from './broken-content.ts'
import { textOf } from './content.ts'

const STORY = textOf('stories/disagreement.mdx').replace(/^order: .*$/m, 'order: 99')
const FOLDERS = 'brief, questions, concepts, stories, sheets, pictures'
const AREAS = 'one of go-and-grpc, system-design, databases-and-caching, cloud-and-observability, behavioral, gaps'
const NAME = 'lower-case words joined by "-"; the address of the page is made of the name'

const move = (file: string, moveTo: string): Break => ({ file, moveTo })
const write = (file: string, text: string): Break => ({ file, write: text })

interface Row extends Pick<Case, 'name' | 'found' | 'expected' | 'todo'> {
  mistake: Break
}

/** All of them are told on the first line of the file as it is called now. */
const ROWS: Row[] = [
  {
    name: 'a file called index',
    mistake: write('stories/index.mdx', STORY),
    found: 'the name "index", by which servers call the page of the whole folder',
    expected: 'another name; the address of the page is made of it',
    todo: 'call it by what it is about',
  },
  {
    name: 'capitals and spaces in the name of a file',
    mistake: write('stories/My Café Story.mdx', STORY),
    found: 'a file called "My Café Story"',
    expected: NAME,
    todo: 'call it "my-cafe-story.mdx"',
  },
  {
    name: 'a name of other letters',
    mistake: write('stories/история.mdx', STORY),
    found: 'a file called "история"',
    expected: NAME,
    todo: 'call it "something-else.mdx"',
  },
  {
    name: 'another ending',
    mistake: move('brief/job.mdx', 'brief/job.md'),
    found: 'a file "job.md" that nothing reads',
    expected: 'files that end in ".mdx"',
    todo: 'call it "job.mdx"',
  },
  {
    name: 'an ending in capitals',
    mistake: move('brief/job.mdx', 'brief/job.MDX'),
    found: 'a file "job.MDX" that nothing reads',
    expected: 'files that end in ".mdx"',
    todo: 'call it "job.mdx"',
  },
  {
    name: "a note in a kind's folder",
    mistake: write('concepts/notes.txt', 'later'),
    found: 'a file "notes.txt" that nothing reads',
    expected: 'files that end in ".mdx"',
    todo: 'move it out of the content',
  },
  {
    name: "an image in a kind's folder",
    mistake: write('pictures/whiteboard.png', ''),
    found: 'a file "whiteboard.png" that nothing reads',
    expected: 'files that end in ".mdx"',
    todo: 'move it out of the content',
  },
  {
    name: 'a list with another ending',
    mistake: move('asks.yaml', 'asks.yml'),
    found: 'a file "asks.yml" that nothing reads',
    expected:
      'areas.yaml, paths.yaml, asks.yaml, red-flags.yaml, blanks.yaml, whys.yaml, claims.yaml, phases.yaml, ' +
      `rubric.yaml, guide.yaml, plan.yaml, or a file in ${FOLDERS}`,
    todo: 'call it "asks.yaml"',
  },
  {
    name: 'a page that lies in no folder',
    mistake: write('disagreement.mdx', STORY),
    found: 'a file "disagreement.mdx" that nothing reads',
    expected:
      'areas.yaml, paths.yaml, asks.yaml, red-flags.yaml, blanks.yaml, whys.yaml, claims.yaml, phases.yaml, ' +
      `rubric.yaml, guide.yaml, plan.yaml, or a file in ${FOLDERS}`,
    todo: 'move it to the folder of its kind, or out of the content',
  },
  {
    name: 'a folder within a folder',
    mistake: move(CONCEPT, 'concepts/data/redis.mdx'),
    found: 'a folder within a folder',
    expected: 'the files of "concepts" side by side; only questions lie in folders, their areas',
    todo: 'move the file to "concepts/redis.mdx"',
  },
  {
    name: 'a folder within an area',
    mistake: move('questions/gaps/learning-go.mdx', 'questions/gaps/go/learning-go.mdx'),
    found: 'the area "gaps/go" (a question\'s folder is its area)',
    expected: AREAS,
    todo: 'move it up; there are no folders within an area',
  },
  {
    name: 'a question in no folder',
    mistake: move('questions/gaps/learning-go.mdx', 'questions/learning-go.mdx'),
    found: 'a question in no folder, which is its area',
    expected: AREAS,
    todo: 'move it to the folder of its area',
  },
]

export const BROKEN_FILES: Case[] = [
  ...ROWS.map((row) => ({ ...row, line: 1, file: 'moveTo' in row.mistake ? row.mistake.moveTo : row.mistake.file })),
  {
    name: 'a whole folder under another name, once and without what refers to it,',
    mistake: move('stories', 'storys'),
    file: 'storys',
    line: 1,
    found: 'a folder "storys" that nothing reads',
    expected: `one of ${FOLDERS}`,
    todo: 'call it "stories"',
  },
  {
    name: 'a whole area under another name, once,',
    mistake: move('questions/gaps', 'questions/gap'),
    file: 'questions/gap/go-projects.mdx',
    line: 1,
    found: 'the area "gap" (a question\'s folder is its area), and 3 more there',
    expected: AREAS,
    todo: 'call the folder "gaps", move what is in it, or add the area to areas.yaml',
  },
  {
    name: 'a missing list',
    mistake: move('rubric.yaml', 'rubric.txt'),
    file: 'rubric.yaml',
    line: 1,
    found: 'no such file',
    expected: 'a file "rubric.yaml" in the folder of the content',
    todo: 'write it; src/schemas/ explains the fields of each file',
  },
  {
    name: 'an empty list',
    mistake: write('areas.yaml', ''),
    line: 1,
    file: 'areas.yaml',
    found: 'an empty file',
    expected: 'a list: every item begins with "- "',
    todo: 'put "- " before the first field of each item and two spaces before its others',
  },
  {
    name: 'a single file without anything',
    mistake: write('plan.yaml', '# later\n'),
    file: 'plan.yaml',
    line: 1,
    found: 'nothing',
    expected: 'fields of its own, two spaces deeper',
    todo: 'write the fields that its schema explains (src/schemas/)',
  },
  {
    name: 'a file that is no UTF-8',
    mistake: { file: CONCEPT, write: Buffer.from(textOf(CONCEPT).replace('Redis', 'Rédis'), 'latin1') },
    file: CONCEPT,
    line: 1,
    found: 'bytes that are no text in UTF-8',
    expected: 'a text file in the encoding UTF-8',
    todo: 'save the file again with the encoding UTF-8',
  },
  {
    name: 'a text that YAML cuts at a sign',
    mistake: change(CONCEPT, 'title: Redis strategies', 'title: Redis issue #42'),
    file: CONCEPT,
    line: lineOf(CONCEPT, 'title: Redis'),
    found: 'a text that ends before "#42": "Redis issue"',
    expected: 'quotation marks around a text that holds " #", which begins a comment in YAML',
    todo: 'put the whole text in quotation marks, or the comment on a line of its own',
  },
  ...['!Redis', '&Redis'].map((sign) => ({
    name: `a text that YAML begins behind ${sign}`,
    mistake: change(CONCEPT, 'title: Redis strategies', `title: ${sign} strategies`),
    file: CONCEPT,
    line: lineOf(CONCEPT, 'title: Redis'),
    found: `a text that loses its beginning "${sign}": "strategies"`,
    expected: 'quotation marks around a text that begins with a sign, which YAML takes for itself',
    todo: 'put the whole text in quotation marks',
  })),
  {
    name: 'a field that stands there twice',
    mistake: change(CONCEPT, 'order: 6\n', 'order: 6\norder: 7\n'),
    file: CONCEPT,
    line: lineOf(CONCEPT, 'order: 6') + 1,
    found: 'a field that stands there twice',
    expected: 'every field once',
    todo: 'take one of the two away, or name the field that is meant',
  },
  {
    name: 'the first of several mistakes of the YAML alone',
    mistake: change(CONCEPT, 'order: 6\n', 'order: a: b\nsummary: c: d\n'),
    file: CONCEPT,
    line: lineOf(CONCEPT, 'order: 6'),
    found: 'YAML that cannot be read: Nested mappings are not allowed in compact mappings',
    expected: 'YAML: "name: value" lines, two spaces deeper for what belongs to the line above',
    todo: 'correct this line; put quotation marks around a text that holds ": " or begins with a sign',
  },
]

export const ACCEPTED_FILES: Accepted[] = [
  { name: 'a mark before the first byte', mistake: write(CONCEPT, `\uFEFF${textOf(CONCEPT)}`) },
  { name: 'line ends of Windows', mistake: write(CONCEPT, textOf(CONCEPT).replaceAll('\n', '\r\n')) },
  { name: 'line ends of Windows in a list', mistake: write('plan.yaml', textOf('plan.yaml').replaceAll('\n', '\r\n')) },
  { name: 'a file that an editor hides', mistake: write('concepts/.redis.mdx.swp', 'x') },
  { name: 'a note beside the folders', mistake: write('README.md', '# Mine') },
  { name: 'a comment behind a number', mistake: change(SECTION, 'order: 2', 'order: 2 # after the job') },
]
