/** What a key does on the desk. Keys count while the focus is there, and never against what a control does with them. */
import { gradeOfKey } from './grade.ts'

/** A grade, `reveal`, `undo`, or undefined for a key that does nothing here. `asks` says that a question lies there. */
export function deedOf(event: KeyboardEvent, asks: boolean): string | undefined {
  const { key, target, repeat, altKey, metaKey, ctrlKey, isComposing } = event
  if (repeat || altKey || isComposing || !(target instanceof Element)) return undefined
  const shows = key === 'Enter' || key === ' '
  if (ctrlKey || metaKey) return key === 'Enter' && asks ? 'reveal' : undefined
  // What has been revealed is read only: there a key is no letter.
  if (target.matches('input, select, textarea:not([readonly])')) return undefined
  if (shows) return asks && !target.closest('button, a, summary') ? 'reveal' : undefined
  return gradeOfKey(key) ?? (key.toLowerCase() === 'u' ? 'undo' : undefined)
}
