import { runPrepared } from './prepare.mjs'

runPrepared('pdf-guide.ts')
