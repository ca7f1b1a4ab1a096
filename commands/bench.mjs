import { runPrepared } from './prepare.mjs'

runPrepared('bench-guide.ts')
