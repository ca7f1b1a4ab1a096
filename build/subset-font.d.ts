/** What the guide uses of a package that brings no types; those on DefinitelyTyped lack two of these options. */
declare module 'subset-font' {
  interface SubsetOptions {
    targetFormat: 'woff2'
    /** OpenType features that are kept; all others go. */
    keepFeatures: readonly string[]
    noHinting: boolean
  }
  /** A font with the letters of the text only. Throws if the file is no font. */
  export default function subsetFont(font: Buffer, text: string, options: SubsetOptions): Promise<Buffer>
}
