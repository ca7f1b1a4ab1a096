/** How a verdict on a claim of the brief is called. */
import type { CheckedNote } from '../schemas/checked.ts'

export const verdictNames: Readonly<Record<CheckedNote['verdict'], string>> = {
  confirmed: 'Confirmed',
  corrected: 'Corrected',
  dated: 'Dated',
  open: 'Not confirmed',
}
