/** Which of two records with one id counts: so tabs and devices can be merged, in any order, with the same outcome. */
import type { Kept, Records } from './record-kind.ts'

/**
 * Whether a record wins over the one that is held: the newer one does. Of two that were written in the same millisecond
 * on two devices, the text decides, so that both devices end with the same one.
 */
export const wins = (kept: Kept, held: Kept | undefined): boolean =>
  held === undefined ||
  kept.at > held.at ||
  (kept.at === held.at && JSON.stringify(kept.value) > JSON.stringify(held.value))

/** The record of an id, which may be `constructor` as well. */
export const heldAs = (id: string, records: Records): Kept | undefined =>
  Object.hasOwn(records, id) ? records[id] : undefined

/** Both, and of two records with one id the newer one; of two as old as each other, that of `changes`. */
export function newest(held: Records, changes: Records): Records {
  const result = { ...held }
  for (const [id, kept] of Object.entries(changes)) {
    if (kept.at >= (result[id]?.at ?? -Infinity)) result[id] = kept
  }
  return result
}
