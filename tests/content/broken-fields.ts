/** Mistakes in fields, and between the fields of several files. */
import { change, CONCEPT, QUESTION, type Case } from './broken-case.ts'
import { lineOf } from './broken-content.ts'
import { filesIn, textOf } from './content.ts'

const CONCEPTS =
  'concept:go-fundamentals, concept:grpc-and-proto, concept:profiling, concept:catalog-design, concept:mysql, ' +
  'concept:redis, concept:aws-and-terraform, concept:observability, concept:incidents, concept:node-to-go'

/** The number after the highest order that a question of the area has. */
const freeOrder =
  1 +
  Math.max(
    ...filesIn('questions/go-and-grpc').map((file) => Number(/^order: (\d+)$/m.exec(textOf(file))?.[1] ?? 0)),
  )

const ZONE = 'zone: Europe/Berlin'

export const FIELDS: Case[] = [
  {
    name: 'a time zone that does not exist',
    mistake: change('guide.yaml', ZONE, 'zone: Lisboa'),
    line: lineOf('guide.yaml', ZONE),
    found: 'interview.zone: "Lisboa"',
    expected: 'an IANA name such as Europe/Lisbon',
    todo: 'write "Europe/Lisbon"',
  },
  {
    name: 'an abbreviation of several time zones',
    mistake: change('guide.yaml', ZONE, 'zone: BST'),
    line: lineOf('guide.yaml', ZONE),
    found: 'interview.zone: "BST"',
    expected: 'an IANA name such as Europe/London (British Summer Time), ' +
      'America/Sao_Paulo (Brasilia Standard Time), Asia/Dhaka (Bangladesh Standard Time)',
    todo: 'write the name of the one that is meant',
  },
  {
    name: 'a missing field',
    mistake: change(QUESTION, 'minutes: 4\n', ''),
    line: 2,
    found: 'no field "minutes"',
    expected: 'a number',
    todo: 'add a line "minutes: …"',
  },
  {
    name: 'a misspelt field',
    mistake: change(QUESTION, 'stories:', 'storys:'),
    line: lineOf(QUESTION, 'stories:'),
    found: 'a field "storys" that this kind of file does not have',
    expected:
      'only prompt, title, order, minutes, level, asking, followUps, differs, mistakes, sources, top, concepts, stories, terms',
    todo: 'write "stories" instead',
  },
  {
    name: 'a text where a number belongs',
    mistake: change(QUESTION, 'minutes: 4\n', 'minutes: four\n'),
    line: lineOf(QUESTION, 'minutes: 4'),
    found: 'minutes: "four"',
    expected: 'a number',
    todo: 'correct "minutes"',
  },
  {
    name: 'YAML that cannot be read',
    mistake: change(CONCEPT, 'title: Redis strategies', 'title: Redis: strategies'),
    line: lineOf(CONCEPT, 'title: Redis'),
    found: 'YAML that cannot be read: Nested mappings are not allowed in compact mappings',
    expected: 'YAML: "name: value" lines, two spaces deeper for what belongs to the line above',
    todo: 'correct this line; put quotation marks around a text that holds ": " or begins with a sign',
  },
  {
    name: 'a file without front matter',
    mistake: change(CONCEPT, '---\ntitle', 'title'),
    line: 1,
    found: 'no front matter',
    expected: 'fields between two lines of "---" at the top of the file',
    todo: 'begin the file with "---", the fields of its kind, "---"; a neighbouring file shows how',
  },
  {
    name: 'a YAML file that is no list',
    mistake: { file: 'areas.yaml', write: 'id: gaps\n' },
    line: 1,
    found: 'something that is no list',
    expected: 'a list: every item begins with "- "',
    todo: 'put "- " before the first field of each item and two spaces before its others',
  },
]

export const BETWEEN_FILES: Case[] = [
  {
    name: 'a concept that does not exist',
    mistake: change(QUESTION, 'concepts: [profiling,', 'concepts: [profilling,'),
    line: lineOf(QUESTION, 'concepts:'),
    found: '"concept:profilling", which does not exist',
    expected: `one of ${CONCEPTS}`,
    todo: 'write "concept:profiling", or add what is meant',
  },
  {
    name: 'an unknown area',
    mistake: { file: QUESTION, moveTo: 'questions/go-and-gprc/profiling.mdx' },
    file: 'questions/go-and-gprc/profiling.mdx',
    line: 1,
    found: 'the area "go-and-gprc" (a question\'s folder is its area)',
    expected:
      'one of go-and-grpc, system-design, databases-and-caching, cloud-and-observability, behavioral, gaps',
    todo: 'call the folder "go-and-grpc", move what is in it, or add the area to areas.yaml',
  },
  {
    name: 'an order that two questions claim',
    mistake: change(QUESTION, 'order: 4\n', 'order: 5\n'),
    file: 'questions/go-and-grpc/streaming-or-unary.mdx',
    line: lineOf('questions/go-and-grpc/streaming-or-unary.mdx', 'order: 5'),
    found: `order: 5, which content/${QUESTION} has too`,
    expected: 'a number of its own for every question of an area',
    todo: `give one of the two another number; ${freeOrder} is free`,
  },
  {
    name: 'an address that two red flags claim',
    mistake: change('red-flags.yaml', '- id: no-slos\n', '- id: churn\n  flag: People leave.\n  ask: Why?\n- id: no-slos\n'),
    line: lineOf('red-flags.yaml', '- id: churn') + 3,
    found: '"churn", which is already the name of another flag (content/red-flags.yaml:1)',
    expected: 'a name of its own for every flag',
    todo: 'rename one of the two, and what refers to it',
  },
  {
    name: 'a question to them with an unknown red flag',
    mistake: change('asks.yaml', 'flags: [no-go-onboarding]', 'flags: [no-go-onbording]'),
    line: lineOf('asks.yaml', '  flags: [no-go-onboarding]'),
    found: '"flag:no-go-onbording", which does not exist',
    expected: 'one of flag:no-slos, flag:blocked-deploys, flag:churn, flag:no-go-onboarding',
    todo: 'write "flag:no-go-onboarding", or add what is meant',
  },
  {
    name: 'a path that is longer than its time',
    mistake: change('paths.yaml', 'minutes: 10\n', 'minutes: 9\n'),
    line: lineOf('paths.yaml', '    - { to: "sheet:day-of"'),
    found: 'stops that need 10 minutes together',
    expected: 'at most 9, the time of "Ten minutes"',
    todo: 'shorten or drop a stop',
  },
  {
    name: 'a page that is twice a stop of a path',
    mistake: change('paths.yaml', 'to: "question:seniority", minutes: 2', 'to: "question:go-projects", minutes: 2'),
    line: lineOf('paths.yaml', '    - { to: "question:seniority", minutes: 2'),
    found: '"question:go-projects" once more',
    expected: 'each place once in a path, for a tick is kept by its place',
    todo: 'put what is to be done there into one stop',
  },
]

