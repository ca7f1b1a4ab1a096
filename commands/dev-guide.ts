/** `npm run dev`: the guide while it is being written, with the search; wrong content covers the page it is on. */
import { dev } from 'astro'

await dev({ root: process.cwd(), logLevel: 'info' })
