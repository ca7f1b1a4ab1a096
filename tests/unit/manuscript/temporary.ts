/** A file that lives as long as a test needs it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export function withFile<T>(text: string, use: (absolute: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'guide-unit-'))
  try {
    const file = join(folder, 'file')
    writeFileSync(file, text)
    return use(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
