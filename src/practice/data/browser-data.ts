/** What this browser keeps, as one, for all elements of the page. */
import { storage } from '../browser-storage.ts'
import { shelves } from '../shelves.ts'
import { DataStore } from './data-store.ts'

export const data = new DataStore(storage, shelves)
