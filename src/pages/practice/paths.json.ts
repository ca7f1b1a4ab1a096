/** The stops of every path: a page fetches them once a path was begun. */
import { getPathFacts } from '../../practice/path/path-content.ts'

export const GET = () => Response.json(getPathFacts())
