/** The part of D2 that is used here: its package declares types, but in a place where the compiler does not look. */
declare module '@terrastruct/d2' {
  import type { Worker } from 'node:worker_threads'

  /** Where D2 met a name: in a key of its own, or (edge index 0 and more) only as the end of a connection. */
  export interface Reference {
    key: { range: string }
    key_path_index: number
    map_key_edge_index: number
  }

  export interface Compiled {
    diagram: { shapes: readonly { id: string }[] }
    graph: { objects: readonly { id_val: string; references?: readonly Reference[] }[] | null }
    renderOptions: object
  }

  export class D2 {
    worker: Worker | undefined
    ready: Promise<void>
    compile(text: string, options: { layout: 'elk' | 'dagre' }): Promise<Compiled>
    render(diagram: Compiled['diagram'], options: object): Promise<string>
  }
}
