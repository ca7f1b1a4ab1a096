/** Mistakes between the entries of lists, and in what pages need of them. */
import { change, CONCEPT, QUESTION, SECTION, type Accepted, type Case } from './broken-case.ts'
import { lineOf, type Break } from './broken-content.ts'
import { filesIn, textOf } from './content.ts'

const PHASE = 'minutes: { "45": 3, "60": 3, "90": 3 }'
const RATES = 'rates: [communication]'
const AREAS = 'areas: [go-and-grpc]'
const PROMPT = 'id: introduce-yourself'
const NEEDS = 'needs: [go-crash-course]'
/** The end of the first task. */
const SECOND = (/^ {8}detail: .*$/m.exec(textOf('plan.yaml')) ?? [''])[0]
const task = (id: string) => `      - id: ${id}\n        title: Again\n        hours: { from: 1, to: 1 }\n        detail: Once more.`
const BEFORE = 'what a task needs before it, in the sprint and in the week'
const chosen = textOf('asks.yaml').split('chosen: true').length - 1

const withoutBullets = filesIn('stories').map(
  (file): Break => ({ file, write: textOf(file).replace(/^bullets:\n(?: {2}- .*\n)+/m, '') }),
)

const PHASES: Case[] = [
  {
    name: 'a phase with an unknown area',
    mistake: change('phases.yaml', AREAS, 'areas: [go]'),
    line: lineOf('phases.yaml', AREAS),
    found: '"area:go", which does not exist',
    expected:
      'one of area:go-and-grpc, area:system-design, area:databases-and-caching, area:cloud-and-observability, ' +
      'area:behavioral, area:gaps',
    todo: 'add it to areas.yaml, or name another',
  },
  {
    name: 'a phase with an unknown rating',
    mistake: change('phases.yaml', RATES, 'rates: [comunication]'),
    line: lineOf('phases.yaml', RATES),
    found: '"dimension:comunication", which does not exist',
    expected: `one of ${[...textOf('rubric.yaml').matchAll(/^- id: (.*)$/gm)].map(([, id = '']) => `dimension:${id}`).join(', ')}`,
    todo: 'write "dimension:communication", or add what is meant',
  },
  {
    name: 'phases that do not fill an interview',
    mistake: change('phases.yaml', PHASE, PHASE.replace('"60": 3', '"60": 5')),
    line: 1,
    found: 'phases of 62 minutes together in the interview of 60',
    expected: '60 minutes; the phases fill the interview',
    todo: 'change "60" of one phase by 2',
  },
  {
    name: 'a prompt that is called like a question',
    mistake: change('phases.yaml', PROMPT, 'id: profiling'),
    line: lineOf('phases.yaml', PROMPT),
    found: `"profiling", which is the name of another question (content/${QUESTION})`,
    expected: 'a name of its own for everything that a mock asks',
    todo: 'rename this one, unless notes hang on it already',
  },
  {
    name: 'two phases of one name',
    mistake: change('phases.yaml', '- id: go-and-grpc', '- id: pitch'),
    line: lineOf('phases.yaml', '- id: go-and-grpc'),
    found: '"pitch", which is already the name of another phase (content/phases.yaml:1)',
    expected: 'a name of its own for every phase',
    todo: 'rename one of the two, and what refers to it',
  },
]

const SECTIONS: Case[] = [
  ...['asks', 'claims'].map((list) => ({
    name: `no section for the list ${list}`,
    mistake: change(`brief/${list}.mdx`, `list: ${list}\n`, ''),
    file: '',
    line: 1,
    found: `no section with "list: ${list}"`,
    expected: `one file in "brief" with this line; it is the head of the page /${list}/`,
    todo: `add "list: ${list}" to the section that introduces it, or write "brief/${list}.mdx"`,
  })),
  {
    name: 'a list that two sections carry',
    mistake: change(SECTION, 'order: 2\n', 'order: 2\nlist: asks\n'),
    file: 'brief/asks.mdx',
    line: lineOf('brief/asks.mdx', 'list: asks'),
    found: `list: asks, which content/${SECTION} has too`,
    expected: 'one section for each list; the address of its page is made of it',
    todo: 'take the line away from one of the two',
  },
  {
    name: 'red flags that no section shows',
    mistake: change('brief/red-flags.mdx', '<RedFlags />', ''),
    line: 1,
    found: 'no <RedFlags /> in the text',
    expected: '<RedFlags /> in "brief/red-flags.mdx", where links to red flags lead',
    todo: 'add it on a line of its own',
  },
  {
    name: 'lines of stories where no story has any',
    mistake: withoutBullets,
    file: 'sheets/star.mdx',
    line: lineOf('sheets/star.mdx', '<StoryLines />'),
    found: '<StoryLines />, but no story has "bullets"',
    expected: 'at least one story with two or three lines for the sheet',
    todo: 'add "bullets" to a story, or take this away',
  },
  {
    name: 'a drawing of a sheet that has none',
    mistake: change('sheets/star.mdx', '<StoryLines />', '<Drawing sheet="star" />'),
    line: lineOf('sheets/star.mdx', '<StoryLines />'),
    found: '<Drawing sheet="star" />, but that sheet has no drawing',
    expected: 'the name of a sheet whose fields hold a "drawing"',
    todo: 'add the drawing to the fields, or take this away',
  },
  {
    name: 'too many questions for the card',
    mistake: { file: 'asks.yaml', write: textOf('asks.yaml').replace(/^( {2}listenFor: .*)\n(?! {2}chosen)/m, '$1\n  chosen: true\n') },
    line: 1,
    found: `${chosen + 1} questions marked "chosen: true"`,
    expected: 'four to six, as many as a conversation has room for',
    todo: 'mark or unmark some; these stand on the day-of card',
  },
]

const PLAN: Case[] = [
  {
    name: 'two tasks of one name',
    mistake: change('plan.yaml', SECOND, `${SECOND}\n${task('go-crash-course')}`),
    line: lineOf('plan.yaml', SECOND) + 1,
    found: 'a second task "go-crash-course"',
    expected: 'a name of its own for every task; what is ticked is remembered by it',
    todo: 'rename one of the two',
  },
  {
    name: 'a task that needs an unknown one',
    mistake: change('plan.yaml', NEEDS, 'needs: [go-crash-curse]'),
    line: lineOf('plan.yaml', NEEDS),
    found: 'the task "go-crash-curse", which does not exist',
    expected: `one of ${[...textOf('plan.yaml').matchAll(/- id: (.*)$/gm)].map(([, id = '']) => id).join(', ')}`,
    todo: 'write "go-crash-course", or add the task',
  },
  {
    name: 'a task that stands in the week twice',
    mistake: change('plan.yaml', 'tasks: [posting-and-company, ', 'tasks: [posting-and-company, star-stories, '),
    line: lineOf('plan.yaml', 'week:') + 1,
    found: 'a week with the task "star-stories" 2 times',
    expected: 'every task of the sprint and of "more" once',
    todo: 'leave it on one day',
  },
  {
    name: 'a task that stands on no day of the week',
    mistake: change('plan.yaml', 'observe-it, aws-and-terraform]', 'aws-and-terraform]'),
    line: lineOf('plan.yaml', 'week:') + 1,
    found: 'a week with the task "observe-it" 0 times',
    expected: 'every task of the sprint and of "more" once',
    todo: 'give it a day',
  },
  {
    name: 'a task before the one that it needs',
    mistake: change('plan.yaml', NEEDS, 'needs: [star-stories]'),
    line: lineOf('plan.yaml', NEEDS),
    found: '"star-stories", which comes after "grpc-skeleton" that needs it',
    expected: BEFORE,
    todo: 'change their order, or take it away from "needs"',
  },
  {
    name: 'a task that needs itself',
    mistake: change('plan.yaml', NEEDS, 'needs: [grpc-skeleton]'),
    line: lineOf('plan.yaml', NEEDS),
    found: 'the task "grpc-skeleton", which needs itself',
    expected: BEFORE,
    todo: 'take it away from "needs"',
  },
]

const TWICE: Case[] = [
  {
    name: 'a rank that two questions claim',
    mistake: change('questions/gaps/seniority.mdx', 'top: 5', 'top: 1'),
    line: lineOf('questions/gaps/seniority.mdx', 'top: 5'),
    found: 'top: 1, which content/questions/gaps/go-projects.mdx has too',
    expected: 'a number of its own for every question',
    todo: 'give one of the two another rank',
  },
  {
    name: 'a mark on a line that a picture does not have',
    mistake: change('pictures/burn-rate.mdx', 'of: 2', 'of: 3'),
    line: lineOf('pictures/burn-rate.mdx', 'of: 2'),
    found: 'marks: [{"x":3,"of":3,"text":"ticket at"}]',
    expected: 'marks of lines that there are; the first is "of: 0"',
    todo: 'correct "marks"',
  },
  {
    name: 'an axis without a length',
    mistake: change('pictures/burn-rate.mdx', 'from: 0, to: 30,', 'from: 30, to: 30,'),
    line: lineOf('pictures/burn-rate.mdx', 'from: 0, to: 30,'),
    found: 'x: {"label":"days of steady burning","from":30,"to":30,"tick…',
    expected: '"from" smaller than "to"',
    todo: 'correct "x"',
  },
  {
    name: 'a month that does not exist',
    mistake: change(CONCEPT, 'asOf: 2026-11\n', 'asOf: 2026-13\n'),
    line: lineOf(CONCEPT, 'asOf: 2026-11'),
    found: 'sources[1].asOf: "2026-13"',
    expected: 'a day, month or year: 2026-03-05, 2026-03 or 2026',
    todo: 'correct "sources[1].asOf"',
  },
  {
    name: 'a text of nothing but spaces',
    mistake: change(CONCEPT, 'title: Redis strategies', 'title: "  "'),
    line: lineOf(CONCEPT, 'title: Redis'),
    found: 'title: "  "',
    expected: 'words',
    todo: 'correct "title"',
  },
  {
    name: 'an item of a list that is a text',
    mistake: change('areas.yaml', '- id: go-and-grpc', '- gRPC\n- id: go-and-grpc'),
    line: 1,
    found: '"gRPC"',
    expected: 'fields of its own, two spaces deeper',
    todo: 'write the fields that its schema explains (src/schemas/)',
  },
]

export const LISTS: Case[] = [...PHASES, ...SECTIONS, ...PLAN, ...TWICE]

export const ACCEPTED_LISTS: Accepted[] = [
  { name: 'a year without quotation marks', mistake: change(CONCEPT, 'asOf: 2026-11\n', 'asOf: 2026\n') },
  { name: 'a date without quotation marks', mistake: change(CONCEPT, 'asOf: "2026-08-21"', 'asOf: 2026-08-21') },
  { name: 'a list without entries', mistake: { file: 'phases.yaml', write: '[]\n' } },
]
