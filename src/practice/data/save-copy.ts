/** Saves the export as a file of this device. */
import { data } from './browser-data.ts'
import { nameOfFile } from './exchange.ts'
import { sizeInWords } from './kept.ts'

/** Returns the name and the size of the file, or undefined when there is nothing to save. */
export function saveCopy(): { name: string; size: string } | undefined {
  if (data.isEmpty()) return undefined
  const now = new Date()
  const file = new Blob([data.export(now.getTime())], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = nameOfFile(now)
  link.click()
  // The browser reads the file after the click; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return { name: link.download, size: sizeInWords(file.size) }
}
