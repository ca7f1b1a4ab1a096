/** What stands between Playwright and Debian's Firefox changes the messages that do not fit, and no other. */
import { expect, test } from '@playwright/test'
import { BidiGaps } from '../../browsers/bidi-gaps.ts'

const parsed = (text = '{}') => JSON.parse(text) as Record<string, unknown>

for (const [scheme, value] of [
  ['dark', 0],
  ['light', 1],
  [null, 2],
] as const) {
  test(`the theme "${scheme ?? 'as the system'}" becomes a preference, set from the browser's own window`, () => {
    const gaps = new BidiGaps()
    const asked = { id: 7, method: 'emulation.setMediaFeaturesOverride' }
    const looking = parsed(
      gaps.toBrowser(JSON.stringify({ ...asked, params: { features: { 'prefers-color-scheme': scheme } } })),
    )
    expect(looking).toMatchObject({ method: 'browsingContext.getTree', params: { 'moz:scope': 'chrome' } })
    expect(looking['id']).not.toBe(7)

    const found = { type: 'success', id: looking['id'], result: { contexts: [{ context: 'window-1' }] } }
    const { toBrowser, toClient } = gaps.fromBrowser(JSON.stringify(found))
    expect(toClient).toBeUndefined()
    // Its answer has the number of Playwright's request, which it therefore answers.
    expect(parsed(toBrowser)).toMatchObject({
      id: 7,
      method: 'script.evaluate',
      params: {
        expression: `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${value})`,
        target: { context: 'window-1' },
      },
    })
  })
}

test('a download without a number is told by its address, one with a number keeps it', () => {
  const gaps = new BidiGaps()
  const begun = (download?: string) =>
    JSON.stringify({
      type: 'event',
      method: 'browsingContext.downloadWillBegin',
      params: { url: 'blob:1', ...(download ? { download } : {}) },
    })
  expect(parsed(gaps.fromBrowser(begun()).toClient)).toMatchObject({ params: { url: 'blob:1', download: 'blob:1' } })
  expect(parsed(gaps.fromBrowser(begun('3')).toClient)).toMatchObject({ params: { download: '3' } })
})

test('paper is measured in centimetres', () => {
  const params = { context: 'c', page: { width: 8.5, height: 11 }, margin: { top: 1 }, scale: 1, background: false }
  const sent = parsed(new BidiGaps().toBrowser(JSON.stringify({ id: 1, method: 'browsingContext.print', params })))
  expect(sent['params']).toEqual({ ...params, page: { width: 21.59, height: 27.94 }, margin: { top: 2.54 } })
})

test('all else passes as it is', () => {
  const gaps = new BidiGaps()
  for (const message of [
    '{"id":1,"method":"browsingContext.navigate","params":{"url":"/"}}',
    '{"type":"success","id":1,"result":{"contexts":[]}}',
    '{"type":"event","method":"log.entryAdded","params":{"text":"browsingContext.print"}}',
  ]) {
    expect(gaps.toBrowser(message)).toBe(message)
    expect(gaps.fromBrowser(message)).toEqual({ toClient: message })
  }
})
