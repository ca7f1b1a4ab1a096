/** Serves the sites under test: the guide at the root, and the same guide under a base path. */
import { listen, serveFolder } from '../../commands/serve.ts'
import { BASE_PATH, PORTS, SITES } from './sites.ts'

serveFolder((await listen(PORTS.based)).server, SITES.based, BASE_PATH)
serveFolder((await listen(PORTS.root)).server, SITES.root)
