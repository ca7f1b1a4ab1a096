#!/usr/bin/env node
/**
 * A stock Firefox as Playwright expects it, started in place of one: starts the Firefox that `FIREFOX_PATH` names with
 * the given arguments and stands between the two, where messages are put right (see `bidi-gaps.ts`).
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { WebSocket, WebSocketServer } from 'ws'
import { BidiGaps } from './bidi-gaps.ts'

const firefox = spawn(process.env['FIREFOX_PATH'] ?? 'firefox-esr', process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'pipe'],
})
firefox.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
firefox.on('exit', (code) => process.exit(code ?? 1))

createInterface({ input: firefox.stderr }).on('line', (line) => {
  const address = /^WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1]
  if (address) listen(address)
  else console.error(line)
})

/** Waits for Playwright on a port of its own and tells it by the line that Firefox would have written. */
function listen(address: string) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('listening', () => {
    const own = server.address()
    if (own && typeof own === 'object') console.error(`WebDriver BiDi listening on ws://127.0.0.1:${own.port}`)
  })
  server.on('connection', (client, request) => connect(client, address + (request.url ?? '')))
}

function connect(client: WebSocket, address: string) {
  const browser = new WebSocket(address)
  const gaps = new BidiGaps()
  const isOpen = once(browser, 'open')
  client.on('message', (data: Buffer) => void isOpen.then(() => browser.send(gaps.toBrowser(data.toString()))))
  browser.on('message', (data: Buffer) => {
    const { toClient, toBrowser } = gaps.fromBrowser(data.toString())
    if (toClient) client.send(toClient)
    if (toBrowser) browser.send(toBrowser)
  })
  browser.on('close', () => client.close())
  browser.on('error', () => client.close())
  // Whoever asked for the browser is gone, however that came.
  client.on('close', () => firefox.kill())
}
