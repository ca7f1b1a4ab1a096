import { runPrepared } from './prepare.mjs'

runPrepared('test-guide.ts')
