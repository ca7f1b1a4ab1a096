import { emblem } from '../components/site/emblem.ts'

export const GET = () => new Response(emblem(32), { headers: { 'Content-Type': 'image/svg+xml' } })
