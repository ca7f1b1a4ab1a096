/** A mistake in the content, told to the author: where it is, what stands there, what was expected and what to do. */
export interface Problem {
  /** Path of the file, relative to the project. */
  file: string
  /** Line in the file, from 1. */
  line: number
  /** What stands there. */
  found: string
  /** What was expected instead. */
  expected: string
  /** What to do about it. */
  todo: string
}

/** One problem as four lines; the first is `file:line`, which terminals and editors turn into a link. */
export function formatProblem({ file, line, found, expected, todo }: Problem): string {
  return [`${file}:${line}`, `  found     ${found}`, `  expected  ${expected}`, `  to do     ${todo}`].join('\n')
}

/** All problems in the order of files and lines, with their number at the top. */
export function formatProblems(problems: readonly Problem[]): string {
  const sorted = problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
  const count = problems.length === 1 ? 'One mistake' : `${problems.length} mistakes`
  return [`${count} in the content; nothing was built.`, ...sorted.map(formatProblem)].join('\n\n')
}

/** Thrown to stop a build; its message is for the author, its stack is of no use to him. */
export class ContentError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems))
    this.problems = problems
    this.name = 'ContentError'
    this.stack = this.message
  }
}
