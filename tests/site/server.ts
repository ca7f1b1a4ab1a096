/** Serves the sites under test: the guide at the root, under a base path, and as it is when search engines may list it. */
import { listen, serveFolder } from '../../commands/serve.ts'
import { BASE_PATH, SITES } from '../../commands/test-sites.ts'

const [root, based, open] = await Promise.all([listen(0), listen(0), listen(0)])
serveFolder(root.server, SITES.root)
serveFolder(based.server, SITES.based, BASE_PATH)
serveFolder(open.server, SITES.open, '/', true)
// The tests begin when the runner has read this line.
console.log(`root ${root.port}, based ${based.port}, open ${open.port}`)
