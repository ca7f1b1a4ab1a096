/** The guide's emblem: a page with a folded corner and a tick. Paths only, so that no font is needed to draw it. */

/** SVG of the emblem, `size` units wide and high. */
export const emblem = (size: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 32 32">
<rect width="32" height="32" rx="7" fill="#0c5a61"/>
<path d="M9 6h10l5 5v15H9z" fill="#fcfaf5"/><path d="M19 6l5 5h-5z" fill="#9cc9cb"/>
<path d="M12.5 18l3 3 5.5-6.5" fill="none" stroke="#0c5a61" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/>
</svg>`
