// Loaded before dependency-cruiser: its options for the parser know no JSX, so that it would end at
// the first .tsx file.
import swc from '@swc/core'

const { parseFileSync } = swc
swc.parseFileSync = (file, options) =>
  parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') })
