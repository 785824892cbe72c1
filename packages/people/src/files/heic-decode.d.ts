declare module 'heic-decode' {
  interface Decoded {
    readonly width: number
    readonly height: number
    readonly data: Uint8ClampedArray
  }
  interface Image {
    readonly width: number
    readonly height: number
    decode(): Promise<Decoded>
  }
  type Images = readonly Image[] & { dispose(): void }
  interface Decode {
    (file: { readonly buffer: Uint8Array }): Promise<Decoded>
    /** Reads the sizes of all images and decodes none yet. */
    all(file: { readonly buffer: Uint8Array }): Promise<Images>
  }
  const decode: Decode
  export default decode
}
