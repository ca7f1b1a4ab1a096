/** Which Node.js a command goes on with. Plain old JavaScript, because it runs on whatever Node.js the machine has. */
import { spawnSync } from 'child_process'
import { join } from 'path'

/** Whether a Node.js version is too old to install the packages. */
export function isOldNode(version) {
  return Number(version.split('.')[0]) < 20
}

/** Whether a Node.js version can run the guide, where the one that comes with the packages does not run. */
export function canRunGuide(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > 23 || (major === 22 && minor >= 18)
}

/** Path of the Node.js that comes with the packages, or else of this one; nothing where neither runs the guide. */
export function nodeForGuide(root) {
  const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (spawnSync(own, ['--version']).status === 0) return own
  return canRunGuide(process.versions.node) ? process.execPath : undefined
}
