/** The stops of every path: a page fetches them when a path is under way, and nobody else does. */
import { getPathFacts } from '../../practice/path/path-content.ts'

export const GET = () => Response.json(getPathFacts())
