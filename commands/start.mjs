import { runPrepared } from './prepare.mjs'

runPrepared('start-guide.ts')
