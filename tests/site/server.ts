/** Serves the sites under test: the guide at the root, under a base path, and as it is when search engines may list it. */
import { listen, serveFolder } from '../../commands/serve.ts'
import { BASE_PATH, PORTS, SITES } from './sites.ts'

serveFolder((await listen(PORTS.open)).server, SITES.open, '/', true)
serveFolder((await listen(PORTS.based)).server, SITES.based, BASE_PATH)
// Last, because the tests begin when this one answers.
serveFolder((await listen(PORTS.root)).server, SITES.root)
