/** What a command says when it cannot go on. */
import { PortTakenError } from './serve.ts'

/**
 * Ends the process of a command, named as the user typed it, with one line or the author's list of mistakes, and never a
 * stack trace.
 */
export const failed = (command: string) => (error: unknown) => {
  console.error(explained(error, command))
  process.exit(1)
}

function explained(error: unknown, command: string): string {
  if (error instanceof PortTakenError) {
    return `The ${error.message} by another program. Choose one yourself: PORT=4400 ${command}`
  }
  return error instanceof Error ? error.message : String(error)
}
