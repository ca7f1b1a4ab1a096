/** Where references lead on this site. */
import { withBase } from '../manuscript/addresses.ts'
import { currentTargets } from '../manuscript/current.ts'

/** Address, with the base path, of what a reference such as `sheet:star` names, and what it is called. */
export function targetOf(reference: string): { href: string; title: string } {
  const target = currentTargets().get(reference)
  if (!target) throw new Error(`the reference "${reference}" leads nowhere`)
  return { href: withBase(import.meta.env.BASE_URL, target.address), title: target.title }
}
