/** Whoever opens the guide while it is being built is told so, and gets the guide or learns that it will not come. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from '@playwright/test'
import { end, listen, serveFolder } from '../../commands/serve.ts'
import { answerWaiting } from '../../commands/waiting-page.ts'
import { barriers } from './accessibility.ts'
import { SITES } from '../../commands/test-sites.ts'

test('the page says that the guide is being built, and the guide comes by itself', async ({ page, request }) => {
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  const { server, port } = await listen(0)
  const endWaiting = answerWaiting(server)
  // At rest first: the page that is served goes away by itself.
  await page.setContent(await (await request.get(`http://127.0.0.1:${port}/`)).text())
  expect(await barriers(page)).toEqual([])
  const response = await page.goto(`http://127.0.0.1:${port}/brief/fit/`)
  expect(response?.status()).toBe(503)
  expect(response?.headers()['retry-after']).toBe('2')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The guide is being built')
  expect(complaints.filter((text) => !text.includes('503'))).toEqual([])
  endWaiting()
  serveFolder(server, SITES.root)
  await expect(page.getByRole('navigation', { name: 'Guide' })).toBeAttached()
  await expect(page).toHaveURL(/\/brief\/fit\/$/)
  await page.close()
  server.closeAllConnections()
  await end(server)
})

test('a start that cannot build answers meanwhile, says why and ends', async ({ request }, { outputDir }) => {
  const { server, port } = await listen(0)
  await end(server)
  const address = `http://127.0.0.1:${port}/`
  const statusOf = () =>
    request.get(address).then(
      (response) => response.status(),
      () => 'nobody answers',
    )
  const env = { ...process.env, PORT: String(port), GUIDE_CONTENT: outputDir }
  const start = spawn(process.execPath, ['commands/run.mjs', 'start'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  start.stderr.on('data', (text: Buffer) => (said += text.toString()))
  const ended = once(start, 'close')
  await expect.poll(statusOf).toBe(503)
  expect(await ended).toEqual([1, null])
  expect(said).not.toBe('')
  expect(await statusOf()).toBe('nobody answers')
})
