/** The report of a mock interview as Markdown. Its sentences come from the page. */

export interface Report {
  title: string
  /** Date, length and code, in a line. */
  facts: string
  phases: {
    title: string
    ratings: { dimension: string; level: string }[]
    questions: { prompt: string; minutes: number; note: string }[]
  }[]
  /** The first gap with what to do about it, or that there is none; a paragraph each. */
  gap: string[]
  /** Titles of the cards that drill it. */
  drill: string[]
  /** What one mock does not prove. */
  caution: string
}

/** Lines that Markdown would read as something else are made plain. */
const plain = (text: string) => text.trim().replace(/^(\s*)([#>*+-]|\d+[.)])(?=\s)/gm, String.raw`$1\$2`)

export function markdownOf({ title, facts, phases, gap, drill, caution }: Report): string {
  return [
    `# ${title}`,
    facts,
    '## First gap',
    ...gap,
    drill.map((card) => `- ${card}`).join('\n'),
    ...phases.flatMap((phase) => [
      `## ${phase.title}`,
      phase.ratings.map(({ dimension, level }) => `- ${dimension}: **${level}**`).join('\n'),
      ...phase.questions.flatMap(({ prompt, minutes, note }) => [`### ${prompt} (${minutes} min)`, plain(note)]),
    ]),
    caution,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
}
