import { runPrepared } from './prepare.mjs'

runPrepared('dev-guide.ts')
