/**
 * Runs a command: sees to its packages, then goes on in the Node.js that comes with them, and ends as that ends. Plain
 * old JavaScript, because it runs on whatever Node.js the machine has.
 */
import { spawn } from 'child_process'
import { delimiter, dirname, join } from 'path'
import { fileURLToPath } from 'url'
import { isOldNode, nodeForGuide } from './node.mjs'
import { installPackages } from './packages.mjs'

/** With `everything`, the packages of tests, PDF files and benchmark are needed; `takesWords` judges its own arguments. */
const COMMANDS = {
  start: { file: 'commands/start.ts' },
  dev: { file: 'commands/dev.ts' },
  build: { file: 'commands/build.ts' },
  test: { file: 'commands/test.ts', everything: true, takesWords: true },
  'test:browsers': { file: 'commands/test-browsers.ts', everything: true, takesWords: true },
  pdf: { file: 'commands/pdf.ts', everything: true, takesWords: true },
  bench: { file: 'bench/bench.ts', everything: true, takesWords: true },
}

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [name = '', ...words] = process.argv.slice(2)
const command = Object.keys(COMMANDS).includes(name) ? COMMANDS[name] : undefined

if (!command) stop(`There is no command "${name}"; there are ${Object.keys(COMMANDS).join(', ')}.`)
if (words.length > 0 && !command.takesWords) {
  stop(`The command ${name} takes no arguments; it was given "${words.join(' ')}".`)
}
if (isOldNode(process.versions.node)) {
  stop(`This guide needs Node.js 20 or newer; this is ${process.versions.node}. Get one from https://nodejs.org.`)
}
const failure = installPackages(root, command.everything)
if (failure) stop(failure)
const node = nodeForGuide(root)
if (!node) {
  stop(
    `The Node.js that comes with the packages does not run here. Delete node_modules/ and run the command again, or use Node.js 24; this is ${process.versions.node}.`,
  )
}
const child = spawn(node, [join(root, command.file), ...words], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    PATH: [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
// Ended by the user it ends well; by anybody else, as when memory runs out, it has failed.
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))

/** Prints one line and ends the process. */
function stop(line) {
  console.error(line)
  process.exit(1)
}
