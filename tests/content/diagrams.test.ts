/** A mistake in a diagram is told like any other: where, what stands there, what was expected and what to do. */
import { expect, test } from '@playwright/test'
import { drawDiagrams } from '../../build/diagrams/draw.ts'
import { readSoundManuscript } from '../../src/manuscript/check.ts'
import { messageAt, toldAbout } from './broken-content.ts'
import { DIAGRAMS } from './broken-pictures.ts'

const draw = (folder: string) => drawDiagrams(readSoundManuscript(folder))

// D2 starts for each of them.
test.describe.configure({ timeout: 180_000 })

for (const { name, mistake, file = [mistake].flat()[0]?.file ?? '', line, found, expected, todo } of DIAGRAMS) {
  test(`${name} is told with file, line and what to do`, async () => {
    expect(await toldAbout(mistake, draw)).toBe(messageAt(file, line, found, expected, todo))
  })
}
