/** The client of WebDriver, before a driver that answers as it is told. */
import { text } from 'node:stream/consumers'
import { expect, test } from '@playwright/test'
import { listen } from '../../../commands/serve.ts'
import { WebDriverError, WebDriverSession } from '../../browsers/webdriver.ts'

/** A driver that answers one command so, and the session with it. */
async function driven(command: string, status: number, value: unknown) {
  const { server, port } = await listen(0)
  const bodies: unknown[] = []
  server.on('request', (request, response) => {
    void text(request).then((body) => {
      bodies.push(body === '' ? undefined : JSON.parse(body))
      const isCommand = request.url === `/session/s${command}`
      response
        .writeHead(isCommand ? status : 200)
        .end(JSON.stringify({ value: isCommand ? value : { sessionId: 's' } }))
    })
  })
  const session = await WebDriverSession.start(`http://127.0.0.1:${port}`, { browserName: 'x' })
  return { session, bodies, stop: () => server.close() }
}

test('a function runs in the page with its value, and its result comes back', async () => {
  const { session, bodies, stop } = await driven('/execute/sync', 200, 42)
  expect(await session.run((value: number) => value + 1, 41)).toBe(42)
  expect(bodies).toEqual([
    { capabilities: { alwaysMatch: { browserName: 'x' } } },
    { script: expect.stringMatching(/^return \(.*value \+ 1.*\)\(arguments\[0\]\)$/s) as unknown, args: [41] },
  ])
  stop()
})

test('what the driver refuses is told in its words, with the command', async () => {
  const value = { error: 'no such window', message: 'it was closed', stacktrace: '' }
  const { session, stop } = await driven('/url', 404, value)
  const failed = session.command('/url', { url: 'http://x' })
  await expect(failed).rejects.toThrow(WebDriverError)
  await expect(failed).rejects.toThrow('/url: no such window it was closed')
  stop()
})

test('each key is pressed and released before the next one', async () => {
  const { session, bodies, stop } = await driven('/actions', 200, null)
  await session.keys(['a', 'b'])
  const actions = ['a', 'b'].flatMap((value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ])
  expect(bodies[1]).toEqual({ actions: [{ type: 'key', id: 'keyboard', actions }] })
  stop()
})
