/** Firefox and WebKit are found where they are, and what is missing is said with a way on. */
import { expect, test } from '@playwright/test'
import { findFirefox, isBrowserName, lacking } from '../../../commands/other-browsers.ts'

test('FIREFOX_PATH goes before what is installed, unless nothing is there', () => {
  expect(findFirefox({ FIREFOX_PATH: process.execPath })).toBe(process.execPath)
  expect(findFirefox({ FIREFOX_PATH: '/nowhere/firefox' })).toBe(findFirefox({}))
})

test('only the tested browsers are names, whatever an object carries', () => {
  expect(['firefox', 'webkit', 'chromium', 'constructor', '--grep'].filter(isBrowserName)).toEqual([
    'firefox',
    'webkit',
  ])
})

test('what is missing is said with its packages and the command for the rest', () => {
  expect(lacking('webkit')).toBe(
    'The tests in webkit need these packages of Debian: webkit2gtk-driver xvfb python3-gi gir1.2-webkit2-4.1. ' +
      'Install them, or test in the other one: npm run test:browsers firefox',
  )
})
