/** Variables of the environment are understood, or refused with what was expected. */
import { expect, test } from '@playwright/test'
import { EnvironmentError, surroundings } from '../../../commands/environment.ts'

test('without any variable the guide is private, at the root, on port 4321', () => {
  expect(surroundings({})).toEqual({ base: '/', site: undefined, isPublic: false, port: 4321 })
})

for (const [value, base] of [
  ['', '/'],
  ['/', '/'],
  ['guide', '/guide/'],
  ['/guide', '/guide/'],
  ['//some/base//', '/some/base/'],
] as const) {
  test(`the base path "${value}" is ${base}`, () => {
    expect(surroundings({ BASE_PATH: value }).base).toBe(base)
  })
}

for (const [value, isPublic] of [
  ['1', true],
  ['0', false],
  ['', false],
  ['true', false],
] as const) {
  test(`PUBLIC_INDEX "${value}" ${isPublic ? 'opens the guide' : 'keeps the guide private'}`, () => {
    expect(surroundings({ PUBLIC_INDEX: value }).isPublic).toBe(isPublic)
  })
}

for (const [value, port] of [
  ['', 4321],
  [' ', 4321],
  ['0', 0],
  ['4400', 4400],
  [' 4400 ', 4400],
] as const) {
  test(`PORT "${value}" is port ${port}`, () => {
    expect(surroundings({ PORT: value }).port).toBe(port)
  })
}

for (const [name, value, message] of [
  ['BASE_PATH', '/a b/', 'BASE_PATH is "/a b/"; expected a path such as /guide/'],
  ['BASE_PATH', 'https://x.example/', 'BASE_PATH is "https://x.example/"; expected a path such as /guide/'],
  ['SITE_URL', 'guide.example', 'SITE_URL is "guide.example"; expected an address such as https://guide.example'],
  ['SITE_URL', 'ftp://x.example', 'SITE_URL is "ftp://x.example"; expected an address such as https://guide.example'],
  ['PORT', 'http', 'PORT is "http"; expected a number from 0 to 65535'],
  ['PORT', '70000', 'PORT is "70000"; expected a number from 0 to 65535'],
  ['PORT', '-1', 'PORT is "-1"; expected a number from 0 to 65535'],
  ['PORT', '1.5', 'PORT is "1.5"; expected a number from 0 to 65535'],
  ['PORT', '0x50', 'PORT is "0x50"; expected a number from 0 to 65535'],
  ['PORT', '1e3', 'PORT is "1e3"; expected a number from 0 to 65535'],
] as const) {
  test(`${name} "${value}" is refused in one line`, () => {
    expect(() => surroundings({ [name]: value })).toThrow(new EnvironmentError(message))
  })
}
