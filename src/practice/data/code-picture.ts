/** Draws a QR code into an `<svg>` that has a `<rect>` for the paper and a `<path>` for the squares. */
import { encode } from 'uqr'

/** Light squares around the code that the standard asks for. */
const QUIET = 4

export function drawCode(svg: SVGSVGElement, text: string): void {
  const { data, size } = encode(text, { ecc: 'L', border: QUIET })
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`)
  svg.querySelector('path')?.setAttribute('d', outline(data))
}

/** Dark squares as rows of rectangles. */
function outline(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      row.map((dark, x) => {
        if (!dark || row[x - 1]) return ''
        const end = row.indexOf(false, x)
        const width = (end < 0 ? row.length : end) - x
        return `M${x} ${y}h${width}v1h${-width}z`
      }),
    )
    .join('')
}
