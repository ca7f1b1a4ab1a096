/**
 * Reads a text file as Anki's manual says it is read: `#key:value` lines at the top, then records whose fields stand
 * between separators; a field that begins with a quotation mark ends with the next single one, and two of them inside
 * stand for one. Knows nothing of how the file is written.
 */
const SEPARATORS: Readonly<Record<string, string>> = { tab: '\t', comma: ',', semicolon: ';' }

export function readAnki(text: string): { head: Record<string, string>; rows: string[][] } {
  const head: Record<string, string> = {}
  let rest = text
  for (let match = headLine(rest); match; match = headLine(rest)) {
    head[match[1] ?? ''] = match[2] ?? ''
    rest = rest.slice(match[0].length)
  }
  const separator = SEPARATORS[(head['separator'] ?? '').toLowerCase()]
  if (!separator) throw new Error(`no such separator: ${head['separator'] ?? ''}`)
  return { head, rows: records(rest, separator) }
}

const headLine = (text: string) => /^#([a-z ]+):(.*)\n/.exec(text)

function records(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const { value, next } = text[at] === '"' ? quoted(text, at) : plain(text, at, separator)
    row.push(value)
    const after = text[next]
    if (after !== separator && after !== '\n') throw new Error(`something follows a field at ${next}`)
    if (after === '\n') {
      rows.push(row)
      row = []
    }
    at = next + 1
  }
  return rows
}

function quoted(text: string, from: number): { value: string; next: number } {
  let value = ''
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') value += text[at] ?? ''
    else if (text[at + 1] === '"') {
      value += '"'
      at++
    } else return { value, next: at + 1 }
  }
  throw new Error('a quotation mark is never closed')
}

function plain(text: string, from: number, separator: string): { value: string; next: number } {
  let next = from
  while (next < text.length && text[next] !== separator && text[next] !== '\n') next++
  return { value: text.slice(from, next), next }
}
