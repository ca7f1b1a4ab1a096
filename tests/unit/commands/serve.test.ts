/** The port that a command asks for is its own, on every address that "localhost" may mean. */
import { createServer, type Server } from 'node:http'
import { expect, test } from '@playwright/test'
import { end, listen, PortTakenError } from '../../../commands/serve.ts'

for (const host of ['127.0.0.1', '::1']) {
  test(`a port that another program has on ${host} is refused in one line`, async () => {
    const other = createServer()
    const port = await portOf(other, host)
    // Where there is no IPv6 nobody can be met there.
    if (port !== undefined) await expect(listen(port)).rejects.toThrow(new PortTakenError(`port ${port} is taken`))
    other.close()
  })
}

test('a port that was refused or released is free again', async () => {
  const first = await listen(0)
  await expect(listen(first.port)).rejects.toThrow(PortTakenError)
  await end(first.server)
  const second = await listen(first.port)
  expect(second.port).toBe(first.port)
  await end(second.server)
})

/** The port that the server got, or nothing where the machine has no such address. */
function portOf(server: Server, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    server.once('error', () => {
      resolve(undefined)
    })
    server.listen(0, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : undefined)
    })
  })
}
