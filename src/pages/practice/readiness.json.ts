/** Ids of cards, blanks and tasks: the home page fetches them when somebody has practised, and nobody else does. */
import { getHomeContent } from '../../practice/home/home-content.ts'

export const GET = () => Response.json(getHomeContent())
