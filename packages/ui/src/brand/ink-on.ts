const BLACK = '#000000'
const WHITE = '#ffffff'

/**
 * Black or white, whichever is read better on a colour (`#rrggbb`). The better one always reaches
 * 4.5:1 (WCAG 2): at the worst grey both reach 4.58.
 */
export function inkOn(color: string): typeof BLACK | typeof WHITE {
  const light = luminance(color)
  return (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) ? BLACK : WHITE
}

/** Relative luminance, as WCAG 2 defines it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(color.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
