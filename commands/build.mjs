import { runPrepared } from './prepare.mjs'

runPrepared('build-guide.ts')
